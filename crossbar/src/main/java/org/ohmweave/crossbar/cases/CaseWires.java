package org.ohmweave.crossbar.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Segments;
import org.ohmweave.crossbar.array.WireGeometry;

/**
 * Wires of a case: {@code rWord} and {@code rBit} (one number, one per line, or one per segment) or
 * {@code wires} (a technology node, or a cross-section), then {@code variation} and {@code broken}.
 *
 * @param wordOhms of a word-line segment; means nothing where segments differ
 * @param bitOhms of a bit-line segment; means nothing where segments differ
 * @param ends how lines end
 * @param uneven every segment by itself, or null if all of a direction are alike
 */
public record CaseWires(double wordOhms, double bitOhms, Ends ends, @Nullable Segments uneven) {
  private static final double ROOM_KELVIN = 300;
  private static final List<String> SHAPE =
      List.of(
          "widthMetres",
          "heightMetres",
          "resistivityOhmMetres",
          "barrierMetres",
          "perKelvin",
          "referenceKelvin");

  static CaseWires read(CaseTree tree, int rows, int columns, NoiseSource noise) {
    Ends ends =
        new Ends(
            tree.ends("rLeft", rows),
            tree.ends("rRight", rows),
            tree.ends("rTop", columns),
            tree.ends("rBottom", columns));
    CaseTree geometry = tree.child("wires");
    double[] word = new double[rows * (columns - 1)];
    double[] bit = new double[(rows - 1) * columns];
    boolean differ = false;
    double wordOhms;
    double bitOhms;
    if (geometry == null) {
      wordOhms = ohms(tree, "rWord");
      bitOhms = ohms(tree, "rBit");
      differ = fill(tree, "rWord", word, rows, columns - 1, true);
      differ |= fill(tree, "rBit", bit, rows - 1, columns, false);
    } else {
      for (String key : List.of("rWord", "rBit")) {
        JsonNode given = tree.get(key);
        if (given != null) {
          throw tree.wrong(key, "left out where wires gives the resistance", given);
        }
      }
      double[] both = ofGeometry(geometry);
      wordOhms = both[0];
      bitOhms = both[1];
      Arrays.fill(word, wordOhms);
      Arrays.fill(bit, bitOhms);
    }
    Segments segments = new Segments(rows, columns, word, bit);
    CaseTree variation = tree.child("variation");
    if (variation != null) {
      variation.only(List.of("line", "segment"));
      segments = segments.varied(spread(variation, "line"), spread(variation, "segment"), noise);
      differ = true;
    }
    CaseTree broken = tree.child("broken");
    if (broken != null) {
      broken.only(List.of("word", "bit"));
      for (int[] at : broken.places("word", rows, columns - 1)) {
        segments = segments.brokenWord(at[0], at[1]);
        differ = true;
      }
      for (int[] at : broken.places("bit", rows - 1, columns)) {
        segments = segments.brokenBit(at[1], at[0]);
        differ = true;
      }
    }
    return new CaseWires(wordOhms, bitOhms, ends, differ ? segments : null);
  }

  private static double spread(CaseTree variation, String key) {
    double sd = variation.number(key, "sd of the natural logarithm", 0);
    if (!(sd >= 0 && sd <= 5)) {
      throw variation.wrong(
          key, "0 .. 5 (sd of the natural logarithm; 0.1 = 10 %)", variation.need(key));
    }
    return sd;
  }

  /** The one value for all segments, 0 if there are several. */
  private static double ohms(CaseTree tree, String key) {
    JsonNode value = tree.need(key);
    if (value.isArray()) {
      return 0;
    }
    if (!value.isNumber() || !(value.asDouble() >= 0) || Double.isInfinite(value.asDouble())) {
      throw tree.wrong(
          key, "a number (or a list, one per line) of zero or more, finite [ohm]", value);
    }
    return value.asDouble();
  }

  /** Fills the segments of a direction, {@code down x across}; whether they may differ. */
  private static boolean fill(
      CaseTree tree, String key, double[] ohms, int down, int across, boolean word) {
    JsonNode value = tree.need(key);
    int lines = word ? down : across;
    boolean list = value.isArray();
    boolean perLine = list && value.size() > 0 && !value.get(0).isArray();
    if (list && value.size() != (perLine ? lines : down)) {
      throw tree.wrong(
          key,
          "one number, a list of " + lines + " (one per line), or " + down + " lists of " + across,
          value);
    }
    for (int i = 0; i < down; i++) {
      if (list && !perLine && value.get(i).size() != across) {
        throw tree.wrong(key + "[" + i + "]", "a list of " + across + " segments", value.get(i));
      }
      for (int j = 0; j < across; j++) {
        int line = word ? i : j;
        JsonNode one = !list ? value : perLine ? value.get(line) : value.get(i).get(j);
        ohms[i * across + j] = segment(tree, key, perLine ? line : i, perLine ? -1 : j, one, list);
      }
    }
    return list;
  }

  private static double segment(
      CaseTree tree, String key, int first, int second, JsonNode one, boolean list) {
    if (one.isNumber() && one.asDouble() >= 0 && !Double.isInfinite(one.asDouble())) {
      return one.asDouble();
    }
    if (list && second >= 0 && one.isNull()) {
      return Double.POSITIVE_INFINITY;
    }
    throw tree.wrong(
        key + (list ? "[" + first + "]" : "") + (list && second >= 0 ? "[" + second + "]" : ""),
        "zero or more, finite" + (second >= 0 ? ", or null where it is broken" : "") + " [ohm]",
        one);
  }

  private static double[] ofGeometry(CaseTree wires) {
    boolean node = wires.get("nodeMetres") != null;
    List<String> keys = new ArrayList<>(List.of("nodeMetres", "wordPitch", "bitPitch", "kelvin"));
    if (!node) {
      keys.addAll(SHAPE);
    }
    wires.only(keys);
    WireGeometry line =
        node
            ? WireGeometry.ofNode(wires.positive("nodeMetres", "m"))
            : new WireGeometry(
                wires.positive("widthMetres", "m"),
                wires.positive("heightMetres", "m"),
                wires.positive("resistivityOhmMetres", "ohm m"),
                wires.number("barrierMetres", "m", 0),
                wires.number("perKelvin", "1/K", 0),
                wires.positive("referenceKelvin", "K", ROOM_KELVIN));
    double kelvin = wires.positive("kelvin", "K", ROOM_KELVIN);
    double wordPitch = wires.positive("wordPitch", "line widths", 2);
    double bitPitch = wires.positive("bitPitch", "line widths", wordPitch);
    return new double[] {
      line.ohms(wordPitch * line.widthMetres(), kelvin),
      line.ohms(bitPitch * line.widthMetres(), kelvin)
    };
  }
}
