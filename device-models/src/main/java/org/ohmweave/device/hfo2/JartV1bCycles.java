package org.ohmweave.device.hfo2;

import java.util.ArrayList;
import java.util.List;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.StateVariable;

/**
 * JART VCM v1b with its published change from cycle to cycle: the limits N_min and N_max, the
 * radius and the disc length of the filament walk at random, once each time the voltage changes
 * sign.
 *
 * <p>C. Bengel, D. K. Zhang, R. Waser, S. Menzel, "JART VCM v1 Verilog-A Compact Model, User
 * Guide", RWTH Aachen / FZ Juelich, 2021, chapter 4, and the authors' Verilog-A of 15.02.2021; C.
 * Bengel et al., IEEE TCAS-I 67(12), 4618-4630, 2020, doi:10.1109/TCSI.2020.3018502. The walk is
 * {@code x (1 + d u)}, u uniform in -1 .. 1, kept inside limits. N_min and N_max change at once;
 * radius and length move from old to new as N moves from where the half cycle began to its limit
 * (see {@link FilamentPath}). A device whose N lies outside its new limits is not moved.
 *
 * <p>A half cycle begins whenever the voltage leaves zero; old values are kept then. The walk takes
 * a step only if the sign differs from that of the half cycle before. That pulses of one sign do
 * not walk is our reading of "new values each half cycle". Polarity, static law and drift are those
 * of {@link JartV1b}. Not modelled: read noise, heat capacity, current compliance.
 */
public final class JartV1bCycles implements DeviceModel {
  /** Below this the voltage counts as zero (the listing's latch). */
  private static final double ZERO_VOLTS = 1.5e-5;

  private static final int OWN = JartV1b.R_S + 1;

  /** What walks; also the offset of its parameters. */
  private static final int N_MIN = 0;

  private static final int N_MAX = 1;
  private static final int RADIUS = 2;
  private static final int LENGTH = 3;
  private static final int WALKERS = 4;
  private static final String[] NAMES = {"N_min", "N_max", "r_var", "l_var"};
  private static final int[] NOMINAL = {JartV1b.N_MIN, JartV1b.N_MAX, JartV1b.R_VAR, JartV1b.L_VAR};

  /** States: concentration, radius, length; limits and ends of this half cycle; its beginning. */
  private static final int DISC = JartV1b.DISC;

  private static final int NOW_RADIUS = 1;
  private static final int NOW_LENGTH = 2;
  private static final int TARGET = 3;
  private static final int OLD_DISC = 7;
  private static final int OLD_RADIUS = 8;
  private static final int OLD_LENGTH = 9;
  private static final int SIDE = 10;
  private static final int LAST_SIDE = 11;

  private static final List<ParameterSymbol> PARAMETERS = parameterList();
  private static final List<StateVariable> STATES =
      List.of(
          new StateVariable("Ndisc_1e26m3", "vacancy concentration of the disc"),
          new StateVariable("rvar_m", "filament radius"),
          new StateVariable("lvar_m", "disc length"),
          new StateVariable("Nmin_1e26m3", "lower limit in this half cycle"),
          new StateVariable("Nmax_1e26m3", "upper limit in this half cycle"),
          new StateVariable("rnew_m", "radius at the end of this half cycle"),
          new StateVariable("lnew_m", "disc length at the end of this half cycle"),
          new StateVariable("Nold_1e26m3", "concentration when this half cycle began"),
          new StateVariable("rold_m", "radius when this half cycle began"),
          new StateVariable("lold_m", "disc length when this half cycle began"),
          new StateVariable("side_1", "sign of the voltage now, 0 between half cycles"),
          new StateVariable("lastside_1", "sign of the last half cycle, 0 before the first"));
  private static final ThreadLocal<VacancyDrift> DRIFT = ThreadLocal.withInitial(VacancyDrift::new);
  private static final ThreadLocal<FilamentPath> PATH = ThreadLocal.withInitial(FilamentPath::new);

  private static List<ParameterSymbol> parameterList() {
    List<ParameterSymbol> all = new ArrayList<>(new JartV1b().parameters());
    String[] units = {"1e26/m3", "1e26/m3", "m", "m"};
    for (int w = 0; w < WALKERS; w++) {
      all.add(ParameterSymbol.orZero("d_" + NAMES[w], "1", "largest relative step of " + NAMES[w]));
      all.add(
          new ParameterSymbol(
              NAMES[w] + "_least", units[w], "lower limit of the walk of " + NAMES[w]));
      all.add(
          new ParameterSymbol(
              NAMES[w] + "_most", units[w], "upper limit of the walk of " + NAMES[w]));
    }
    return List.copyOf(all);
  }

  @Override
  public String law() {
    return "jart-v1b-cycles";
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
    List<List<String>> pairs = new ArrayList<>(new JartV1b().ascending());
    pairs.add(List.of("N_min_most", "N_max_least"));
    pairs.add(List.of("l_var_most", "l_cell"));
    for (String name : NAMES) {
      pairs.add(List.of(name + "_least", name + "_most"));
    }
    return pairs;
  }

  @Override
  public boolean stochastic() {
    return true;
  }

  @Override
  public int setSign() {
    return -1;
  }

  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    for (int i = from; i < to; i++) {
      for (int w = 0; w < WALKERS; w++) {
        bank.state(TARGET + w)[i] = bank.parameter(NOMINAL[w], i);
      }
      bank.state(DISC)[i] = bank.parameter(lowResistance ? JartV1b.N_MAX : JartV1b.N_MIN, i);
      bank.state(NOW_RADIUS)[i] = bank.parameter(JartV1b.R_VAR, i);
      bank.state(NOW_LENGTH)[i] = bank.parameter(JartV1b.L_VAR, i);
      latch(bank, i);
      bank.state(SIDE)[i] = 0;
      bank.state(LAST_SIDE)[i] = 0;
    }
  }

  @Override
  public void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
    for (int i = from; i < to; i++) {
      amps[i] = cell(bank, i).solve(volts[i], bank.state(DISC)[i]);
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int i = from; i < to; i++) {
      CellCurrent cell = cell(bank, i);
      amps[i] = cell.solve(volts[i], bank.state(DISC)[i]);
      siemens[i] = cell.slope();
    }
  }

  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    CellCurrent cell = cell(bank, device);
    cell.solve(volts, bank.state(DISC)[device]);
    return cell.kelvin();
  }

  private static CellCurrent cell(DeviceBank bank, int i) {
    CellCurrent cell = DRIFT.get().cell();
    cell.load(bank, i);
    cell.shape(bank.state(NOW_RADIUS)[i], bank.state(NOW_LENGTH)[i]);
    return cell;
  }

  @Override
  public void cool(DeviceBank bank, int from, int to) {
    java.util.Arrays.fill(bank.state(SIDE), from, to, 0);
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
    if (!(seconds > 0)) {
      return;
    }
    Purpose[] walks = new Purpose[WALKERS];
    for (int w = 0; w < WALKERS; w++) {
      walks[w] = noise.purpose("cycle-to-cycle:" + NAMES[w]);
    }
    for (int i = from; i < to; i++) {
      double start = startVolts[i];
      double end = endVolts[i];
      if (start * end < 0) {
        double crossing = seconds * start / (start - end);
        half(bank, i, start, 0, crossing, walks, 2 * event);
        half(bank, i, 0, end, seconds - crossing, walks, 2 * event + 1);
      } else {
        half(bank, i, start, end, seconds, walks, 2 * event);
      }
    }
  }

  /** A piece of one half cycle. */
  private static void half(
      DeviceBank bank,
      int i,
      double start,
      double end,
      double seconds,
      Purpose[] walks,
      long step) {
    double side = Math.signum(start != 0 ? start : end);
    if (side != 0) {
      if (side != bank.state(SIDE)[i]) {
        begin(bank, i, side, walks, step);
      }
      FilamentPath path = PATH.get();
      path.set(
          bank.state(OLD_DISC)[i],
          bank.state(TARGET + (side < 0 ? N_MAX : N_MIN))[i],
          bank.state(OLD_RADIUS)[i],
          bank.state(TARGET + RADIUS)[i],
          bank.state(OLD_LENGTH)[i],
          bank.state(TARGET + LENGTH)[i]);
      DRIFT
          .get()
          .advance(
              bank,
              i,
              start,
              end,
              seconds,
              bank.state(TARGET + N_MIN)[i],
              bank.state(TARGET + N_MAX)[i],
              path);
      double disc = bank.state(DISC)[i];
      bank.state(NOW_RADIUS)[i] = path.radius(disc);
      bank.state(NOW_LENGTH)[i] = path.length(disc);
    }
    if (Math.abs(end) <= ZERO_VOLTS) {
      bank.state(SIDE)[i] = 0;
    }
  }

  private static void begin(DeviceBank bank, int i, double side, Purpose[] walks, long step) {
    double last = bank.state(LAST_SIDE)[i];
    if (last != 0 && last != side) {
      for (int w = 0; w < WALKERS; w++) {
        int own = OWN + 3 * w;
        double u = 2 * walks[w].uniform(bank.firstSite() + i, step) - 1;
        double value = bank.state(TARGET + w)[i] * (1 + bank.parameter(own, i) * u);
        bank.state(TARGET + w)[i] =
            bank.parameter(own, i) == 0
                ? bank.state(TARGET + w)[i]
                : Math.max(bank.parameter(own + 1, i), Math.min(bank.parameter(own + 2, i), value));
      }
    }
    latch(bank, i);
    bank.state(SIDE)[i] = side;
    bank.state(LAST_SIDE)[i] = side;
  }

  private static void latch(DeviceBank bank, int i) {
    bank.state(OLD_DISC)[i] = bank.state(DISC)[i];
    bank.state(OLD_RADIUS)[i] = bank.state(NOW_RADIUS)[i];
    bank.state(OLD_LENGTH)[i] = bank.state(NOW_LENGTH)[i];
  }
}
