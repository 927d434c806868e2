package org.ohmweave.device.behavioural;

import org.ohmweave.device.DeviceModelContract;

class PulsedLinearContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "behavioural/aihwkit-ecram";
  }

  @Override
  protected double volts() {
    return 1.0;
  }

  @Override
  protected double seconds() {
    return 1e-6;
  }

  @Override
  protected double splitTolerance() {
    return 100; // a pulse is a step
  }
}
