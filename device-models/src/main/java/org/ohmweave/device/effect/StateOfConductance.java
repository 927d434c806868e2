package org.ohmweave.device.effect;

import org.ohmweave.device.DeviceBank;

/**
 * Finds the first state that gives a device a wanted conductance, between its HRS and LRS bounds.
 * The conductance must grow from one to the other.
 */
public final class StateOfConductance {
  private static final int HALVINGS = 60;
  private final DeviceBank bank;
  private final double[] volts;
  private final double[] amps;

  /** For the devices of a bank, read at this voltage (published polarity, not zero). */
  public StateOfConductance(DeviceBank bank, double readVolts) {
    this.bank = bank;
    this.volts = new double[bank.size()];
    this.amps = new double[bank.size()];
    java.util.Arrays.fill(volts, readVolts);
  }

  /** Conductance of device {@code i} as it is. */
  public double siemens(int i) {
    bank.model().currents(bank, i, i + 1, volts, amps);
    return amps[i] / volts[i];
  }

  /** Conductance of device {@code i} in its HRS bound; its states are not modified. */
  public double hrsSiemens(int i) {
    double[] kept = states(i);
    bank.model().reset(bank, i, i + 1, false);
    double found = siemens(i);
    restore(i, kept);
    return found;
  }

  /**
   * Moves the first state of device {@code i} so that it has this conductance, or to the bound
   * beyond which it lies. Other states stay.
   */
  public void set(int i, double siemens) {
    double[] kept = states(i);
    bank.model().reset(bank, i, i + 1, false);
    double high = bank.state(0)[i];
    bank.model().reset(bank, i, i + 1, true);
    double low = bank.state(0)[i];
    restore(i, kept);
    boolean ratio = high > 0 && low > 0;
    double a = 0;
    double b = 1;
    for (int k = 0; k < HALVINGS; k++) {
      double half = 0.5 * (a + b);
      bank.state(0)[i] =
          ratio ? high * StrictMath.pow(low / high, half) : high + half * (low - high);
      if (siemens(i) < siemens) {
        a = half;
      } else {
        b = half;
      }
    }
  }

  private double[] states(int i) {
    double[] kept = new double[bank.model().states().size()];
    for (int s = 0; s < kept.length; s++) {
      kept[s] = bank.state(s)[i];
    }
    return kept;
  }

  private void restore(int i, double[] kept) {
    for (int s = 0; s < kept.length; s++) {
      bank.state(s)[i] = kept[s];
    }
  }
}
