package org.ohmweave.device.pcmo;

import org.ohmweave.device.DeviceModelContract;

class ReactionDriftContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "pcmo/reaction-drift";
  }

  @Override
  protected double volts() {
    return 2.0;
  }

  @Override
  protected double seconds() {
    return 1e-5;
  }

  @Override
  protected double splitTolerance() {
    return 1e-4;
  }
}
