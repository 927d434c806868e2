package org.ohmweave.study.kind;

import org.ohmweave.device.DeviceBank;

/**
 * The conductances a nominal device can take at a read voltage.
 *
 * @param hrsSiemens in the HRS bound
 * @param lrsSiemens in the LRS bound
 */
record ReadRange(double hrsSiemens, double lrsSiemens) {
  /** Reads both bounds; array convention, positive. */
  static ReadRange of(DeviceChoice devices, double readVolts) {
    DeviceBank bank = devices.nominal(1, 0);
    double[] volts = {bank.model().setSign() * readVolts};
    double[] amps = new double[1];
    bank.model().reset(bank, 0, 1, false);
    bank.model().currents(bank, 0, 1, volts, amps);
    double hrs = amps[0] / volts[0];
    bank.model().reset(bank, 0, 1, true);
    bank.model().currents(bank, 0, 1, volts, amps);
    return new ReadRange(hrs, amps[0] / volts[0]);
  }
}
