package org.ohmweave.core.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Against the JDK's StrictMath, which is within one unit in the last place. */
class LogarithmTest {
  @Test
  void logarithmAgreesOverAllMagnitudes() {
    for (double x = 1e-320; x < 1e308; x *= 1.37) {
      double expected = StrictMath.log(x);
      assertEquals(expected, Logarithm.log(x), 2 * Math.ulp(expected), "log " + x);
    }
    for (double x = 0.5; x < 2; x += 1e-4) {
      double expected = StrictMath.log(x);
      assertEquals(expected, Logarithm.log(x), 2 * Math.ulp(expected), "log " + x);
    }
  }

  @Test
  void edges() {
    assertEquals(0, Logarithm.log(1));
    assertEquals(Double.NEGATIVE_INFINITY, Logarithm.log(0));
    assertEquals(Double.POSITIVE_INFINITY, Logarithm.log(Double.POSITIVE_INFINITY));
    assertEquals(Double.NaN, Logarithm.log(-1));
    assertEquals(Double.NaN, Logarithm.log(Double.NaN));
  }

  @Test
  void powers() {
    for (double base : new double[] {1e-9, 0.3, 1, 1.7, 4e5}) {
      for (double exponent : new double[] {0, 0.5, 1, 1.5, 2, 3, 3.15, 7}) {
        double expected = StrictMath.pow(base, exponent);
        assertEquals(expected, Logarithm.power(base, exponent), 3e-14 * expected);
      }
    }
    assertEquals(0, Logarithm.power(0, 2.5));
    assertEquals(1, Logarithm.power(0, 0));
  }
}
