package org.ohmweave.device.behavioural;

/**
 * Static current of a measured ReRAM: {@code i = (1 - r) L(v) + r H(v)}, L and H polynomials, r set
 * by the resistance at the read voltage (T. Hennen et al., IEEE TED, 2024,
 * doi:10.1109/TED.2024.3427616).
 *
 * <p>H alone has a negative slope at 0 V, so r is limited to where no voltage of the range gives
 * power back (about 4 Mohm with the published polynomials). Beyond {@link #RANGE_VOLTS} the
 * conductance i/v of the end of the range is kept.
 */
final class MixedCurrent {
  /** End of the range of the polynomials. */
  static final double RANGE_VOLTS = 1.5;

  /** Least chord conductance that a mixture may have. */
  private static final double LEAST_SIEMENS = 1e-9;

  private static final int GRID = 300;
  private final double[] low;
  private final double[] high;
  private final double lowSiemens;
  private final double highSiemens;
  private final double mostMix;

  /** Polynomials, highest power first, last coefficient zero. */
  MixedCurrent(double[] low, double[] high, double readVolts) {
    this.low = low;
    this.high = high;
    this.lowSiemens = chord(low, readVolts);
    this.highSiemens = chord(high, readVolts);
    double most = Double.POSITIVE_INFINITY;
    for (int k = -GRID; k <= GRID; k++) {
      double a = chord(low, RANGE_VOLTS * k / GRID);
      double b = chord(high, RANGE_VOLTS * k / GRID);
      if (a > b) {
        most = Math.min(most, (a - LEAST_SIEMENS) / (a - b));
      }
    }
    this.mostMix = most;
  }

  /** Share of the resistive polynomial that gives a resistance at the read voltage. */
  double mix(double ohms) {
    return Math.min(mostMix, (lowSiemens - 1 / ohms) / (lowSiemens - highSiemens));
  }

  double amps(double mix, double volts) {
    return siemens(mix, volts) * volts;
  }

  /** The share that gives a current; the voltage is not zero. */
  double mixAt(double amps, double volts) {
    double v = clamp(volts);
    double a = chord(low, v);
    return Math.min(mostMix, (a - amps / volts) / (a - chord(high, v)));
  }

  /** di/dv. */
  double slope(double mix, double volts) {
    if (Math.abs(volts) > RANGE_VOLTS) {
      return siemens(mix, volts);
    }
    return (1 - mix) * slope(low, volts) + mix * slope(high, volts);
  }

  private double siemens(double mix, double volts) {
    double v = clamp(volts);
    return (1 - mix) * chord(low, v) + mix * chord(high, v);
  }

  private static double clamp(double volts) {
    return Math.max(-RANGE_VOLTS, Math.min(RANGE_VOLTS, volts));
  }

  private static double chord(double[] polynomial, double v) {
    double y = 0;
    for (int k = 0; k < polynomial.length - 1; k++) {
      y = y * v + polynomial[k];
    }
    return y;
  }

  private static double slope(double[] polynomial, double v) {
    double y = 0;
    int n = polynomial.length - 1;
    for (int k = 0; k < n; k++) {
      y = y * v + (n - k) * polynomial[k];
    }
    return y;
  }
}
