package org.ohmweave.validation.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.wire.LinearArray;

/** Random small arrays against a dense nodal solve, and laws that every linear network obeys. */
class RandomNetworkTest {
  private static final int CASES = 400;

  /**
   * A random array: any mixture of open, ideal and resistive ends, ideal wires, stuck-open cells.
   */
  private record Random(int rows, int columns, double[] siemens, Wires wires, Drive drive) {
    static Random draw(int k) {
      Purpose p = NoiseSource.seeded(99).purpose("network");
      int rows = 1 + p.below(6, k, 0);
      int columns = 1 + p.below(6, k, 1);
      double[] g = new double[rows * columns];
      for (int i = 0; i < g.length; i++) {
        double u = p.uniform(k, 100 + i);
        g[i] = u < 0.15 ? 0 : 1e-7 * Math.pow(1e4, p.uniform(k, 200 + i));
      }
      double word = p.uniform(k, 2) < 0.3 ? 0 : 100 * p.uniform(k, 3);
      double bit = p.uniform(k, 4) < 0.3 ? 0 : 100 * p.uniform(k, 5);
      Ends ends =
          new Ends(
              ends(p, k, 300, rows),
              ends(p, k, 400, rows),
              ends(p, k, 500, columns),
              ends(p, k, 600, columns));
      Drive drive =
          new Drive(
              volts(p, k, 700, rows),
              volts(p, k, 800, rows),
              volts(p, k, 900, columns),
              volts(p, k, 1000, columns));
      return new Random(rows, columns, g, new Wires(word, bit, ends), drive);
    }

    private static double[] ends(Purpose p, int k, int event, int count) {
      double[] ohms = new double[count];
      for (int i = 0; i < count; i++) {
        double u = p.uniform(k, event + i);
        ohms[i] = u < 0.4 ? Ends.OPEN : u < 0.55 ? 0 : 1000 * p.uniform(k, event + 50 + i);
      }
      return ohms;
    }

    private static double[] volts(Purpose p, int k, int event, int count) {
      double[] volts = new double[count];
      for (int i = 0; i < count; i++) {
        volts[i] = 2 * p.uniform(k, event + i) - 1;
      }
      return volts;
    }

    LinearArray array() {
      return new LinearArray(rows, columns, siemens, wires);
    }
  }

  @Test
  void agreesWithADenseSolve() {
    int solved = 0;
    int floating = 0;
    int shorted = 0;
    for (int k = 0; k < CASES; k++) {
      Random r = Random.draw(k);
      ArraySolution s;
      try {
        s = r.array().solve(r.drive());
      } catch (InputException refused) {
        boolean floats = refused.getMessage().contains("floats");
        assertTrue(
            floats || refused.getMessage().contains("two ideal sources"), refused.getMessage());
        floating += floats ? 1 : 0;
        shorted += floats ? 0 : 1;
        continue;
      }
      double[] expected =
          new DenseNetwork(r.rows(), r.columns(), r.siemens(), r.wires()).solve(r.drive());
      int half = r.rows() * r.columns();
      // a dense LU of conductances that span nine decades is itself good to about 1e-10 of a volt
      assertArrayEquals(Arrays.copyOf(expected, half), s.wordVolts(), 1e-9, "case " + k);
      assertArrayEquals(
          Arrays.copyOfRange(expected, half, 2 * half), s.bitVolts(), 1e-9, "case " + k);
      solved++;
    }
    assertTrue(
        solved > 150 && floating > 10 && shorted > 0, solved + " " + floating + " " + shorted);
  }

  @Test
  void allCurrentsAddToZero() {
    for (int k = 0; k < CASES; k++) {
      Random r = Random.draw(k);
      try {
        ArraySolution s = r.array().solve(r.drive());
        double sum = 0;
        double size = 0;
        for (double[] amps :
            new double[][] {s.leftAmps(), s.rightAmps(), s.topAmps(), s.bottomAmps()}) {
          for (double i : amps) {
            sum += i;
            size += Math.abs(i);
          }
        }
        assertTrue(Math.abs(sum) <= 1e-12 * size + 1e-20, "case " + k + ": " + sum + " of " + size);
      } catch (InputException refused) {
        assertTrue(!refused.getMessage().isEmpty());
      }
    }
  }

  private static double[] gaussian(int count, int event) {
    double[] values = new double[count];
    NoiseSource.seeded(4).purpose("values").gaussians(0, event, values, 0, count);
    return values;
  }

  private static LinearArray square(int n, double scale) {
    double[] g = new double[n * n];
    double[] x = gaussian(n * n, 0);
    for (int k = 0; k < g.length; k++) {
      g[k] = 1e-5 * Math.exp(x[k]) / scale;
    }
    return new LinearArray(
        n,
        n,
        g,
        new Wires(5 * scale, 3 * scale, Ends.driveLeftSenseBottom(n, n, 20 * scale, 7 * scale)));
  }

  @Test
  void superposition() {
    double[] a = gaussian(20, 1);
    double[] b = gaussian(20, 2);
    double[] sum = new double[20];
    for (int i = 0; i < 20; i++) {
      sum[i] = 2 * a[i] - 3 * b[i];
    }
    LinearArray array = square(20, 1);
    double[] ia = array.solve(Drive.left(a, 20)).bottomAmps();
    double[] ib = array.solve(Drive.left(b, 20)).bottomAmps();
    double[] is = array.solve(Drive.left(sum, 20)).bottomAmps();
    for (int j = 0; j < 20; j++) {
      assertEquals(2 * ia[j] - 3 * ib[j], is[j], 1e-12 * 2e-3);
    }
  }

  /** Current at j for 1 V at i equals current at i for 1 V at j. */
  @Test
  void reciprocity() {
    LinearArray array = square(12, 1);
    double[] forward = array.effectiveSiemens();
    for (int j = 0; j < 12; j++) {
      double[] bottom = new double[12];
      bottom[j] = 1;
      double[] left =
          array.solve(new Drive(new double[12], new double[12], new double[12], bottom)).leftAmps();
      for (int i = 0; i < 12; i++) {
        assertEquals(forward[i * 12 + j], left[i], 1e-16);
      }
    }
  }

  /** All resistances times k: same voltages, currents divided by k. */
  @Test
  void scaling() {
    double[] v = gaussian(16, 3);
    ArraySolution one = square(16, 1).solve(Drive.left(v, 16));
    ArraySolution large = square(16, 1e6).solve(Drive.left(v, 16));
    for (int j = 0; j < 16; j++) {
      assertEquals(one.bottomAmps()[j], 1e6 * large.bottomAmps()[j], 1e-15);
    }
    assertArrayEquals(one.wordVolts(), large.wordVolts(), 1e-12);
  }

  @Test
  void warmStartAndManyVectorsChangeNothing() {
    LinearArray array = square(40, 1);
    double[] vectors = gaussian(11 * 40, 5);
    double[] many = array.bottomAmps(vectors, 11);
    for (int v = 0; v < 11; v++) {
      double[] one = Arrays.copyOfRange(vectors, v * 40, (v + 1) * 40);
      double[] warm = array.solve(Drive.left(one, 40)).bottomAmps();
      array.cold();
      double[] cold = array.solve(Drive.left(one, 40)).bottomAmps();
      for (int j = 0; j < 40; j++) {
        assertEquals(cold[j], warm[j], 1e-14);
        assertEquals(cold[j], many[v * 40 + j], 1e-14);
      }
    }
  }

  /** One cell: 1 V over 30 + 1000 + 70 ohm. */
  @Test
  void oneCellByHand() {
    LinearArray array =
        new LinearArray(
            1, 1, new double[] {1e-3}, new Wires(0, 0, Ends.driveLeftSenseBottom(1, 1, 30, 70)));
    ArraySolution s = array.solve(Drive.left(new double[] {1}, 1));
    assertEquals(1 / 1100.0, s.bottomAmps()[0], 1e-18);
    assertEquals(-1 / 1100.0, s.leftAmps()[0], 1e-18);
  }

  @Test
  void mistakesAreRefused() {
    Ends ends = Ends.driveLeftSenseBottom(1, 1, 1, 1);
    assertThrows(InputException.class, () -> new Wires(-1, 0, ends));
    assertThrows(InputException.class, () -> new Wires(Double.NaN, 0, ends));
    assertThrows(InputException.class, () -> Ends.driveLeftSenseBottom(1, 1, -1, 1));
    Wires wires = new Wires(1, 1, ends);
    assertThrows(InputException.class, () -> new LinearArray(1, 1, new double[] {-1}, wires));
    assertThrows(
        InputException.class, () -> new LinearArray(1, 1, new double[] {Double.NaN}, wires));
    assertThrows(InputException.class, () -> new LinearArray(1, 2, new double[2], wires));
    assertThrows(
        InputException.class,
        () ->
            new LinearArray(1, 1, new double[1], wires)
                .solve(Drive.left(new double[] {Double.NaN}, 1)));
  }
}
