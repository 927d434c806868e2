package org.ohmweave.device.reram;

import org.ohmweave.core.math.Exponential;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.integrate.Bracketed;
import org.ohmweave.device.integrate.StiffFlow;
import org.ohmweave.device.integrate.StiffProblem;

/**
 * The gap of one V1 device along a ramp. Above the threshold field the smooth rate is integrated up
 * to the event that ends it: a bound, or the field falling to the threshold. At the threshold the
 * gap either rests, moves on, or slides along the threshold with the voltage. Gap in nanometres.
 */
final class ThresholdGap implements StiffProblem {
  private static final double EV_PER_KELVIN = 8.617333262e-5;
  private static final double ALLOWED = 1e-9;

  /** Only keeps trial states finite; the bare film "reaches" 7000 K at 2.2 V. */
  private static final double HOTTEST = 1e6;

  private static final int SLIDES = 200;

  /** Stands for no threshold, V/m: about a nanovolt, where the rate is nothing. */
  private static final double NO_FIELD = 1;

  private final StiffFlow flow = new StiffFlow(1);
  private final double[] y = new double[2];
  private final double[] probe = new double[2];
  private final double[] probed = new double[2];
  private double i0;
  private double g0;
  private double v0;
  private double vel0;
  private double gamma0;
  private double beta;
  private double activation;
  private double hop;
  private double tox;
  private double fieldMin;
  private double least;
  private double most;
  private double thermalOhms;
  private double ambient;
  private double series;
  private double startVolts;
  private double voltsPerSecond;
  private double started;

  double amps;
  double kelvin;
  private double film;
  private double filmSlope;

  void load(DeviceBank b, int i) {
    i0 = b.parameter(StanfordV1.I0, i);
    g0 = b.parameter(StanfordV1.G0, i) * 1e9;
    v0 = b.parameter(StanfordV1.V0, i);
    vel0 = b.parameter(StanfordV1.VEL0, i) * 1e9;
    gamma0 = b.parameter(StanfordV1.GAMMA0, i);
    beta = b.parameter(StanfordV1.BETA, i);
    activation = b.parameter(StanfordV1.EA, i);
    tox = b.parameter(StanfordV1.TOX, i);
    hop = b.parameter(StanfordV1.A0, i) / tox;
    fieldMin = Math.max(NO_FIELD, b.parameter(StanfordV1.F_MIN, i));
    least = b.parameter(StanfordV1.GAP_MIN, i) * 1e9;
    most = b.parameter(StanfordV1.GAP_MAX, i) * 1e9;
    thermalOhms = b.parameter(StanfordV1.R_TH, i);
    ambient = b.parameter(StanfordV1.T_INI, i);
    series = b.parameter(StanfordV1.R_S, i);
  }

  private double enhancement(double gap) {
    return gamma0 - beta * gap * gap * gap;
  }

  /** Film voltage, current and temperature at a gap and an applied voltage. */
  void solve(double gap, double volts) {
    double scale = i0 * Exponential.exp(-gap / g0);
    film = series == 0 || volts == 0 ? volts : divide(scale, Math.abs(volts)) * Math.signum(volts);
    amps = scale * Exponential.sinh(film / v0);
    filmSlope = scale * Exponential.cosh(film / v0) / v0;
    kelvin = ambient + thermalOhms * Math.abs(film * amps);
  }

  /** Newton from the right on {@code v + R I0 sinh(v/V0) = V}, which is convex. */
  private double divide(double scale, double volts) {
    double drop = series * scale;
    double v = Math.min(volts, v0 * Exponential.asinh(volts / drop));
    for (int k = 0; k < 100; k++) {
      double step =
          (v + drop * Exponential.sinh(v / v0) - volts)
              / (1 + drop * Exponential.cosh(v / v0) / v0);
      v -= step;
      if (Math.abs(step) <= 1e-15 * volts) {
        break;
      }
    }
    return v;
  }

  double slope() {
    return filmSlope / (1 + series * filmSlope);
  }

  /** How far the enhanced field lies above the threshold, relative; the gap moves at or above 0. */
  private double excess(double gap, double volts) {
    solve(gap, volts);
    return enhancement(gap) * Math.abs(film) / (tox * fieldMin) - 1;
  }

  private double volts(double t) {
    return startVolts + voltsPerSecond * t;
  }

  /** Gap in metres after a ramp. */
  double advance(double gapMetres, double from, double to, double seconds) {
    double gap = Math.max(least, Math.min(most, gapMetres * 1e9));
    if (!(seconds > 0)) {
      return gap / 1e9;
    }
    startVolts = from;
    voltsPerSecond = (to - from) / seconds;
    double t = 0;
    while (t < seconds) {
      boolean set = volts(t) > 0 || (volts(t) == 0 && voltsPerSecond > 0);
      boolean outward = set ? gap <= least : gap >= most;
      double moved = !outward && excess(gap, volts(t)) >= -1e-13 ? move(gap, t, seconds - t) : 0;
      if (moved > 0) {
        gap = y[0];
        t += moved;
      } else {
        double wake = wakeUp(gap, t, seconds, set, outward);
        if (wake == t) {
          gap = slideTo(gap, t, seconds);
          t = slidUntil;
        } else {
          t = wake;
        }
      }
    }
    return gap / 1e9;
  }

  private double slidUntil;

  /** The next time at which the resting gap may move; the end if never. */
  private double wakeUp(double gap, double t, double end, boolean set, boolean outward) {
    if (voltsPerSecond == 0) {
      return end;
    }
    double zero = -startVolts / voltsPerSecond;
    if (zero > t * (1 + 1e-14)
        && zero < end
        && (outward || excess(gap, volts(t)) < 0)
        && volts(t) * voltsPerSecond < 0) {
      return zero;
    }
    boolean growing = set == voltsPerSecond > 0;
    if (!growing || outward || excess(gap, volts(end)) < 0) {
      return end;
    }
    if (excess(gap, volts(t)) >= 0) {
      return t;
    }
    double at = Bracketed.root(x -> excess(gap, volts(x)), t, end, 1e-15);
    return Double.isNaN(at) ? end : Math.max(at, t);
  }

  /**
   * Integrates the smooth rate; returns how long the gap moved, 0 if the threshold holds it at
   * once.
   */
  private double move(double gap, double t, double left) {
    started = t;
    y[0] = gap;
    rates(0, y, probed);
    double speed = Math.abs(probed[0]);
    if (speed == 0) {
      return 0;
    }
    double tiny = Math.min(left, 1e-9 / speed);
    double ahead = Math.max(least, Math.min(most, gap + probed[0] * tiny));
    if (excess(ahead, volts(t + tiny)) < 0) {
      return 0;
    }
    double[] before = {gap, 0};
    double reached =
        flow.run(
            this,
            y,
            left,
            Math.min(left, 0.01 / speed),
            (time, state, rates) -> {
              boolean over =
                  state[0] < least || state[0] > most || excess(state[0], volts(t + time)) < 0;
              if (!over) {
                before[0] = state[0];
                before[1] = time;
              }
              return over;
            });
    if (reached == left && y[0] >= least && y[0] <= most && excess(y[0], volts(t + left)) >= 0) {
      return left;
    }
    return land(before[0], before[1], reached, t);
  }

  /** Finds the event inside the last step by halving it; the state there is integrated anew. */
  private double land(double gap, double from, double to, double t) {
    double low = from;
    double high = to;
    double at = gap;
    for (int k = 0; k < 60 && high - low > 1e-13 * high; k++) {
      double middle = 0.5 * (low + high);
      started = t + low;
      y[0] = at;
      flow.run(this, y, middle - low, middle - low, (time, state, rates) -> false);
      boolean over = y[0] < least || y[0] > most || excess(y[0], volts(t + middle)) < 0;
      if (over) {
        high = middle;
      } else {
        low = middle;
        at = y[0];
      }
    }
    y[0] = at - least < 1e-7 ? least : most - at < 1e-7 ? most : at;
    return high;
  }

  /**
   * The gap slides along the threshold while the voltage grows in size: root of the excess at each
   * time.
   */
  private double slideTo(double gap, double t, double end) {
    double at = gap;
    for (int k = 1; k <= SLIDES; k++) {
      double time = t + (end - t) * k / SLIDES;
      double volts = volts(time);
      if (excess(most, volts) >= 0) {
        slidUntil = time;
        return most;
      }
      double next =
          excess(at, volts) <= 0 ? at : Bracketed.root(g -> excess(g, volts), at, most, 1e-15);
      at = Double.isNaN(next) ? at : next;
    }
    slidUntil = end;
    return at;
  }

  @Override
  public void rates(double t, double[] state, double[] rates) {
    double gap = Math.max(least - 0.1, Math.min(most + 0.1, state[0]));
    solve(gap, volts(started + t));
    double thermal = EV_PER_KELVIN * Math.min(HOTTEST, kelvin);
    rates[0] =
        -vel0
            * Exponential.exp(-activation / thermal)
            * Exponential.sinh(
                Math.max(-300, Math.min(300, enhancement(gap) * hop * film / thermal)));
  }

  @Override
  public void derivatives(
      double t, double[] state, double[] rates, double[] byState, double[] byTime) {
    probe[0] = state[0] + 1e-7;
    rates(t, probe, probed);
    byState[0] = (probed[0] - rates[0]) / 1e-7;
    byTime[0] = 0;
    if (voltsPerSecond != 0) {
      double ahead = 1e-7 / Math.abs(voltsPerSecond);
      rates(t + ahead, state, probed);
      byTime[0] = (probed[0] - rates[0]) / ahead;
    }
  }

  @Override
  public double allowed(int k, double before, double after) {
    return ALLOWED;
  }
}
