package org.ohmweave.device.pcmo;

import org.ohmweave.core.math.Exponential;
import org.ohmweave.device.CellRates;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.integrate.StiffFlow;
import org.ohmweave.device.integrate.StiffProblem;

/** Current, heat and traps of one PCMO film; ln N and T are integrated together. */
final class HeatedFilm implements StiffProblem {
  private static final double Q = 1.602176634e-19;
  private static final double EV_PER_KELVIN = 8.617333262e-5;
  private static final double EPS_0 = 8.8541878128e-12;
  private static final double LOG_ALLOWED = 1e-7;
  private static final double KELVIN_ALLOWED = 1e-4;

  private final StiffFlow flow = new StiffFlow(2);
  private final double[] y = new double[2];
  private final double[] probe = new double[2];
  private final double[] probed = new double[2];
  private double ohmic;
  private double spaceCharge;
  private double states;
  private double trapDepth;
  private double least;
  private double most;
  private double activation;
  private double attempts;
  private double hopPerLength;
  private double series;
  private double thermalOhms;
  private double heat;
  private double ambient;
  private double startVolts;
  private double logAllowed = LOG_ALLOWED;
  private double kelvinAllowed = KELVIN_ALLOWED;
  private double voltsPerSecond;

  /** Results of {@link #solve}. */
  double amps;

  private double filmVolts;
  private double filmSlope;

  void load(DeviceBank b, int i) {
    double length = b.parameter(ReactionDrift.LENGTH, i);
    double drift = b.parameter(ReactionDrift.AREA, i) * b.parameter(ReactionDrift.MU, i);
    ohmic = drift * Q * b.parameter(ReactionDrift.P0, i) / length;
    spaceCharge =
        drift * 9.0 / 8 * b.parameter(ReactionDrift.EPS_R, i) * EPS_0 / (length * length * length);
    states = b.parameter(ReactionDrift.N_V, i);
    trapDepth = b.parameter(ReactionDrift.E_T, i);
    least = b.parameter(ReactionDrift.N_MIN, i);
    most = b.parameter(ReactionDrift.N_MAX, i);
    activation = b.parameter(ReactionDrift.E_A, i);
    attempts = b.parameter(ReactionDrift.F0, i);
    hopPerLength = b.parameter(ReactionDrift.HOP, i) / length;
    series = b.parameter(ReactionDrift.R_S, i);
    thermalOhms = b.parameter(ReactionDrift.R_TH, i);
    heat = b.parameter(ReactionDrift.C_TH, i);
    ambient = b.parameter(ReactionDrift.T_AMB, i);
  }

  /**
   * Current and film voltage at an applied voltage; the quadratic is solved without cancellation.
   */
  void solve(double volts, double traps, double kelvin) {
    double free = 1 / (1 + traps / states * Exponential.exp(trapDepth / (EV_PER_KELVIN * kelvin)));
    double g1 = ohmic * free;
    double g2 = spaceCharge * free;
    double size = Math.abs(volts);
    double b = 1 + series * g1;
    double v = 2 * size / (b + Math.sqrt(b * b + 4 * series * g2 * size));
    filmVolts = Math.copySign(v, volts);
    amps = Math.copySign(g1 * v + g2 * v * v, volts);
    filmSlope = g1 + 2 * g2 * v;
  }

  /** dI/dV at fixed traps and temperature, at the place of the last {@link #solve}. */
  double slope() {
    return filmSlope / (1 + series * filmSlope);
  }

  /**
   * Loosens the steps so that a pulse ends within this error of the conductance; 0 for the best.
   */
  void setAccuracy(double relative) {
    double looser = Math.max(1, 0.2 * relative / LOG_ALLOWED);
    logAllowed = LOG_ALLOWED * looser;
    kelvinAllowed = KELVIN_ALLOWED * looser;
  }

  /** Current, rates and all first derivatives at a place; entry {@code k} of the results. */
  void look(
      int k, double volts, double logTraps, double trialKelvin, boolean slopes, CellRates out) {
    double traps = Math.max(0.5 * least, Math.min(2 * most, Exponential.exp(logTraps)));
    double kelvin = Math.max(50, Math.min(5000, trialKelvin));
    solve(volts, traps, kelvin);
    double thermal = EV_PER_KELVIN * kelvin;
    double tilt = hopPerLength * filmVolts / (2 * thermal);
    double attempt = attempts * Exponential.exp(-activation / thermal) * 2;
    double hops = attempt * Exponential.sinh(tilt);
    double room = hops > 0 ? (most - traps) / traps : (traps - least) / traps;
    out.amps[k] = amps;
    out.rate[2 * k] = hops * room;
    out.rate[2 * k + 1] = (filmVolts * amps - (trialKelvin - ambient) / thermalOhms) / heat;
    if (!slopes) {
      return;
    }
    double share = 1 / (1 + series * filmSlope);
    double trapped = 1 - 1 / (1 + traps / states * Exponential.exp(trapDepth / thermal));
    double ownByTraps = -trapped * amps;
    double ownByKelvin = trapped * trapDepth / (thermal * kelvin) * amps;
    double filmByTraps = -series * ownByTraps * share;
    double filmByKelvin = -series * ownByKelvin * share;
    out.siemens[k] = filmSlope * share;
    out.ampsByState[2 * k] = ownByTraps * share;
    out.ampsByState[2 * k + 1] = ownByKelvin * share;
    double lean = attempt * Exponential.cosh(tilt);
    double byFilm = room * lean * hopPerLength / (2 * thermal);
    double byTraps = hops > 0 ? -hops * most / traps : hops * least / traps;
    double byKelvin = room * (hops * activation / thermal - lean * tilt) / kelvin;
    double heatByFilm = (amps + filmVolts * filmSlope) / heat;
    out.rateByState[4 * k] = byTraps + byFilm * filmByTraps;
    out.rateByState[4 * k + 1] = byKelvin + byFilm * filmByKelvin;
    out.rateByState[4 * k + 2] = filmVolts * ownByTraps / heat + heatByFilm * filmByTraps;
    out.rateByState[4 * k + 3] =
        (filmVolts * ownByKelvin - 1 / thermalOhms) / heat + heatByFilm * filmByKelvin;
    out.rateByVolts[2 * k] = byFilm * share;
    out.rateByVolts[2 * k + 1] = heatByFilm * share;
  }

  void advance(DeviceBank bank, int i, double from, double to, double seconds) {
    if (!(seconds > 0)) {
      return;
    }
    y[0] = StrictMath.log(bank.state(ReactionDrift.TRAPS)[i]);
    y[1] = bank.state(ReactionDrift.KELVIN)[i];
    if (from * to < 0) {
      double crossing = seconds * from / (from - to);
      piece(from, 0, crossing);
      piece(0, to, seconds - crossing);
    } else {
      piece(from, to, seconds);
    }
    bank.state(ReactionDrift.TRAPS)[i] = Math.max(least, Math.min(most, Exponential.exp(y[0])));
    bank.state(ReactionDrift.KELVIN)[i] = y[1];
  }

  private void piece(double from, double to, double seconds) {
    startVolts = from;
    voltsPerSecond = (to - from) / seconds;
    flow.run(this, y, seconds, 0.02 * thermalOhms * heat, (t, state, rates) -> false);
  }

  @Override
  public void rates(double t, double[] state, double[] rates) {
    double volts = startVolts + voltsPerSecond * t;
    double traps = Math.max(0.5 * least, Math.min(2 * most, Exponential.exp(state[0])));
    double kelvin = Math.max(50, Math.min(5000, state[1]));
    solve(volts, traps, kelvin);
    rates[1] = (filmVolts * amps - (state[1] - ambient) / thermalOhms) / heat;
    double thermal = EV_PER_KELVIN * kelvin;
    double tilt = hopPerLength * filmVolts / (2 * thermal);
    double k = attempts * Exponential.exp(-activation / thermal) * 2 * Exponential.sinh(tilt);
    // at 0 V the rate is zero on both sides
    rates[0] = k > 0 ? k * (most - traps) / traps : k * (traps - least) / traps;
  }

  @Override
  public void derivatives(
      double t, double[] state, double[] rates, double[] byState, double[] byTime) {
    for (int k = 0; k < 2; k++) {
      double step = k == 0 ? 1e-6 : 1e-6 * state[1];
      probe[0] = state[0];
      probe[1] = state[1];
      probe[k] += step;
      rates(t, probe, probed);
      byState[k] = (probed[0] - rates[0]) / step;
      byState[2 + k] = (probed[1] - rates[1]) / step;
    }
    byTime[0] = 0;
    byTime[1] = 0;
    if (voltsPerSecond != 0) {
      double volts = startVolts + voltsPerSecond * t;
      double side = volts != 0 ? Math.signum(volts) : Math.signum(voltsPerSecond);
      double ahead = side * 1e-6 / voltsPerSecond;
      rates(t + ahead, state, probed);
      byTime[0] = (probed[0] - rates[0]) / ahead;
      byTime[1] = (probed[1] - rates[1]) / ahead;
    }
  }

  @Override
  public double allowed(int k, double before, double after) {
    return k == 0
        ? logAllowed
        : kelvinAllowed + 10 * logAllowed * Math.max(Math.abs(before), Math.abs(after));
  }
}
