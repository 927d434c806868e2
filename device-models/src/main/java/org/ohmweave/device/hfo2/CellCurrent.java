package org.ohmweave.device.hfo2;

import org.ohmweave.core.ConvergenceException;
import org.ohmweave.device.DeviceBank;

/**
 * The static circuit of one JART cell: Schottky contact, disc, plug, TiOx layer and lines in
 * series. The magnitude of the current is the only unknown; contact voltage and temperature follow
 * from it.
 *
 * <p>Newton's method finds it, inside a bracket that keeps to the branch which starts at zero. A
 * solve may start from the one before, extrapolated; {@link #forget} makes the next one start
 * afresh, so that a result does not depend on what was solved earlier.
 */
final class CellCurrent {
  private static final double E = 1.602176634e-19;

  /** A Newton step this small, relative to the current, leaves an error of rounding size. */
  private static final double LAST_STEP = 1e-9;

  /** Stands for the limit of zero voltage. */
  static final double NO_VOLTS = 1e-9;

  private static final int WARM_TRIES = 8;
  private static final int LIMIT = 200;

  private final SchottkyContact contact = new SchottkyContact();
  private double t0;
  private double plug;
  private double siemensMetres;
  private double nominalRadius;
  private double nominalRTh;
  private double resetShare;
  private double plugOhms;
  private double discOhmsTimesN;
  private double lineOhms;
  private double lineCubic;
  private double rThSet;
  private double rThReset;
  private double discLength;
  private double cellLength;

  private double volts;
  private double disc;
  private double discOhms;
  private double rTh;
  private double contactVolts;
  private double cellVolts;
  private double kelvin;
  private double size;
  private double rest;
  private double restSlope;
  private double lineSlope;
  private double ampsPerVolt;
  private double ampsPerLogDisc;
  private boolean warm;

  /** Takes the parameters of device {@code i}. */
  void load(DeviceBank b, int i) {
    contact.load(b, i);
    t0 = b.parameter(JartV1b.T_0, i);
    cellLength = b.parameter(JartV1b.L_CELL, i);
    plug = b.parameter(JartV1b.N_PLUG, i);
    siemensMetres = E * b.parameter(JartV1b.Z, i) * b.parameter(JartV1b.MU_N, i) * 1e26;
    nominalRadius = b.parameter(JartV1b.R_DET, i);
    nominalRTh = b.parameter(JartV1b.R_TH0, i);
    resetShare = b.parameter(JartV1b.S_RESET, i);
    double line = b.parameter(JartV1b.R_0, i);
    lineOhms = b.parameter(JartV1b.R_TIOX, i) + line + b.parameter(JartV1b.R_S, i);
    lineCubic = line * line * b.parameter(JartV1b.ALPHA_LINE, i) * b.parameter(JartV1b.R_THLINE, i);
    warm = false;
    shape(b.parameter(JartV1b.R_VAR, i), b.parameter(JartV1b.L_VAR, i));
  }

  /** Gives the constants of the loaded device, under reverse bias, to a lane. */
  void give(ContactLanes lanes, int lane) {
    lanes.set(lane, t0, rThSet, discOhmsTimesN, plugOhms, lineOhms, lineCubic);
    contact.give(lanes, lane);
  }

  /** Gives the filament a radius and its disc a length, in metres. */
  void shape(double radius, double length) {
    contact.setRadius(radius);
    discLength = length;
    double spread = nominalRadius / radius;
    double perOhm = siemensMetres * (Math.PI * radius * radius);
    plugOhms = (cellLength - discLength) / (perOhm * plug);
    discOhmsTimesN = discLength / perOhm;
    rThSet = nominalRTh * spread * spread;
    rThReset = rThSet * resetShare;
  }

  /** The next solve will not start from the present one. */
  void forget() {
    warm = false;
  }

  /** Current in ampere, with the sign of the voltage; the other results follow by the accessors. */
  double solve(double cellAndLineVolts, double concentration) {
    boolean near = warm && cellAndLineVolts * volts > 0;
    double guess =
        near
            ? size
                + ampsPerVolt * (Math.abs(cellAndLineVolts) - Math.abs(volts))
                + ampsPerLogDisc * (concentration - disc) / disc
            : 0;
    volts = cellAndLineVolts;
    disc = concentration;
    discOhms = discOhmsTimesN / disc;
    rTh = volts < 0 ? rThSet : rThReset;
    contact.setDisc(disc);
    if (volts == 0) {
      size = 0;
      circuit(0);
      warm = false;
      return 0;
    }
    if (!near || !follow(guess)) {
      search();
    }
    differentiate();
    warm = true;
    return amps();
  }

  /** Newton's method from a guess; false as soon as it leaves the branch or takes long. */
  private boolean follow(double guess) {
    double current = guess;
    for (int k = 0; k < WARM_TRIES; k++) {
      if (!(current > 0)) {
        return false;
      }
      circuit(current);
      if (!(contactVolts > 0) || (volts > 0 && !contact.beforePeak(contactVolts))) {
        return false;
      }
      imbalance(current);
      double step = rest / restSlope;
      current -= step;
      if (Math.abs(step) <= LAST_STEP * current) {
        circuit(current);
        size = current;
        return true;
      }
    }
    return false;
  }

  /** Newton's method between the ends of the branch, bisecting where it would leave them. */
  private void search() {
    double goal = Math.abs(volts);
    double high = circuitAmps(goal) * (1 + 1e-13);
    double low = 0;
    if (volts > 0) {
      double peak = contact.peakVolts();
      // a barrier that hardly lies above the Fermi level (phi_n near phi_Bn0) has no such maximum,
      // or one too low for the current: then the root beyond it is the only one
      low = peak > 0 && goal > peak ? circuitAmps(goal - peak) : 0;
      if (low > 0) {
        circuit(low);
        imbalance(low);
        low = rest > 0 ? 0 : low;
      }
    }
    // starts that take 3 to 7 evaluations over 0.002 .. 20e26/m3 and -2 .. 2.5 V; results do not
    // depend on them
    double current = volts > 0 ? 0.5 * (low + high) : high * (1 - 0.4 / (1 + 2 * disc));
    for (int k = 0; k < LIMIT; k++) {
      circuit(current);
      imbalance(current);
      if (rest > 0) {
        high = current;
      } else {
        low = current;
      }
      double step = rest / restSlope;
      double next = current - step;
      boolean done = Math.abs(step) <= LAST_STEP * next || high - low <= 4e-16 * high;
      if (!done && !(next > low && next < high)) {
        next = low > 0.1 * high ? 0.5 * (low + high) : Math.sqrt(Math.max(low, 1e-6 * high) * high);
      }
      current = next;
      if (done) {
        circuit(current);
        size = current;
        return;
      }
    }
    throw new ConvergenceException(
        "current of a JART cell at " + volts + " V, N = " + disc + "e26/m3, in ampere,",
        LIMIT,
        rest);
  }

  /**
   * The current that would flow if only the ohmic parts dropped this voltage: root of R I + q I^3 =
   * V.
   */
  private double circuitAmps(double drop) {
    double ohms = discOhms + plugOhms + lineOhms;
    double current = drop / ohms;
    if (lineCubic * current * current > ohms) {
      current = Math.min(current, Math.cbrt(drop / lineCubic));
    }
    for (int k = 0; k < 60; k++) {
      double square = current * current;
      double next =
          current
              - (current * (ohms + lineCubic * square) - drop) / (ohms + 3 * lineCubic * square);
      if (Math.abs(next - current) <= 1e-16 * current) {
        return next;
      }
      current = next;
    }
    return current;
  }

  /** Contact voltage and temperature when a current of this size flows. */
  private void circuit(double current) {
    double square = lineCubic * current * current;
    double lines = current * (lineOhms + square);
    double goal = Math.abs(volts);
    lineSlope = lineOhms + 3 * square;
    cellVolts = goal - lines;
    contactVolts = cellVolts - current * (discOhms + plugOhms);
    kelvin = t0 + rTh * Math.abs(current * cellVolts);
  }

  /** Current minus what the contact carries when that current flows, and its slope. */
  private void imbalance(double current) {
    rest = current - contact.current(volts > 0, Math.max(0, contactVolts), kelvin);
    restSlope =
        1
            + contact.perVolt * (discOhms + plugOhms + lineSlope)
            - contact.perKelvin * rTh * (cellVolts - current * lineSlope);
  }

  /** Implicit differentiation at the solution. */
  private void differentiate() {
    ampsPerVolt = (contact.perVolt + contact.perKelvin * rTh * size) / restSlope;
    ampsPerLogDisc = (contact.perVolt * size * discOhms + contact.perLogDisc) / restSlope;
  }

  /** Small-signal conductance dI/dV at fixed N; at 0 V that of the side V &gt; 0. */
  double slope() {
    if (volts == 0) {
      solve(NO_VOLTS, disc);
    }
    return ampsPerVolt;
  }

  /** Change of the magnitude of the current with ln N, at fixed voltage. */
  double ampsPerLogDisc() {
    return ampsPerLogDisc;
  }

  double kelvin() {
    return kelvin;
  }

  double amps() {
    return Math.copySign(size, volts);
  }

  /** Relative change of the ion-moving field with ln N, at fixed voltage. */
  double fieldPerLogDisc() {
    return volts < 0 ? ampsPerLogDisc / size - 1 : -lineSlope * ampsPerLogDisc / cellVolts;
  }

  /** Relative change of that field with the magnitude of the voltage, 1/V, at fixed N. */
  double fieldPerVolt() {
    return volts < 0 ? ampsPerVolt / size : (1 - lineSlope * ampsPerVolt) / cellVolts;
  }

  /** Change of the temperature with ln N, at fixed voltage. */
  double kelvinPerLogDisc() {
    return rTh * (cellVolts - size * lineSlope) * ampsPerLogDisc;
  }

  /** Change of the temperature with the magnitude of the voltage, at fixed N. */
  double kelvinPerVolt() {
    return rTh * ((cellVolts - size * lineSlope) * ampsPerVolt + size);
  }

  /** Voltage over the Schottky contact, with the sign of the applied voltage. */
  double contactVolts() {
    return Math.copySign(contactVolts, volts);
  }

  /** Magnitude of the field in V/m that moves the ions. */
  double field() {
    return volts < 0 ? size * discOhms / discLength : cellVolts / cellLength;
  }
}
