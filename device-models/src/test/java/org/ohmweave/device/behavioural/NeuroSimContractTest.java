package org.ohmweave.device.behavioural;

import org.ohmweave.device.DeviceModelContract;

class NeuroSimContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "behavioural/neurosim-ag-asi";
  }

  @Override
  protected double volts() {
    return 3.3;
  }

  @Override
  protected double seconds() {
    return 3e-4;
  }

  @Override
  protected double splitTolerance() {
    return 1;
  }
}
