package org.ohmweave.calibration;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.DecimalText;
import org.ohmweave.core.io.Nearest;
import org.ohmweave.core.io.YamlFile;
import org.ohmweave.core.io.YamlNode;

/** Reads one parameter set from YAML, strictly. */
final class PresetReader {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "extends",
          "law",
          "title",
          "references",
          "polarity",
          "notes",
          "values",
          "variability",
          "cycles");
  private static final Set<String> VALUE_KEYS = Set.of("value", "unit", "status", "source");

  private final String file;

  PresetReader(String file) {
    this.file = file;
  }

  Preset read(String text) {
    JsonNode tree;
    try {
      tree = YAML.readTree(text);
    } catch (JacksonException e) {
      throw new InputException(
          file
              + " is not valid YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse("unreadable")
              + "; write 'key: value' lines with equal indents and no key twice",
          e);
    }
    if (tree == null || !tree.isObject()) {
      throw new InputException(file + " must be a mapping with the keys " + KEYS);
    }
    refuseUnknown(tree, KEYS, "");
    YamlNode variability = YamlFile.parse(file, text).child("variability");
    YamlNode cycles = YamlFile.parse(file, text).child("cycles");
    if (tree.has("extends")) {
      return extended(tree, Presets.find(words(tree, "extends")), variability, cycles);
    }
    List<PresetValue> values = values(tree);
    if (values.isEmpty()) {
      throw new InputException(
          file + ": values must map published symbols to value, unit, status, source");
    }
    return new Preset(
        words(tree, "name"),
        words(tree, "law"),
        words(tree, "title"),
        list(tree, "references"),
        words(tree, "polarity"),
        list(tree, "notes"),
        values,
        variability,
        cycles);
  }

  /** A set that says only what differs from another; its variability replaces the other's. */
  private Preset extended(JsonNode tree, Preset base, YamlNode variability, YamlNode cycles) {
    for (String fixed : List.of("law", "polarity")) {
      if (tree.has(fixed)) {
        throw new InputException(
            file + ": " + fixed + " comes from " + base.name() + "; leave it out beside 'extends'");
      }
    }
    Map<String, PresetValue> merged = new LinkedHashMap<>();
    base.values().forEach(v -> merged.put(v.symbol(), v));
    for (PresetValue own : values(tree)) {
      if (!merged.containsKey(own.symbol())) {
        throw new InputException(
            file
                + ": values."
                + own.symbol()
                + " is not a parameter of law "
                + base.law()
                + "; it has "
                + merged.keySet());
      }
      merged.put(own.symbol(), own);
    }
    List<String> references = new ArrayList<>(base.references());
    references.addAll(list(tree, "references"));
    List<String> notes = new ArrayList<>(list(tree, "notes"));
    notes.add("Values that are not given here are those of " + base.name() + ".");
    return new Preset(
        words(tree, "name"),
        base.law(),
        words(tree, "title"),
        references,
        base.polarity(),
        notes,
        List.copyOf(merged.values()),
        tree.has("variability") ? variability : base.variability(),
        tree.has("cycles") ? cycles : base.cycles());
  }

  private List<PresetValue> values(JsonNode tree) {
    List<PresetValue> values = new ArrayList<>();
    JsonNode table = tree.path("values");
    if (!table.isMissingNode() && !table.isObject()) {
      throw new InputException(
          file + ": values must map published symbols to value, unit, status, source");
    }
    for (var entry : table.properties()) {
      values.add(value(entry.getKey(), entry.getValue()));
    }
    return values;
  }

  private PresetValue value(String symbol, JsonNode node) {
    String at = "values." + symbol;
    if (node.isValueNode() && !node.isNull()) {
      return plain(symbol, at, node.asText().strip());
    }
    if (!node.isObject()) {
      throw new InputException(
          file
              + ": "
              + at
              + " must hold value, unit, status and source, or be a quantity such as '45 nm'");
    }
    refuseUnknown(node, VALUE_KEYS, at + ".");
    double value = number(at, node.path("value"));
    String status = words(node, "status").toUpperCase(Locale.ROOT).replace('-', '_');
    if (Arrays.stream(PresetValue.Status.values()).noneMatch(s -> s.name().equals(status))) {
      throw new InputException(
          file
              + ": "
              + at
              + ".status '"
              + node.path("status").asText()
              + "' must be one of "
              + Arrays.stream(PresetValue.Status.values())
                  .map(s -> s.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                  .collect(Collectors.joining(", ")));
    }
    return new PresetValue(
        symbol,
        value,
        words(node, "unit"),
        PresetValue.Status.valueOf(status),
        words(node, "source"));
  }

  /** A value without a source: {@code "45 nm"}. */
  private PresetValue plain(String symbol, String at, String text) {
    int cut = text.indexOf(' ');
    String digits = cut < 0 ? text : text.substring(0, cut);
    String unit = cut < 0 ? "1" : text.substring(cut).strip();
    double value = DecimalText.parse(digits);
    if (!Double.isFinite(value)) {
      throw new InputException(
          file + ": " + at + ": '" + text + "' is not a quantity; give a number, a space, a unit");
    }
    return new PresetValue(
        symbol, value, unit, PresetValue.Status.OUR_CHOICE, "given without a source in " + file);
  }

  /** YAML 1.1 reads 1e-9 without a point as text, so text that is a number counts. */
  private double number(String at, JsonNode node) {
    double value = node.isNumber() ? node.asDouble() : DecimalText.parse(node.asText());
    if (!Double.isFinite(value)) {
      throw new InputException(file + ": " + at + ".value must be a finite number, got " + node);
    }
    return value;
  }

  private String words(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
      throw new InputException(file + ": " + key + " is missing");
    }
    return value.asText().strip();
  }

  private List<String> list(JsonNode node, String key) {
    List<String> lines = new ArrayList<>();
    node.path(key).forEach(line -> lines.add(line.asText().strip()));
    return lines;
  }

  private void refuseUnknown(JsonNode node, Set<String> allowed, String at) {
    for (var entry : node.properties()) {
      if (!allowed.contains(entry.getKey())) {
        throw new InputException(
            file
                + ": "
                + at
                + entry.getKey()
                + " is unknown"
                + Nearest.hint(entry.getKey(), allowed)
                + "; it may be one of "
                + allowed.stream().sorted().toList());
      }
    }
  }
}
