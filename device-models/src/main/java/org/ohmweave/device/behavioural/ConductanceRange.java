package org.ohmweave.device.behavioural;

import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;

/**
 * What laws share whose state is the place in a range of conductances: parameters 0 and 1 are the
 * bounds {@code G_min} and {@code G_max}, state 0 the share of the range. Ohmic; positive SETs.
 */
abstract class ConductanceRange implements DeviceModel {
  static final int G_MIN = 0;
  static final int G_MAX = 1;
  static final int SHARE = 0;

  @Override
  public final int setSign() {
    return 1;
  }

  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    java.util.Arrays.fill(bank.state(SHARE), from, to, lowResistance ? 1 : 0);
  }

  @Override
  public final void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
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
  public final void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int i = from; i < to; i++) {
      double bottom = bank.parameter(G_MIN, i);
      siemens[i] = bottom + bank.state(SHARE)[i] * (bank.parameter(G_MAX, i) - bottom);
      amps[i] = volts[i] * siemens[i];
    }
  }

  @Override
  public final double kelvin(DeviceBank bank, int device, double volts) {
    return Double.NaN;
  }
}
