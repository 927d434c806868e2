package org.ohmweave.device.behavioural;

import org.ohmweave.device.DeviceModelContract;

class DataDrivenContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "behavioural/data-driven";
  }

  @Override
  protected double volts() {
    return 2.0;
  }

  @Override
  protected double seconds() {
    return 1e-4;
  }

  @Override
  protected double splitTolerance() {
    return 1e-6;
  }
}
