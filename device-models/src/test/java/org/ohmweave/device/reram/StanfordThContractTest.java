package org.ohmweave.device.reram;

import org.ohmweave.device.DeviceModelContract;

class StanfordThContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "reram/stanford-th";
  }

  @Override
  protected double volts() {
    return 1.6;
  }

  @Override
  protected double seconds() {
    return 1e-6;
  }

  @Override
  protected double splitTolerance() {
    return 1e-4;
  }
}
