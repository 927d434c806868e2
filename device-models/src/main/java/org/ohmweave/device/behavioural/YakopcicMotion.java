package org.ohmweave.device.behavioural;

import org.ohmweave.core.math.Exponential;
import org.ohmweave.device.integrate.ChebyshevTime;
import org.ohmweave.device.integrate.TaylorFlow;

/**
 * Motion of Yakopcic's state towards one bound, driven by the integral of {@code g} over time. With
 * y the distance to the bound, y falls at unit speed while it is above the edge of the window, and
 * then as {@code dy/ds = -(y / edge) exp(alpha (y - edge))}; both directions have this form.
 */
final class YakopcicMotion {
  private static final double TOLERANCE = 1e-13;
  private static final double FURTHEST = 700;
  private static final ThreadLocal<ChebyshevTime> TIME =
      ThreadLocal.withInitial(ChebyshevTime::new);

  private YakopcicMotion() {}

  /**
   * Integral of {@code scale (e^v - e^threshold)} over a linear ramp between two voltages of one
   * sign, sizes given; only the part above the threshold counts.
   */
  static double drive(
      double scale, double threshold, double startSize, double endSize, double seconds) {
    double above0 = startSize - threshold;
    double above1 = endSize - threshold;
    if (above0 <= 0 && above1 <= 0) {
      return 0;
    }
    double rate = scale * Exponential.exp(threshold);
    if (above0 == above1) {
      return rate * seconds * Exponential.expm1(above0);
    }
    double low = Math.max(0, Math.min(above0, above1));
    double high = Math.max(above0, above1);
    double rise = high - low;
    double share = rise / Math.abs(above1 - above0);
    double mean = Exponential.exp(low) * (rise < 1e-9 ? 1 : Exponential.expm1(rise) / rise) - 1;
    return rate * seconds * share * mean;
  }

  /**
   * Distance to the bound after a drive.
   *
   * @param y distance now, {@code >= 0}
   * @param edge where the window begins, {@code > 0}
   * @param alpha steepness of the window, {@code >= 0}
   * @param drive {@code >= 0}
   */
  static double towards(double y, double edge, double alpha, double drive) {
    double left = drive;
    double place = y;
    if (place > edge) {
      if (place - left >= edge) {
        return place - left;
      }
      left -= place - edge;
      place = edge;
    }
    if (place == 0 || left == 0) {
      return place;
    }
    double per = 1 / place;
    double h = -left * place / edge * Exponential.exp(alpha * (place - edge));
    double step =
        TaylorFlow.step(
            h,
            per + alpha,
            -per * per,
            2 * per * per * per,
            -6 * per * per * per * per,
            TOLERANCE * place);
    return Double.isNaN(step) ? far(place, edge, alpha, left) : place + step;
  }

  /** In w = ln(y / y1) the time per path is exp(-alpha y e^-w), between e^(-alpha y) and 1. */
  private static double far(double y, double edge, double alpha, double drive) {
    double steep = alpha * y;
    double time = drive / edge * Exponential.exp(-alpha * edge);
    double w =
        alpha == 0
            ? time
            : TIME.get()
                .pathAfter(v -> Exponential.exp(-steep * Exponential.exp(-v)), time, FURTHEST);
    return y * Exponential.exp(-w);
  }
}
