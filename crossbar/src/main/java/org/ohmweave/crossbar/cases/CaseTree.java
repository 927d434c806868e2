package org.ohmweave.crossbar.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.Ends;

/** A case file as a tree whose values are asked for by key; every mistake names file and key. */
final class CaseTree {
  private final Path file;
  private final JsonNode tree;

  CaseTree(Path file, JsonNode tree) {
    this.file = file;
    this.tree = tree;
    if (!tree.isObject()) {
      throw new InputException(file + " must hold one JSON object");
    }
  }

  String fileName() {
    return String.valueOf(file.getFileName());
  }

  /** Does something whose mistakes do not name the file yet. */
  <T> T guarded(Supplier<T> make) {
    try {
      return make.get();
    } catch (InputException mistake) {
      String sentence = mistake.getMessage();
      throw sentence.startsWith(file.toString())
          ? mistake
          : new InputException(file + ": " + sentence, mistake);
    }
  }

  /** A value, or null if it is absent or null. */
  @Nullable JsonNode get(String key) {
    JsonNode value = tree.get(key);
    return value == null || value.isNull() ? null : value;
  }

  JsonNode need(String key) {
    JsonNode value = get(key);
    if (value == null) {
      throw new InputException(file + ": " + key + " is missing");
    }
    return value;
  }

  int size(String key) {
    JsonNode value = need(key);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 1) {
      throw wrong(key, "a whole number of at least 1", value);
    }
    return value.asInt();
  }

  double number(String key, String unit) {
    JsonNode value = need(key);
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw wrong(key, "a finite number [" + unit + "]", value);
    }
    return value.asDouble();
  }

  String text(String key) {
    JsonNode value = need(key);
    if (!value.isTextual()) {
      throw wrong(key, "a name in quotes", value);
    }
    return value.asText();
  }

  double[] numbers(String key, JsonNode list, String unit) {
    if (!list.isArray() || list.isEmpty()) {
      throw wrong(key, "a list of numbers [" + unit + "]", list);
    }
    double[] values = new double[list.size()];
    for (int k = 0; k < values.length; k++) {
      if (!list.get(k).isNumber()) {
        throw wrong(key + "[" + k + "]", "a number [" + unit + "]", list.get(k));
      }
      values[k] = list.get(k).asDouble();
    }
    return values;
  }

  double[] matrix(String key, JsonNode lists, int rows, int columns, String unit) {
    if (!lists.isArray() || lists.size() != rows) {
      throw wrong(key, "a list of " + rows + " rows", lists);
    }
    double[] values = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      JsonNode row = lists.get(i);
      if (!row.isArray() || row.size() != columns) {
        throw wrong(key + "[" + i + "]", "a list of " + columns + " numbers [" + unit + "]", row);
      }
      double[] one = numbers(key + "[" + i + "]", row, unit);
      System.arraycopy(one, 0, values, i * columns, columns);
    }
    return values;
  }

  double[] ends(String key, int lines) {
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

  InputException wrong(String key, String right, JsonNode got) {
    String text = got.isMissingNode() ? "nothing" : got.toString();
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
