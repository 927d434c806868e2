package org.ohmweave.device.tio2;

import org.ohmweave.device.DeviceModelContract;

class TeamContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "tio2/team";
  }

  @Override
  protected double volts() {
    return 3.0;
  }

  @Override
  protected double seconds() {
    return 10;
  }

  @Override
  protected double splitTolerance() {
    return 1e-6;
  }
}
