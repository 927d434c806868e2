package org.ohmweave.crossbar.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;

/** Plain and Vector API path, threads, groups and partial factorising: the same bits. */
class SweepPathsTest {
  private final Purpose random = NoiseSource.seeded(11).purpose("sweep-paths");

  private double[] cells(int count, int event) {
    double[] g = new double[count];
    for (int k = 0; k < count; k++) {
      g[k] = 1e-5 * Math.pow(100, random.uniform(k, event));
    }
    return g;
  }

  private double[] volts(int count, int event) {
    double[] v = new double[count];
    for (int k = 0; k < count; k++) {
      v[k] = 2 * random.uniform(k, event) - 1;
    }
    return v;
  }

  private static Wires wires(int rows, int columns, double ohms) {
    return new Wires(ohms, ohms, Ends.driveLeftSenseBottom(rows, columns, ohms, ohms));
  }

  private static Wires twoSided(int rows, int columns) {
    double[] left = new double[rows];
    double[] right = new double[rows];
    double[] top = new double[columns];
    double[] bottom = new double[columns];
    for (int i = 0; i < rows; i++) {
      left[i] = i % 3 == 0 ? Ends.OPEN : 5 * i;
      right[i] = i % 3 == 1 ? Ends.OPEN : i % 2 == 0 ? 0 : 7;
    }
    for (int j = 0; j < columns; j++) {
      top[j] = j % 2 == 0 ? Ends.OPEN : 3;
      bottom[j] = j % 5 == 0 ? 0 : 11;
    }
    return new Wires(2, 3, new Ends(left, right, top, bottom));
  }

  private void comparePaths(int rows, int columns, Wires wires) {
    double[] g = cells(rows * columns, 1);
    for (int lanes : new int[] {1, SchurSolver.LANES}) {
      SchurSolver[] both = {
        new SchurSolver(rows, columns, lanes, wires, new PlainRows(), new PlainEight()),
        new SchurSolver(rows, columns, lanes, wires)
      };
      double[][] amps = new double[2][columns * lanes];
      double[][] moments = new double[2][columns * lanes];
      for (int k = 0; k < 2; k++) {
        both[k].conductances(g);
        for (int lane = 0; lane < lanes; lane++) {
          both[k].sources(
              lane,
              volts(rows, 10 + lane),
              volts(rows, 30 + lane),
              volts(columns, 50 + lane),
              volts(columns, 70 + lane));
        }
        both[k].solve(1e-12);
        both[k].columnSums(amps[k], moments[k]);
      }
      assertEquals(both[0].iterations(), both[1].iterations());
      assertArrayEquals(amps[0], amps[1], "amps, lanes " + lanes);
      assertArrayEquals(moments[0], moments[1]);
    }
  }

  @Test
  void plainAndVectorPathsAgreeBitForBit() {
    assertFalse(KernelChoice.ROWS instanceof PlainRows, "the build runs tests with the Vector API");
    comparePaths(1, 1, wires(1, 1, 3));
    comparePaths(3, 50, wires(3, 50, 3));
    comparePaths(41, 7, twoSided(41, 7));
    comparePaths(64, 64, twoSided(64, 64));
    comparePaths(19, 300, wires(19, 300, 1));
    comparePaths(150, 140, wires(150, 140, 100)); // with a coarse space
  }

  @Test
  void threadsAndCompanionsChangeNoBit() {
    int rows = 33;
    int columns = 21;
    LinearArray array =
        new LinearArray(rows, columns, cells(rows * columns, 2), wires(rows, columns, 10));
    double[] vectors = volts(43 * rows, 3);
    double[] one = array.bottomAmps(vectors, 43, 1);
    assertArrayEquals(one, array.bottomAmps(vectors, 43, 2));
    assertArrayEquals(one, array.bottomAmps(vectors, 43, 5));
    double[] last = array.bottomAmps(Arrays.copyOfRange(vectors, 42 * rows, 43 * rows), 1, 1);
    assertArrayEquals(Arrays.copyOfRange(one, 42 * columns, 43 * columns), last);
  }

  @Test
  void changedCellsGiveTheBitsOfANewArray() {
    int rows = 40;
    int columns = 37;
    double[] g = cells(rows * columns, 4);
    Wires wires = wires(rows, columns, 10);
    Drive drive = Drive.left(volts(rows, 5), columns);
    LinearArray array = new LinearArray(rows, columns, g, wires);
    array.solve(drive);
    g[5 * columns + 9] = 3e-4;
    array.conductance(5, 9, 3e-4);
    compareCold(array, new LinearArray(rows, columns, g, wires), drive);
    g[0] = 0;
    g[rows * columns - 1] = 1e-3;
    array.conductances(g);
    compareCold(array, new LinearArray(rows, columns, g, wires), drive);
  }

  private static void compareCold(LinearArray changed, LinearArray fresh, Drive drive) {
    changed.cold();
    ArraySolution a = changed.solve(drive);
    ArraySolution b = fresh.solve(drive);
    assertArrayEquals(b.wordVolts(), a.wordVolts());
    assertArrayEquals(b.bottomAmps(), a.bottomAmps());
  }

  /** Eight vectors have no coarse space, so they are an independent answer for one that has. */
  @Test
  void theCoarseSpaceChangesIterationsAlone() {
    int n = 160;
    double[] g = cells(n * n, 6);
    Wires wires = wires(n, n, 60);
    double[] v = volts(n, 7);
    LinearArray array = new LinearArray(n, n, g, wires);
    double[] without = array.bottomAmps(v, 1);
    SchurSolver plain = new SchurSolver(n, n, SchurSolver.LANES, wires);
    plain.conductances(g);
    plain.sources(0, v, v, v, v);
    plain.solve(1e-13);
    ArraySolution with = array.solve(Drive.left(v, n));
    double largest = Arrays.stream(without).map(Math::abs).max().orElse(0);
    assertArrayEquals(without, with.bottomAmps(), 1e-12 * largest);
    assertTrue(
        with.iterations() < 0.6 * plain.iterations(),
        with.iterations() + " of " + plain.iterations());
    assertTrue(with.residualAmps() < 1e-12, "residual " + with.residualAmps());
    // a moved array keeps the coarse space of the old one
    for (int k = 0; k < g.length; k++) {
      g[k] *= 1 + 0.2 * random.uniform(k, 8);
    }
    array.conductances(g);
    ArraySolution moved = array.solve(Drive.left(v, n));
    double[] expected = new LinearArray(n, n, g, wires).bottomAmps(v, 1);
    assertArrayEquals(expected, moved.bottomAmps(), 1e-12 * largest);
    assertTrue(
        moved.iterations() < 0.6 * plain.iterations(),
        moved.iterations() + " of " + plain.iterations());
  }

  /** A close array needs fewer iterations than one from rest. */
  @Test
  void warmStartsSaveIterations() {
    int n = 100;
    double[] g = cells(n * n, 9);
    LinearArray array = new LinearArray(n, n, g, wires(n, n, 10)).tolerance(1e-10);
    Drive drive = Drive.left(volts(n, 10), n);
    int cold = array.solve(drive).iterations();
    assertEquals(0, array.solve(drive).iterations());
    for (int k = 0; k < g.length; k++) {
      g[k] *= 1 + 1e-6 * random.uniform(k, 11);
    }
    array.conductances(g);
    int warm = array.solve(drive).iterations();
    assertTrue(warm < 0.7 * cold, warm + " of " + cold);
  }
}
