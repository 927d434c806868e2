package org.ohmweave.core.math;

/**
 * The natural logarithm for loops over many values: no branches, no table, the same bits on every
 * machine. Error below 2 units in the last place, relative to the larger of the result and one part
 * in {@code 2^52} near 1.
 */
public final class Logarithm {
  private static final long SQRT_HALF_BITS = Double.doubleToRawLongBits(0.7071067811865476);
  private static final long FRACTION = (1L << 52) - 1;

  private Logarithm() {}

  /**
   * ln x.
   *
   * @param x positive, normal and finite; the result has no meaning otherwise, except that a
   *     negative or undefined x gives NaN
   */
  public static double log(double x) {
    long shifted = Double.doubleToRawLongBits(x) - SQRT_HALF_BITS;
    double exponent = shifted >> 52;
    double m = Double.longBitsToDouble((shifted & FRACTION) + SQRT_HALF_BITS);
    double s = (m - 1) / (m + 1);
    double z = s * s;
    double z2 = z * z;
    double low = (1 / 3.0 + z * (1 / 5.0)) + z2 * (1 / 7.0 + z * (1 / 9.0));
    double high =
        (1 / 11.0 + z * (1 / 13.0)) + z2 * ((1 / 15.0 + z * (1 / 17.0)) + z2 * (1 / 19.0 + z / 21));
    double series = 2 * s + 2 * s * z * (low + z2 * z2 * high);
    double value = exponent * Exponential.LN2_HIGH + (series + exponent * Exponential.LN2_LOW);
    return x > 0 ? value : Double.NaN;
  }
}
