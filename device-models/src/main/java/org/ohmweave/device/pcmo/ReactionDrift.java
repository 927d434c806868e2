package org.ohmweave.device.pcmo;

import java.util.List;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.CellDynamics;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.StateVariable;

/**
 * A self-heated, space-charge-limited PCMO film whose trap density changes by reaction and drift of
 * oxygen.
 *
 * <p>The mechanism is the one named by A. Khanna et al., "Space Charge Limited Current with
 * Self-heating in Pr0.7Ca0.3MnO3 based RRAM", arXiv:1605.08755, 2016, and by Khanna, Prasad,
 * Panwar, Saraswat, Ganguly et al., "Reaction-Drift Model for Switching Transients in
 * Pr0.7Ca0.3MnO3 Based Resistive RAM", arXiv:1612.05293. The equations are a compact formulation of
 * that mechanism, not a transcription of the papers' model, and nearly all parameters are fitted to
 * what their abstracts report.
 *
 * <p>Voltage is top minus bottom: negative SETs (removes traps), positive RESETs. The series
 * resistor neither heats the film nor drifts its ions. Not modelled: volatile hysteresis, retention
 * loss below 400 K, profiles inside the film, read noise.
 */
public final class ReactionDrift implements DeviceModel {
  static final int AREA = 0;
  static final int LENGTH = 1;
  static final int EPS_R = 2;
  static final int MU = 3;
  static final int P0 = 4;
  static final int N_V = 5;
  static final int E_T = 6;
  static final int N_MIN = 7;
  static final int N_MAX = 8;
  static final int E_A = 9;
  static final int F0 = 10;
  static final int HOP = 11;
  static final int R_S = 12;
  static final int R_TH = 13;
  static final int C_TH = 14;
  static final int T_AMB = 15;

  /** State: trap density per cubic metre. */
  public static final int TRAPS = 0;

  /** State: film temperature in kelvin. */
  public static final int KELVIN = 1;

  private static final List<ParameterSymbol> PARAMETERS =
      List.of(
          new ParameterSymbol("A", "m2", "area"),
          new ParameterSymbol("L", "m", "film thickness"),
          new ParameterSymbol("eps_r", "1", "relative permittivity"),
          new ParameterSymbol("mu", "m2/Vs", "mobility"),
          ParameterSymbol.orZero("p0", "1/m3", "free holes at equilibrium"),
          new ParameterSymbol("N_V", "1/m3", "effective density of states"),
          ParameterSymbol.orZero("E_T", "eV", "trap depth"),
          new ParameterSymbol("N_min", "1/m3", "smallest trap density, LRS"),
          new ParameterSymbol("N_max", "1/m3", "largest trap density, HRS"),
          new ParameterSymbol("E_a", "eV", "activation energy of oxygen motion"),
          ParameterSymbol.orZero("f0", "1/s", "attempt frequency"),
          new ParameterSymbol("a", "m", "effective hopping distance"),
          ParameterSymbol.orZero("R_s", "ohm", "resistor in series with the film"),
          new ParameterSymbol("R_th", "K/W", "thermal resistance"),
          new ParameterSymbol("C_th", "J/K", "heat capacity"),
          new ParameterSymbol("T_amb", "K", "ambient temperature"));
  private static final List<StateVariable> STATES =
      List.of(
          new StateVariable("N_m3", "trap density"), new StateVariable("T_K", "film temperature"));
  private static final ThreadLocal<HeatedFilm> FILM = ThreadLocal.withInitial(HeatedFilm::new);

  @Override
  public String law() {
    return "pcmo-reaction-drift";
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
    return List.of(List.of("N_min", "N_max"));
  }

  @Override
  public int setSign() {
    return -1;
  }

  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    for (int i = from; i < to; i++) {
      bank.state(TRAPS)[i] = bank.parameter(lowResistance ? N_MIN : N_MAX, i);
      bank.state(KELVIN)[i] = bank.parameter(T_AMB, i);
    }
  }

  @Override
  public void cool(DeviceBank bank, int from, int to) {
    for (int i = from; i < to; i++) {
      bank.state(KELVIN)[i] = bank.parameter(T_AMB, i);
    }
  }

  @Override
  public void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
    HeatedFilm film = FILM.get();
    for (int i = from; i < to; i++) {
      film.load(bank, i);
      film.solve(volts[i], bank.state(TRAPS)[i], bank.state(KELVIN)[i]);
      amps[i] = film.amps;
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    HeatedFilm film = FILM.get();
    for (int i = from; i < to; i++) {
      film.load(bank, i);
      film.solve(volts[i], bank.state(TRAPS)[i], bank.state(KELVIN)[i]);
      amps[i] = film.amps;
      siemens[i] = film.slope();
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
    HeatedFilm film = FILM.get();
    for (int i = from; i < to; i++) {
      film.load(bank, i);
      film.advance(bank, i, startVolts[i], endVolts[i], seconds);
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
    HeatedFilm film = FILM.get();
    film.setAccuracy(bank.accuracy());
    try {
      ramp(bank, from, to, volts, volts, seconds, noise, event);
    } finally {
      film.setAccuracy(0);
    }
  }

  @Override
  public CellDynamics dynamics(DeviceBank bank, NoiseSource noise) {
    return new FilmDynamics(bank);
  }

  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    return bank.state(KELVIN)[device];
  }
}
