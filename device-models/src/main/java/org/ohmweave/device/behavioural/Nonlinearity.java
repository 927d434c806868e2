package org.ohmweave.device.behavioural;

import org.ohmweave.core.math.Exponential;

/**
 * NeuroSim's label of nonlinearity and the curvature it stands for. A curve {@code (1 - e^(-k p)) /
 * (1 - e^-k)} over p from 0 to 1 departs from the straight line at most by d(k); the label is
 * {@code 10.10152 d}. The factor is fitted here to fourteen values of NeuroSim's table, which agree
 * to 1.2e-5, most of them to 2e-6.
 */
final class Nonlinearity {
  /** Largest label of the table. */
  static final double MOST = 9;

  static final double LABEL_PER_DEPARTURE = 10.10152;
  private static final int PER_UNIT = 200;
  private static final int LAST = (int) (MOST * PER_UNIT) + 1;
  private static final double[] CURVATURE = new double[LAST + 1];
  private static final double[] SLOPE = new double[LAST + 1];

  static {
    for (int n = 1; n <= LAST; n++) {
      double k = solved((double) n / PER_UNIT);
      double more = 1e-4 * k;
      CURVATURE[n] = k;
      SLOPE[n] = 2 * more / (label(k + more) - label(k - more));
    }
    SLOPE[0] = 8 / LABEL_PER_DEPARTURE;
  }

  private Nonlinearity() {}

  /** Label of a curve, {@code k > 0}. */
  static double label(double k) {
    double slope = -StrictMath.expm1(-k) / k;
    double p = -StrictMath.log(slope) / k;
    double height = StrictMath.expm1(-k * p) / StrictMath.expm1(-k);
    return LABEL_PER_DEPARTURE * (height - p);
  }

  private static double solved(double label) {
    double low = 1e-3;
    double high = 1e3;
    while (high - low > 1e-15 * high) {
      double middle = Math.sqrt(low * high);
      if (middle == low || middle == high) {
        break;
      }
      if (label(middle) < label) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Curvature k of a label; 1/k is the table's A_norm. Negative labels give negative curvatures.
   *
   * @param label in -9 .. 9
   */
  static double curvature(double label) {
    double place = Math.min(Math.abs(label), MOST) * PER_UNIT;
    int n = (int) place;
    double t = place - n;
    double a = CURVATURE[n];
    double b = CURVATURE[n + 1];
    double sa = SLOPE[n] / PER_UNIT;
    double sb = SLOPE[n + 1] / PER_UNIT;
    double d = b - a;
    double k = a + t * (sa + t * ((3 * d - 2 * sa - sb) + t * (sa + sb - 2 * d)));
    return Math.copySign(k, label);
  }

  /**
   * Share of the range after some pulses along a curve, from whatever share before; the pulse
   * number is eliminated, so the ends need no care.
   *
   * @param g share of the range, 0 .. 1
   * @param k curvature of the rising form, of either sign or zero
   * @param pulses share of all pulses, negative when going down
   */
  static double moved(double g, double k, double pulses) {
    double exponent = -k * pulses;
    double gain = Math.abs(k) < 1e-12 ? pulses : Exponential.expm1(exponent) / -k;
    double whole = Math.abs(k) < 1e-12 ? 1 : Exponential.expm1(-k) / -k;
    // (1/whole - k g) is the slope of the curve at g
    return Math.max(0, Math.min(1, g + (1 / whole - k * g) * gain));
  }
}
