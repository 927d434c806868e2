package org.ohmweave.device.behavioural;

import java.util.ArrayList;
import java.util.List;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.ParameterSymbol.Sign;
import org.ohmweave.device.StateVariable;

/**
 * A measured ReRAM as statistics, without physics: each device is one draw of a mixture, each cycle
 * one step of a vector autoregression, and the voltage follows the sweeps that these describe.
 *
 * <p>T. Hennen et al., IEEE TED, 2024, doi:10.1109/TED.2024.3427616; method: T. Hennen et al.,
 * Front. Neurosci. 16:941753, 2022. Features of a cycle are log10 R_HRS, U_SET, R_LRS, U_RESET; a
 * feature is {@code m + s P(x)} with x the normal score of the cycle, P the marginal polynomial, m
 * and s the device's. At U_SET (negative) the cell jumps to R_LRS. Above U_RESET a new cycle
 * begins, and the current follows {@code a (U_max - u)^eta + c} from that of the LRS at U_RESET to
 * that of the new HRS at U_max; it stays at the largest voltage reached. Resistances hold at 0.2 V.
 *
 * <p>Ours: the sequence begins stationary, not at zero; a drawn sd below zero counts as zero;
 * medians and spreads can be stretched. Not modelled: time (the law is quasi-static), temperature,
 * read noise, compliance, forming, failure.
 */
public final class StatisticalCycles implements DeviceModel {
  /** Name of the law. */
  public static final String LAW = "statistical-cycles";

  private static final int FEATURES = CycleSequence.FEATURES;
  private static final String[] NAMES = {"R_HRS", "U_SET", "R_LRS", "U_RESET"};
  static final int MEDIAN = 0;
  static final int DEVICE_SPREAD = FEATURES;
  static final int CYCLE_SPREAD = 2 * FEATURES;
  static final int U_MAX = 3 * FEATURES;
  static final int ETA = U_MAX + 1;

  /** States: 1 in the LRS, 0 in the HRS, between them what is left of a RESET; count of cycles. */
  public static final int ON = 0;

  /** Cycles since the device was drawn. */
  public static final int CYCLE = 1;

  /** Features of this cycle: R_HRS, U_SET, R_LRS, U_RESET, in SI. */
  public static final int NOW = 2;

  static final int FROM_VOLTS = NOW + FEATURES;
  static final int FROM_OHMS = FROM_VOLTS + 1;
  static final int DRAWN = FROM_OHMS + 1;

  /** Means and sds of the device as drawn, before any stretching. */
  static final int OWN = DRAWN + 1;

  static final int HISTORY = OWN + 2 * FEATURES;

  private static final List<ParameterSymbol> PARAMETERS = parameterList();
  private final CycleCoefficients law;
  private final List<StateVariable> states;

  StatisticalCycles(CycleCoefficients law) {
    this.law = law;
    List<StateVariable> all = new ArrayList<>();
    all.add(new StateVariable("on_1", "1 in the LRS, 0 in the HRS, between: what RESET has left"));
    all.add(new StateVariable("cycle_1", "cycles so far"));
    all.add(new StateVariable("RHRS_ohm", "HRS of this cycle at the read voltage"));
    all.add(new StateVariable("USET_V", "SET voltage of this cycle"));
    all.add(new StateVariable("RLRS_ohm", "LRS of this cycle at the read voltage"));
    all.add(new StateVariable("URESET_V", "RESET voltage of this cycle"));
    all.add(new StateVariable("Ufrom_V", "where the last RESET began", true));
    all.add(new StateVariable("Rfrom_ohm", "LRS in which the last RESET began", true));
    all.add(new StateVariable("drawn_1", "1 if the device was drawn, 0 if it is nominal", true));
    for (int k = 0; k < 2 * FEATURES; k++) {
      String what = k < FEATURES ? "mean_" : "sd_";
      all.add(new StateVariable(what + NAMES[k % FEATURES], "of this device over cycles", true));
    }
    for (int k = 0; k < FEATURES * law.sequence.order(); k++) {
      all.add(new StateVariable("score" + k + "_1", "normal score of a past cycle", true));
    }
    this.states = List.copyOf(all);
  }

  private static List<ParameterSymbol> parameterList() {
    List<ParameterSymbol> all = new ArrayList<>();
    all.add(new ParameterSymbol("R_HRS", "ohm", "median HRS at the read voltage"));
    all.add(new ParameterSymbol("U_SET", "V", "median SET voltage", Sign.NEGATIVE));
    all.add(new ParameterSymbol("R_LRS", "ohm", "median LRS at the read voltage"));
    all.add(new ParameterSymbol("U_RESET", "V", "median voltage where RESET begins"));
    for (String name : NAMES) {
      all.add(ParameterSymbol.orZero("d_" + name, "1", "factor on the spread over devices"));
    }
    for (String name : NAMES) {
      all.add(ParameterSymbol.orZero("c_" + name, "1", "factor on the spread over cycles"));
    }
    all.add(new ParameterSymbol("U_max", "V", "voltage where RESET ends"));
    all.add(new ParameterSymbol("eta", "1", "curvature of RESET"));
    return List.copyOf(all);
  }

  @Override
  public String law() {
    return LAW;
  }

  @Override
  public List<ParameterSymbol> parameters() {
    return PARAMETERS;
  }

  @Override
  public List<List<String>> ascending() {
    return List.of(List.of("R_LRS", "R_HRS"), List.of("U_RESET", "U_max"));
  }

  @Override
  public List<StateVariable> states() {
    return states;
  }

  @Override
  public boolean followsTime() {
    return false;
  }

  @Override
  public int setSign() {
    return -1;
  }

  @Override
  public boolean stochastic() {
    return true;
  }

  @Override
  public void draw(DeviceBank bank, int from, int to, NoiseSource noise) {
    Purpose components = noise.purpose("statistical-cycles:component");
    Purpose devices = noise.purpose("statistical-cycles:device");
    Purpose histories = noise.purpose("statistical-cycles:history");
    double[] normals = new double[2 * FEATURES];
    double[] scores = new double[FEATURES * law.sequence.order()];
    double[] history = new double[scores.length];
    for (int i = from; i < to; i++) {
      long site = bank.firstSite() + i;
      int component = law.mixture.component(components, site);
      pairs(devices, site, normals);
      for (int k = 0; k < 2 * FEATURES; k++) {
        double value = law.mixture.feature(component, k, normals);
        bank.state(OWN + k)[i] = k < FEATURES ? value : Math.max(0, value);
      }
      pairs(histories, site, scores);
      law.sequence.begin(scores, history);
      for (int lag = 1; lag <= law.sequence.order(); lag++) {
        int slot = slot(-(lag - 1));
        for (int f = 0; f < FEATURES; f++) {
          bank.state(slot + f)[i] = history[FEATURES * (lag - 1) + f];
        }
      }
      bank.state(CYCLE)[i] = 0;
      bank.state(DRAWN)[i] = 1;
    }
    reset(bank, from, to, false);
  }

  private static void pairs(Purpose purpose, long site, double[] normals) {
    for (int k = 0; k < normals.length; k += 2) {
      normals[k] = purpose.gaussian(site, k / 2);
      normals[k + 1] = purpose.secondGaussian(site, k / 2);
    }
  }

  /** State of the first score of a cycle. */
  private int slot(long cycle) {
    return HISTORY + FEATURES * (int) Math.floorMod(cycle, (long) law.sequence.order());
  }

  /** The cycle stays what it is; a device that was not drawn is the nominal one. */
  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    for (int i = from; i < to; i++) {
      if (bank.state(DRAWN)[i] == 0) {
        for (int f = 0; f < FEATURES; f++) {
          bank.state(OWN + f)[i] = law.medians[f];
          bank.state(OWN + FEATURES + f)[i] = law.sigmas[f];
        }
      }
      features(bank, i);
      bank.state(ON)[i] = lowResistance ? 1 : 0;
      bank.state(FROM_VOLTS)[i] = bank.state(NOW + 3)[i];
      bank.state(FROM_OHMS)[i] = bank.state(NOW + 2)[i];
    }
  }

  /** Features of this cycle from its scores. */
  private void features(DeviceBank bank, int i) {
    int slot = slot((long) bank.state(CYCLE)[i]);
    for (int f = 0; f < FEATURES; f++) {
      double median = law.medians[f];
      double sigma = law.sigmas[f];
      double spread = bank.parameter(DEVICE_SPREAD + f, i);
      double mean = median + spread * (bank.state(OWN + f)[i] - median);
      double sd =
          bank.parameter(CYCLE_SPREAD + f, i)
              * Math.max(0, sigma + spread * (bank.state(OWN + FEATURES + f)[i] - sigma));
      double value = mean + sd * law.marginal(f, bank.state(slot + f)[i]);
      double wanted = bank.parameter(MEDIAN + f, i);
      bank.state(NOW + f)[i] =
          f == 0 ? wanted * StrictMath.pow(10, value - median) : value * (wanted / median);
    }
    // resistances far below the median must not change sign
    double least = 0.01 * bank.parameter(MEDIAN + 2, i);
    bank.state(NOW + 2)[i] = Math.max(least, bank.state(NOW + 2)[i]);
  }

  /** Draws the next cycle of one device. */
  private void next(DeviceBank bank, int i, Purpose steps) {
    long cycle = (long) bank.state(CYCLE)[i] + 1;
    long site = bank.firstSite() + i;
    double e0 = steps.gaussian(site, 2 * cycle);
    double e1 = steps.secondGaussian(site, 2 * cycle);
    double e2 = steps.gaussian(site, 2 * cycle + 1);
    double e3 = steps.secondGaussian(site, 2 * cycle + 1);
    CycleSequence sequence = law.sequence;
    double x0 = 0;
    double x1 = 0;
    double x2 = 0;
    double x3 = 0;
    for (int lag = 1; lag <= sequence.order(); lag++) {
      int slot = slot(cycle - lag);
      for (int f = 0; f < FEATURES; f++) {
        double past = bank.state(slot + f)[i];
        x0 += sequence.weight(lag, 0, f) * past;
        x1 += sequence.weight(lag, 1, f) * past;
        x2 += sequence.weight(lag, 2, f) * past;
        x3 += sequence.weight(lag, 3, f) * past;
      }
    }
    int now = slot(cycle);
    bank.state(now)[i] = x0 + noise(0, e0, e1, e2, e3);
    bank.state(now + 1)[i] = x1 + noise(1, e0, e1, e2, e3);
    bank.state(now + 2)[i] = x2 + noise(2, e0, e1, e2, e3);
    bank.state(now + 3)[i] = x3 + noise(3, e0, e1, e2, e3);
    bank.state(CYCLE)[i] = cycle;
    features(bank, i);
  }

  private double noise(int to, double e0, double e1, double e2, double e3) {
    CycleSequence s = law.sequence;
    return s.noise(to, 0) * e0 + s.noise(to, 1) * e1 + s.noise(to, 2) * e2 + s.noise(to, 3) * e3;
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
    Purpose steps = noise.purpose("statistical-cycles:cycle");
    for (int i = from; i < to; i++) {
      // the extremes of a linear piece are its ends
      apply(bank, i, startVolts[i], steps);
      apply(bank, i, endVolts[i], steps);
    }
  }

  private void apply(DeviceBank bank, int i, double volts, Purpose steps) {
    double on = bank.state(ON)[i];
    if (on < 1 && volts <= bank.state(NOW + 1)[i]) {
      bank.state(ON)[i] = 1;
      return;
    }
    double most = bank.parameter(U_MAX, i);
    if (!(on > 0 && volts > 0) || volts <= threshold(bank, i, on, most)) {
      return;
    }
    if (on == 1) {
      bank.state(FROM_VOLTS)[i] = bank.state(NOW + 3)[i];
      bank.state(FROM_OHMS)[i] = bank.state(NOW + 2)[i];
      next(bank, i, steps);
    }
    bank.state(ON)[i] = volts >= most ? 0 : (most - volts) / (most - bank.state(FROM_VOLTS)[i]);
  }

  /** Voltage above which RESET goes on. */
  private static double threshold(DeviceBank bank, int i, double on, double most) {
    return on == 1 ? bank.state(NOW + 3)[i] : most - on * (most - bank.state(FROM_VOLTS)[i]);
  }

  /** Share of the resistive polynomial at the present state. */
  private double mix(DeviceBank bank, int i) {
    double on = bank.state(ON)[i];
    MixedCurrent current = law.current;
    if (on >= 1) {
      return current.mix(bank.state(NOW + 2)[i]);
    }
    double off = current.mix(bank.state(NOW)[i]);
    if (on <= 0) {
      return off;
    }
    double most = bank.parameter(U_MAX, i);
    double begun = bank.state(FROM_VOLTS)[i];
    double first = current.amps(current.mix(bank.state(FROM_OHMS)[i]), begun);
    double last = current.amps(off, most);
    double amps = last + (first - last) * StrictMath.pow(on, bank.parameter(ETA, i));
    return current.mixAt(amps, most - on * (most - begun));
  }

  @Override
  public void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
    for (int i = from; i < to; i++) {
      amps[i] = law.current.amps(mix(bank, i), volts[i]);
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int i = from; i < to; i++) {
      double mix = mix(bank, i);
      amps[i] = law.current.amps(mix, volts[i]);
      siemens[i] = law.current.slope(mix, volts[i]);
    }
  }

  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    return Double.NaN;
  }
}
