package org.ohmweave.device.behavioural;

import java.util.List;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.CellDynamics;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.StateVariable;

/**
 * A cell of two resistances that switches at random: under SET polarity a cell in its HRS switches
 * with the rate {@code exp(v / V_set) / tau_set}, under RESET polarity one in its LRS with {@code
 * exp(|v| / V_reset) / tau_reset}. At constant voltage waiting times are exponential; over any
 * waveform the chance to have switched is {@code 1 - exp(-integral of the rate)}, which is taken
 * exactly.
 *
 * <p>S. Gaba, P. Sheridan, J. Zhou, S. Choi, W. Lu, "Stochastic memristive devices for computing
 * and neuromorphic applications", Nanoscale 5, 5872-5878, 2013, doi:10.1039/C3NR01176C (abstract
 * read; the exponential law of the rate is cited from memory).
 *
 * <p>A cell switches when its accumulated hazard reaches an exponential threshold that is drawn
 * anew after every switch, so the division of a waveform into pieces changes nothing. Positive
 * SETs; the static law is ohmic. Not modelled: intermediate states, temperature.
 */
public final class PoissonSwitch implements DeviceModel {
  static final int R_ON = 0;
  static final int R_OFF = 1;
  static final int TAU_SET = 2;
  static final int V_SET = 3;
  static final int TAU_RESET = 4;
  static final int V_RESET = 5;

  /** States: 1 in the LRS and 0 in the HRS; hazard since the last switch; switches so far. */
  public static final int ON = 0;

  static final int HAZARD = 1;
  static final int SWITCHES = 2;

  private static final List<ParameterSymbol> PARAMETERS =
      List.of(
          new ParameterSymbol("R_on", "ohm", "resistance of the LRS"),
          new ParameterSymbol("R_off", "ohm", "resistance of the HRS"),
          new ParameterSymbol("tau_set", "s", "mean time to SET, extrapolated to 0 V"),
          new ParameterSymbol("V_set", "V", "voltage for a factor e of that time"),
          new ParameterSymbol("tau_reset", "s", "mean time to RESET, extrapolated to 0 V"),
          new ParameterSymbol("V_reset", "V", "voltage for a factor e of that time"));
  private static final List<StateVariable> STATES =
      List.of(
          new StateVariable("on_1", "1 in the LRS, 0 in the HRS"),
          new StateVariable("hazard_1", "integral of the rate since the last switch"),
          new StateVariable("switches_1", "number of switches"));

  @Override
  public String law() {
    return "poisson-switch";
  }

  @Override
  public List<ParameterSymbol> parameters() {
    return PARAMETERS;
  }

  @Override
  public List<List<String>> ascending() {
    return List.of(List.of("R_on", "R_off"));
  }

  @Override
  public List<StateVariable> states() {
    return STATES;
  }

  @Override
  public boolean stochastic() {
    return true;
  }

  @Override
  public int setSign() {
    return 1;
  }

  /** The count of switches goes on, so that a cell put back draws a new threshold. */
  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    for (int i = from; i < to; i++) {
      bank.state(ON)[i] = lowResistance ? 1 : 0;
      bank.state(HAZARD)[i] = 0;
      bank.state(SWITCHES)[i]++;
    }
  }

  @Override
  public void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
    for (int i = from; i < to; i++) {
      amps[i] = volts[i] * siemens(bank, i);
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int i = from; i < to; i++) {
      siemens[i] = siemens(bank, i);
      amps[i] = volts[i] * siemens[i];
    }
  }

  private static double siemens(DeviceBank bank, int i) {
    return 1 / bank.parameter(bank.state(ON)[i] != 0 ? R_ON : R_OFF, i);
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
    Purpose thresholds = noise.purpose("stochastic-switching");
    for (int i = from; i < to; i++) {
      double start = startVolts[i];
      double end = endVolts[i];
      if (start * end < 0) {
        double crossing = seconds * start / (start - end);
        piece(bank, i, start, 0, crossing, thresholds);
        piece(bank, i, 0, end, seconds - crossing, thresholds);
      } else {
        piece(bank, i, start, end, seconds, thresholds);
      }
    }
  }

  /** A piece of one polarity: at most one switch, since the other way needs the other polarity. */
  private static void piece(
      DeviceBank bank, int i, double start, double end, double seconds, Purpose thresholds) {
    double side = start != 0 ? start : end;
    boolean on = bank.state(ON)[i] != 0;
    if (side == 0 || side > 0 == on) {
      return;
    }
    double perE = bank.parameter(on ? V_RESET : V_SET, i);
    double tau = bank.parameter(on ? TAU_RESET : TAU_SET, i);
    double low = Math.min(Math.abs(start), Math.abs(end)) / perE;
    double rise = Math.abs(end - start) / perE;
    double mean = rise == 0 ? 1 : StrictMath.expm1(rise) / rise;
    double hazard = bank.state(HAZARD)[i] + seconds / tau * StrictMath.exp(low) * mean;
    long count = (long) bank.state(SWITCHES)[i];
    double threshold = -StrictMath.log(thresholds.uniform(bank.firstSite() + i, count));
    if (hazard < threshold) {
      bank.state(HAZARD)[i] = hazard;
      return;
    }
    bank.state(ON)[i] = on ? 0 : 1;
    bank.state(HAZARD)[i] = 0;
    bank.state(SWITCHES)[i] = count + 1;
  }

  @Override
  public CellDynamics dynamics(DeviceBank bank, NoiseSource noise) {
    return new SwitchDynamics(bank, noise);
  }

  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    return Double.NaN;
  }
}
