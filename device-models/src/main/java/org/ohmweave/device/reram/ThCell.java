package org.ohmweave.device.reram;

import org.ohmweave.core.math.Exponential;
import org.ohmweave.device.DeviceBank;

/**
 * Equations of one device of {@link StanfordTh}, with everything they need in fields so that a
 * block of devices is worked through without allocation. Used by one thread at a time.
 *
 * <p>Symbols: g gap (m), T filament temperature (K), V voltage over cell and resistor, v over the
 * film; A = I0 exp(-g/g0); lengths in metre, energies in electronvolt, k in eV/K.
 */
class ThCell {
  /** Boltzmann constant over elementary charge, eV/K (CODATA 2018, both exact). */
  static final double K_EV = 1.380649e-23 / 1.602176634e-19;

  /** Above this the rate law uses this temperature: the filament would have melted. */
  static final double RATE_KELVIN_CAP = 2000;

  /**
   * Largest |v/V0| and largest exponent of the rate: far beyond any device, well below overflow.
   */
  private static final double ARGUMENT_CAP = 200;

  double i0;
  double g0;
  double v0;
  double vel0;
  double gamma0;
  double beta;
  double a0OverL;
  double eag;
  double ear;
  double gapMin;
  double gapMax;
  double t0;
  double heatCapacity;
  double tau;
  double ohms;

  // results of solve
  double film;
  double amps;
  double filmSlope;

  // results of evaluateRate
  double gapRate;
  double ratePerField;
  double ratePerKelvin;

  // results of hyperbolic
  double sinh;
  double cosh;

  /** v/V0 of the last solve: the start of the next one. */
  private double start = Double.NaN;

  /** Takes the parameters of one device. */
  final void load(DeviceBank bank, int device) {
    i0 = bank.parameter(StanfordTh.I0, device);
    g0 = bank.parameter(StanfordTh.G0, device);
    v0 = bank.parameter(StanfordTh.V0, device);
    vel0 = bank.parameter(StanfordTh.VEL0, device);
    gamma0 = bank.parameter(StanfordTh.GAMMA0, device);
    beta = bank.parameter(StanfordTh.BETA, device);
    a0OverL = bank.parameter(StanfordTh.A0, device) / bank.parameter(StanfordTh.L, device);
    eag = bank.parameter(StanfordTh.EAG, device);
    ear = bank.parameter(StanfordTh.EAR, device);
    gapMin = bank.parameter(StanfordTh.GAP_MIN, device);
    gapMax = bank.parameter(StanfordTh.GAP_MAX, device);
    t0 = bank.parameter(StanfordTh.T0, device);
    heatCapacity = bank.parameter(StanfordTh.C_TH, device);
    tau = bank.parameter(StanfordTh.TAU_TH, device);
    ohms = bank.parameter(StanfordTh.R_S, device);
    start = Double.NaN;
  }

  /** Field enhancement gamma0 - beta (g / 1 nm)^3. */
  final double enhancement(double gap) {
    double nm = gap * 1e9;
    return gamma0 - beta * nm * nm * nm;
  }

  /**
   * Film voltage above which the gap shrinks and below which it opens, V. Both directions balance
   * where the field term is half the difference of the two barriers, whatever the temperature.
   */
  final double balanceVolts(double gap) {
    return 0.5 * (eag - ear) / (enhancement(gap) * a0OverL);
  }

  /** Voltage over cell and resistor that puts {@code v} across the film. */
  final double cellVolts(double gap, double v) {
    hyperbolic(v / v0);
    return v + ohms * i0 * Exponential.exp(-gap / g0) * sinh;
  }

  /**
   * Divides the cell voltage between film and resistor: V = v + R I(g, v). Sets {@link #film},
   * {@link #amps} and {@link #filmSlope} (dI/dv).
   */
  final void solve(double gap, double volts) {
    double scale = i0 * Exponential.exp(-gap / g0);
    if (ohms == 0) {
      hyperbolic(volts / v0);
      film = volts;
    } else {
      double b = ohms * scale / v0;
      double c = Math.abs(volts) / v0;
      divide(b, c);
      double x = volts < 0 ? -start : start;
      if (volts < 0) {
        sinh = -sinh;
      }
      film = x * v0;
    }
    amps = scale * sinh;
    filmSlope = scale * cosh / v0;
  }

  /**
   * Solves x + b sinh x = c, c >= 0, by Halley steps; leaves x in {@code start}, and sinh, cosh.
   */
  private void divide(double b, double c) {
    // both bound x from above; asinh written out because its argument is positive
    double q = c / b;
    double most = Math.min(c, q < 1e150 ? Math.log(q + Math.sqrt(q * q + 1)) : c);
    double x = start >= 0 && start <= most ? start : most;
    for (int k = 0; k < 60; k++) {
      hyperbolic(x);
      double f = x + b * sinh - c;
      double slope = 1 + b * cosh;
      double newton = f / slope;
      // f is convex for x > 0, so a Halley step from above cannot pass the root by much
      double step = newton / Math.max(0.5, 1 - 0.5 * newton * b * sinh / slope);
      double next = Math.min(Math.max(x - step, 0), most);
      double moved = next - x;
      x = next;
      if (Math.abs(moved) <= 1e-5 * Math.min(1, x)) {
        // cubic convergence: the step just made is exact to rounding; carry sinh and cosh along
        double half = moved * moved * 0.5;
        double even = 1 + half + half * half / 6;
        double odd = moved * (1 + half / 3);
        double s = sinh * even + cosh * odd;
        cosh = cosh * even + sinh * odd;
        sinh = s;
        break;
      }
    }
    start = x;
  }

  final void hyperbolic(double x) {
    double y = Math.min(Math.max(x, -ARGUMENT_CAP), ARGUMENT_CAP);
    if (Math.abs(y) < 0.3) {
      double z = y * y; // the difference of two exponentials would lose digits here
      sinh =
          y
              * (1
                  + z
                      / 6
                      * (1 + z / 20 * (1 + z / 42 * (1 + z / 72 * (1 + z / 110 * (1 + z / 156))))));
      cosh = Math.sqrt(1 + sinh * sinh);
    } else {
      double e = Exponential.exp(y);
      double r = 1 / e;
      sinh = 0.5 * (e - r);
      cosh = 0.5 * (e + r);
    }
  }

  /**
   * Rate of the gap, m/s, with its derivatives by field energy and temperature at fixed gap.
   *
   * <p>Above 20 kT of field energy one direction outweighs the other by more than rounding.
   */
  final void evaluateRate(double gamma, double kelvin, double filmVolts) {
    double t = rateKelvin(kelvin);
    double field = gamma * a0OverL * filmVolts;
    double perKt = 1 / (K_EV * t);
    double asymmetry = field * perKt;
    double shrink = asymmetry < -20 ? 0 : boltzmann((field - eag) * perKt);
    double open = asymmetry > 20 ? 0 : boltzmann((-field - ear) * perKt);
    gapRate = -vel0 * (shrink - open);
    ratePerField = -vel0 * perKt * (shrink + open);
    ratePerKelvin =
        t == kelvin ? -vel0 * (shrink * (eag - field) - open * (ear + field)) * perKt / t : 0;
  }

  private double rateKelvin(double kelvin) {
    // trial values of an implicit step may lie anywhere; the lower bound only tames those
    return Math.min(Math.max(kelvin, 0.5 * t0), Math.max(RATE_KELVIN_CAP, t0));
  }

  private static double boltzmann(double exponent) {
    return Exponential.exp(Math.min(exponent, ARGUMENT_CAP));
  }
}
