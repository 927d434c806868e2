package org.ohmweave.device.behavioural;

import org.ohmweave.device.DeviceModelContract;

class MetastableSwitchContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "behavioural/metastable-switch";
  }

  @Override
  protected double volts() {
    return 0.5;
  }

  @Override
  protected double seconds() {
    return 1e-5;
  }

  @Override
  protected double splitTolerance() {
    return 1;
  }
}
