package org.ohmweave.device.reram;

import org.ohmweave.device.DeviceModelContract;

class StanfordV1ContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "reram/stanford-v1";
  }

  @Override
  protected double volts() {
    return 1.5;
  }

  @Override
  protected double seconds() {
    return 1e-8;
  }

  @Override
  protected double splitTolerance() {
    return 1e-4;
  }
}
