package org.ohmweave.device.behavioural;

import org.ohmweave.core.math.Exponential;

/**
 * Chances of one two-state switch over a stretch of time: it turns on at the rate {@code a(v)} and
 * off at the rate {@code b(v)}, both logistic in the voltage. Chances over a stretch of constant
 * voltage are those of the continuous-time chain, so two halves make the whole exactly.
 *
 * <p>Holds the result of the last call; one instance per thread.
 */
final class SwitchChain {
  private static final double[] NODES = {
    -0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664
  };
  private static final double[] WEIGHTS = {
    0.23692688505618908,
    0.47862867049936647,
    0.5688888888888889,
    0.47862867049936647,
    0.23692688505618908
  };
  private static final double PANEL_OF_THERMAL_VOLTS = 0.5;
  private static final double LONG = 40;

  private double turnsOn;
  private double turnsOff;

  /** Chance of a switch that is off at the start to be on at the end. */
  double turnsOn() {
    return turnsOn;
  }

  /** Chance of a switch that is on at the start to be off at the end. */
  double turnsOff() {
    return turnsOff;
  }

  /** Logistic function without overflow. */
  static double logistic(double z) {
    double e = Exponential.exp(-Math.abs(z));
    return (z >= 0 ? 1 : e) / (1 + e);
  }

  /** {@code ln(1 + e^z)}, whose slope is the logistic function. */
  private static double softplus(double z) {
    return Math.max(0, z) + StrictMath.log1p(Exponential.exp(-Math.abs(z)));
  }

  /**
   * Constant voltage.
   *
   * @param on argument of the logistic of turning on, (v - V_on) / V_T
   * @param off argument of that of turning off, -(v + V_off) / V_T
   * @param taus duration in units of tau
   */
  void hold(double on, double off, double taus) {
    double a = logistic(on);
    double b = logistic(off);
    double sum = a + b;
    double gone = sum > 0 ? -Exponential.expm1(-sum * taus) / sum : taus;
    turnsOn = a * gone;
    turnsOff = b * gone;
  }

  /**
   * Linear ramp: the whole relaxation is exact, the share that turns on is an integral over panels
   * that are short against the thermal voltage and the time constant.
   *
   * @param on0 argument of turning on at the start
   * @param on1 the same at the end
   * @param off0 argument of turning off at the start; it falls as the other rises
   */
  void ramp(double on0, double on1, double off0, double taus) {
    double rise = on1 - on0;
    if (rise == 0) {
      hold(on0, off0, taus);
      return;
    }
    double all = decay(on0, off0, rise, 0, 1, taus);
    double sum = 0;
    double end = 1;
    while (end > 0 && decay(on0, off0, rise, end, 1, taus) < LONG) { // older turns are forgotten
      double rate = taus * (logistic(on0 + end * rise) + logistic(off0 - end * rise));
      double length = Math.min(end, Math.min(PANEL_OF_THERMAL_VOLTS / Math.abs(rise), 1 / rate));
      for (int k = 0; k < NODES.length; k++) {
        double s = end - (0.5 - 0.5 * NODES[k]) * length;
        double kept = Exponential.exp(-decay(on0, off0, rise, s, 1, taus));
        sum += 0.5 * length * WEIGHTS[k] * logistic(on0 + s * rise) * kept;
      }
      end = end - length < 1e-15 ? 0 : end - length;
    }
    double relaxed = -Exponential.expm1(-all);
    turnsOn = Math.min(relaxed, taus * sum);
    turnsOff = relaxed - turnsOn;
  }

  /** Integral of a + b between two shares of the ramp. */
  private static double decay(
      double on0, double off0, double rise, double from, double to, double taus) {
    double a = softplus(on0 + to * rise) - softplus(on0 + from * rise);
    double b = softplus(off0 - from * rise) - softplus(off0 - to * rise);
    return taus * (a + b) / rise;
  }
}
