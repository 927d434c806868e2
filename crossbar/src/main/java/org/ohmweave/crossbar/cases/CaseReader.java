package org.ohmweave.crossbar.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.Json;
import org.ohmweave.core.io.Npy;
import org.ohmweave.core.io.NpyArray;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;

/**
 * Reads networks from JSON: {@code rows}, {@code cols}, {@code g} (nested list) or {@code gFile}
 * (NPY beside the file), {@code rWord}, {@code rBit}, {@code rLeft}, {@code rRight}, {@code rTop},
 * {@code rBottom} (a number, a list, or null for open), {@code law}, {@code runs} with {@code
 * vLeft}, {@code vRight}, {@code vTop}, {@code vBottom}, and {@code effective}. Other keys are
 * ignored, so stored results may stay in the file. Ohm, volt and siemens throughout.
 */
public final class CaseReader {
  private final Path file;
  private final JsonNode tree;

  private CaseReader(Path file) {
    this.file = file;
    this.tree = Json.read(file);
    if (!tree.isObject()) {
      throw new InputException(
          file + " must hold one JSON object with rows, cols, g, rWord, rBit and runs");
    }
  }

  /** Reads a case file; every mistake is named with its key. */
  public static CrossbarCase read(Path file) {
    return new CaseReader(file).read();
  }

  private CrossbarCase read() {
    int rows = size("rows");
    int columns = size("cols");
    double[] siemens = conductances(rows, columns);
    Ends ends =
        guarded(
            () ->
                new Ends(
                    ends("rLeft", rows),
                    ends("rRight", rows),
                    ends("rTop", columns),
                    ends("rBottom", columns)));
    Wires wires = guarded(() -> new Wires(number("rWord"), number("rBit"), ends));
    boolean effective = tree.hasNonNull("effective");
    JsonNode name = tree.get("name");
    return new CrossbarCase(
        name == null ? String.valueOf(file.getFileName()) : name.asText(),
        rows,
        columns,
        siemens,
        wires,
        sinhVolts(),
        runs(rows, columns, effective),
        effective);
  }

  private <T> T guarded(java.util.function.Supplier<T> make) {
    try {
      return make.get();
    } catch (InputException mistake) {
      String sentence = mistake.getMessage();
      throw sentence.startsWith(file.toString())
          ? mistake
          : new InputException(file + ": " + sentence, mistake);
    }
  }

  private int size(String key) {
    JsonNode value = need(key);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 1) {
      throw wrong(key, "a whole number of at least 1", value);
    }
    return value.asInt();
  }

  private double number(String key) {
    JsonNode value = need(key);
    if (!value.isNumber()) {
      throw wrong(key, "a number in ohm", value);
    }
    return value.asDouble();
  }

  private JsonNode need(String key) {
    JsonNode value = tree.get(key);
    if (value == null || value.isNull()) {
      throw new InputException(file + ": " + key + " is missing");
    }
    return value;
  }

  private double sinhVolts() {
    JsonNode law = tree.get("law");
    if (law == null || law.isNull()) {
      return 0;
    }
    String type = law.path("type").asText();
    if (type.equals("linear")) {
      return 0;
    }
    if (!type.equals("sinh")) {
      throw new InputException(file + ": law.type '" + type + "' is unknown; give linear or sinh");
    }
    double volts = law.path("v0").asDouble(Double.NaN);
    if (!(volts > 0)) {
      throw new InputException(file + ": law.v0 must be positive [V], got " + law.path("v0"));
    }
    return volts;
  }

  private double[] conductances(int rows, int columns) {
    JsonNode inline = tree.get("g");
    double[] values;
    if (inline != null && !inline.isNull()) {
      values = matrix(inline, rows, columns);
    } else {
      JsonNode name = tree.get("gFile");
      if (name == null || !name.isTextual()) {
        throw new InputException(file + ": g (a list of rows) or gFile (an NPY file) is missing");
      }
      Path npy = file.toAbsolutePath().resolveSibling(name.asText());
      NpyArray array = Npy.read(npy);
      if (!Arrays.equals(array.shape(), new int[] {rows, columns})) {
        throw new InputException(
            npy
                + " has shape "
                + Arrays.toString(array.shape())
                + "; "
                + file
                + " needs "
                + rows
                + " x "
                + columns);
      }
      values = array.values();
    }
    for (int k = 0; k < values.length; k++) {
      if (!(values[k] >= 0) || Double.isInfinite(values[k])) {
        throw new InputException(
            file
                + ": g["
                + k / columns
                + "]["
                + k % columns
                + "] must be zero or positive and finite [S], got "
                + values[k]);
      }
    }
    return values;
  }

  private double[] matrix(JsonNode lists, int rows, int columns) {
    if (!lists.isArray() || lists.size() != rows) {
      throw wrong("g", "a list of " + rows + " rows", lists);
    }
    double[] values = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      JsonNode row = lists.get(i);
      if (!row.isArray() || row.size() != columns) {
        throw wrong("g[" + i + "]", "a list of " + columns + " conductances", row);
      }
      for (int j = 0; j < columns; j++) {
        if (!row.get(j).isNumber()) {
          throw wrong("g[" + i + "][" + j + "]", "a number in siemens", row.get(j));
        }
        values[i * columns + j] = row.get(j).asDouble();
      }
    }
    return values;
  }

  private double[] ends(String key, int lines) {
    JsonNode value = tree.get(key);
    double[] ohms = new double[lines];
    for (int k = 0; k < lines; k++) {
      JsonNode one = value;
      if (value != null && value.isArray()) {
        if (value.size() != lines) {
          throw wrong(key, "one value or a list of " + lines, value);
        }
        one = value.get(k);
      }
      ohms[k] = end(key, one);
    }
    return ohms;
  }

  private double end(String key, @Nullable JsonNode one) {
    if (one == null || one.isNull()) {
      return Ends.OPEN;
    }
    if (!one.isNumber() || !(one.asDouble() >= 0)) {
      throw wrong(key, "null (open) or a resistance of zero or more [ohm]", one);
    }
    return one.asDouble();
  }

  private List<Drive> runs(int rows, int columns, boolean mayBeMissing) {
    JsonNode list = tree.get("runs");
    if (list == null || !list.isArray() || list.isEmpty()) {
      if (mayBeMissing) {
        return List.of();
      }
      throw new InputException(file + ": runs must be a list of at least one set of sources");
    }
    List<Drive> runs = new ArrayList<>();
    for (int k = 0; k < list.size(); k++) {
      JsonNode run = list.get(k);
      String at = "runs[" + k + "].";
      refuseMisspelt(run, at);
      runs.add(
          new Drive(
              volts(run, at, "vLeft", rows),
              volts(run, at, "vRight", rows),
              volts(run, at, "vTop", columns),
              volts(run, at, "vBottom", columns)));
    }
    return runs;
  }

  /** Stored answers may stay in a run, but a source with a wrong capital would silently be 0 V. */
  private void refuseMisspelt(JsonNode run, String at) {
    for (var entry : run.properties()) {
      for (String key : List.of("vLeft", "vRight", "vTop", "vBottom")) {
        if (entry.getKey().equalsIgnoreCase(key) && !entry.getKey().equals(key)) {
          throw new InputException(file + ": " + at + entry.getKey() + " is unknown; write " + key);
        }
      }
    }
  }

  private double[] volts(JsonNode run, String at, String key, int lines) {
    JsonNode value = run.get(key);
    double[] volts = new double[lines];
    if (value == null || value.isNull()) {
      return volts;
    }
    if (value.isArray() && value.size() != lines) {
      throw wrong(at + key, "one voltage or a list of " + lines, value);
    }
    for (int k = 0; k < lines; k++) {
      JsonNode one = value.isArray() ? value.get(k) : value;
      if (one.isNull()) {
        continue;
      }
      if (!one.isNumber() || !Double.isFinite(one.asDouble())) {
        throw wrong(at + key, "finite voltages [V]", one);
      }
      volts[k] = one.asDouble();
    }
    return volts;
  }

  private InputException wrong(String key, String right, JsonNode got) {
    String text = got.toString();
    return new InputException(
        file
            + ": "
            + key
            + " must be "
            + right
            + ", got "
            + (text.length() > 60 ? text.substring(0, 57) + "..." : text));
  }
}
