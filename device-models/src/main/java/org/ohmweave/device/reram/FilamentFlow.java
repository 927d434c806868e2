package org.ohmweave.device.reram;

import org.ohmweave.core.ConvergenceException;
import org.ohmweave.core.math.Exponential;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.integrate.Rosenbrock4;
import org.ohmweave.device.integrate.StiffProblem;

/**
 * Gap and temperature of one device along a voltage ramp, by adaptive L-stable steps. The gap, in
 * nanometres, is free between its bounds; a step that crosses a bound is shortened until it ends
 * there, and at a bound the temperature goes on alone until the gap's rate points inward.
 */
final class FilamentFlow implements StiffProblem {
  /** Boltzmann constant over elementary charge, V/K (CODATA). */
  private static final double EV_PER_KELVIN = 8.617333262e-5;

  private static final double NANOMETRE = 1e-9;
  private static final double HOTTEST = 2000;
  private static final double RELATIVE = 2e-6;
  private static final double GAP_ALLOWED = 2e-7;
  private static final double KELVIN_ALLOWED = 2e-4;
  private static final double AT_BOUND = 1e-8;
  private static final int LIMIT = 2_000_000;

  private final Rosenbrock4 method = new Rosenbrock4(2);
  private final double[] y = new double[2];
  private final double[] next = new double[2];
  private double i0;
  private double g0;
  private double v0;
  private double vel0;
  private double gamma0;
  private double beta;
  private double hop;
  private double eag;
  private double ear;
  private double least;
  private double most;
  private double ambient;
  private double heat;
  private double tau;
  private double series;
  private double startVolts;
  private double voltsPerSecond;
  private boolean held;
  private double film;
  private double amps;

  /** Advances device {@code i} of the bank. */
  void advance(DeviceBank bank, int i, double from, double to, double seconds) {
    if (!(seconds > 0)) {
      return;
    }
    load(bank, i);
    startVolts = from;
    voltsPerSecond = (to - from) / seconds;
    y[0] = bank.state(StanfordTh.GAP)[i] / NANOMETRE;
    y[1] = bank.state(StanfordTh.KELVIN)[i];
    film = Double.NaN;
    integrate(seconds, i);
    double[] gap = bank.state(StanfordTh.GAP);
    gap[i] =
        Math.max(
            bank.parameter(StanfordTh.GAP_MIN, i),
            Math.min(bank.parameter(StanfordTh.GAP_MAX, i), y[0] * NANOMETRE));
    bank.state(StanfordTh.KELVIN)[i] = y[1];
  }

  private void load(DeviceBank b, int i) {
    i0 = b.parameter(StanfordTh.I0, i);
    g0 = b.parameter(StanfordTh.G0, i) / NANOMETRE;
    v0 = b.parameter(StanfordTh.V0, i);
    vel0 = b.parameter(StanfordTh.VEL0, i) / NANOMETRE;
    gamma0 = b.parameter(StanfordTh.GAMMA0, i);
    beta = b.parameter(StanfordTh.BETA, i);
    hop = b.parameter(StanfordTh.A0, i) / b.parameter(StanfordTh.L, i);
    eag = b.parameter(StanfordTh.EAG, i);
    ear = b.parameter(StanfordTh.EAR, i);
    least = b.parameter(StanfordTh.GAP_MIN, i) / NANOMETRE;
    most = b.parameter(StanfordTh.GAP_MAX, i) / NANOMETRE;
    ambient = b.parameter(StanfordTh.T0, i);
    heat = b.parameter(StanfordTh.C_TH, i);
    tau = b.parameter(StanfordTh.TAU_TH, i);
    series = b.parameter(StanfordTh.R_S, i);
  }

  private void integrate(double seconds, int device) {
    double t = 0;
    double h = Math.min(seconds, 0.02 * tau);
    holdAtBound(t);
    for (int step = 0; t < seconds; step++) {
      if (step == LIMIT) {
        throw new ConvergenceException("gap of device " + device + " at " + t + " s", step, h);
      }
      boolean last = h >= seconds - t;
      double length = last ? seconds - t : h;
      double error = method.step(this, t, length, y, next);
      if (!(error <= 1)) {
        h = Rosenbrock4.nextLength(length, Math.min(error, 1e6));
        continue;
      }
      if (!held && outside(next[0])) {
        h = length * shareToBound();
        if (!atBound(next[0])) {
          continue;
        }
      } else if (held && length > 1e-4 * seconds && pointsInward(t + length)) {
        h = length * 0.25;
        continue;
      } else {
        h = Rosenbrock4.nextLength(length, error);
      }
      t = last && length == seconds - t ? seconds : t + length;
      y[0] = held ? y[0] : next[0];
      y[1] = next[1];
      holdAtBound(t);
      h = Math.min(h, Math.max(seconds / 8, 0.02 * tau));
    }
  }

  private boolean outside(double gap) {
    return gap < least || gap > most;
  }

  private boolean atBound(double gap) {
    return Math.abs(gap - least) <= AT_BOUND || Math.abs(gap - most) <= AT_BOUND;
  }

  /** Share of the tried step at which a straight line meets the bound, slightly beyond it. */
  private double shareToBound() {
    double bound = next[0] < least ? least - 0.5 * AT_BOUND : most + 0.5 * AT_BOUND;
    return Math.max(0.05, Math.min(1, (bound - y[0]) / (next[0] - y[0])));
  }

  /** Decides whether the gap is held, and prepares the next step. */
  private void holdAtBound(double t) {
    held = false;
    method.prepare(this, t, y);
    double rate = method.firstRates()[0];
    if (y[0] <= least + AT_BOUND && rate < 0) {
      y[0] = least;
      held = true;
    } else if (y[0] >= most - AT_BOUND && rate > 0) {
      y[0] = most;
      held = true;
    }
    if (held) {
      method.prepare(this, t, y);
    }
  }

  private boolean pointsInward(double t) {
    held = false;
    rates(t, next, scratch);
    held = true;
    return y[0] == least ? scratch[0] > 0 : scratch[0] < 0;
  }

  private final double[] scratch = new double[2];

  @Override
  public void rates(double t, double[] state, double[] rates) {
    double gap = Math.max(least - 0.2, Math.min(most + 0.2, state[0]));
    double volts = startVolts + voltsPerSecond * t;
    double scale = i0 * Exponential.exp(-gap / g0);
    film = FilmVoltage.solve(scale, v0, series, volts, film);
    amps = scale * Exponential.sinh(film / v0);
    rates[1] = film * amps / heat - (state[1] - ambient) / tau;
    if (held) {
      rates[0] = 0;
      return;
    }
    double thermal = EV_PER_KELVIN * Math.max(1, Math.min(HOTTEST, state[1]));
    double tilt = (gamma0 - beta * gap * gap * gap) * hop * film / thermal;
    rates[0] = -vel0 * (hopRate(-eag / thermal + tilt) - hopRate(-ear / thermal - tilt));
  }

  private static double hopRate(double exponent) {
    return Exponential.exp(Math.min(300, exponent));
  }

  @Override
  public void derivatives(
      double t, double[] state, double[] rates, double[] byState, double[] byTime) {
    double gap = Math.max(least - 0.2, Math.min(most + 0.2, state[0]));
    double slope = i0 * Exponential.exp(-gap / g0) * Exponential.cosh(film / v0) / v0;
    double share = 1 / (1 + series * slope);
    double filmByGap = series * amps / g0 * share;
    double powerByFilm = amps + film * slope;
    byState[2] = (filmByGap * powerByFilm - film * amps / g0) / heat;
    byState[3] = -1 / tau;
    byTime[1] = powerByFilm * share * voltsPerSecond / heat;
    if (held) {
      byState[0] = 0;
      byState[1] = 0;
      byTime[0] = 0;
      return;
    }
    double kelvin = Math.max(1, Math.min(HOTTEST, state[1]));
    double thermal = EV_PER_KELVIN * kelvin;
    double gamma = gamma0 - beta * gap * gap * gap;
    double tilt = gamma * hop * film / thermal;
    double opening = hopRate(-ear / thermal - tilt);
    double closing = hopRate(-eag / thermal + tilt);
    double tiltByGap = hop / thermal * (-3 * beta * gap * gap * film + gamma * filmByGap);
    byState[0] = -vel0 * (closing + opening) * tiltByGap;
    boolean capped = state[1] >= HOTTEST;
    byState[1] =
        capped
            ? 0
            : -vel0
                * (closing * (eag / thermal - tilt) - opening * (ear / thermal + tilt))
                / kelvin;
    byTime[0] = -vel0 * (closing + opening) * gamma * hop / thermal * share * voltsPerSecond;
  }

  @Override
  public double allowed(int k, double before, double after) {
    return k == 0
        ? GAP_ALLOWED
        : KELVIN_ALLOWED + RELATIVE * Math.max(Math.abs(before), Math.abs(after));
  }
}
