package org.ohmweave.device.tio2;

import org.ohmweave.device.DeviceModelContract;

class LinearDriftContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "tio2/linear-drift";
  }

  @Override
  protected double volts() {
    return 1.0;
  }

  @Override
  protected double seconds() {
    return 1e-3;
  }

  @Override
  protected double splitTolerance() {
    return 1e-9;
  }
}
