package org.ohmweave.study.kind;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.crossbar.array.WireGeometry;

/**
 * Wire resistance of a study: {@code wires: {segment: 2 ohm}}, or by technology {@code wires:
 * {node: 22 nm, pitch: 2, temperature: 350 K}}; {@code bitPitch} where cells are not square.
 *
 * @param wordOhms of a word-line segment
 * @param bitOhms of a bit-line segment
 * @param nodeMetres technology node, 0 = resistances given
 */
record WireChoice(double wordOhms, double bitOhms, double nodeMetres) {
  private static final double ROOM_KELVIN = 300;

  /** Reads the key {@code wires}. */
  static WireChoice read(YamlNode study, double segmentOtherwise) {
    YamlNode node = study.child("wires");
    double metres = node.quantity("node", "m", 0);
    double segment = node.quantity("segment", "ohm", segmentOtherwise);
    double pitch = node.quantity("pitch", "1", 2);
    double bitPitch = node.quantity("bitPitch", "1", pitch);
    double kelvin = node.quantity("temperature", "K", ROOM_KELVIN);
    if (node.has("node") && node.has("segment")) {
      throw new InputException(node.where() + " may hold a node or a segment resistance, not both");
    }
    if (!node.has("node")
        && (node.has("pitch") || node.has("bitPitch") || node.has("temperature"))) {
      throw new InputException(
          node.where()
              + " holds a pitch or a temperature but no node; give for example 'node: 22 nm'");
    }
    node.finish();
    if (!(segment >= 0)) {
      throw new InputException(
          node.where("segment") + " must not be negative [ohm], got " + segment);
    }
    if (metres == 0) {
      return new WireChoice(segment, segment, 0);
    }
    return new WireChoice(
        ohms(node, metres, pitch, kelvin), ohms(node, metres, bitPitch, kelvin), metres);
  }

  /**
   * Segment resistances to try: the key {@code wire}, or {@code wires} with a list of nodes for
   * square cells.
   */
  static double[] readList(YamlNode study, double... otherwise) {
    if (!study.has("wires")) {
      return study.quantities("wire", "ohm", otherwise);
    }
    if (study.has("wire")) {
      throw new InputException(study.where("wire") + " and 'wires' exclude each other");
    }
    YamlNode node = study.child("wires");
    double[] nodes = node.quantities("node", "m");
    double pitch = node.quantity("pitch", "1", 2);
    double kelvin = node.quantity("temperature", "K", ROOM_KELVIN);
    node.finish();
    if (nodes.length == 0) {
      throw new InputException(node.where("node") + " is missing; give for example [22 nm, 7 nm]");
    }
    double[] ohms = new double[nodes.length];
    for (int k = 0; k < ohms.length; k++) {
      ohms[k] = ohms(node, nodes[k], pitch, kelvin);
    }
    return ohms;
  }

  private static double ohms(YamlNode node, double metres, double pitch, double kelvin) {
    try {
      WireGeometry line = WireGeometry.ofNode(metres);
      return line.ohms(pitch * line.widthMetres(), kelvin);
    } catch (InputException mistake) {
      throw new InputException(node.where() + ": " + mistake.getMessage(), mistake);
    }
  }

  /** For people. */
  String words() {
    String ohms =
        wordOhms == bitOhms
            ? Words.si(wordOhms, "\u03a9") + " per segment"
            : Words.si(wordOhms, "\u03a9")
                + " per word-line and "
                + Words.si(bitOhms, "\u03a9")
                + " per bit-line segment";
    return nodeMetres == 0
        ? ohms
        : ohms + " (copper, " + Words.digits(nodeMetres * 1e9, 3) + " nm node)";
  }

  /** For result files. */
  Map<String, Object> describe() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("wordSegmentOhms", wordOhms);
    map.put("bitSegmentOhms", bitOhms);
    map.put("nodeMetres", nodeMetres);
    return map;
  }
}
