package org.ohmweave.validation.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.dynamics.Crossing;
import org.ohmweave.crossbar.dynamics.TransientResult;
import org.ohmweave.crossbar.dynamics.Transients;
import org.ohmweave.crossbar.dynamics.Transients.Method;

/**
 * Random arrays by both methods: ports at the usual tolerance and, as the referee, everything
 * implicitly at 1e-7. They share the cells' laws and nothing of the coupling. Limits are the column
 * "pass" of golden/array-transient, which holds against an independent program.
 */
class TransientMethodsTest {
  private static final int ARRAYS = 24;

  /** A family's name in a case, its level, and what random cases of it look like. */
  private record Family(
      String model, int polarity, double low, double high, double volts, double seconds) {}

  private static final List<Family> FAMILIES =
      List.of(
          new Family("reram-th", 1, 0.25, 1.65, 2.2, 50e-9),
          new Family("jart-v1b", -1, -4.4, 2.4, 0.85, 8e-7),
          new Family("pcmo", -1, 58.8, 61.3, 2.75, 6e-6));

  @TempDir private Path directory = Path.of("");

  @Test
  void portsAgreeWithImplicitSteps() {
    int crossings = 0;
    for (int k = 0; k < ARRAYS; k++) {
      crossings += agree("array " + k, randomCase(k));
    }
    assertTrue(crossings >= ARRAYS / 2, "cells that switched: " + crossings);
  }

  /**
   * All lines but one at 0 V and one bit line open. A Schottky contact conducts differently on
   * either side of 0 V, and voltages that do not belong to the states stay wrong however short the
   * step is.
   */
  @Test
  void floatingLineStartsAtTheKinkOfTheContact() {
    String text =
        "{'rows': 5, 'cols': 4, 'model': 'jart-v1b', 'polarity': -1, 'rWord': 2.27, 'rBit': 3"
            + "6.7, 'rLeft': [405.0, 50.0, 169.0, 23.6, 78.2], 'rBottom': [416.0, 244.0, 12.1, null"
            + "], 'waveforms': {'full': {'t': [0.0, 1.13e-08, 2.25e-08, 5.86e-07, 5.97e-07], 'v': ["
            + "0.0, 0.0, 0.916, 0.916, 0.0]}}, 'vLeft': [null, 'full', null, null, null], 'level': "
            + "-0.9, 'tEnd': 6.08e-07, 'times': [3e-08, 3e-07, 6e-07], 'state0': [[-4.41, -2.55, 1."
            + "6, 0.212], [-3.19, -2.73, -3.22, 2.12], [-4.33, -3.97, 2.45, -3.45], [-2.55, 0.0379,"
            + " -2.6, 0.0274], [-2.51, -3.38, 0.959, 0.532]]}";
    agree("floating line", text);
  }

  private int agree(String name, String text) {
    TransientResult a =
        Transients.run(TransientText.read(directory, text, 1), Method.PORTS, Transients.TOLERANCE);
    TransientResult b =
        Transients.run(TransientText.read(directory, text, 1), Method.IMPLICIT, 1e-7);
    List<Crossing> found = sorted(a.crossings());
    List<Crossing> expected = sorted(b.crossings());
    assertEquals(expected.size(), found.size(), name + text);
    for (int k = 0; k < found.size(); k++) {
      Crossing one = expected.get(k);
      assertEquals(one.row(), found.get(k).row(), name);
      assertEquals(one.column(), found.get(k).column(), name);
      assertEquals(one.kind(), found.get(k).kind(), name);
      assertEquals(one.seconds(), found.get(k).seconds(), 1e-3 * one.seconds(), name);
    }
    int cells = b.cellVolts()[0].length;
    int n = b.finalCoordinates().length / cells;
    for (int c = 0; c < cells; c++) {
      assertEquals(b.finalCoordinates()[c * n], a.finalCoordinates()[c * n], 1e-3, name);
    }
    double largest = 0;
    for (double charge : b.charge()) {
      largest = Math.max(largest, Math.abs(charge));
    }
    for (int e = 0; e < b.charge().length; e++) {
      assertEquals(b.charge()[e], a.charge()[e], 1e-3 * largest, name);
    }
    return found.size();
  }

  private static List<Crossing> sorted(List<Crossing> crossings) {
    return crossings.stream()
        .sorted(
            Comparator.comparing(Crossing::row)
                .thenComparing(Crossing::column)
                .thenComparing(Crossing::seconds))
        .toList();
  }

  private static String randomCase(int k) {
    Purpose p = NoiseSource.seeded(9).purpose("transient-methods");
    int[] event = {0};
    DoubleSupplier u = () -> p.uniform(k, event[0]++);
    Family family = FAMILIES.get(k % FAMILIES.size());
    int rows = 1 + (int) (4 * u.getAsDouble());
    int columns = 1 + (int) (4 * u.getAsDouble());
    int row = (int) (rows * u.getAsDouble());
    int column = (int) (columns * u.getAsDouble());
    double volts = family.volts() * (0.95 + 0.15 * u.getAsDouble());
    double edge = family.seconds() / 30;
    double share = k % 2 == 0 ? 0.5 : 1.0 / 3;
    boolean open = u.getAsDouble() < 0.3 && columns > 1;
    List<List<Double>> states = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      List<Double> line = new ArrayList<>();
      for (int j = 0; j < columns; j++) {
        double at = i == row && j == column ? addressed(family) : u.getAsDouble();
        line.add(family.low() + at * (family.high() - family.low()));
      }
      states.add(line);
    }
    List<String> left = new ArrayList<>();
    List<String> bottom = new ArrayList<>();
    List<Double> rightOhms = new ArrayList<>();
    List<String> bottomOhms = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      left.add(i == row ? "'full'" : "'row'");
      rightOhms.add(20 + 400 * u.getAsDouble());
    }
    for (int j = 0; j < columns; j++) {
      boolean floats = open && j == (column + 1) % columns;
      bottom.add(j == column || floats ? "null" : "'column'");
      bottomOhms.add(floats ? "null" : "" + (10 + 300 * u.getAsDouble()));
    }
    double end = family.seconds() + 4 * edge;
    String times = "'t': [0, " + edge + ", " + (2 * edge) + ", " + (end - 2 * edge) + ", ";
    return String.format(
        Locale.ROOT,
        "{'rows': %d, 'cols': %d, 'model': '%s', 'polarity': %d, 'rWord': %g, 'rBit': %g,"
            + "'rLeft': %g, %s 'rBottom': %s, 'waveforms': {%s, %s, %s}, 'vLeft': %s,"
            + "'vBottom': %s, 'state0': %s, 'level': %g, 'tEnd': %g}",
        rows,
        columns,
        family.model(),
        family.polarity(),
        Math.pow(10, 2 * u.getAsDouble()),
        Math.pow(10, 2 * u.getAsDouble()),
        10 + 300 * u.getAsDouble(),
        u.getAsDouble() < 0.2 ? "'rRight': " + rightOhms + "," : "",
        bottomOhms,
        wave("full", times, end - edge, volts),
        wave("row", times, end - edge, share * volts),
        wave("column", times, end - edge, (1 - share) * volts),
        left,
        bottom,
        states,
        0.5 * (family.low() + family.high()),
        end);
  }

  /** Share of the state's range where the addressed cell starts, well on the side of the HRS. */
  private static double addressed(Family family) {
    return family.polarity() > 0 ? 0.85 : 0.25;
  }

  private static String wave(String name, String times, double last, double volts) {
    return "'" + name + "': {" + times + last + "], 'v': [0, 0, " + volts + ", " + volts + ", 0]}";
  }
}
