package org.ohmweave.core.io;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ohmweave.core.InputException;

/** Opens YAML files: studies and device definitions. */
public final class YamlFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final String REMEDY =
      "; write 'key: value' lines, equal indents, no key twice, and quote text that holds ': '";

  private YamlFile() {}

  /** Reads a file from disk. */
  public static YamlNode read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException("study " + file + " is not a file; name a YAML file");
    }
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new InputException(
          "study " + file + " cannot be read as UTF-8 text (" + e.getMessage() + ")", e);
    }
  }

  /**
   * Reads text.
   *
   * @param name what messages call it
   */
  public static YamlNode parse(String name, String yaml) {
    try {
      JsonNode tree = YAML.readTree(yaml);
      if (tree == null || tree.isMissingNode() || tree.isNull()) {
        throw new InputException(name + " is empty; a study needs at least the key 'kind'");
      }
      return new YamlNode(name, "", tree);
    } catch (JacksonException e) {
      var place = e.getLocation();
      throw new InputException(
          name
              + (place == null ? "" : ", line " + place.getLineNr())
              + " is not valid YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse("unreadable")
              + REMEDY,
          e);
    }
  }

  /** One value as it stands in a file. */
  static JsonNode value(String where, String yaml) {
    try {
      JsonNode value = YAML.readTree(yaml);
      if (value == null || value.isMissingNode() || value.isNull()) {
        throw new InputException(where + " has no value; give one, such as '1.5 V'");
      }
      return value;
    } catch (JacksonException e) {
      throw new InputException(
          where
              + " is not valid YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse("unreadable")
              + REMEDY,
          e);
    }
  }

  /** The text of a file that holds this tree. */
  static String text(JsonNode tree) {
    try {
      return YAML.writeValueAsString(tree).replaceFirst("^---\\s*", "");
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }
}
