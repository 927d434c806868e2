package org.ohmweave.device.effect;

import org.ohmweave.calibration.Presets;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;

/** Populations for the statistical tests. */
final class Ohmic {
  private Ohmic() {}

  /** Ohmic cells of 100 uS in their upper bound. */
  static DeviceBank bank(int size) {
    DeviceBank bank = Devices.bank(Presets.find("behavioural/soft-bounds"), size, 0);
    bank.model().reset(bank, 0, size, true);
    return bank;
  }

  static double[] filled(int size, double value) {
    double[] values = new double[size];
    java.util.Arrays.fill(values, value);
    return values;
  }
}
