package org.ohmweave.crossbar.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.Nearest;
import org.ohmweave.crossbar.array.Ends;

/** A case file as a tree whose values are asked for by key; every mistake names file and key. */
final class CaseTree {
  private final Path file;
  private final JsonNode tree;
  private final String prefix;

  CaseTree(Path file, JsonNode tree) {
    this(file, tree, "");
    if (!tree.isObject()) {
      throw new InputException(file + " must hold one JSON object");
    }
  }

  private CaseTree(Path file, JsonNode tree, String prefix) {
    this.file = file;
    this.tree = tree;
    this.prefix = prefix;
  }

  Path file() {
    return file;
  }

  /** An object inside this one, or null if it is absent; its keys are named with its own. */
  @Nullable CaseTree child(String key) {
    JsonNode value = get(key);
    return value == null ? null : object(key, value);
  }

  /** An object that {@code key} leads to, for example an element of a list. */
  CaseTree object(String key, JsonNode value) {
    if (!value.isObject()) {
      throw wrong(key, "an object in braces", value);
    }
    return new CaseTree(file, value, prefix + key + ".");
  }

  /** Refuses keys that are not known; a slip would silently mean the default. */
  void only(Collection<String> known) {
    for (var entry : tree.properties()) {
      String key = entry.getKey();
      if (!known.contains(key)) {
        String hint = Nearest.hint(key, known);
        throw unknown(key, hint.isEmpty() ? "; it may be one of " + new TreeSet<>(known) : hint);
      }
    }
  }

  /**
   * Refuses keys that look like slips of known ones; others are somebody's notes or stored results.
   *
   * @param extras keys that are no slips whatever they look like
   */
  void noSlips(Collection<String> known, Collection<String> extras) {
    for (var entry : tree.properties()) {
      String key = entry.getKey();
      String meant = Nearest.slipOf(key, known);
      if (!meant.isEmpty() && !known.contains(key) && !extras.contains(key)) {
        throw unknown(key, "; did you mean '" + meant + "'?");
      }
    }
  }

  private InputException unknown(String key, String remedy) {
    return new InputException(file + ": " + prefix + key + " is unknown" + remedy);
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
      throw new InputException(file + ": " + prefix + key + " is missing");
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

  double number(String key, String unit, double otherwise) {
    return get(key) == null ? otherwise : number(key, unit);
  }

  /** A number above 0. */
  double positive(String key, String unit) {
    double value = number(key, unit);
    if (!(value > 0)) {
      throw wrong(key, "a positive number [" + unit + "]", need(key));
    }
    return value;
  }

  double positive(String key, String unit, double otherwise) {
    return get(key) == null ? otherwise : positive(key, unit);
  }

  /** A whole number of any sign. */
  long whole(String key, long otherwise) {
    JsonNode value = get(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(key, "a whole number", value);
    }
    return value.asLong();
  }

  /** Pairs [row, column] of a list; none if it is absent. */
  List<int[]> places(String key, int rows, int columns) {
    List<int[]> places = new ArrayList<>();
    JsonNode list = get(key);
    if (list == null) {
      return places;
    }
    if (!list.isArray()) {
      throw wrong(key, "a list of pairs [row, column]", list);
    }
    for (int k = 0; k < list.size(); k++) {
      JsonNode pair = list.get(k);
      int row = pair.size() == 2 && pair.get(0).isInt() ? pair.get(0).asInt() : -1;
      int column = pair.size() == 2 && pair.get(1).isInt() ? pair.get(1).asInt() : -1;
      if (row < 0 || row >= rows || column < 0 || column >= columns) {
        throw wrong(
            key + "[" + k + "]",
            "[row, column] with a row of 0 .. "
                + (rows - 1)
                + " and a column of 0 .. "
                + (columns - 1),
            pair);
      }
      places.add(new int[] {row, column});
    }
    return places;
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
            + prefix
            + key
            + " must be "
            + right
            + ", got "
            + (text.length() > 60 ? text.substring(0, 57) + "..." : text));
  }
}
