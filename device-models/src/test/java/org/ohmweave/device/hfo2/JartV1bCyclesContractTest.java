package org.ohmweave.device.hfo2;

import org.ohmweave.device.DeviceModelContract;

class JartV1bCyclesContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "hfo2/jart-v1b-cycles";
  }

  @Override
  protected double volts() {
    return 1.0;
  }

  @Override
  protected double seconds() {
    return 1e-7;
  }

  @Override
  protected double splitTolerance() {
    return 1e-8;
  }
}
