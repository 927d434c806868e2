package org.ohmweave.validation.device;

import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;

/** A bank of one, for comparison with golden files; published polarity. */
final class OneDevice {
  private static final NoiseSource SILENT = NoiseSource.seeded(0);
  final DeviceBank bank;

  OneDevice(String preset) {
    this.bank = Devices.bank(Presets.find(preset), 1, 0);
  }

  OneDevice with(String symbol, double value) {
    bank.setShared(bank.indexOf(symbol), value);
    bank.model().reset(bank, 0, 1, false);
    return this;
  }

  OneDevice at(int state, double value) {
    bank.state(state)[0] = value;
    return this;
  }

  OneDevice lrs() {
    bank.model().reset(bank, 0, 1, true);
    return this;
  }

  double state(int state) {
    return bank.state(state)[0];
  }

  void ramp(double from, double to, double seconds) {
    bank.model().ramp(bank, 0, 1, new double[] {from}, new double[] {to}, seconds, SILENT, 0);
  }

  void hold(double volts, double seconds) {
    ramp(volts, volts, seconds);
  }

  void cool() {
    bank.model().cool(bank, 0, 1);
  }

  double amps(double volts) {
    double[] amps = new double[1];
    bank.model().currents(bank, 0, 1, new double[] {volts}, amps);
    return amps[0];
  }

  double kelvin(double volts) {
    return bank.model().kelvin(bank, 0, volts);
  }
}
