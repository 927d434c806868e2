package org.ohmweave.calibration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlFile;
import org.ohmweave.core.io.YamlNode;

/**
 * Lines of one metal by technology node.
 *
 * @param name {@code wires/metal}
 * @param title one line
 * @param perKelvin temperature coefficient of the resistivity, 1/K
 * @param referenceKelvin where the resistivities hold
 * @param nodes largest first
 */
public record WireTable(
    String name, String title, double perKelvin, double referenceKelvin, List<Node> nodes) {
  /** Nodes are copied. */
  public WireTable {
    nodes = List.copyOf(nodes);
  }

  /**
   * A line of one node.
   *
   * @param nodeMetres name of the node
   * @param widthMetres of the line
   * @param aspectRatio height over width
   * @param resistivityOhmMetres at the reference temperature
   * @param barrierMetres thickness of the liner at both sides and the bottom
   * @param status how much the values can be trusted
   * @param source where they stand
   */
  public record Node(
      double nodeMetres,
      double widthMetres,
      double aspectRatio,
      double resistivityOhmMetres,
      double barrierMetres,
      PresetValue.Status status,
      String source) {}

  /** The table that comes with the project. */
  public static WireTable copper() {
    try (InputStream in = WireTable.class.getResourceAsStream("wires/copper.yaml")) {
      if (in == null) {
        throw new IllegalStateException("wires/copper.yaml is missing from the jar");
      }
      return parse("wires/copper.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A table of the user's. */
  public static WireTable read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new InputException(
          "wire table " + file + " cannot be read; name an existing YAML file", e);
    }
  }

  /** The line of a node; names those there are. */
  public Node node(double nodeMetres) {
    for (Node node : nodes) {
      if (Math.abs(node.nodeMetres() - nodeMetres) <= 1e-3 * node.nodeMetres()) {
        return node;
      }
    }
    throw new InputException(
        name
            + " has no node of "
            + nanometres(nodeMetres)
            + "; it has "
            + nodes.stream().map(n -> nanometres(n.nodeMetres())).toList());
  }

  private static String nanometres(double metres) {
    return String.format(Locale.ROOT, "%.4g nm", metres * 1e9).replaceAll("\\.?0+ nm", " nm");
  }

  private static WireTable parse(String file, String text) {
    YamlNode top = YamlFile.parse(file, text);
    YamlNode temperature = top.child("temperature");
    List<Node> nodes = new ArrayList<>();
    for (YamlNode line : top.children("nodes")) {
      nodes.add(
          new Node(
              positive(line, "node", "m"),
              positive(line, "width", "m"),
              positive(line, "aspectRatio", "1"),
              positive(line, "resistivity", "ohm m"),
              line.quantity("barrier", "m"),
              status(line),
              line.text("source")));
      line.finish();
    }
    if (nodes.isEmpty()) {
      throw new InputException(top.where("nodes") + " must list at least one node");
    }
    WireTable table =
        new WireTable(
            top.text("name"),
            top.text("title"),
            temperature.quantity("coefficient", "1/K"),
            positive(temperature, "reference", "K"),
            nodes);
    status(temperature);
    temperature.text("source");
    temperature.finish();
    top.texts("references");
    top.texts("notes");
    top.finish();
    return table;
  }

  private static double positive(YamlNode node, String key, String unit) {
    double value = node.quantity(key, unit);
    if (!(value > 0)) {
      throw new InputException(node.where(key) + " must be positive [" + unit + "], got " + value);
    }
    return value;
  }

  private static PresetValue.Status status(YamlNode node) {
    String word = node.text("status");
    return Arrays.stream(PresetValue.Status.values())
        .filter(s -> s.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_')))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    node.where("status")
                        + " '"
                        + word
                        + "' must be one of published, code, fitted, our-choice"));
  }
}
