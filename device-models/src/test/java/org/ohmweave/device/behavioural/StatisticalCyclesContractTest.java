package org.ohmweave.device.behavioural;

import org.ohmweave.device.DeviceModelContract;

class StatisticalCyclesContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "behavioural/statistical-cycles";
  }

  @Override
  protected double volts() {
    return 1.46;
  }

  @Override
  protected double seconds() {
    return 1e-3;
  }

  @Override
  protected double splitTolerance() {
    return 1e-15;
  }
}
