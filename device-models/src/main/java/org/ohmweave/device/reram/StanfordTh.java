package org.ohmweave.device.reram;

import java.util.List;
import org.ohmweave.core.math.Exponential;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.StateVariable;

/**
 * The Stanford-PKU filament model with a thermal state: a tunnelling gap between filament tip and
 * electrode that grows and shrinks by thermally activated hopping, heated by the cell's own power.
 *
 * <p>Z. Jiang et al., "Verilog-A compact model for oxide-based resistive random access memory
 * (RRAM)", SISPAD 2014, and X. Guan, S. Yu, H.-S. P. Wong, "A SPICE Compact Model of Metal Oxide
 * Resistive Switching Memory With Variations", IEEE EDL 33(10), 1405-1407, 2012. The equations were
 * read in the public program text of the model, not in the papers; constants are CODATA instead of
 * that text's rounded ones.
 *
 * <p>Voltage is top minus bottom electrode; positive shrinks the gap (SET). The voltage applied
 * falls over the film and the resistor {@code R_s}; the resistor heats nothing. The gap stays
 * between its bounds: its rate is zero at a bound while it points outward. Temperatures above 2000
 * K are taken as 2000 K in the hopping rates (never reached with a series resistor of a few
 * kilo-ohm; the bare film runs away).
 *
 * <p>Not modelled: the source text's gap noise, read noise, retention beyond the rate at 0 V.
 */
public final class StanfordTh implements DeviceModel {
  static final int I0 = 0;
  static final int G0 = 1;
  static final int V0 = 2;
  static final int VEL0 = 3;
  static final int GAMMA0 = 4;
  static final int BETA = 5;
  static final int A0 = 6;
  static final int L = 7;
  static final int EAG = 8;
  static final int EAR = 9;
  static final int GAP_MIN = 10;
  static final int GAP_MAX = 11;
  static final int T0 = 12;
  static final int C_TH = 13;
  static final int TAU_TH = 14;
  static final int R_S = 15;

  /** State: tunnelling gap in metres. */
  public static final int GAP = 0;

  /** State: filament temperature in kelvin. */
  public static final int KELVIN = 1;

  private static final List<ParameterSymbol> PARAMETERS =
      List.of(
          new ParameterSymbol("I0", "A", "current scale"),
          new ParameterSymbol("g0", "m", "gap scale of the current"),
          new ParameterSymbol("V0", "V", "voltage scale of the current"),
          new ParameterSymbol("Vel0", "m/s", "attempt velocity"),
          new ParameterSymbol("gamma0", "1", "field enhancement at zero gap"),
          new ParameterSymbol("beta", "1", "loss of field enhancement per cubic nanometre of gap"),
          new ParameterSymbol("a0", "m", "hopping distance"),
          new ParameterSymbol("L", "m", "oxide thickness"),
          new ParameterSymbol("Eag", "eV", "activation energy of vacancy generation"),
          new ParameterSymbol("Ear", "eV", "activation energy of recombination"),
          new ParameterSymbol("gap_min", "m", "smallest gap, LRS"),
          new ParameterSymbol("gap_max", "m", "largest gap, HRS"),
          new ParameterSymbol("T0", "K", "ambient temperature"),
          new ParameterSymbol("C_th", "J/K", "heat capacity"),
          new ParameterSymbol("tau_th", "s", "thermal time constant"),
          new ParameterSymbol("R_s", "ohm", "resistor in series with the film"));
  private static final List<StateVariable> STATES =
      List.of(
          new StateVariable("gap_m", "tunnelling gap"),
          new StateVariable("T_K", "filament temperature"));
  private static final ThreadLocal<FilamentFlow> FLOW = ThreadLocal.withInitial(FilamentFlow::new);

  /** Current in ampere through the film at a voltage across the film. */
  static double filmAmps(double i0, double g0, double v0, double gap, double filmVolts) {
    return i0 * Exponential.exp(-gap / g0) * Exponential.sinh(filmVolts / v0);
  }

  @Override
  public String law() {
    return "stanford-th";
  }

  @Override
  public List<ParameterSymbol> parameters() {
    return PARAMETERS;
  }

  @Override
  public List<StateVariable> states() {
    return STATES;
  }

  @Override
  public int setSign() {
    return 1;
  }

  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    for (int i = from; i < to; i++) {
      bank.state(GAP)[i] = bank.parameter(lowResistance ? GAP_MIN : GAP_MAX, i);
      bank.state(KELVIN)[i] = bank.parameter(T0, i);
    }
  }

  @Override
  public void cool(DeviceBank bank, int from, int to) {
    for (int i = from; i < to; i++) {
      bank.state(KELVIN)[i] = bank.parameter(T0, i);
    }
  }

  @Override
  public void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
    for (int i = from; i < to; i++) {
      double scale = scaleAmps(bank, i);
      double v0 = bank.parameter(V0, i);
      double film = FilmVoltage.solve(scale, v0, bank.parameter(R_S, i), volts[i], Double.NaN);
      amps[i] = scale * Exponential.sinh(film / v0);
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int i = from; i < to; i++) {
      double scale = scaleAmps(bank, i);
      double v0 = bank.parameter(V0, i);
      double series = bank.parameter(R_S, i);
      double film = FilmVoltage.solve(scale, v0, series, volts[i], Double.NaN);
      double slope = scale * Exponential.cosh(film / v0) / v0;
      amps[i] = scale * Exponential.sinh(film / v0);
      siemens[i] = slope / (1 + series * slope);
    }
  }

  private static double scaleAmps(DeviceBank bank, int i) {
    return bank.parameter(I0, i) * Exponential.exp(-bank.state(GAP)[i] / bank.parameter(G0, i));
  }

  @Override
  public void ramp(
      DeviceBank bank,
      int from,
      int to,
      double[] startVolts,
      double[] endVolts,
      double seconds,
      NoiseSource noise,
      long event) {
    FilamentFlow flow = FLOW.get();
    for (int i = from; i < to; i++) {
      flow.advance(bank, i, startVolts[i], endVolts[i], seconds);
    }
  }

  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    return bank.state(KELVIN)[device];
  }
}
