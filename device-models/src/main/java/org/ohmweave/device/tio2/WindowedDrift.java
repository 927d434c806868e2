package org.ohmweave.device.tio2;

import org.ohmweave.core.InputException;
import org.ohmweave.device.integrate.StiffProblem;

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
  WindowedDrift {
    if (window < 1 || window > 3) {
      throw new InputException("window must be 0, 1, 2 or 3, got " + window);
    }
  }

  private double f(double x) {
    return switch (window) {
      case 1 -> 1 - Math.pow((2 * x - 1) * (2 * x - 1), p);
      case 2 -> {
        double d = x - (sign < 0 ? 1 : 0);
        yield 1 - Math.pow(d * d, p);
      }
      default -> j * (1 - Math.pow((x - 0.5) * (x - 0.5) + 0.75, p));
    };
  }

  @Override
  public void rates(double flux, double[] y, double[] rates) {
    double x = Math.max(0, Math.min(1, y[0]));
    rates[0] = sign * rate * f(x) / (offOhms + byShare * x);
  }

  @Override
  public void derivatives(
      double flux, double[] y, double[] rates, double[] byState, double[] byTime) {
    double step = y[0] < 0.5 ? 1e-7 : -1e-7;
    double[] probed = new double[1];
    rates(flux, new double[] {y[0] + step}, probed);
    byState[0] = (probed[0] - rates[0]) / step;
    byTime[0] = 0;
  }

  @Override
  public double allowed(int k, double before, double after) {
    return 1e-9;
  }
}
