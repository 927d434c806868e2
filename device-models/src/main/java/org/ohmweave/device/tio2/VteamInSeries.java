package org.ohmweave.device.tio2;

import org.ohmweave.core.math.Logarithm;
import org.ohmweave.device.integrate.StiffFlow;
import org.ohmweave.device.integrate.StiffProblem;
import org.ohmweave.device.integrate.TaylorFlow;

/**
 * Motion of VTEAM's state in one direction behind a resistor, under a voltage of one sign that
 * changes linearly; the thresholds apply to the film's share of the voltage.
 *
 * @param off true for the direction to the off state
 * @param k rate scale, m/s
 * @param alpha exponent
 * @param threshold of the film's voltage, signed
 * @param onOhms film at x = 0
 * @param perMetre slope of the film's resistance
 * @param depth range of x, m
 * @param seriesOhms resistor
 * @param startVolts across both at time 0
 * @param voltsPerSecond slope of that voltage
 */
record VteamInSeries(
    boolean off,
    double k,
    double alpha,
    double threshold,
    double onOhms,
    double perMetre,
    double depth,
    double seriesOhms,
    double startVolts,
    double voltsPerSecond)
    implements StiffProblem {
  private static final double PROBE = 1e-7;
  private static final double TOLERANCE = 1e-11;
  private static final ThreadLocal<StiffFlow> FLOW =
      ThreadLocal.withInitial(() -> new StiffFlow(1));

  private double rate(double x, double volts) {
    double film = onOhms + perMetre * x;
    double excess = volts * film / (threshold * (film + seriesOhms)) - 1;
    return excess > 0 ? k * Logarithm.power(excess, alpha) : 0;
  }

  /** Place of the state after a duration. */
  double carried(double x, double seconds) {
    if (voltsPerSecond == 0) {
      double moved = shortStep(x, seconds);
      return Double.isNaN(moved) ? integrated(x, seconds) : inside(x + moved);
    }
    return integrated(x, seconds);
  }

  /** One Taylor stretch at the starting voltage; NaN if it is too long for that. */
  private double shortStep(double x, double seconds) {
    double rate = rate(x, startVolts);
    if (rate == 0) {
      return 0;
    }
    double film = onOhms + perMetre * x;
    double over = startVolts - threshold;
    double p = over * perMetre / (over * film - threshold * seriesOhms);
    double q = perMetre / (film + seriesOhms);
    return TaylorFlow.step(
        rate * seconds,
        alpha * (p - q),
        -alpha * (p * p - q * q),
        2 * alpha * (p * p * p - q * q * q),
        -6 * alpha * (p * p * p * p - q * q * q * q),
        TOLERANCE * depth);
  }

  private double integrated(double x, double seconds) {
    double[] y = {x};
    FLOW.get()
        .run(
            this,
            y,
            seconds,
            seconds / 64,
            (t, state, rates) -> {
              state[0] = inside(state[0]);
              return state[0] == (off ? depth : 0);
            });
    return y[0];
  }

  private double inside(double x) {
    return Math.max(0, Math.min(depth, x));
  }

  @Override
  public void rates(double seconds, double[] y, double[] rates) {
    rates[0] = rate(inside(y[0]), startVolts + voltsPerSecond * seconds);
  }

  @Override
  public void derivatives(
      double seconds, double[] y, double[] rates, double[] byState, double[] byTime) {
    double volts = startVolts + voltsPerSecond * seconds;
    double x = inside(y[0]);
    double step = (x < 0.5 * depth ? PROBE : -PROBE) * depth;
    byState[0] = (rate(x + step, volts) - rates[0]) / step;
    double more = PROBE * (Math.abs(volts) + Math.abs(threshold));
    byTime[0] =
        voltsPerSecond == 0
            ? 0
            : (rate(x, volts + more) - rate(x, volts - more)) / (2 * more) * voltsPerSecond;
  }

  @Override
  public double allowed(int k, double before, double after) {
    return 1e-10 * depth;
  }
}
