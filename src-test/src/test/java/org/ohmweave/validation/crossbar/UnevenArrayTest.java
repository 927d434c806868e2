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
import org.ohmweave.crossbar.array.Segments;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.cell.OhmicLaw;
import org.ohmweave.crossbar.cell.SinhLaw;
import org.ohmweave.crossbar.cell.StuckCellsLaw;
import org.ohmweave.crossbar.wire.LinearArray;
import org.ohmweave.crossbar.wire.NewtonArray;
import org.ohmweave.crossbar.wire.UnevenArray;

/** Wires whose segments differ or are broken. */
class UnevenArrayTest {
  private static final NoiseSource NOISE = NoiseSource.seeded(31);

  private static double[] siemens(int cells, int event, double open) {
    Purpose p = NOISE.purpose("cells");
    double[] g = new double[cells];
    for (int k = 0; k < cells; k++) {
      g[k] = p.uniform(k, event) < open ? 0 : 1e-6 * Math.pow(100, p.secondUniform(k, event));
    }
    return g;
  }

  private static double[] ends(Purpose p, int k, int event, int count) {
    double[] ohms = new double[count];
    for (int i = 0; i < count; i++) {
      double u = p.uniform(k, event + i);
      ohms[i] = u < 0.4 ? Ends.OPEN : 10 + 1000 * p.secondUniform(k, event + i);
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

  private static double[] segments(Purpose p, int k, int event, int count) {
    double[] ohms = new double[count];
    for (int i = 0; i < count; i++) {
      double u = p.uniform(k, event + i);
      ohms[i] =
          u < 0.15 ? Double.POSITIVE_INFINITY : u < 0.3 ? 0 : 200 * p.secondUniform(k, event + i);
    }
    return ohms;
  }

  @Test
  void agreesWithADenseSolve() {
    Purpose p = NOISE.purpose("uneven");
    int solved = 0;
    int floating = 0;
    for (int k = 0; k < 400; k++) {
      int rows = 1 + p.below(6, k, 0);
      int columns = 1 + p.below(6, k, 1);
      double[] g = siemens(rows * columns, k, 0.1);
      Segments segments =
          new Segments(
              rows,
              columns,
              segments(p, k, 2000, rows * (columns - 1)),
              segments(p, k, 3000, (rows - 1) * columns));
      double[] left = ends(p, k, 300, rows);
      double[] right = ends(p, k, 400, rows);
      left[0] = Double.isInfinite(right[0]) ? 0 : left[0];
      right[rows - 1] = rows > 1 ? 0 : right[rows - 1];
      Ends ends = new Ends(left, right, ends(p, k, 500, columns), ends(p, k, 600, columns));
      Drive drive =
          new Drive(
              volts(p, k, 700, rows),
              volts(p, k, 800, rows),
              volts(p, k, 900, columns),
              volts(p, k, 1000, columns));
      ArraySolution s;
      try {
        s = new UnevenArray(g, segments, ends).solve(drive);
      } catch (InputException refused) {
        assertTrue(refused.getMessage().contains("floats"), refused.getMessage());
        floating++;
        continue;
      }
      double[] expected = new DenseNetwork(g, segments, ends).solve(drive);
      int half = rows * columns;
      assertArrayEquals(Arrays.copyOf(expected, half), s.wordVolts(), 1e-9, "case " + k);
      assertArrayEquals(
          Arrays.copyOfRange(expected, half, 2 * half), s.bitVolts(), 1e-9, "case " + k);
      for (int i = 0; i < rows; i++) {
        if (left[i] > 0 && !Double.isInfinite(left[i])) {
          double amps = (expected[i * columns] - drive.leftVolts()[i]) / left[i];
          assertEquals(amps, s.leftAmps()[i], 1e-9, "case " + k);
        }
      }
      for (int j = 0; j < columns; j++) {
        double ohms = ends.bottomOhms()[j];
        double node = expected[half + (rows - 1) * columns + j];
        double amps = Double.isInfinite(ohms) ? 0 : (node - drive.bottomVolts()[j]) / ohms;
        assertEquals(amps, s.bottomAmps()[j], 1e-9, "case " + k);
      }
      solved++;
    }
    assertTrue(solved > 100 && floating > 20, solved + " " + floating);
  }

  @Test
  void evenSegmentsGiveTheUsualAnswer() {
    int n = 40;
    double[] g = siemens(n * n, 0, 0.02);
    double[] left = volts(NOISE.purpose("v"), 0, 0, n);
    Ends ends = Ends.driveLeftSenseBottom(n, n, 10, 3);
    ArraySolution expected =
        new LinearArray(n, n, g, new Wires(4, 2, ends)).solve(Drive.left(left, n));
    ArraySolution found =
        new UnevenArray(g, Segments.uniform(n, n, 4, 2), ends).solve(Drive.left(left, n));
    assertArrayEquals(expected.bottomAmps(), found.bottomAmps(), 1e-15);
    assertArrayEquals(expected.leftAmps(), found.leftAmps(), 1e-15);
    assertArrayEquals(expected.bitVolts(), found.bitVolts(), 1e-12);
  }

  /** Behind a break a word line that is driven at one end carries nothing to its cells. */
  @Test
  void aBrokenWordLine() {
    int n = 8;
    double[] g = new double[n * n];
    Arrays.fill(g, 1e-4);
    Segments broken = Segments.uniform(n, n, 0, 0).brokenWord(2, 4);
    double[] left = new double[n];
    left[2] = 0.5;
    ArraySolution s =
        new UnevenArray(g, broken, Ends.driveLeftSenseBottom(n, n, 0, 0))
            .solve(Drive.left(left, n));
    // ideal wires and sources otherwise: five cells at 0.5 V, the rest of the line floats at 0 V
    for (int j = 0; j < n; j++) {
      assertEquals(j <= 4 ? 5e-5 : 0, s.bottomAmps()[j], 1e-18);
    }
    assertEquals(-5 * 5e-5, s.leftAmps()[2], 1e-17);
    assertEquals(0, s.wordVolts()[2 * n + 6], 1e-15);
  }

  @Test
  void brokenNonlinearArrays() {
    int n = 16;
    double[] g = siemens(n * n, 5, 0);
    Segments segments =
        Segments.uniform(n, n, 5, 5)
            .varied(0.2, 0.1, NOISE)
            .brokenWord(3, 7)
            .brokenBit(9, 2)
            .brokenBit(9, 11);
    Ends ends = Ends.driveLeftSenseBottom(n, n, 5, 5);
    double[] left = new double[n];
    Arrays.fill(left, 1);
    NewtonArray array = new NewtonArray(new SinhLaw(g, 0.15), segments, ends);
    ArraySolution s = array.solve(Drive.left(left, n));
    double sum = 0;
    for (double[] amps : new double[][] {s.leftAmps(), s.bottomAmps()}) {
      for (double i : amps) {
        sum += i;
      }
    }
    assertEquals(0, sum, 1e-12 * Arrays.stream(s.bottomAmps()).sum());
    assertTrue(array.report().linearSolves() <= 10, array.report().toString());
    // the slopes at the solution reproduce it as a linear network of the same wires
    double[] secant = new double[n * n];
    for (int k = 0; k < secant.length; k++) {
      double v = s.wordVolts()[k] - s.bitVolts()[k];
      secant[k] = v == 0 ? g[k] : g[k] * 0.15 * Math.sinh(v / 0.15) / v;
    }
    ArraySolution linear = new UnevenArray(secant, segments, ends).solve(Drive.left(left, n));
    assertArrayEquals(linear.bottomAmps(), s.bottomAmps(), 1e-10 * s.bottomAmps()[0]);
  }

  /** Stuck cells are resistors: with ideal wires a column collects them as such. */
  @Test
  void stuckCells() {
    int n = 30;
    double[] stuck = StuckCellsLaw.draw(n * n, 0, 0.05, 1e-3, 0.02, 1e-9, NOISE);
    int low = 0;
    for (double g : stuck) {
      low += g == 1e-3 ? 1 : 0;
    }
    // binomial, 900 x 5 %: 4.5 sd are 29; false alarm about 1e-5
    assertEquals(45, low, 29);
    double[] g = siemens(n * n, 8, 0);
    double[] left = new double[n];
    Arrays.fill(left, 0.3);
    ArraySolution s =
        new NewtonArray(
                n,
                n,
                new StuckCellsLaw(new SinhLaw(g, 0.2), stuck),
                new Wires(0, 0, Ends.driveLeftSenseBottom(n, n, 0, 0)))
            .solve(Drive.left(left, n));
    for (int j = 0; j < n; j++) {
      double amps = 0;
      for (int i = 0; i < n; i++) {
        int k = i * n + j;
        amps += Double.isNaN(stuck[k]) ? g[k] * 0.2 * Math.sinh(1.5) : stuck[k] * 0.3;
      }
      assertEquals(amps, s.bottomAmps()[j], 1e-12 * amps);
    }
    assertThrows(InputException.class, () -> StuckCellsLaw.draw(4, 0, 0.6, 1, 0.6, 1, NOISE));
    assertThrows(
        InputException.class, () -> new StuckCellsLaw(new SinhLaw(g, 0.2), new double[] {-1}));
  }

  @Test
  void piecesWithoutPathAreNamed() {
    double[] g = new double[12];
    Arrays.fill(g, 1e-4);
    g[1 * 4 + 2] = 0;
    g[1 * 4 + 3] = 0;
    Segments broken = Segments.uniform(3, 4, 1, 1).brokenWord(1, 1);
    Ends ends = Ends.driveLeftSenseBottom(3, 4, 1, 1);
    InputException e =
        assertThrows(
            InputException.class,
            () -> new UnevenArray(g, broken, ends).solve(Drive.left(new double[3], 4)));
    assertTrue(e.getMessage().contains("word line 1 floats from column 2 to 3"), e.getMessage());
    double[] open = {Ends.OPEN, Ends.OPEN, Ends.OPEN};
    double[] opens = {Ends.OPEN, Ends.OPEN, Ends.OPEN, Ends.OPEN};
    UnevenArray nowhere = new UnevenArray(g, broken, new Ends(open, open, opens, opens));
    e = assertThrows(InputException.class, () -> nowhere.solve(Drive.left(new double[3], 4)));
    assertTrue(e.getMessage().startsWith("word line 0 floats: "), e.getMessage());
    NewtonArray newton =
        new NewtonArray(3, 4, new OhmicLaw(g), new Wires(1, 1, new Ends(open, open, opens, opens)));
    e = assertThrows(InputException.class, () -> newton.solve(Drive.left(new double[3], 4)));
    assertTrue(e.getMessage().startsWith("word line 0 floats: "), e.getMessage());
  }

  @Test
  void nonsenseIsRefused() {
    InputException e =
        assertThrows(
            InputException.class,
            () -> new Segments(2, 3, new double[] {1, 1, -2, 1}, new double[3]));
    assertTrue(e.getMessage().contains("word line 1 after column 0"), e.getMessage());
    assertThrows(
        InputException.class,
        () -> new Segments(2, 3, new double[4], new double[] {1, 1, Double.NaN}));
    assertThrows(InputException.class, () -> new Segments(2, 3, new double[3], new double[3]));
    assertThrows(InputException.class, () -> Segments.uniform(0, 3, 1, 1));
    assertThrows(InputException.class, () -> Segments.uniform(2, 3, 1, 1).brokenWord(0, 2));
    assertThrows(InputException.class, () -> Segments.uniform(2, 3, 1, 1).varied(-1, 0, NOISE));
    double[] ideal = new double[2];
    e =
        assertThrows(
            InputException.class,
            () ->
                new UnevenArray(
                    new double[4],
                    Segments.uniform(2, 2, 1, 1),
                    new Ends(ideal, ideal, ideal, new double[] {1, 1})));
    assertTrue(e.getMessage().contains("ideal sources at both ends"), e.getMessage());
  }

  /** 2000 lines: mean of the logarithm within 4.5 standard errors, false alarm about 1e-5. */
  @Test
  void variedLines() {
    Segments varied = Segments.uniform(2000, 2, 3, 1).varied(0.3, 0, NOISE);
    double sum = 0;
    double square = 0;
    for (int i = 0; i < 2000; i++) {
      double x = Math.log(varied.word(i, 0) / 3);
      sum += x;
      square += x * x;
    }
    assertEquals(0, sum / 2000, 4.5 * 0.3 / Math.sqrt(2000));
    assertEquals(0.3, Math.sqrt(square / 2000), 4.5 * 0.3 / Math.sqrt(4000));
    // a line keeps its resistance when the array grows
    Segments longer = Segments.uniform(3000, 9, 3, 1).varied(0.3, 0, NOISE);
    assertEquals(varied.word(7, 0), longer.word(7, 5), 0);
  }
}
