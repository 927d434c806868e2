package org.ohmweave.core.math;

/**
 * The exponential function of all physics here: one polynomial after reduction by powers of two,
 * with the same operations in the same order in the plain and the vector path, so that results do
 * not depend on the machine. Error below 1 unit in the last place plus rounding of subnormal
 * results.
 */
public final class Exponential {
  /** Below this the result is zero, above {@link #HIGHEST} infinite. */
  static final double LOWEST = -746;

  static final double HIGHEST = 710;
  private static final double LOWEST_NORMAL = -708;
  private static final double HIGHEST_NORMAL = 709;
  static final double LOG2_E = 1.4426950408889634;

  /**
   * ln 2 in two parts; the first has 21 trailing zero bits, so its product with an exponent is
   * exact.
   */
  static final double LN2_HIGH = 0x1.62e42feep-1;

  static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  /** Adding and subtracting 1.5 * 2^52 rounds to the nearest whole number, ties to even. */
  static final double ROUNDER = 0x1.8p52;

  static final long ONE_BITS = 1023L << 52;

  /** 1/2! .. 1/13!, Taylor: the first term left out is 4e-18 at the edge of the reduced range. */
  static final double[] SERIES = {
    0.5,
    1 / 6.0,
    1 / 24.0,
    1 / 120.0,
    1 / 720.0,
    1 / 5040.0,
    1 / 40320.0,
    1 / 362880.0,
    1 / 3628800.0,
    1 / 39916800.0,
    1 / 479001600.0,
    1 / 6227020800.0
  };

  private static final double REDUCED = 0.34;

  private Exponential() {}

  /** e to the power {@code x}. */
  public static double exp(double x) {
    if (x > LOWEST_NORMAL && x < HIGHEST_NORMAL) {
      // the same bits as below: multiplying by a power of two is exact while results are normal
      double whole = (x * LOG2_E + ROUNDER) - ROUNDER;
      return mantissa(x, whole) * power(whole);
    }
    double bounded = Math.max(LOWEST, Math.min(HIGHEST, x));
    double whole = (bounded * LOG2_E + ROUNDER) - ROUNDER;
    double half = (whole * 0.5 + ROUNDER) - ROUNDER;
    return mantissa(bounded, whole) * power(half) * power(whole - half);
  }

  /** exp of x less that many times ln 2. */
  private static double mantissa(double x, double whole) {
    double r = (x - whole * LN2_HIGH) - whole * LN2_LOW;
    return 1 + (r + r * r * tail(r));
  }

  /** {@code exp(x) - 1} without cancellation near zero. */
  public static double expm1(double x) {
    if (Math.abs(x) < REDUCED) {
      return x + x * x * tail(x);
    }
    return exp(x) - 1;
  }

  /** Hyperbolic sine without cancellation near zero. */
  public static double sinh(double x) {
    double size = Math.abs(x);
    if (size > 40) {
      double half = exp(0.5 * size);
      return Math.copySign(0.5 * half * half, x);
    }
    double e = expm1(size);
    return Math.copySign(0.5 * (e + e / (e + 1)), x);
  }

  /** Hyperbolic cosine. */
  public static double cosh(double x) {
    double half = exp(0.5 * Math.abs(x));
    double e = half * half;
    return 0.5 * (e + 1 / e);
  }

  /** Inverse hyperbolic sine. */
  public static double asinh(double x) {
    double size = Math.abs(x);
    double value =
        size > 1e8
            ? StrictMath.log(size) + 0.6931471805599453
            : StrictMath.log1p(size + size * size / (1 + Math.sqrt(1 + size * size)));
    return Math.copySign(value, x);
  }

  /** The series after its first two terms, in Estrin's order: independent products side by side. */
  private static double tail(double r) {
    double r2 = r * r;
    double r4 = r2 * r2;
    double low = (SERIES[0] + SERIES[1] * r) + (SERIES[2] + SERIES[3] * r) * r2;
    double middle = (SERIES[4] + SERIES[5] * r) + (SERIES[6] + SERIES[7] * r) * r2;
    double high = (SERIES[8] + SERIES[9] * r) + (SERIES[10] + SERIES[11] * r) * r2;
    return (low + middle * r4) + high * (r4 * r4);
  }

  private static double power(double whole) {
    return Double.longBitsToDouble(((long) whole << 52) + ONE_BITS);
  }
}
