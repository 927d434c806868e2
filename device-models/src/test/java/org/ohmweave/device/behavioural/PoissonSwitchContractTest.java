package org.ohmweave.device.behavioural;

import org.ohmweave.device.DeviceModelContract;

class PoissonSwitchContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "behavioural/poisson-switch";
  }

  @Override
  protected double volts() {
    return 2.6;
  }

  @Override
  protected double seconds() {
    return 0.01;
  }

  @Override
  protected double splitTolerance() {
    return 1e-15;
  }
}
