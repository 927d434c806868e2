package org.ohmweave.device.integrate;

/**
 * A short stretch of an autonomous flow {@code dx/dt = f(x)} by its Taylor series in time to the
 * fifth order, written with the slopes of the logarithm of the rate: {@code a = d ln|f| / dx} and
 * its derivatives {@code a1, a2, a3} by x. One rate is evaluated per stretch, so a pulse that moves
 * a state a little costs little.
 *
 * <p>With h = f t the series is x + h + a h^2/2! + (2 a^2 + a1) h^3/3! + (6 a^3 + 7 a a1 + a2)
 * h^4/4! + (24 a^4 + 46 a^2 a1 + 7 a1^2 + 11 a a2 + a3) h^5/5!, found by differentiating f along
 * itself.
 */
public final class TaylorFlow {
  private TaylorFlow() {}

  /**
   * Displacement.
   *
   * @param h rate at the start times duration, signed
   * @param tolerance allowed size of the last term, in the unit of x
   * @return NaN if the last term is larger
   */
  public static double step(double h, double a, double a1, double a2, double a3, double tolerance) {
    double aa = a * a;
    double third = 2 * aa + a1;
    double fourth = a * (6 * aa + 7 * a1) + a2;
    double fifth = aa * (24 * aa + 46 * a1) + 7 * a1 * a1 + 11 * a * a2 + a3;
    double hh = h * h;
    double last = hh * hh * h * fifth * (1 / 120.0);
    double before = hh * hh * fourth * (1 / 24.0);
    // a term may vanish by chance; then the one before, times the shrinkage, speaks for the rest
    double size = Math.max(Math.abs(last), Math.abs(before * h * a) * 0.2);
    if (!(size <= tolerance)) {
      return Double.NaN;
    }
    return h + hh * (0.5 * a + h * third * (1 / 6.0)) + (before + last);
  }
}
