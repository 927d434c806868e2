package org.ohmweave.core.math;

/**
 * Natural logarithm and powers with the same operations on every machine, like {@link Exponential}:
 * the binary exponent is taken off, and the rest, between the root of one half and the root of two,
 * goes through the series of the inverse hyperbolic tangent. Error of the logarithm below 1 unit in
 * the last place.
 */
public final class Logarithm {
  private static final double ROOT_TWO = 1.4142135623730951;
  private static final long MANTISSA = (1L << 52) - 1;
  private static final double SMALLEST_NORMAL = 0x1.0p-1022;

  private Logarithm() {}

  /** Natural logarithm of {@code x}; minus infinity at zero, NaN below. */
  public static double log(double x) {
    if (!(x >= SMALLEST_NORMAL && x < Double.POSITIVE_INFINITY)) {
      return special(x);
    }
    long bits = Double.doubleToRawLongBits(x);
    double m = Double.longBitsToDouble((bits & MANTISSA) | Exponential.ONE_BITS);
    double k = (double) ((bits >>> 52) - 1023);
    if (m > ROOT_TWO) {
      m *= 0.5;
      k += 1;
    }
    double f = m - 1;
    double s = f / (2 + f);
    double z = s * s;
    double z2 = z * z;
    double z4 = z2 * z2;
    double low = (2 / 3.0 + 2 / 5.0 * z) + (2 / 7.0 + 2 / 9.0 * z) * z2;
    double high = (2 / 11.0 + 2 / 13.0 * z) + (2 / 15.0 + 2 / 17.0 * z) * z2;
    double top = 2 / 19.0 + 2 / 21.0 * z;
    double rest = z * (low + (high + top * z4) * z4);
    // 2 s is f - s f, which keeps the leading term exact
    return k * Exponential.LN2_HIGH + (f - (s * (f - rest) - k * Exponential.LN2_LOW));
  }

  private static double special(double x) {
    if (x > 0 && x < SMALLEST_NORMAL) {
      return log(x * 0x1.0p54) - 54 * 0.6931471805599453;
    }
    if (x == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return x > 0 ? x : Double.NaN;
  }

  /**
   * {@code base} to the power {@code exponent}; the exponents 1, 2 and 3 by products.
   *
   * @param base {@code >= 0}
   */
  public static double power(double base, double exponent) {
    if (exponent == 1) {
      return base;
    }
    if (exponent == 2) {
      return base * base;
    }
    if (exponent == 3) {
      return base * base * base;
    }
    if (base == 0) {
      return exponent > 0 ? 0 : exponent == 0 ? 1 : Double.POSITIVE_INFINITY;
    }
    return Exponential.exp(exponent * log(base));
  }
}
