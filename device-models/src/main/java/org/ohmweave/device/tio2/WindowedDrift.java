package org.ohmweave.device.tio2;

import org.ohmweave.core.math.Logarithm;
import org.ohmweave.device.integrate.StiffProblem;
import org.ohmweave.device.integrate.TaylorFlow;

/**
 * Linear drift with a window, in the flux as the variable of integration.
 *
 * @param window 1 Joglekar, 2 Biolek, 3 Prodromakis
 * @param p exponent
 * @param j height of Prodromakis' window
 * @param rate mobility times R_on over thickness squared
 * @param sign of the flux
 * @param offOhms resistance at x = 0
 * @param byShare change of the resistance from x = 0 to 1
 */
record WindowedDrift(
    int window, double p, double j, double rate, double sign, double offOhms, double byShare)
    implements StiffProblem {

  private double f(double x) {
    return switch (window) {
      case 1 -> 1 - Logarithm.power((2 * x - 1) * (2 * x - 1), p);
      case 2 -> {
        double d = x - (sign < 0 ? 1 : 0);
        yield 1 - Logarithm.power(d * d, p);
      }
      default -> j * (1 - Logarithm.power((x - 0.5) * (x - 0.5) + 0.75, p));
    };
  }

  private double speed(double x) {
    return sign * rate * f(x) / (offOhms + byShare * x);
  }

  /**
   * Displacement by one Taylor stretch.
   *
   * @param flux size, in volt seconds
   * @return NaN if the stretch is too long for it, or starts where the window has no derivatives
   */
  double shortStep(double x, double flux, double tolerance) {
    double f1;
    double f2;
    double f3;
    double f4;
    double f;
    if (window == 3) {
      double m = (x - 0.5) * (x - 0.5) + 0.75;
      double n = 2 * x - 1;
      double power = Logarithm.power(m, p);
      double p1 = p * power / m;
      double p2 = (p - 1) * p1 / m;
      double p3 = (p - 2) * p2 / m;
      double p4 = (p - 3) * p3 / m;
      f = j * (1 - power);
      f1 = -j * p1 * n;
      f2 = -j * (p2 * n * n + 2 * p1);
      f3 = -j * (p3 * n * n * n + 6 * p2 * n);
      f4 = -j * (p4 * n * n * n * n + 12 * p3 * n * n + 12 * p2);
    } else {
      double d = window == 1 ? 2 * x - 1 : x - (sign < 0 ? 1 : 0);
      double per = (window == 1 ? 2 : 1) / d;
      double power = Logarithm.power(d * d, p);
      f = 1 - power;
      f1 = -2 * p * power * per;
      f2 = (2 * p - 1) * f1 * per;
      f3 = (2 * p - 2) * f2 * per;
      f4 = (2 * p - 3) * f3 * per;
    }
    if (!(f > 0)) {
      return f == 0 ? 0 : Double.NaN;
    }
    double inverse = 1 / f;
    double a = f1 * inverse;
    double b = f2 * inverse;
    double c = f3 * inverse;
    double a1 = b - a * a;
    double a2 = c - a * (3 * b - 2 * a * a);
    double a3 = f4 * inverse - 4 * a * c - 3 * b * b + a * a * (12 * b - 6 * a * a);
    double ohms = offOhms + byShare * x;
    double q = byShare / ohms;
    return TaylorFlow.step(
        sign * rate * f / ohms * flux,
        a - q,
        a1 + q * q,
        a2 - 2 * q * q * q,
        a3 + 6 * q * q * q * q,
        tolerance);
  }

  @Override
  public void rates(double flux, double[] y, double[] rates) {
    rates[0] = speed(Math.max(0, Math.min(1, y[0])));
  }

  @Override
  public void derivatives(
      double flux, double[] y, double[] rates, double[] byState, double[] byTime) {
    double step = y[0] < 0.5 ? 1e-7 : -1e-7;
    double x = Math.max(0, Math.min(1, y[0] + step));
    byState[0] = (speed(x) - rates[0]) / step;
    byTime[0] = 0;
  }

  @Override
  public double allowed(int k, double before, double after) {
    return 1e-9;
  }
}
