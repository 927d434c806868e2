package org.ohmweave.device.reram;

import org.ohmweave.core.ConvergenceException;
import org.ohmweave.core.math.Exponential;

/**
 * Carries one device of {@link StanfordTh} through a linear voltage ramp.
 *
 * <p>Inside the bounds the pair (gap, temperature) is integrated by the Rosenbrock method RODAS of
 * order 4(3): E. Hairer, G. Wanner, "Solving Ordinary Differential Equations II", 2nd edition,
 * Springer 1996, section IV.7 (L-stable, stiffly accurate, so that the temperature, once slaved to
 * the gap, costs no step of its own). The division of the voltage between film and resistor,
 *
 * <pre>0 = c - x - b exp(-g/g0) sinh x,   x = v/V0, c = V/V0, b = R_s I0/V0</pre>
 *
 * is carried along as an algebraic unknown, for which RODAS has the same order, instead of being
 * solved in every stage; each step starts with a Newton correction. At a bound the gap rests, and
 * only the temperature moves. The rate changes sign at a film voltage that does not depend on
 * temperature ({@link ThCell#balanceVolts}), so the instant of release is known beforehand. Arrival
 * at a bound is located by repeating the step with a corrected length.
 */
final class ThFlow extends ThCell {
  /** Local error per step as a fraction of g0 (gap) and of T0 (temperature). */
  static final double TOLERANCE = 1e-5;

  private static final int MOST_STEPS = 100_000;

  /** An overshoot of a bound by less than this is put back, m. */
  private static final double BOUND_METRES = 1e-18;

  private static final double GAMMA = 0.25;

  // stage k: argument y + sum A[k][j] K[j] at time ALPHA[k], right side f + sum C[k][j]/h K[j] + h
  // D[k] f_t
  private static final double A21 = 1.544;
  private static final double A31 = 0.9466785280815826;
  private static final double A32 = 0.2557011698983284;
  private static final double A41 = 3.314825187068521;
  private static final double A42 = 2.896124015972201;
  private static final double A43 = 0.9986419139977817;
  private static final double A51 = 1.221224509226641;
  private static final double A52 = 6.019134481288629;
  private static final double A53 = 12.53708332932087;
  private static final double A54 = -0.6878860361058950;
  private static final double C21 = -5.6688;
  private static final double C31 = -2.430093356833875;
  private static final double C32 = -0.2063599157091915;
  private static final double C41 = -0.1073529058151375;
  private static final double C42 = -9.594562251023355;
  private static final double C43 = -20.47028614809616;
  private static final double C51 = 7.496443313967647;
  private static final double C52 = -10.24680431464352;
  private static final double C53 = -33.99990352819905;
  private static final double C54 = 11.70890893206160;
  private static final double C61 = 8.083246795921522;
  private static final double C62 = -7.981132988064893;
  private static final double C63 = -31.52159432874371;
  private static final double C64 = 16.31930543123136;
  private static final double C65 = -6.058818238834054;

  double gap;
  double kelvin;
  int steps;

  private double ramp; // V/s
  private boolean resting;

  private double nextStep;

  /** Scaled film voltage v/V0, belongs to gap and cell voltage. */
  private double film0;

  // first evaluation of a step, kept for its repetitions
  private double f0Gap;
  private double f0Kelvin;
  private double f0Film;
  private double jGapGap;
  private double jGapKelvin;
  private double jGapFilm;
  private double jKelvinGap;
  private double jKelvinFilm;
  private double jFilmGap;
  private double share;
  private double timeFilm;

  // linear system of a step and its last solution
  private double m11;
  private double m12;
  private double m21;
  private double m22;
  private double xGap;
  private double xKelvin;
  private double xFilm;

  // right sides of a stage
  private double stageGap;
  private double stageKelvin;
  private double stageFilm;

  private double newGap;
  private double newKelvin;
  private double newFilm;

  /** Moves {@link #gap} and {@link #kelvin} through a ramp from one cell voltage to another. */
  void run(double fromVolts, double toVolts, double seconds) {
    steps = 0;
    if (!(seconds > 0)) {
      return;
    }
    ramp = (toVolts - fromVolts) / seconds;
    timeFilm = ramp / v0;
    solve(gap, fromVolts);
    film0 = film / v0;
    double done = 0;
    double h = 0;
    while (done < seconds) {
      double volts = fromVolts + ramp * done;
      double left = seconds - done;
      double rest = restSeconds(volts, left, seconds);
      if (rest > 0 && ramp == 0) {
        relax(volts, rest);
        done += rest;
        continue;
      }
      resting = rest > 0;
      double end = resting ? rest : left;
      linearise(volts);
      if (h == 0) {
        h = firstStep(end);
      }
      double longest =
          ramp == 0 ? end : Math.min(end, Math.max(seconds * 0.05, 1e-3 / Math.abs(ramp)));
      double used = step(volts, Math.min(h, longest));
      h = nextStep;
      // the last step of a piece ends exactly there, whatever the rounding of the sum
      done = used >= left ? seconds : done + used;
      if (++steps > MOST_STEPS) {
        throw new ConvergenceException(
            "gap of a Stanford TH cell at " + volts + " V, " + kelvin + " K (metres)", steps, gap);
      }
    }
  }

  /** How long the gap stays at the bound it is at; 0 if it is free. */
  private double restSeconds(double volts, double left, double seconds) {
    boolean atMax = gap >= gapMax;
    if (!atMax && gap > gapMin) {
      return 0;
    }
    double release = cellVolts(gap, balanceVolts(gap));
    // at gapMax a larger voltage frees it, at gapMin a smaller one
    double ahead = atMax ? release - volts : volts - release;
    if (ahead < 0) {
      return 0;
    }
    double approach = atMax ? ramp : -ramp;
    if (approach <= 0) {
      return left;
    }
    double rest = ahead / approach;
    // less than the clock can resolve: released now
    return rest > 1e-13 * seconds ? Math.min(left, rest) : 0;
  }

  /** Constant gap and voltage: the temperature relaxes exponentially. */
  private void relax(double volts, double seconds) {
    solve(gap, volts);
    double steady = t0 + film * amps * tau / heatCapacity;
    kelvin = steady + (kelvin - steady) * Exponential.exp(-seconds / tau);
  }

  private void linearise(double volts) {
    double scale = i0 * Exponential.exp(-gap / g0);
    double b = ohms * scale / v0;
    hyperbolic(film0);
    double residual = volts / v0 - film0 - b * sinh;
    double correction = residual / (1 + b * cosh);
    if (Math.abs(correction) < 1e-3) {
      film0 += correction;
      double s = sinh + correction * (cosh + 0.5 * correction * sinh);
      cosh += correction * (sinh + 0.5 * correction * cosh);
      sinh = s;
    } else {
      // a step hopped over a sharp bend, or the bound moved the gap
      solve(gap, volts);
      film0 = film / v0;
    }
    share = 1 / (1 + b * cosh);
    double v = film0 * v0;
    double current = scale * sinh;
    double gamma = enhancement(gap);
    evaluateRate(gamma, kelvin, v);
    double nm = gap * 1e9;
    f0Gap = resting ? 0 : gapRate;
    f0Kelvin = v * current / heatCapacity - (kelvin - t0) / tau;
    f0Film = volts / v0 - film0 - b * sinh;
    jFilmGap = b * sinh / g0;
    jGapFilm = resting ? 0 : ratePerField * a0OverL * gamma * v0;
    jGapKelvin = resting ? 0 : ratePerKelvin;
    double gapByGap = resting ? 0 : ratePerField * a0OverL * v * (-3e9 * beta * nm * nm);
    jGapGap = gapByGap + jGapFilm * share * jFilmGap;
    jKelvinFilm = (current * v0 + v * scale * cosh) / heatCapacity;
    jKelvinGap = -v * current / (g0 * heatCapacity) + jKelvinFilm * share * jFilmGap;
  }

  private double firstStep(double end) {
    double fastest = Math.max(Math.abs(f0Gap) / g0, Math.abs(f0Kelvin) / t0);
    return Math.min(end, 0.02 / Math.max(fastest, 1e-300));
  }

  /** Makes one accepted step of at most {@code h} and returns its length; sets {@code nextStep}. */
  private double step(double volts, double h) {
    double length = h;
    for (int tries = 0; tries < 400; tries++) {
      double error = trial(volts, length);
      if (!(error <= 1)) {
        // NaN as well: a trial argument far outside, a shorter step cures it
        double shrink = error < 1e12 ? 0.9 / Math.sqrt(Math.sqrt(error)) : 0.1;
        length *= Math.max(0.1, shrink);
        continue;
      }
      double bound = newGap > gapMax ? gapMax : gapMin;
      double beyond = newGap > gapMax ? newGap - gapMax : gapMin - newGap;
      if (beyond > 0) {
        if (beyond > BOUND_METRES) {
          if (gap == bound) {
            length *= 0.5; // went in and out again within the step
            continue;
          }
          length = arrive(volts, length, bound);
        }
        newGap = bound;
      }
      gap = newGap;
      kelvin = newKelvin;
      film0 = newFilm;
      nextStep = length * Math.min(5, 0.9 / Math.sqrt(Math.sqrt(Math.max(error, 1e-6))));
      return length;
    }
    throw new ConvergenceException(
        "step of a Stanford TH cell at " + volts + " V, " + gap + " m, " + kelvin + " K (seconds)",
        400,
        length);
  }

  /** Length of the step that ends at the bound; {@code length} goes beyond it. */
  private double arrive(double volts, double length, double bound) {
    double low = 0;
    double lowMiss = gap - bound;
    double high = length;
    double highMiss = newGap - bound;
    double at = high;
    for (int k = 0; k < 60; k++) {
      // regula falsi with the Illinois halving of a side that stays
      at = high - highMiss * (high - low) / (highMiss - lowMiss);
      trial(volts, at);
      double miss = newGap - bound;
      if (Math.abs(miss) <= BOUND_METRES || high - low <= 1e-15 * high) {
        return at;
      }
      if ((miss > 0) == (highMiss > 0)) {
        high = at;
        highMiss = miss;
        lowMiss *= 0.5;
      } else {
        low = at;
        lowMiss = miss;
        highMiss *= 0.5;
      }
    }
    return at;
  }

  /** One RODAS step from the present state; sets newGap and so on; returns the scaled error. */
  private double trial(double volts, double h) {
    factor(h);
    double perH = 1 / h;
    double step = h * timeFilm;
    double start = volts / v0;
    double end = start + step;
    right(f0Gap, f0Kelvin, f0Film + GAMMA * step);
    double k1g = xGap;
    double k1t = xKelvin;
    double k1x = xFilm;

    rates(gap + A21 * k1g, kelvin + A21 * k1t, film0 + A21 * k1x, start + step * 0.386);
    right(
        stageGap + (C21 * k1g) * perH, stageKelvin + (C21 * k1t) * perH, stageFilm - 0.1043 * step);
    double k2g = xGap;
    double k2t = xKelvin;
    double k2x = xFilm;

    rates(
        gap + A31 * k1g + A32 * k2g,
        kelvin + A31 * k1t + A32 * k2t,
        film0 + A31 * k1x + A32 * k2x,
        start + step * 0.21);
    right(
        stageGap + (C31 * k1g + C32 * k2g) * perH,
        stageKelvin + (C31 * k1t + C32 * k2t) * perH,
        stageFilm + 0.1035 * step);
    double k3g = xGap;
    double k3t = xKelvin;
    double k3x = xFilm;

    rates(
        gap + A41 * k1g + A42 * k2g + A43 * k3g,
        kelvin + A41 * k1t + A42 * k2t + A43 * k3t,
        film0 + A41 * k1x + A42 * k2x + A43 * k3x,
        start + step * 0.63);
    right(
        stageGap + (C41 * k1g + C42 * k2g + C43 * k3g) * perH,
        stageKelvin + (C41 * k1t + C42 * k2t + C43 * k3t) * perH,
        stageFilm - 0.0362 * step);
    double k4g = xGap;
    double k4t = xKelvin;
    double k4x = xFilm;

    newGap = gap + A51 * k1g + A52 * k2g + A53 * k3g + A54 * k4g;
    newKelvin = kelvin + A51 * k1t + A52 * k2t + A53 * k3t + A54 * k4t;
    newFilm = film0 + A51 * k1x + A52 * k2x + A53 * k3x + A54 * k4x;
    rates(newGap, newKelvin, newFilm, end);
    right(
        stageGap + (C51 * k1g + C52 * k2g + C53 * k3g + C54 * k4g) * perH,
        stageKelvin + (C51 * k1t + C52 * k2t + C53 * k3t + C54 * k4t) * perH,
        stageFilm);
    double k5g = xGap;
    double k5t = xKelvin;

    newGap += k5g;
    newKelvin += k5t;
    newFilm += xFilm;
    rates(newGap, newKelvin, newFilm, end);
    right(
        stageGap + (C61 * k1g + C62 * k2g + C63 * k3g + C64 * k4g + C65 * k5g) * perH,
        stageKelvin + (C61 * k1t + C62 * k2t + C63 * k3t + C64 * k4t + C65 * k5t) * perH,
        stageFilm);
    newGap += xGap;
    newKelvin += xKelvin;
    newFilm += xFilm;
    double worst = Math.max(Math.abs(xGap) / g0, Math.abs(xKelvin) / t0);
    return Math.max(worst, Math.abs(xFilm)) / TOLERANCE;
  }

  private void rates(double trialGap, double trialKelvin, double x, double c) {
    // a trial gap far outside would overflow the current; the accepted one never is
    double g = Math.min(Math.max(trialGap, gapMin - g0), gapMax + g0);
    double scale = i0 * Exponential.exp(-g / g0);
    hyperbolic(x);
    double v = x * v0;
    double current = scale * sinh;
    stageFilm = c - x - ohms * current / v0;
    stageKelvin = v * current / heatCapacity - (trialKelvin - t0) / tau;
    if (resting) {
      stageGap = 0;
    } else {
      evaluateRate(enhancement(g), trialKelvin, v);
      stageGap = gapRate;
    }
  }

  /** Inverse of 1/(gamma h) - J, the algebraic unknown eliminated. */
  private void factor(double h) {
    double diagonal = 1 / (GAMMA * h);
    double a = diagonal - jGapGap;
    double d = diagonal + 1 / tau;
    double determinant = a * d - jGapKelvin * jKelvinGap;
    m11 = d / determinant;
    m12 = jGapKelvin / determinant;
    m21 = jKelvinGap / determinant;
    m22 = a / determinant;
  }

  private void right(double rGap, double rKelvin, double rFilm) {
    double own = rFilm * share;
    double a = rGap + jGapFilm * own;
    double b = rKelvin + jKelvinFilm * own;
    xGap = m11 * a + m12 * b;
    xKelvin = m21 * a + m22 * b;
    xFilm = own + jFilmGap * share * xGap;
  }
}
