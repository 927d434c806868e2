package org.ohmweave.device.tio2;

import org.ohmweave.device.DeviceModelContract;

class PickettContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "tio2/pickett";
  }

  @Override
  protected double volts() {
    return 0.9;
  }

  @Override
  protected double seconds() {
    return 1e-2;
  }

  @Override
  protected double splitTolerance() {
    return 1e-5;
  }
}
