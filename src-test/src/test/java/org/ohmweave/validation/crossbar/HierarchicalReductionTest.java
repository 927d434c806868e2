package org.ohmweave.validation.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.effective.HierarchicalReduction;
import org.ohmweave.crossbar.wire.LinearArray;

/** The effective matrix by elimination against single solves, a dense solve, and exact cases. */
class HierarchicalReductionTest {
  private static final Purpose DRAW = NoiseSource.seeded(4).purpose("reduction");

  static double[] cells(int count, int k, double lowOhms, double highOhms) {
    double[] g = new double[count];
    for (int i = 0; i < count; i++) {
      g[i] = 1 / (lowOhms * Math.pow(highOhms / lowOhms, DRAW.uniform(k, 5000 + i)));
    }
    return g;
  }

  private static double[] ends(int k, int event, int count) {
    double[] ohms = new double[count];
    for (int i = 0; i < count; i++) {
      double u = DRAW.uniform(k, event + i);
      ohms[i] = u < 0.35 ? Ends.OPEN : u < 0.55 ? 0 : 1000 * DRAW.uniform(k, event + 100 + i);
    }
    return ohms;
  }

  private static double largest(double[] values) {
    double most = 0;
    for (double v : values) {
      most = Math.max(most, Math.abs(v));
    }
    return most;
  }

  @Test
  void everyMixtureOfEndsAndIdealWiresAgreesWithSingleSolves() {
    int compared = 0;
    int refused = 0;
    for (int k = 0; k < 400; k++) {
      int rows = 1 + DRAW.below(13, k, 0);
      int columns = 1 + DRAW.below(13, k, 1);
      double[] g = cells(rows * columns, k, 1e3, 1e7);
      for (int i = 0; i < g.length; i++) {
        g[i] = DRAW.uniform(k, 9000 + i) < 0.15 ? 0 : g[i];
      }
      double word = DRAW.uniform(k, 2) < 0.3 ? 0 : 100 * DRAW.uniform(k, 3);
      double bit = DRAW.uniform(k, 4) < 0.3 ? 0 : 100 * DRAW.uniform(k, 5);
      Ends ends =
          new Ends(
              ends(k, 300, rows),
              ends(k, 600, rows),
              ends(k, 900, columns),
              ends(k, 1200, columns));
      Wires wires = new Wires(word, bit, ends);
      double[] reduced;
      try {
        reduced = HierarchicalReduction.effectiveSiemens(rows, columns, g, wires);
      } catch (InputException e) {
        assertTrue(
            e.getMessage().contains("floats") || e.getMessage().contains("ideal sources"),
            e.getMessage());
        refused++;
        continue;
      }
      double[] solved =
          new LinearArray(rows, columns, g, wires)
              .tolerance(1e-15)
              .bottomAmps(identity(rows), rows);
      assertArrayEquals(solved, reduced, 1e-12 * largest(reduced), "case " + k);
      compared++;
    }
    assertTrue(compared > 200 && refused > 5, compared + " " + refused);
  }

  static double[] identity(int rows) {
    double[] unit = new double[rows * rows];
    for (int i = 0; i < rows; i++) {
      unit[i * rows + i] = 1;
    }
    return unit;
  }

  @Test
  void agreesWithADenseSolveOfAllNodes() {
    int rows = 7;
    int columns = 9;
    double[] g = cells(rows * columns, 1, 1e3, 1e5);
    Wires wires = new Wires(10, 7, Ends.driveLeftSenseBottom(rows, columns, 12, 20));
    double[] reduced = HierarchicalReduction.effectiveSiemens(rows, columns, g, wires);
    DenseNetwork network = new DenseNetwork(rows, columns, g, wires);
    for (int i = 0; i < rows; i++) {
      double[] volts = new double[rows];
      volts[i] = 1;
      double[] nodes = network.solve(Drive.left(volts, columns));
      for (int j = 0; j < columns; j++) {
        double amps = nodes[rows * columns + (rows - 1) * columns + j] / 20;
        assertEquals(amps, reduced[i * columns + j], 1e-12 * largest(reduced));
      }
    }
  }

  @Test
  void idealWiresAndEndsGiveTheCellsThemselves() {
    double[] g = cells(20 * 33, 2, 1e3, 1e6);
    Wires wires = new Wires(0, 0, Ends.driveLeftSenseBottom(20, 33, 0, 0));
    assertArrayEquals(g, HierarchicalReduction.effectiveSiemens(20, 33, g, wires), 0);
  }

  @Test
  void oneCellIsASeriesCircuit() {
    Wires wires = new Wires(5, 5, Ends.driveLeftSenseBottom(1, 1, 100, 300));
    double[] one = HierarchicalReduction.effectiveSiemens(1, 1, new double[] {1e-3}, wires);
    assertEquals(1 / 1400.0, one[0], 1e-18);
  }

  /** A word line with one conducting cell: all resistances in series, entry by entry exact. */
  @Test
  void tinyWiresLoseNothing() {
    double[] g = new double[16 * 16];
    for (int i = 0; i < 16; i++) {
      g[i * 16 + 15 - i] = 1e-9 * (i + 1);
    }
    Wires wires = new Wires(1e-9, 1e-9, Ends.driveLeftSenseBottom(16, 16, 1e-9, 1e-9));
    double[] t = HierarchicalReduction.effectiveSiemens(16, 16, g, wires);
    for (int i = 0; i < 16; i++) {
      for (int j = 0; j < 16; j++) {
        double expected = j == 15 - i ? g[i * 16 + j] : 0;
        assertEquals(expected, t[i * 16 + j], 1e-14 * expected, i + ", " + j);
      }
    }
  }

  @Test
  void isTheSameForAnyNumberOfThreads() {
    double[] g = cells(130 * 97, 3, 1e3, 1e5);
    Wires wires = new Wires(10, 10, Ends.driveLeftSenseBottom(130, 97, 10, 10));
    double[] one = HierarchicalReduction.effectiveSiemens(130, 97, g, wires);
    for (int threads : new int[] {2, 3, 7}) {
      assertTrue(
          Arrays.equals(one, HierarchicalReduction.effectiveSiemens(130, 97, g, wires, threads)));
    }
  }

  /** Sending both directions through the same cells is reciprocal: transposing turns the array. */
  @Test
  void isReciprocal() {
    int rows = 40;
    int columns = 23;
    double[] g = cells(rows * columns, 6, 1e3, 1e5);
    double[] turned = new double[g.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        turned[(columns - 1 - j) * rows + rows - 1 - i] = g[i * columns + j];
      }
    }
    double[] a =
        HierarchicalReduction.effectiveSiemens(
            rows, columns, g, new Wires(10, 4, Ends.driveLeftSenseBottom(rows, columns, 30, 50)));
    double[] b =
        HierarchicalReduction.effectiveSiemens(
            columns,
            rows,
            turned,
            new Wires(4, 10, Ends.driveLeftSenseBottom(columns, rows, 50, 30)));
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double other = b[(columns - 1 - j) * rows + rows - 1 - i];
        assertEquals(other, a[i * columns + j], 1e-13 * other);
      }
    }
  }
}
