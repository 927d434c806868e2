package org.ohmweave.device.reram;

import java.util.List;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.CellDynamics;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.StateVariable;

/**
 * Metal-oxide ReRAM after the Stanford compact model, the variant with a thermal state.
 *
 * <pre>
 * I        = I0 exp(-g/g0) sinh(v/V0)                 V = v + R_s I
 * gamma    = gamma0 - beta (g / 1 nm)^3
 * dg/dt    = -Vel0 [ exp(-(Eag - gamma a0 v/L)/kT) - exp(-(Ear + gamma a0 v/L)/kT) ]
 * C_th dT/dt = |v I| - (C_th/tau_th) (T - T0)
 * </pre>
 *
 * <p>g is the gap between filament tip and electrode, v the voltage across the film, V = V(top) -
 * V(bottom) across film and resistor; V > 0 SETs (closes the gap). g stays in gap_min..gap_max: its
 * rate is 0 at a bound while it points outward. R_s heats nothing.
 *
 * <p>X. Guan, S. Yu, H.-S. P. Wong, "A SPICE Compact Model of Metal Oxide Resistive Switching
 * Memory With Variations", IEEE Electron Device Letters 33(10), 1405-1407, 2012; Z. Jiang, S. Yu,
 * Y. Wu, J. H. Engel, X. Guan, H.-S. P. Wong, "Verilog-A compact model for oxide-based resistive
 * random access memory (RRAM)", SISPAD 2014. Equations and defaults after the public Verilog-A
 * source.
 *
 * <p>The rate law takes at most 2000 K for T (our choice; the published cases stay below 600 K) and
 * |v/V0| at most 200. Not modelled: stochastic gap motion ({@code noise} is not used), forming,
 * wear, retention other than the rate law itself, current compliance.
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

  /** State: gap in metres. */
  public static final int GAP = 0;

  /** State: filament temperature in kelvin. */
  public static final int KELVIN = 1;

  private static final List<ParameterSymbol> PARAMETERS =
      List.of(
          new ParameterSymbol("I0", "A", "current scale"),
          new ParameterSymbol("g0", "m", "decay length of the current with the gap"),
          new ParameterSymbol("V0", "V", "voltage scale of the current"),
          ParameterSymbol.orZero("Vel0", "m/s", "attempt velocity of the gap"),
          new ParameterSymbol("gamma0", "1", "field enhancement at zero gap"),
          ParameterSymbol.orZero("beta", "1", "loss of enhancement per cubic nanometre of gap"),
          new ParameterSymbol("a0", "m", "hopping distance"),
          new ParameterSymbol("L", "m", "oxide thickness"),
          new ParameterSymbol("Eag", "eV", "barrier of closing"),
          new ParameterSymbol("Ear", "eV", "barrier of opening"),
          new ParameterSymbol("gap_min", "m", "gap in the LRS bound"),
          new ParameterSymbol("gap_max", "m", "gap in the HRS bound"),
          new ParameterSymbol("T0", "K", "ambient temperature"),
          new ParameterSymbol("C_th", "J/K", "heat capacity of the filament"),
          new ParameterSymbol("tau_th", "s", "thermal time constant"),
          ParameterSymbol.orZero("R_s", "ohm", "resistor in series with the film"));

  private static final List<StateVariable> STATES =
      List.of(
          new StateVariable("gap_m", "gap between filament tip and electrode"),
          new StateVariable("T_K", "filament temperature"));

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
  public List<List<String>> ascending() {
    return List.of(List.of("gap_min", "gap_max"));
  }

  @Override
  public int setSign() {
    return 1;
  }

  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    double[] gap = bank.state(GAP);
    double[] kelvin = bank.state(KELVIN);
    for (int i = from; i < to; i++) {
      gap[i] = bank.parameter(lowResistance ? GAP_MIN : GAP_MAX, i);
      kelvin[i] = bank.parameter(T0, i);
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
    double[] gap = bank.state(GAP);
    ThCell cell = new ThCell();
    for (int i = from; i < to; i++) {
      cell.load(bank, i);
      cell.solve(gap[i], volts[i]);
      amps[i] = cell.amps;
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    double[] gap = bank.state(GAP);
    ThCell cell = new ThCell();
    for (int i = from; i < to; i++) {
      cell.load(bank, i);
      cell.solve(gap[i], volts[i]);
      amps[i] = cell.amps;
      siemens[i] = cell.filmSlope / (1 + cell.ohms * cell.filmSlope);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>A gap outside its bounds (after they were changed) is first moved to the nearer bound.
   *
   * @throws InputException if a voltage or the duration is not finite, or the duration negative
   */
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
    requireFinite(bank, from, to, startVolts, endVolts, seconds);
    double[] gap = bank.state(GAP);
    double[] kelvin = bank.state(KELVIN);
    ThFlow flow = new ThFlow();
    for (int i = from; i < to; i++) {
      flow.load(bank, i);
      flow.gap = Math.min(Math.max(gap[i], flow.gapMin), flow.gapMax);
      flow.kelvin = kelvin[i];
      flow.run(startVolts[i], endVolts[i], seconds);
      gap[i] = flow.gap;
      kelvin[i] = flow.kelvin;
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>A bank with an accuracy of its own takes the steady temperature of each gap, with a
   * first-order correction for its lag, wherever that is accurate enough.
   */
  @Override
  public void hold(
      DeviceBank bank,
      int from,
      int to,
      double[] volts,
      double seconds,
      NoiseSource noise,
      long event) {
    if (bank.accuracy() == 0 || !(seconds > 0)) {
      ramp(bank, from, to, volts, volts, seconds, noise, event);
      return;
    }
    requireFinite(bank, from, to, volts, volts, seconds);
    new FilamentLanes(bank, volts, seconds).hold(from, to);
  }

  /** The temperature state; the voltage does not matter. */
  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    return bank.state(KELVIN)[device];
  }

  private static void requireFinite(
      DeviceBank bank, int from, int to, double[] startVolts, double[] endVolts, double seconds) {
    if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new InputException("duration of a ramp must be finite and >= 0 [s], got " + seconds);
    }
    for (int i = from; i < to; i++) {
      if (!Double.isFinite(startVolts[i]) || !Double.isFinite(endVolts[i])) {
        throw new InputException(
            "device voltage must be finite [V], got "
                + startVolts[i]
                + " to "
                + endVolts[i]
                + " at device "
                + (bank.firstSite() + i));
      }
    }
  }

  @Override
  public CellDynamics dynamics(DeviceBank bank, NoiseSource noise) {
    return new ThDynamics(bank);
  }
}
