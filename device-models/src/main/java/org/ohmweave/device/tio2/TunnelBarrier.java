package org.ohmweave.device.tio2;

import java.util.function.DoubleUnaryOperator;
import org.ohmweave.core.math.Exponential;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.integrate.Bracketed;

/** The static circuit of one Pickett device: Simmons barrier and resistor. Widths in nanometres. */
final class TunnelBarrier {
  private static final double E = 1.602176634e-19;
  private static final double H = 6.62607015e-34;
  private static final double EPS_0 = 8.8541878128e-12;
  private static final double ELECTRON_MASS = 9.1093837015e-31;

  /** 4 pi sqrt(2 m e) / h, per nanometre and root volt. */
  static final double DECAY = 4 * Math.PI * Math.sqrt(2 * ELECTRON_MASS * E) / H * 1e-9;

  /** Current per square nanometre of area, volt and square nanometre of inverse span, ampere. */
  static final double SCALE = E * E * 1e18 / (2 * Math.PI * H);

  /** No barrier of the law's range has its current maximum below this voltage. */
  private static final double SURELY_BELOW_PEAK = 0.85;

  /** That range: barriers at least as high, thick and weakly lowered as these. */
  private static final double LEAST_HEIGHT = 0.95;

  private static final double LEAST_PERMITTIVITY = 5;
  private static final double LEAST_WIDTH = 1.05;

  private static final double TOLERANCE = 1e-15;

  private final DoubleUnaryOperator imbalance = this::imbalance;
  private double phi0;
  private double image;
  private double inner;
  private double scale;
  private double series;
  private double width;
  private double goal;
  private boolean high;

  /** Strength of the image force in V nm at a relative permittivity. */
  static double image(double permittivity) {
    return E * Math.log(2) / (8 * Math.PI * permittivity * EPS_0) * 1e9;
  }

  void load(DeviceBank b, int i) {
    phi0 = b.parameter(Pickett.PHI_0, i);
    image = image(b.parameter(Pickett.PERMITTIVITY, i));
    inner = 1.2 * image / phi0;
    scale = E * E * b.parameter(Pickett.AREA, i) * 1e18 / (2 * Math.PI * H);
    series = b.parameter(Pickett.R_S, i);
    high = phi0 >= LEAST_HEIGHT && b.parameter(Pickett.PERMITTIVITY, i) >= LEAST_PERMITTIVITY;
  }

  /** Current through the barrier at a voltage {@code v >= 0} across it; NaN outside the law. */
  double tunnel(double v, double w) {
    double lambda = image / w;
    double outer = inner + w - 9.2 * image / (3 * phi0 + 4 * lambda - 2 * v);
    double span = outer - inner;
    double height =
        phi0
            - v * (inner + outer) / (2 * w)
            - 1.15
                * lambda
                * w
                / span
                * StrictMath.log(outer * (w - inner) / (inner * (w - outer)));
    double decay = DECAY * span;
    double raised = height + v;
    return scale
        / (span * span)
        * (height * Exponential.exp(-decay * Math.sqrt(height))
            - raised * Exponential.exp(-decay * Math.sqrt(raised)));
  }

  private double imbalance(double v) {
    double current = tunnel(v, width);
    return Double.isNaN(current) ? Double.NaN : v + series * current - goal;
  }

  /** Current in ampere at a voltage across barrier and resistor, with its sign. */
  double solve(double volts, double w) {
    if (volts == 0) {
      return 0;
    }
    width = w;
    goal = Math.abs(volts);
    double safe = high && w >= LEAST_WIDTH ? SURELY_BELOW_PEAK : 0;
    double most = Math.min(goal, safe);
    if (!(imbalance(most) >= 0)) {
      most = Math.min(goal, peakVolts(safe));
      if (!(imbalance(most) >= 0)) {
        return Math.copySign((goal - most) / series, volts);
      }
    }
    double v = Bracketed.root(imbalance, 0, most, TOLERANCE);
    return Math.copySign(tunnel(v, w), volts);
  }

  /** Voltage of the largest barrier current above a voltage: golden section. */
  private double peakVolts(double from) {
    double ratio = (Math.sqrt(5) - 1) / 2;
    double low = from;
    double end = 1.35;
    while (end - low > 1e-9) {
      double a = end - ratio * (end - low);
      double b = low + ratio * (end - low);
      double fa = tunnel(a, width);
      double fb = tunnel(b, width);
      if (fa > fb || Double.isNaN(fb)) {
        end = b;
      } else {
        low = a;
      }
    }
    return low;
  }

  /** dI/dV at fixed width, from the barrier's slope by central differences. */
  double slope(double volts, double w) {
    double at = volts == 0 ? 1e-6 : Math.abs(volts);
    double current = Math.abs(solve(at, w));
    double v = at - series * current;
    double step = 1e-6 * v;
    double barrier = (tunnel(v + step, w) - tunnel(v - step, w)) / (2 * step);
    return barrier / (1 + series * barrier);
  }
}
