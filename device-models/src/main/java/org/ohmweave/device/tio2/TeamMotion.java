package org.ohmweave.device.tio2;

import org.ohmweave.core.math.Exponential;
import org.ohmweave.core.math.Logarithm;
import org.ohmweave.device.integrate.StiffProblem;
import org.ohmweave.device.integrate.TaylorFlow;

/**
 * Motion of the state of TEAM in one direction, under a voltage of one sign that changes linearly.
 *
 * @param off true for the direction to the off state
 * @param k rate scale, m/s, positive for off and negative for on
 * @param alpha exponent
 * @param amps threshold of this direction, signed
 * @param window whether Kvatinsky's window acts
 * @param edge where the window falls, m (a_off or a_on)
 * @param width of the window's edge, m (x_c)
 * @param resistance resistance of the film and what is in series
 * @param startVolts at time 0
 * @param voltsPerSecond slope of the voltage
 */
record TeamMotion(
    boolean off,
    double k,
    double alpha,
    double amps,
    boolean window,
    double edge,
    double width,
    TeamResistance resistance,
    double startVolts,
    double voltsPerSecond)
    implements StiffProblem {
  private static final double PROBE = 1e-7;

  /** Rate in m/s at a place and a voltage; zero below the threshold. */
  double rate(double x, double volts) {
    double excess = volts / (amps * resistance.ohms(x)) - 1;
    if (!(excess > 0)) {
      return 0;
    }
    double rate = k * Logarithm.power(excess, alpha);
    return window ? rate * Exponential.exp(-steepness(x)) : rate;
  }

  private double steepness(double x) {
    return Exponential.exp((off ? x - edge : edge - x) / width);
  }

  /**
   * Displacement at the starting voltage by one Taylor stretch.
   *
   * @return NaN if the stretch is too long for it
   */
  double shortStep(double x, double seconds, double tolerance) {
    double rate = rate(x, startVolts);
    if (rate == 0) {
      return 0;
    }
    double a;
    double a1;
    double a2;
    double a3;
    if (resistance.exponential()) {
      if (resistance.seriesOhms() > 0) {
        return Double.NaN;
      }
      double u = startVolts / (amps * resistance.ohms(x));
      double r = u / (u - 1);
      double s = r / (u - 1);
      double slope = resistance.perMetre();
      a = -alpha * slope * r;
      a1 = -alpha * slope * slope * s;
      a2 = a1 * slope * (2 * r - 1);
      a3 = a1 * slope * slope * (2 * s + (2 * r - 1) * (2 * r - 1));
    } else {
      double ohms = resistance.ohms(x);
      double p = resistance.perMetre() / (startVolts / amps - ohms);
      double q = resistance.perMetre() / ohms;
      a = -alpha * (p + q);
      a1 = -alpha * (p * p - q * q);
      a2 = -2 * alpha * (p * p * p + q * q * q);
      a3 = -6 * alpha * (p * p * p * p - q * q * q * q);
    }
    if (window) {
      double per = (off ? 1 : -1) / width;
      double e = steepness(x);
      a -= e * per;
      a1 -= e * per * per;
      a2 -= e * per * per * per;
      a3 -= e * per * per * per * per;
    }
    return TaylorFlow.step(rate * seconds, a, a1, a2, a3, tolerance);
  }

  @Override
  public void rates(double seconds, double[] y, double[] rates) {
    rates[0] = rate(resistance.inside(y[0]), startVolts + voltsPerSecond * seconds);
  }

  @Override
  public void derivatives(
      double seconds, double[] y, double[] rates, double[] byState, double[] byTime) {
    double middle = resistance.xOn() + 0.5 * resistance.range();
    double step = (y[0] < middle ? PROBE : -PROBE) * resistance.range();
    double volts = startVolts + voltsPerSecond * seconds;
    double x = resistance.inside(y[0]);
    byState[0] = (rate(x + step, volts) - rates[0]) / step;
    double more = PROBE * (Math.abs(volts) + Math.abs(amps) * resistance.ohms(x));
    byTime[0] =
        voltsPerSecond == 0
            ? 0
            : (rate(x, volts + more) - rate(x, volts - more)) / (2 * more) * voltsPerSecond;
  }

  @Override
  public double allowed(int k, double before, double after) {
    return 1e-10 * resistance.range();
  }
}
