package org.ohmweave.device.effect;

import org.ohmweave.device.DeviceBank;

/** Columns of parameters that effects change device by device. */
final class Columns {
  private Columns() {}

  /** Makes a shared parameter one per device, at the values it has. */
  static void own(DeviceBank bank, int parameter) {
    if (bank.stride(parameter) == 1) {
      return;
    }
    double[] values = new double[bank.size()];
    java.util.Arrays.fill(values, bank.parameter(parameter, 0));
    bank.setColumn(parameter, values);
  }
}
