package org.ohmweave.device.hfo2;

import org.ohmweave.core.ConvergenceException;
import org.ohmweave.core.math.Exponential;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.integrate.Rosenbrock4;
import org.ohmweave.device.integrate.StiffProblem;

/**
 * Drift of the vacancies of one JART cell along a voltage ramp, integrated in the logarithm of N.
 */
final class VacancyDrift implements StiffProblem {
  private static final double E = 1.602176634e-19;
  private static final double K = 1.380649e-23;
  private static final double ALLOWED = 1e-7;
  private static final double PROBE = 1e-6;
  private static final int LIMIT = 2_000_000;

  private final Rosenbrock4 method = new Rosenbrock4(1);
  private final CellCurrent cell = new CellCurrent();
  private final double[] y = new double[2];
  private final double[] next = new double[2];
  private final double[] probe = new double[2];
  private final double[] probed = new double[2];
  private double least;
  private double most;
  private double plug;
  private double hop;
  private double attempts;
  private double barrier;
  private double charge;
  private double discLength;
  private double startVolts;
  private double voltsPerSecond;

  CellCurrent cell() {
    return cell;
  }

  /**
   * Advances device {@code i} of the bank; a ramp through 0 V is cut there, where the law changes
   * sides.
   */
  void advance(DeviceBank bank, int i, double from, double to, double seconds) {
    if (!(seconds > 0) || (from == 0 && to == 0)) {
      return;
    }
    load(bank, i);
    y[0] = StrictMath.log(bank.state(JartV1b.DISC)[i]);
    if (from * to < 0) {
      double crossing = seconds * from / (from - to);
      integrate(from, 0, crossing, i);
      integrate(0, to, seconds - crossing, i);
    } else {
      integrate(from, to, seconds, i);
    }
    bank.state(JartV1b.DISC)[i] = Exponential.exp(y[0]);
  }

  private void load(DeviceBank b, int i) {
    cell.load(b, i);
    least = b.parameter(JartV1b.N_MIN, i);
    most = b.parameter(JartV1b.N_MAX, i);
    plug = b.parameter(JartV1b.N_PLUG, i);
    hop = b.parameter(JartV1b.HOP, i);
    attempts = b.parameter(JartV1b.NU_0, i);
    barrier = b.parameter(JartV1b.BARRIER, i);
    charge = b.parameter(JartV1b.Z, i);
    discLength = b.parameter(JartV1b.L_VAR, i);
  }

  private void integrate(double from, double to, double seconds, int device) {
    startVolts = from;
    voltsPerSecond = (to - from) / seconds;
    double t = 0;
    method.prepare(this, 0, y);
    double h = seconds / 64;
    double rate = Math.abs(method.firstRates()[0]);
    if (rate * h > 0.01) {
      h = 0.01 / rate;
    }
    for (int step = 0; t < seconds; step++) {
      if (step == LIMIT) {
        throw new ConvergenceException(
            "vacancy drift of device " + device + " at " + t + " s", step, h);
      }
      boolean last = h >= seconds - t;
      double length = last ? seconds - t : h;
      double error = method.step(this, t, length, y, next);
      h = Math.min(seconds / 8, Rosenbrock4.nextLength(length, Math.min(error, 1e6)));
      if (!(error <= 1)) {
        continue;
      }
      t = last ? seconds : t + length;
      y[0] = next[0];
      if (t < seconds) {
        method.prepare(this, t, y);
      }
    }
  }

  @Override
  public void rates(double seconds, double[] state, double[] rates) {
    rates[0] = logRate(startVolts + voltsPerSecond * seconds, state[0]);
  }

  /** d ln N / dt in 1/s. Trial states far outside the bounds are looked at near the bounds. */
  private double logRate(double volts, double logN) {
    double n = Math.max(least * 0.36, Math.min(most * 2.72, Exponential.exp(logN)));
    cell.solve(volts, n);
    double field = Math.copySign(cell.field(), volts);
    double thermal = K * cell.kelvin() / E;
    double gamma = charge * hop * field / (Math.PI * barrier);
    gamma = Math.max(-1, Math.min(1, gamma));
    double lowered = barrier * (Math.sqrt(1 - gamma * gamma) + gamma * Math.asin(gamma));
    double limit = volts > 0 ? 1 - tenth(least / n) : 1 - tenth(n / most);
    double tilt = charge * hop * field / (2 * thermal);
    return -0.5
        * (plug + n)
        * hop
        * attempts
        / (discLength * n)
        * limit
        * 2
        * Exponential.exp(-lowered / thermal)
        * Exponential.sinh(tilt);
  }

  private static double tenth(double x) {
    double square = x * x;
    double fourth = square * square;
    return fourth * fourth * square;
  }

  @Override
  public void derivatives(
      double seconds, double[] state, double[] rates, double[] byState, double[] byTime) {
    probe[0] = state[0] + PROBE;
    rates(seconds, probe, probed);
    byState[0] = (probed[0] - rates[0]) / PROBE;
    byTime[0] = 0;
    if (voltsPerSecond != 0) {
      double volts = startVolts + voltsPerSecond * seconds;
      double side = volts != 0 ? Math.signum(volts) : Math.signum(voltsPerSecond);
      byTime[0] =
          (logRate(volts + side * PROBE, state[0]) - rates[0]) / (side * PROBE) * voltsPerSecond;
    }
  }

  @Override
  public double allowed(int k, double before, double after) {
    return ALLOWED;
  }
}
