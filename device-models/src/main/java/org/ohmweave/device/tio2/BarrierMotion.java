package org.ohmweave.device.tio2;

import org.ohmweave.core.math.Exponential;
import org.ohmweave.device.CellRates;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.integrate.StiffFlow;
import org.ohmweave.device.integrate.StiffProblem;

/** Motion of the barrier of one Pickett device along a ramp. Widths in nanometres. */
final class BarrierMotion implements StiffProblem {
  private static final double ALLOWED = 1e-9;
  private static final double JUMP = 1e-9;
  static final double WIDEST = 3;
  private static final double DIFFERENCE = 1e-7;

  /** In nm/s: beyond all meaning, and still a number; a blow-up is cut off long before. */
  private static final double FASTEST = 1e18;

  private final StiffFlow flow = new StiffFlow(1);
  private final TunnelBarrier barrier = new TunnelBarrier();
  private final double[] y = new double[2];
  private final double[] probe = new double[2];
  private final double[] probed = new double[2];
  private double offSpeed;
  private double offAmps;
  private double offWidth;
  private double onSpeed;
  private double onAmps;
  private double onWidth;
  private double innerAmps;
  private double scale;
  private double least;
  private double startVolts;
  private double voltsPerSecond;

  TunnelBarrier barrier() {
    return barrier;
  }

  void advance(DeviceBank bank, int i, double from, double to, double seconds) {
    if (!(seconds > 0)) {
      return;
    }
    load(bank, i);
    y[0] = bank.state(Pickett.WIDTH)[i];
    if (from * to < 0) {
      double crossing = seconds * from / (from - to);
      piece(from, 0, crossing);
      piece(0, to, seconds - crossing);
    } else {
      piece(from, to, seconds);
    }
    bank.state(Pickett.WIDTH)[i] = y[0];
  }

  /** Takes the parameters of device {@code i}. */
  void load(DeviceBank b, int i) {
    barrier.load(b, i);
    offSpeed = b.parameter(Pickett.F_OFF, i) * 1e9;
    offAmps = b.parameter(Pickett.I_OFF, i);
    offWidth = b.parameter(Pickett.A_OFF, i) * 1e9;
    onSpeed = b.parameter(Pickett.F_ON, i) * 1e9;
    onAmps = b.parameter(Pickett.I_ON, i);
    onWidth = b.parameter(Pickett.A_ON, i) * 1e9;
    innerAmps = b.parameter(Pickett.B, i);
    scale = b.parameter(Pickett.W_C, i) * 1e9;
    least = b.parameter(Pickett.W_MIN, i) * 1e9;
  }

  private void piece(double from, double to, double seconds) {
    boolean set = from < 0 || to < 0;
    if ((from == 0 && to == 0) || (set && y[0] <= least)) {
      return;
    }
    startVolts = from;
    voltsPerSecond = (to - from) / seconds;
    rates(0, y, probed);
    double speed = Math.abs(probed[0]);
    if (set && y[0] - least < JUMP * seconds * speed) {
      y[0] = least;
      return;
    }
    double first = speed > 0 ? Math.min(seconds / 64, 1e-3 / speed) : seconds / 64;
    flow.run(
        this,
        y,
        seconds,
        first,
        (t, state, rates) -> {
          boolean blowsUp = set && state[0] - least < JUMP * seconds * Math.abs(rates[0]);
          if (set && (blowsUp || state[0] <= least)) {
            state[0] = least;
            return true;
          }
          return false;
        });
  }

  /**
   * Current, rate and all first derivatives (differences) of the loaded device at a place, entry
   * {@code k} of the results.
   */
  void look(int k, double volts, double width, boolean slopes, CellRates out) {
    double w = Math.max(least - 0.01, Math.min(WIDEST, width));
    out.amps[k] = barrier.solve(volts, w);
    out.rate[k] = speed(volts, w, Math.abs(out.amps[k]));
    if (!slopes) {
      return;
    }
    double amps = barrier.solve(volts, w + DIFFERENCE);
    out.ampsByState[k] = (amps - out.amps[k]) / DIFFERENCE;
    out.rateByState[k] = (speed(volts, w + DIFFERENCE, Math.abs(amps)) - out.rate[k]) / DIFFERENCE;
    double slope = barrier.slope(volts, w);
    double side = volts < 0 ? -1 : 1;
    double ahead = volts + side * DIFFERENCE;
    out.siemens[k] = slope;
    out.rateByVolts[k] =
        (speed(ahead, w, Math.abs(barrier.solve(ahead, w))) - out.rate[k]) / (side * DIFFERENCE);
  }

  @Override
  public void rates(double t, double[] state, double[] rates) {
    double w = Math.max(least - 0.01, Math.min(WIDEST, state[0]));
    double volts = startVolts + voltsPerSecond * t;
    rates[0] = speed(volts, w, Math.abs(barrier.solve(volts, w)));
  }

  /** dw/dt in nm/s when a current of this size flows. */
  private double speed(double volts, double w, double size) {
    boolean off = volts > 0;
    double ratio = size / (off ? offAmps : onAmps);
    if (ratio == 0) {
      return 0;
    }
    double distance = off ? w - offWidth : onWidth - w;
    double exponent =
        logSinh(ratio)
            - Exponential.exp(Math.min(700, distance / scale - size / innerAmps))
            - w / scale;
    double speed = Math.min(FASTEST, (off ? offSpeed : onSpeed) * Exponential.exp(exponent));
    return off ? speed : -speed;
  }

  private static double logSinh(double x) {
    return x < 1
        ? StrictMath.log(Exponential.sinh(x))
        : x - 0.6931471805599453 + StrictMath.log1p(-Exponential.exp(-2 * x));
  }

  @Override
  public void derivatives(
      double t, double[] state, double[] rates, double[] byState, double[] byTime) {
    probe[0] = state[0] + 1e-7;
    rates(t, probe, probed);
    byState[0] = (probed[0] - rates[0]) / 1e-7;
    byTime[0] = 0;
    if (voltsPerSecond != 0) {
      double volts = startVolts + voltsPerSecond * t;
      double side = volts != 0 ? Math.signum(volts) : Math.signum(voltsPerSecond);
      double ahead = side * 1e-7 / voltsPerSecond;
      rates(t + ahead, state, probed);
      byTime[0] = (probed[0] - rates[0]) / ahead;
    }
  }

  @Override
  public double allowed(int k, double before, double after) {
    return ALLOWED;
  }
}
