package org.ohmweave.device.tio2;

import org.ohmweave.device.DeviceModelContract;

class VteamContractTest extends DeviceModelContract {
  @Override
  protected String preset() {
    return "tio2/vteam";
  }

  @Override
  protected double volts() {
    return 0.5;
  }

  @Override
  protected double seconds() {
    return 1e-9;
  }

  @Override
  protected double splitTolerance() {
    return 1e-9;
  }
}
