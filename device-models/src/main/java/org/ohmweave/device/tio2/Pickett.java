package org.ohmweave.device.tio2;

import java.util.List;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.CellDynamics;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.StateVariable;

/**
 * Pickett's TiO2 memristor: a Simmons tunnel barrier of width w in series with a resistor; current
 * drives the width.
 *
 * <p>M. D. Pickett et al., "Switching dynamics in titanium dioxide memristive devices", J. Appl.
 * Phys. 106, 074508, 2009, doi:10.1063/1.3236506, in the SPICE form of H. Abdalla, M. D. Pickett,
 * "SPICE modeling of memristors", ISCAS 2011, 1832-1835. Neither paper was at hand: the static
 * equations come from memory of the netlist, their rounded constants re-derived from physical ones
 * (CODATA, used here in full precision); the dynamics from S. Kvatinsky et al., "Verilog-A for
 * Memristor Models", Technion, 2011, with a_on = 1.8 nm.
 *
 * <p>Positive voltage widens the barrier (RESET), negative narrows it (SET). SET is a finite-time
 * blow-up: once the time left is below a billionth of the ramp, the width jumps to {@code w_min}.
 * There is no upper bound; {@code w_hrs} only says where a device starts.
 *
 * <p>Not modelled: temperature (300 K is meant), compliance, noise. Where the barrier current has
 * passed its maximum no solution exists; there the barrier voltage is held and the resistor takes
 * the rest (our continuation).
 */
public final class Pickett implements DeviceModel {
  static final int PHI_0 = 0;
  static final int PERMITTIVITY = 1;
  static final int AREA = 2;
  static final int R_S = 3;
  static final int F_OFF = 4;
  static final int I_OFF = 5;
  static final int A_OFF = 6;
  static final int F_ON = 7;
  static final int I_ON = 8;
  static final int A_ON = 9;
  static final int B = 10;
  static final int W_C = 11;
  static final int W_MIN = 12;
  static final int W_HRS = 13;

  /** State: barrier width in nanometres. */
  public static final int WIDTH = 0;

  private static final List<ParameterSymbol> PARAMETERS =
      List.of(
          new ParameterSymbol("phi_0", "V", "barrier height"),
          new ParameterSymbol("k", "1", "relative permittivity"),
          new ParameterSymbol("A", "m2", "area"),
          new ParameterSymbol("R_s", "ohm", "resistor in series with the barrier"),
          new ParameterSymbol("f_off", "m/s", "speed scale of RESET"),
          new ParameterSymbol("i_off", "A", "current scale of RESET"),
          new ParameterSymbol("a_off", "m", "width at which RESET slows down"),
          new ParameterSymbol("f_on", "m/s", "speed scale of SET"),
          new ParameterSymbol("i_on", "A", "current scale of SET"),
          new ParameterSymbol("a_on", "m", "width at which SET speeds up"),
          new ParameterSymbol("b", "A", "current scale inside the double exponential"),
          new ParameterSymbol("w_c", "m", "width scale"),
          new ParameterSymbol("w_min", "m", "smallest width, LRS"),
          new ParameterSymbol("w_hrs", "m", "width a device starts with; no bound"));
  private static final List<StateVariable> STATES =
      List.of(new StateVariable("w_nm", "tunnel barrier width"));
  private static final ThreadLocal<BarrierMotion> MOTION =
      ThreadLocal.withInitial(BarrierMotion::new);

  @Override
  public String law() {
    return "pickett";
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
    return List.of(List.of("w_min", "w_hrs"));
  }

  @Override
  public int setSign() {
    return -1;
  }

  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    for (int i = from; i < to; i++) {
      bank.state(WIDTH)[i] = bank.parameter(lowResistance ? W_MIN : W_HRS, i) * 1e9;
    }
  }

  @Override
  public void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
    TunnelBarrier barrier = MOTION.get().barrier();
    for (int i = from; i < to; i++) {
      barrier.load(bank, i);
      amps[i] = barrier.solve(volts[i], bank.state(WIDTH)[i]);
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    TunnelBarrier barrier = MOTION.get().barrier();
    for (int i = from; i < to; i++) {
      barrier.load(bank, i);
      siemens[i] = barrier.slope(volts[i], bank.state(WIDTH)[i]);
      amps[i] = barrier.solve(volts[i], bank.state(WIDTH)[i]);
    }
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
    BarrierMotion motion = MOTION.get();
    for (int i = from; i < to; i++) {
      motion.advance(bank, i, startVolts[i], endVolts[i], seconds);
    }
  }

  @Override
  public void hold(
      DeviceBank bank,
      int from,
      int to,
      double[] volts,
      double seconds,
      NoiseSource noise,
      long event) {
    if (bank.accuracy() == 0 || !(seconds > 0) || resets(volts, from, to)) {
      ramp(bank, from, to, volts, volts, seconds, noise, event);
      return;
    }
    new BarrierLanes(bank, volts, seconds, MOTION.get()).hold(from, to);
  }

  /** The fast path follows the SET alone: its RESET was seen to be 1 % off for some devices. */
  private static boolean resets(double[] volts, int from, int to) {
    for (int i = from; i < to; i++) {
      if (volts[i] > 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public CellDynamics dynamics(DeviceBank bank, NoiseSource noise) {
    return new BarrierDynamics(bank);
  }

  /** The law is isothermal: 300 K. */
  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    return 300;
  }
}
