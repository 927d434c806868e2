package org.ohmweave.crossbar.spice;

import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.spice.SpiceLaw;

/** Simulated devices as subcircuits of their law, each with its own parameters and states. */
public final class DeviceCells implements SpiceCells {
  private final DeviceBank bank;
  private final SpiceLaw law;

  /**
   * Cells.
   *
   * @param bank (not modified) one device per cell, row-major; word line positive SETs
   */
  public DeviceCells(DeviceBank bank, SpiceLaw.Form form) {
    this.bank = bank;
    this.law = SpiceLaw.of(bank.model(), form);
  }

  @Override
  public String definitions() {
    return law.definitions(bank, 0);
  }

  @Override
  public String cell(int cell, String name, String wordNode, String bitNode) {
    boolean straight = bank.model().setSign() > 0;
    return "Xc"
        + name
        + " "
        + (straight ? wordNode + " " + bitNode : bitNode + " " + wordNode)
        + " "
        + law.name(bank, cell)
        + law.differences(bank, 0, cell)
        + "\n";
  }
}
