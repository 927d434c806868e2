package org.ohmweave.device.hfo2;

import java.util.function.DoubleUnaryOperator;
import org.ohmweave.core.ConvergenceException;
import org.ohmweave.core.math.Exponential;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.integrate.Bracketed;

/**
 * The static circuit of one JART cell: Schottky contact, disc, plug, TiOx layer and lines in
 * series. The magnitude of the current is the only unknown; contact voltage and temperature follow
 * from it.
 */
final class CellCurrent {
  private static final double E = 1.602176634e-19;
  private static final double K = 1.380649e-23;
  private static final double H = 6.62607015e-34;
  private static final double EPS_0 = 8.8541878128e-12;
  private static final double ELECTRON_MASS = 9.1093837015e-31;
  private static final double TOLERANCE = 1e-15;

  private final DoubleUnaryOperator imbalance = this::imbalance;
  private double t0;
  private double area;
  private double barrier0;
  private double depth;
  private double lowering;
  private double tunnelling;
  private double plugOhms;
  private double discOhmsTimesN;
  private double lineOhms;
  private double lineCubic;
  private double rThSet;
  private double rThReset;
  private double richardson;
  private double discLength;
  private double cellLength;

  private double volts;
  private double disc;
  private double discOhms;
  private double rTh;
  private double contactVolts;
  private double cellVolts;
  private double kelvin;
  private double amps;

  /** Takes the parameters of device {@code i}. */
  void load(DeviceBank b, int i) {
    double radius = b.parameter(JartV1b.R_VAR, i);
    double z = b.parameter(JartV1b.Z, i);
    double mobility = b.parameter(JartV1b.MU_N, i);
    double spread = b.parameter(JartV1b.R_DET, i) / radius;
    t0 = b.parameter(JartV1b.T_0, i);
    area = Math.PI * radius * radius;
    discLength = b.parameter(JartV1b.L_VAR, i);
    cellLength = b.parameter(JartV1b.L_CELL, i);
    barrier0 = b.parameter(JartV1b.PHI_BN0, i);
    depth = barrier0 - b.parameter(JartV1b.PHI_N, i);
    double epsPhi = EPS_0 * b.parameter(JartV1b.EPS_PHIB, i);
    lowering = E * E * E * z * 1e26 / (8 * Math.PI * Math.PI * epsPhi * epsPhi * epsPhi);
    tunnelling =
        E
            * H
            / (4 * Math.PI)
            * Math.sqrt(z * 1e26 / (ELECTRON_MASS * EPS_0 * b.parameter(JartV1b.EPS_S, i)));
    double perOhm = E * z * mobility * area * 1e26;
    plugOhms = (cellLength - discLength) / (perOhm * b.parameter(JartV1b.N_PLUG, i));
    discOhmsTimesN = discLength / perOhm;
    double line = b.parameter(JartV1b.R_0, i);
    lineOhms = b.parameter(JartV1b.R_TIOX, i) + line + b.parameter(JartV1b.R_S, i);
    lineCubic = line * line * b.parameter(JartV1b.ALPHA_LINE, i) * b.parameter(JartV1b.R_THLINE, i);
    rThSet = b.parameter(JartV1b.R_TH0, i) * spread * spread;
    rThReset = rThSet * b.parameter(JartV1b.S_RESET, i);
    richardson = b.parameter(JartV1b.A_STAR, i);
  }

  /** Current in ampere, with the sign of the voltage; the other results follow by the accessors. */
  double solve(double cellAndLineVolts, double concentration) {
    volts = cellAndLineVolts;
    disc = concentration;
    if (volts == 0) {
      contactVolts = 0;
      cellVolts = 0;
      kelvin = t0;
      amps = 0;
      return 0;
    }
    discOhms = discOhmsTimesN / disc;
    rTh = volts < 0 ? rThSet : rThReset;
    double goal = Math.abs(volts);
    double most = circuitAmps(goal) * (1 + 1e-13);
    double least = 0;
    if (volts > 0) {
      double peak = peakContactVolts();
      least = goal > peak ? circuitAmps(goal - peak) : 0;
    }
    double size = Bracketed.root(imbalance, least, most, TOLERANCE);
    if (Double.isNaN(size)) {
      throw new ConvergenceException(
          "current of a JART cell at " + volts + " V, N = " + disc + "e26/m3, in ampere,",
          0,
          imbalance(most));
    }
    imbalance(size);
    amps = Math.copySign(size, volts);
    return amps;
  }

  /**
   * The current that would flow if only the ohmic parts dropped this voltage: root of R I + q I^3 =
   * V.
   */
  private double circuitAmps(double drop) {
    double ohms = discOhms + plugOhms + lineOhms;
    double current = Math.min(drop / ohms, Math.cbrt(drop / lineCubic));
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

  /**
   * Contact voltage of the local maximum of the forward current, where barrier lowering stops; the
   * branch that starts at zero lies below it.
   */
  private double peakContactVolts() {
    double c = Math.sqrt(Math.sqrt(lowering * disc));
    double closed = Math.pow(barrier0 / c, 4);
    double flat = Math.cbrt(Math.pow(c / 4, 4));
    double psi = closed < depth && flat >= closed ? closed : flat;
    return depth - psi;
  }

  /** Current minus what the contact carries when that current flows. */
  private double imbalance(double size) {
    double lines = size * (lineOhms + lineCubic * size * size);
    double goal = Math.abs(volts);
    double contact = goal - size * (discOhms + plugOhms) - lines;
    cellVolts = goal - lines;
    kelvin = t0 + rTh * Math.abs(size * cellVolts);
    contactVolts = contact;
    if (contact <= 0) {
      return size - 0.0;
    }
    return size - (volts > 0 ? thermionic(contact) : fieldEmission(contact));
  }

  private double barrier(double signedContact) {
    double psi = depth - signedContact;
    if (psi <= 0) {
      return barrier0;
    }
    return Math.max(0, barrier0 - Math.sqrt(Math.sqrt(lowering * disc * psi)));
  }

  private double thermionic(double contact) {
    double perVolt = E / (K * kelvin);
    double height = barrier(contact);
    return area
        * richardson
        * kelvin
        * kelvin
        * Exponential.exp(-height * perVolt)
        * Exponential.expm1(Math.min(700, contact * perVolt));
  }

  private double fieldEmission(double contact) {
    double thermal = K * kelvin;
    double w00 = tunnelling * Math.sqrt(disc);
    double u = w00 / thermal;
    double height = barrier(-contact);
    double e2 = Exponential.exp(2 * u);
    double tanh = u < 1e-3 ? u * (1 - u * u / 3) : 1 - 2 / (e2 + 1);
    double slack = u < 1e-2 ? u * u * u * (1.0 / 3 - u * u * (2.0 / 15)) : u - tanh;
    double cosh = Exponential.cosh(u);
    double w0 = w00 / tanh;
    double slope = w00 / slack;
    return area
        * richardson
        * kelvin
        / K
        * Math.sqrt(Math.PI * w00 * E * (contact + height / (cosh * cosh)))
        * Exponential.exp(-E * height / w0)
        * Exponential.expm1(Math.min(700, E * contact / slope));
  }

  /**
   * Small-signal conductance dI/dV at fixed N, by implicit differentiation with central
   * differences.
   */
  double slope(double cellAndLineVolts, double concentration) {
    double at = cellAndLineVolts == 0 ? 1e-9 : cellAndLineVolts;
    double size = Math.abs(solve(at, concentration));
    double stepI = 1e-6 * size;
    double byCurrent = (imbalance(size + stepI) - imbalance(size - stepI)) / (2 * stepI);
    double stepV = 1e-6 * Math.abs(at);
    volts = at + Math.copySign(stepV, at);
    double more = imbalance(size);
    volts = at - Math.copySign(stepV, at);
    double less = imbalance(size);
    return (less - more) / (2 * stepV) / byCurrent;
  }

  double kelvin() {
    return kelvin;
  }

  double amps() {
    return amps;
  }

  /** Voltage over the Schottky contact, with the sign of the applied voltage. */
  double contactVolts() {
    return Math.copySign(contactVolts, volts);
  }

  /** Field in V/m that moves the ions, with the sign of the applied voltage. */
  double field() {
    return volts < 0 ? amps * discOhms / discLength : cellVolts / cellLength;
  }
}
