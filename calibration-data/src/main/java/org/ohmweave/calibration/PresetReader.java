package org.ohmweave.calibration;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ohmweave.core.InputException;

/** Reads one parameter set from YAML, strictly. */
final class PresetReader {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
  private static final Set<String> KEYS =
      Set.of("name", "law", "title", "references", "polarity", "notes", "values");
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
      throw new InputException(file + " is not valid YAML: " + e.getOriginalMessage(), e);
    }
    if (tree == null || !tree.isObject()) {
      throw new InputException(file + " must be a mapping with the keys " + KEYS);
    }
    refuseUnknown(tree, KEYS, "");
    List<PresetValue> values = new ArrayList<>();
    JsonNode table = tree.path("values");
    if (!table.isObject() || table.isEmpty()) {
      throw new InputException(
          file + ": values must map published symbols to value, unit, status, source");
    }
    for (var entry : table.properties()) {
      values.add(value(entry.getKey(), entry.getValue()));
    }
    return new Preset(
        words(tree, "name"),
        words(tree, "law"),
        words(tree, "title"),
        list(tree, "references"),
        words(tree, "polarity"),
        list(tree, "notes"),
        values);
  }

  private PresetValue value(String symbol, JsonNode node) {
    String at = "values." + symbol;
    if (!node.isObject()) {
      throw new InputException(file + ": " + at + " must hold value, unit, status and source");
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

  /** YAML 1.1 reads 1e-9 without a point as text, so text that is a number counts. */
  private double number(String at, JsonNode node) {
    double value;
    try {
      value = node.isNumber() ? node.asDouble() : Double.parseDouble(node.asText());
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
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
                + " is unknown; it may be one of "
                + allowed.stream().sorted().toList());
      }
    }
  }
}
