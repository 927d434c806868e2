package org.ohmweave.device.behavioural;

import org.ohmweave.device.DeviceModelContract;

class DataDriven2018ContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "behavioural/data-driven-2018";
  }

  @Override
  protected double volts() {
    return 1.5;
  }

  @Override
  protected double seconds() {
    return 1e-3;
  }

  @Override
  protected double splitTolerance() {
    return 1e-6;
  }
}
