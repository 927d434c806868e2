package org.ohmweave.core.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;

/** Both paths against each other (bit for bit) and against StrictMath (units in the last place). */
class VectorMathTest {
  private static final int N = 1_000_003;
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    709.78,
    709.79,
    710,
    -708,
    -707.9999999999999,
    708.9999999999999,
    709,
    -708.4,
    -720,
    -745.13,
    -745.14,
    -746,
    1e-300,
    -1e-300,
    0.34657359027997264,
    -0.34657359027997264,
    1e300,
    -1e300,
    Double.MIN_VALUE
  };
  private final Purpose random = NoiseSource.seeded(5).purpose("arguments");

  private double[] arguments(double range) {
    double[] x = new double[N];
    for (int i = 0; i < N; i++) {
      x[i] = i < SPECIAL.length ? SPECIAL[i] : range * (2 * random.uniform(i, 0) - 1);
    }
    return x;
  }

  @Test
  void pathsAgreeBitForBit() {
    VectorMath active = VectorMath.active();
    assertEquals("vector", active.name(), "the build runs tests with the Vector API on");
    for (double range : new double[] {1, 50, 750}) {
      double[] x = arguments(range);
      double[] plain = new double[N];
      double[] vector = new double[N];
      VectorMath.plain().exp(x, plain, 3, N);
      active.exp(x, vector, 3, N);
      for (int i = 0; i < N; i++) {
        assertEquals(
            Double.doubleToLongBits(plain[i]),
            Double.doubleToLongBits(vector[i]),
            "exp of " + x[i]);
      }
    }
    double[] x = arguments(1);
    x[4] = x[5] = x[6] = 0;
    double[] y = new double[N];
    for (int i = 0; i < N; i++) {
      y[i] = random.gaussian(i, 1);
      x[i] = Double.isFinite(x[i]) && Math.abs(x[i]) < 1e3 ? x[i] : 0;
    }
    for (int length = 0; length < 70; length++) {
      assertEquals(VectorMath.plain().dot(x, y, 1, 1 + length), active.dot(x, y, 1, 1 + length));
    }
    assertEquals(VectorMath.plain().dot(x, y, 0, N), active.dot(x, y, 0, N));
    double[] a = y.clone();
    double[] b = y.clone();
    VectorMath.plain().addScaled(0.3, x, a, 1, N);
    active.addScaled(0.3, x, b, 1, N);
    org.junit.jupiter.api.Assertions.assertArrayEquals(a, b);
  }

  /** Widths around the register blocks, starts off the boundary, no row and many. */
  @Test
  void rowsAddInOrderOnBothPaths() {
    double[] x = new double[20 * 140 + 5];
    double[] y = new double[150];
    random.gaussians(0, 4, x, 0, x.length);
    random.gaussians(0, 5, y, 0, y.length);
    for (int count : new int[] {1, 3, 8, 15, 16, 31, 32, 33, 64, 127, 140}) {
      for (int rows : new int[] {0, 1, 2, 20}) {
        double[] expected = y.clone();
        for (int i = 0; i < rows; i++) {
          for (int j = 0; j < count; j++) {
            expected[7 + j] += x[2 + i] * x[5 + i * count + j];
          }
        }
        for (VectorMath math : new VectorMath[] {VectorMath.plain(), VectorMath.active()}) {
          double[] sums = y.clone();
          math.addRows(x, 2, rows, x, 5, sums, 7, count);
          org.junit.jupiter.api.Assertions.assertArrayEquals(
              expected, sums, math.name() + " " + rows + " x " + count);
        }
      }
    }
  }

  @Test
  void exponentialIsAccurate() {
    double worst = 0;
    for (double x : arguments(700)) {
      double exact = StrictMath.exp(x);
      double ours = Exponential.exp(x);
      if (exact == 0 || !Double.isFinite(exact)) {
        assertEquals(exact, ours, "exp of " + x);
      } else {
        worst = Math.max(worst, Math.abs(ours - exact) / Math.ulp(exact));
      }
    }
    double found = worst;
    assertTrue(found <= 2, () -> "error in ulp: " + found); // StrictMath itself is within 1
  }

  @Test
  void relativesAreAccurate() {
    for (int i = 0; i < 100_000; i++) {
      double x = 60 * (2 * random.uniform(i, 2) - 1) * Math.pow(random.uniform(i, 3), 6);
      assertEquals(StrictMath.sinh(x), Exponential.sinh(x), 2e-15 * Math.abs(StrictMath.sinh(x)));
      assertEquals(StrictMath.cosh(x), Exponential.cosh(x), 2e-15 * StrictMath.cosh(x));
      assertEquals(
          StrictMath.expm1(x), Exponential.expm1(x), 2e-15 * Math.abs(StrictMath.expm1(x)));
      double back = Exponential.asinh(StrictMath.sinh(x));
      assertEquals(x, back, 2e-15 * Math.abs(x));
    }
  }
}
