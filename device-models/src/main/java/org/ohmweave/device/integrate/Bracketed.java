package org.ohmweave.device.integrate;

import java.util.function.DoubleUnaryOperator;

/**
 * A root between two places of opposite sign by inverse quadratic interpolation where it is safe
 * and bisection where not.
 *
 * <p>T. R. Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the zero of a
 * nonlinear function without using derivatives", Advances in Engineering Software 28(3), 145-149,
 * 1997, doi:10.1016/S0965-9978(96)00051-8.
 */
public final class Bracketed {
  private static final int LIMIT = 120;

  private Bracketed() {}

  /**
   * The root.
   *
   * @param low one end
   * @param high the other; the function has another sign there (or is zero at an end)
   * @param relative tolerance relative to the root
   * @return NaN if both ends have the same sign
   */
  public static double root(DoubleUnaryOperator f, double low, double high, double relative) {
    double b = low;
    double a = high;
    double fb = f.applyAsDouble(b);
    double fa = f.applyAsDouble(a);
    if (fb == 0 || fa == 0) {
      return fb == 0 ? b : a;
    }
    if (fa > 0 == fb > 0 || Double.isNaN(fa) || Double.isNaN(fb)) {
      return Double.NaN;
    }
    double c = a;
    double fc = fa;
    double t = 0.5;
    for (int k = 0; k < LIMIT; k++) {
      double x = a + t * (b - a);
      double fx = f.applyAsDouble(x);
      if (fx > 0 == fa > 0) {
        c = a;
        fc = fa;
      } else {
        c = b;
        fc = fb;
        b = a;
        fb = fa;
      }
      a = x;
      fa = fx;
      double best = Math.abs(fa) < Math.abs(fb) ? a : b;
      double narrow = (2 * relative * Math.abs(best) + Double.MIN_VALUE) / Math.abs(b - a);
      if (fa == 0 || narrow > 0.5) {
        return best;
      }
      double xi = (a - b) / (c - b);
      double phi = (fa - fb) / (fc - fb);
      boolean safe = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
      t =
          safe
              ? fa / (fb - fa) * fc / (fb - fc)
                  + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
              : 0.5;
      t = Math.max(narrow, Math.min(1 - narrow, t));
    }
    return Math.abs(fa) < Math.abs(fb) ? a : b;
  }
}
