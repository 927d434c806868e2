package org.ohmweave.device.behavioural;

import java.util.List;
import org.ohmweave.core.math.Exponential;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.StateVariable;

/**
 * Conductance steps that shrink towards soft bounds: with the share of the range {@code g = (G -
 * G_min) / (G_max - G_min)}, a SET pulse adds {@code a_p exp(-b_p g)}, a RESET pulse takes {@code
 * a_d exp(-b_d (1 - g))}; each step is multiplied by {@code 1 + c2c x}, x standard normal, and g is
 * kept inside 0..1.
 *
 * <p>The form follows D. Querlioz, O. Bichler, P. Dollfus, C. Gamrat, "Immunity to Device
 * Variations in a Spiking Neural Network With Memristive Nanodevices", IEEE Transactions on
 * Nanotechnology 12(3), 288-295, 2013, doi:10.1109/TNANO.2013.2250995 (cited from memory; the
 * numbers of the preset are ours).
 *
 * <p>A ramp or hold counts as one pulse when its largest voltage reaches the threshold {@code V_th}
 * in size, whatever its duration above zero; smaller voltages do nothing. Positive SETs. The static
 * law is ohmic.
 *
 * <p>Not modelled: amplitude, duration, temperature, relaxation, read noise.
 */
public final class SoftBounds implements DeviceModel {
  static final int G_MIN = 0;
  static final int G_MAX = 1;
  static final int A_P = 2;
  static final int A_D = 3;
  static final int B_P = 4;
  static final int B_D = 5;
  static final int C2C = 6;
  static final int V_TH = 7;

  /** State: share of the conductance range, 0..1. */
  public static final int SHARE = 0;

  private static final List<ParameterSymbol> PARAMETERS =
      List.of(
          ParameterSymbol.orZero("G_min", "S", "lower bound"),
          ParameterSymbol.orZero("G_max", "S", "upper bound"),
          ParameterSymbol.orZero("a_p", "1", "SET step at the lower bound, share of the range"),
          ParameterSymbol.orZero("a_d", "1", "RESET step at the upper bound, share of the range"),
          ParameterSymbol.orZero("b_p", "1", "decay of the SET step over the range"),
          ParameterSymbol.orZero("b_d", "1", "decay of the RESET step over the range"),
          ParameterSymbol.orZero("c2c", "1", "relative standard deviation of a step"),
          new ParameterSymbol("V_th", "V", "smallest voltage that steps"));
  private static final List<StateVariable> STATES =
      List.of(new StateVariable("g_1", "share of the conductance range"));

  @Override
  public String law() {
    return "soft-bounds";
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
  public boolean stochastic() {
    return true;
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
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    java.util.Arrays.fill(bank.state(SHARE), from, to, lowResistance ? 1 : 0);
  }

  @Override
  public void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
    double[] g = bank.state(SHARE);
    double[] low = bank.column(G_MIN);
    double[] high = bank.column(G_MAX);
    int lowStride = bank.stride(G_MIN);
    int highStride = bank.stride(G_MAX);
    for (int i = from; i < to; i++) {
      double bottom = low[i * lowStride];
      amps[i] = volts[i] * (bottom + g[i] * (high[i * highStride] - bottom));
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int i = from; i < to; i++) {
      double bottom = bank.parameter(G_MIN, i);
      siemens[i] = bottom + bank.state(SHARE)[i] * (bank.parameter(G_MAX, i) - bottom);
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
    double[] g = bank.state(SHARE);
    double[] threshold = bank.column(V_TH);
    int thresholdStride = bank.stride(V_TH);
    for (int i = from; i < to; i++) {
      double peak = Math.abs(startVolts[i]) > Math.abs(endVolts[i]) ? startVolts[i] : endVolts[i];
      if (Math.abs(peak) >= threshold[i * thresholdStride]) {
        g[i] = stepped(bank, i, peak > 0, g[i], cycle, event);
      }
    }
  }

  private static double stepped(
      DeviceBank bank, int i, boolean set, double g, Purpose cycle, long event) {
    double step = step(bank, i, set, g);
    double deviation = bank.parameter(C2C, i);
    if (deviation != 0) {
      step *= 1 + deviation * cycle.gaussian(bank.firstSite() + i, event);
    }
    return Math.max(0, Math.min(1, g + step));
  }

  /** Step without noise, a share of the range. */
  private static double step(DeviceBank bank, int i, boolean set, double g) {
    return set
        ? bank.parameter(A_P, i) * Exponential.exp(-bank.parameter(B_P, i) * g)
        : -bank.parameter(A_D, i) * Exponential.exp(-bank.parameter(B_D, i) * (1 - g));
  }

  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    return Double.NaN;
  }
}
