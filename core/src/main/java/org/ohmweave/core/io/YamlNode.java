package org.ohmweave.core.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.unit.Quantity;

/**
 * A mapping of a YAML file, read strictly: every value is asked for by name, type and unit, and
 * {@link #finish} turns whatever was never asked for into an error.
 */
public final class YamlNode {
  private final String file;
  private final String path;
  private final ObjectNode node;
  private final Set<String> known = new LinkedHashSet<>();

  YamlNode(String file, String path, JsonNode node) {
    this.file = file;
    this.path = path;
    if (!(node instanceof ObjectNode mapping)) {
      throw new InputException(
          where()
              + " must be a mapping of keys to values such as 'key: value', got "
              + describe(node));
    }
    this.node = mapping;
  }

  /** The words of a required key. */
  public String text(String key) {
    return required(key, "text").asText();
  }

  /** The words of an optional key. */
  public String text(String key, String otherwise) {
    JsonNode value = find(key);
    return value == null ? otherwise : value.asText();
  }

  /** A whole number between two bounds, both allowed. */
  public int whole(String key, int otherwise, int least, int most) {
    JsonNode value = find(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.asInt() < least
        || value.asInt() > most) {
      throw wrong(key, "a whole number from " + least + " to " + most, value);
    }
    return value.asInt();
  }

  /** One of the constants of an enum, written in small letters. */
  public <E extends Enum<E>> E oneOf(String key, E[] values, E otherwise) {
    return oneOf(key, text(key, lower(otherwise)), values);
  }

  /** The constant that a word of this key names, in small letters. */
  public <E extends Enum<E>> E oneOf(String key, String word, E[] values) {
    for (E value : values) {
      if (lower(value).equals(word)) {
        return value;
      }
    }
    throw new InputException(
        where(key)
            + " must be one of "
            + Arrays.stream(values).map(YamlNode::lower).toList()
            + ", got "
            + word);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** {@code true} or {@code false}; false when missing. */
  public boolean yes(String key) {
    String word = text(key, "false");
    if (!word.equals("true") && !word.equals("false")) {
      throw new InputException(where(key) + " must be true or false, got " + word);
    }
    return word.equals("true");
  }

  /** A 64-bit seed. */
  public long seed(String key, long otherwise) {
    JsonNode value = find(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(key, "a whole number", value);
    }
    return value.asLong();
  }

  /** A required quantity in SI, from text with a unit such as {@code "5 kohm"}. */
  public double quantity(String key, String unit) {
    return parse(key, required(key, "a quantity in " + unit), unit);
  }

  /** An optional quantity in SI. */
  public double quantity(String key, String unit, double otherwise) {
    JsonNode value = find(key);
    return value == null ? otherwise : parse(key, value, unit);
  }

  /** A list of quantities in SI; a single value counts as a list of one. */
  public double[] quantities(String key, String unit, double... otherwise) {
    JsonNode value = find(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.isArray()) {
      return new double[] {parse(key, value, unit)};
    }
    if (value.isEmpty()) {
      throw wrong(key, "at least one value", value);
    }
    double[] values = new double[value.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = parse(key + "[" + i + "]", value.get(i), unit);
    }
    return values;
  }

  /** A list of whole numbers between two bounds. */
  public int[] wholes(String key, int least, int most, int... otherwise) {
    JsonNode value = find(key);
    if (value == null) {
      return otherwise;
    }
    List<Integer> values = new ArrayList<>();
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      if (!one.isIntegralNumber() || one.asInt() < least || one.asInt() > most) {
        throw wrong(key, "whole numbers from " + least + " to " + most, value);
      }
      values.add(one.asInt());
    }
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Keys and their words, for parameters that only a device law can check; empty when missing. */
  public Map<String, String> words(String key) {
    JsonNode value = find(key);
    Map<String, String> words = new LinkedHashMap<>();
    if (value == null) {
      return words;
    }
    if (!value.isObject()) {
      throw wrong(key, "a mapping of symbols to values", value);
    }
    for (var entry : value.properties()) {
      words.put(entry.getKey(), entry.getValue().asText());
    }
    return words;
  }

  /** A nested mapping; empty when missing. */
  public YamlNode child(String key) {
    JsonNode value = find(key);
    return new YamlNode(
        file,
        path.isEmpty() ? key : path + "." + key,
        value == null
            ? com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode()
            : value);
  }

  /** Nested mappings of a list; a single mapping counts as a list of one, a missing key as none. */
  public List<YamlNode> children(String key) {
    JsonNode value = find(key);
    List<YamlNode> nodes = new ArrayList<>();
    if (value != null) {
      String at = path.isEmpty() ? key : path + "." + key;
      int k = 0;
      for (JsonNode one : value.isArray() ? value : List.of(value)) {
        nodes.add(new YamlNode(file, value.isArray() ? at + "[" + k++ + "]" : at, one));
      }
    }
    return nodes;
  }

  /** Words of a list; a single word counts as a list of one, a missing key as none. */
  public List<String> texts(String key) {
    JsonNode value = find(key);
    List<String> texts = new ArrayList<>();
    if (value != null) {
      for (JsonNode one : value.isArray() ? value : List.of(value)) {
        if (!one.isValueNode()) {
          throw wrong(key, "a list of words", value);
        }
        texts.add(one.asText());
      }
    }
    return texts;
  }

  /** Whether a key is there. */
  public boolean has(String key) {
    return find(key) != null;
  }

  /** Whether a key holds a mapping or a list instead of a single value. */
  public boolean nested(String key) {
    JsonNode value = find(key);
    return value != null && !value.isValueNode();
  }

  /** The keys of this mapping, for mappings whose keys are names; all count as asked for. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    known.addAll(keys);
    return keys;
  }

  /** A mapping without keys. */
  public static YamlNode empty(String file) {
    return new YamlNode(
        file, "", com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
  }

  /** Refuses keys that nobody asked for. */
  public void finish() {
    for (var entry : node.properties()) {
      if (!known.contains(entry.getKey())) {
        throw new InputException(
            where()
                + " has an unknown key '"
                + entry.getKey()
                + "'"
                + Nearest.hint(entry.getKey(), known)
                + (known.isEmpty() ? "; leave it out" : "; it may hold " + known));
      }
    }
  }

  /**
   * The same mapping with one value replaced or added.
   *
   * @param place keys with dots between them, {@code "sweep.first"}
   * @param yaml the value as it would stand in a file, {@code "1.5 V"} or {@code "[1 V, 2 V]"}
   */
  public YamlNode with(String place, String yaml) {
    ObjectNode copy = node.deepCopy();
    ObjectNode at = copy;
    String[] keys = place.split("\\.", -1);
    for (int k = 0; k < keys.length - 1; k++) {
      JsonNode next = at.get(keys[k]);
      at = next instanceof ObjectNode mapping ? mapping : at.putObject(keys[k]);
    }
    at.set(keys[keys.length - 1], YamlFile.value(file + ": " + place, yaml));
    return new YamlNode(file, path, copy);
  }

  /** One value of this mapping as it would stand in a file. */
  public String yaml(String key) {
    return YamlFile.text(required(key, "a value"));
  }

  /** This mapping as the text of a YAML file. */
  public String toYaml() {
    return YamlFile.text(node);
  }

  /** Everything as it was read, for result files. */
  public Object toMap() {
    return node;
  }

  /** Place of a key, for messages. */
  public String where(String key) {
    return where() + (path.isEmpty() ? ": " : ".") + key;
  }

  /** Place of this mapping, for messages. */
  public String where() {
    return path.isEmpty() ? file : file + ": " + path;
  }

  private @Nullable JsonNode find(String key) {
    known.add(key);
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? null : value;
  }

  private JsonNode required(String key, String what) {
    JsonNode value = find(key);
    if (value == null) {
      throw new InputException(where(key) + " is missing; give " + what);
    }
    return value;
  }

  private double parse(String key, JsonNode value, String unit) {
    if (!value.isValueNode()) {
      throw wrong(key, "one quantity in " + unit, value);
    }
    return Quantity.parse(value.asText(), unit, where(key));
  }

  private InputException wrong(String key, String right, JsonNode got) {
    return new InputException(where(key) + " must be " + right + ", got " + describe(got));
  }

  private static String describe(JsonNode value) {
    String text = value.toString();
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }
}
