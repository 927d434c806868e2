package org.ohmweave.device.behavioural;

import java.util.ArrayList;
import java.util.List;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.ParameterSymbol.Sign;
import org.ohmweave.device.StateVariable;

/**
 * What the pulsed devices of aihwkit share: a weight w between bounds of its own moves by one step
 * per pulse, upwards {@code dw_min (1 + min(0, up_down) + dw_dev + up_down_dev)}, downwards {@code
 * dw_min (1 - max(0, up_down) + dw_dev - up_down_dev)}, times a factor that depends on w; after
 * every pulse w is clipped, and the weight that shows is w plus fresh write noise of {@code
 * write_noise dw_min}. The deviations are zero in the nominal device and are spread from device to
 * device by the file's variability. The conductance is {@code G_0 + G_w w}, kept above a hundredth
 * of G_0.
 *
 * <p>Equations and values from the program text of aihwkit. A ramp or hold whose largest voltage
 * reaches {@code V_th} in size is one pulse, whatever its duration. Positive SETs. Decay over
 * mini-batches, resets and reference devices of that library are not modelled.
 */
abstract class PulsedWeight implements DeviceModel {
  static final int G_0 = 0;
  static final int G_W = 1;
  static final int DW_MIN = 2;
  static final int DW_DEV = 3;
  static final int UP_DOWN = 4;
  static final int UP_DOWN_DEV = 5;
  static final int W_MAX = 6;
  static final int W_MIN = 7;
  static final int C2C = 8;
  static final int WRITE_NOISE = 9;
  static final int V_TH = 10;
  static final int OWN = 11;

  static final int WEIGHT = 0;
  static final int SHOWN = 1;
  private static final double LEAST_SHARE = 0.01;

  private static final List<ParameterSymbol> SHARED =
      List.of(
          new ParameterSymbol("G_0", "S", "conductance at w = 0"),
          new ParameterSymbol("G_w", "S", "conductance per weight"),
          new ParameterSymbol("dw_min", "1", "step of one pulse at w = 0"),
          ParameterSymbol.signed("dw_dev", "1", "relative deviation of a device's steps"),
          ParameterSymbol.signed("up_down", "1", "asymmetry: downward steps smaller if positive"),
          ParameterSymbol.signed("up_down_dev", "1", "a device's own asymmetry"),
          ParameterSymbol.orZero("w_max", "1", "upper bound of w"),
          new ParameterSymbol("w_min", "1", "lower bound of w", Sign.NOT_POSITIVE),
          ParameterSymbol.orZero("dw_min_std", "1", "sd of a step from cycle to cycle, relative"),
          ParameterSymbol.orZero("write_noise", "1", "sd of the weight shown, in dw_min"),
          new ParameterSymbol("V_th", "V", "smallest voltage that steps"));
  private static final List<StateVariable> STATES =
      List.of(
          new StateVariable("w_1", "weight"),
          new StateVariable("write_noise_1", "deviation of the weight that shows"));

  /** The shared parameters and the shape's own. */
  static List<ParameterSymbol> with(ParameterSymbol... own) {
    List<ParameterSymbol> all = new ArrayList<>(SHARED);
    all.addAll(List.of(own));
    return List.copyOf(all);
  }

  /**
   * Size of one step, noise included.
   *
   * @param scale the device's step at w = 0 in this direction
   * @param noise normal with the relative sd of a step
   */
  abstract double step(DeviceBank bank, int i, boolean up, double w, double scale, double noise);

  @Override
  public boolean stochastic() {
    return true;
  }

  @Override
  public List<StateVariable> states() {
    return STATES;
  }

  @Override
  public boolean followsTime() {
    return false;
  }

  @Override
  public int setSign() {
    return 1;
  }

  @Override
  public void check(DeviceBank bank) {
    for (int i = 0; i < bank.size(); i++) {
      if (!(bank.parameter(W_MIN, i) < bank.parameter(W_MAX, i))) {
        throw new InputException(
            "parameter w_min of law "
                + law()
                + " must be below w_max, got "
                + bank.parameter(W_MIN, i)
                + " and "
                + bank.parameter(W_MAX, i));
      }
    }
  }

  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    for (int i = from; i < to; i++) {
      bank.state(WEIGHT)[i] = bank.parameter(lowResistance ? W_MAX : W_MIN, i);
      bank.state(SHOWN)[i] = 0;
    }
  }

  private static double siemens(DeviceBank bank, int i) {
    double zero = bank.parameter(G_0, i);
    double shown = bank.state(WEIGHT)[i] + bank.state(SHOWN)[i];
    return Math.max(LEAST_SHARE * zero, zero + bank.parameter(G_W, i) * shown);
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
    Purpose cycle = noise.purpose("cycle-to-cycle");
    double[] w = bank.state(WEIGHT);
    for (int i = from; i < to; i++) {
      double peak = Math.abs(startVolts[i]) > Math.abs(endVolts[i]) ? startVolts[i] : endVolts[i];
      if (Math.abs(peak) < bank.parameter(V_TH, i)) {
        continue;
      }
      boolean up = peak > 0;
      long site = bank.firstSite() + i;
      double c2c = bank.parameter(C2C, i);
      double z = c2c == 0 ? 0 : c2c * cycle.gaussian(site, event);
      double step = step(bank, i, up, w[i], scale(bank, i, up), z);
      double next = w[i] + (up ? step : -step);
      w[i] = Math.max(bank.parameter(W_MIN, i), Math.min(bank.parameter(W_MAX, i), next));
      double write = bank.parameter(WRITE_NOISE, i);
      bank.state(SHOWN)[i] =
          write == 0 ? 0 : write * bank.parameter(DW_MIN, i) * cycle.secondGaussian(site, event);
    }
  }

  private static double scale(DeviceBank bank, int i, boolean up) {
    double bias = bank.parameter(UP_DOWN, i);
    double own = bank.parameter(UP_DOWN_DEV, i);
    double share =
        1 + bank.parameter(DW_DEV, i) + (up ? Math.min(0, bias) + own : -Math.max(0, bias) - own);
    return bank.parameter(DW_MIN, i) * Math.abs(share);
  }

  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    return Double.NaN;
  }
}
