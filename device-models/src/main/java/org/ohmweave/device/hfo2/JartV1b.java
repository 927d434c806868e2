package org.ohmweave.device.hfo2;

import java.util.List;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.CellDynamics;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.StateVariable;

/**
 * JART VCM v1b: a filamentary valence-change cell whose oxygen-vacancy concentration near the
 * active electrode sets a Schottky barrier, with ion drift heated by the cell's own power. The
 * equations are those of the variability-aware version (smooth limits of the state) with every
 * device at its own constant parameters.
 *
 * <p>C. Bengel, D. K. Zhang, R. Waser, S. Menzel, "JART VCM v1 Verilog-A Compact Model, User
 * Guide", RWTH Aachen / FZ Juelich, 2021, and C. Bengel et al., "Variability-Aware Modeling of
 * Filamentary Oxide-Based Bipolar Resistive Switching Cells Using SPICE Level Compact Models", IEEE
 * TCAS-I 67(12), 4618-4630, 2020, doi:10.1109/TCSI.2020.3018502.
 *
 * <p>Voltage is active (Pt) minus ohmic electrode: negative SETs, positive RESETs. State is N, the
 * vacancy concentration in the disc in units of 1e26 per cubic metre; temperature follows at once.
 * Where three currents solve the circuit (positive voltages) the branch continuous from zero
 * voltage is taken.
 *
 * <p>Not modelled: change of radius and length from cycle to cycle, read noise, heat capacity,
 * current compliance. Without compliance the filament of a fast SET reaches several thousand
 * kelvin; that is the law.
 */
public final class JartV1b implements DeviceModel {
  static final int T_0 = 0;
  static final int EPS_S = 1;
  static final int EPS_PHIB = 2;
  static final int PHI_BN0 = 3;
  static final int PHI_N = 4;
  static final int MU_N = 5;
  static final int N_MAX = 6;
  static final int N_MIN = 7;
  static final int N_PLUG = 8;
  static final int HOP = 9;
  static final int NU_0 = 10;
  static final int BARRIER = 11;
  static final int R_TH0 = 12;
  static final int S_RESET = 13;
  static final int R_DET = 14;
  static final int R_VAR = 15;
  static final int L_CELL = 16;
  static final int L_DET = 17;
  static final int L_VAR = 18;
  static final int R_TIOX = 19;
  static final int R_0 = 20;
  static final int R_THLINE = 21;
  static final int ALPHA_LINE = 22;
  static final int A_STAR = 23;
  static final int Z = 24;
  static final int R_S = 25;

  /** State: vacancy concentration in the disc, 1e26 per cubic metre. */
  public static final int DISC = 0;

  private static final List<ParameterSymbol> PARAMETERS =
      List.of(
          new ParameterSymbol("T_0", "K", "ambient temperature"),
          new ParameterSymbol("eps_s", "1", "static relative permittivity"),
          new ParameterSymbol("eps_phiB", "1", "relative permittivity of barrier lowering"),
          new ParameterSymbol("phi_Bn0", "V", "nominal Schottky barrier"),
          new ParameterSymbol("phi_n", "V", "distance of Fermi level and conduction band"),
          new ParameterSymbol("mu_n", "m2/Vs", "electron mobility"),
          new ParameterSymbol("N_max", "1e26/m3", "largest vacancy concentration of the disc, LRS"),
          new ParameterSymbol(
              "N_min", "1e26/m3", "smallest vacancy concentration of the disc, HRS"),
          new ParameterSymbol("N_plug", "1e26/m3", "vacancy concentration of the plug"),
          new ParameterSymbol("a", "m", "hopping distance"),
          new ParameterSymbol("nu_0", "Hz", "attempt frequency"),
          new ParameterSymbol("dW", "eV", "hopping barrier"),
          new ParameterSymbol("R_th0", "K/W", "thermal resistance of the filament"),
          new ParameterSymbol("s_RESET", "1", "share of the thermal resistance that acts in RESET"),
          new ParameterSymbol("r_det", "m", "filament radius that R_th0 belongs to"),
          new ParameterSymbol("r_var", "m", "filament radius of this device"),
          new ParameterSymbol("l_cell", "m", "length of disc and plug"),
          new ParameterSymbol("l_det", "m", "nominal length of the disc"),
          new ParameterSymbol("l_var", "m", "length of the disc of this device"),
          ParameterSymbol.orZero("R_TiOx", "ohm", "resistance of the TiOx layer"),
          ParameterSymbol.orZero("R_0", "ohm", "line resistance at zero current"),
          ParameterSymbol.orZero("R_thline", "K/W", "thermal resistance of the lines"),
          ParameterSymbol.orZero("alpha_line", "1/K", "temperature coefficient of the lines"),
          new ParameterSymbol("A_star", "A/m2K2", "effective Richardson constant"),
          new ParameterSymbol("z", "1", "charge number of the vacancies"),
          ParameterSymbol.orZero("R_s", "ohm", "resistor in series with the cell"));
  private static final List<StateVariable> STATES =
      List.of(new StateVariable("Ndisc_1e26m3", "vacancy concentration of the disc"));
  private static final ThreadLocal<VacancyDrift> DRIFT = ThreadLocal.withInitial(VacancyDrift::new);

  @Override
  public String law() {
    return "jart-v1b";
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
    return List.of(
        List.of("N_min", "N_max"), List.of("phi_n", "phi_Bn0"), List.of("l_var", "l_cell"));
  }

  @Override
  public int setSign() {
    return -1;
  }

  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    for (int i = from; i < to; i++) {
      bank.state(DISC)[i] = bank.parameter(lowResistance ? N_MAX : N_MIN, i);
    }
  }

  @Override
  public void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
    CellCurrent cell = DRIFT.get().cell();
    for (int i = from; i < to; i++) {
      cell.load(bank, i);
      amps[i] = cell.solve(volts[i], bank.state(DISC)[i]);
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    CellCurrent cell = DRIFT.get().cell();
    for (int i = from; i < to; i++) {
      cell.load(bank, i);
      double disc = bank.state(DISC)[i];
      amps[i] = cell.solve(volts[i], disc);
      siemens[i] = cell.slope();
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
    VacancyDrift drift = DRIFT.get();
    for (int i = from; i < to; i++) {
      drift.advance(bank, i, startVolts[i], endVolts[i], seconds);
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
    if (bank.accuracy() == 0 || !(seconds > 0)) {
      ramp(bank, from, to, volts, volts, seconds, noise, event);
      return;
    }
    new DriftLanes(bank, volts, seconds, DRIFT.get()).hold(from, to);
  }

  @Override
  public CellDynamics dynamics(DeviceBank bank, NoiseSource noise) {
    return new VacancyDynamics(bank);
  }

  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    CellCurrent cell = DRIFT.get().cell();
    cell.load(bank, device);
    cell.solve(volts, bank.state(DISC)[device]);
    return cell.kelvin();
  }
}
