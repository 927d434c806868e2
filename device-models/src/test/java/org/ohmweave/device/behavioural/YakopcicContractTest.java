package org.ohmweave.device.behavioural;

import org.ohmweave.device.DeviceModelContract;

class YakopcicContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "behavioural/yakopcic";
  }

  @Override
  protected double volts() {
    return 0.5;
  }

  @Override
  protected double seconds() {
    return 1e-4;
  }

  @Override
  protected double splitTolerance() {
    return 1e-9;
  }
}
