package org.ohmweave.device.reram;

import org.ohmweave.core.math.Exponential;

/**
 * Splits an applied voltage between a sinh film and a resistor: {@code V = v + R I0 sinh(v / V0)}.
 */
final class FilmVoltage {
  private static final int LIMIT = 200;

  private FilmVoltage() {}

  /**
   * Voltage across the film. The left side is convex for positive v, so Newton's method from the
   * right comes down without overshoot.
   *
   * @param scaleAmps {@code I0 exp(-g/g0)}
   * @param near a guess, or NaN
   */
  static double solve(double scaleAmps, double v0, double seriesOhms, double volts, double near) {
    if (volts == 0 || seriesOhms == 0) {
      return volts;
    }
    double goal = Math.abs(volts);
    double drop = seriesOhms * scaleAmps;
    double v = Math.abs(near);
    if (!(v > 0 && v < goal)) {
      v = Math.min(goal, v0 * Exponential.asinh(goal / drop));
    }
    for (int k = 0; k < LIMIT; k++) {
      double e = Exponential.exp(v / v0);
      double sinh = v < 1e-3 * v0 ? Exponential.sinh(v / v0) : 0.5 * (e - 1 / e);
      double cosh = 0.5 * (e + 1 / e);
      double next = v - (v + drop * sinh - goal) / (1 + drop * cosh / v0);
      double change = Math.abs(next - v);
      v = Math.max(0, Math.min(goal, next));
      if (change <= 2e-16 * goal || (k > 4 && change <= 1e-15 * goal)) {
        break;
      }
    }
    return Math.copySign(v, volts);
  }
}
