package org.ohmweave.core.io;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ohmweave.core.InputException;

/** JSON files. Numbers are written in their shortest exact form; NaN and infinities are refused. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .build();

  private Json() {}

  /**
   * Reads a file as a tree.
   *
   * @throws InputException with file and line if it is missing or not JSON
   */
  public static JsonNode read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + " is not a file; name an existing JSON file");
    }
    try {
      JsonNode tree = MAPPER.readTree(file.toFile());
      if (tree.isMissingNode()) {
        throw new InputException(file + " is empty; a JSON object is needed");
      }
      return tree;
    } catch (JacksonException e) {
      var place = e.getLocation();
      throw new InputException(
          file
              + (place == null
                  ? ""
                  : ", line " + place.getLineNr() + ", column " + place.getColumnNr())
              + " is not valid JSON: "
              + plain(e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new InputException(file + " cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /** The parser's first line without hints to its programmer. */
  private static String plain(String message) {
    return message
        .lines()
        .findFirst()
        .orElse("unreadable")
        .replaceAll("\\s*(\\(start marker|\\(for |: enable ).*", "");
  }

  /** Writes maps, lists, arrays, records, numbers, text or a tree. */
  public static void write(Path file, Object value) {
    byte[] bytes = toText(value).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(bytes));
  }

  /** The text that {@link #write} puts into a file. */
  public static String toText(Object value) {
    JsonNode tree = MAPPER.valueToTree(value);
    refuseNonFinite(tree, "");
    try {
      return MAPPER.writeValueAsString(tree) + "\n";
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not representable as JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static void refuseNonFinite(JsonNode node, String path) {
    if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
      throw new IllegalArgumentException("result " + path + " is " + node.doubleValue());
    }
    for (var entry : node.properties()) {
      refuseNonFinite(entry.getValue(), path + "/" + entry.getKey());
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        refuseNonFinite(node.get(i), path + "/" + i);
      }
    }
  }
}
