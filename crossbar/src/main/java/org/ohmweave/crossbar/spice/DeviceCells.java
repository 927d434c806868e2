package org.ohmweave.crossbar.spice;

import java.util.ArrayList;
import java.util.List;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.spice.SpiceLaw;

/** Simulated devices as subcircuits of their law, each with its own parameters and states. */
public final class DeviceCells implements SpiceCells {
  private final DeviceBank bank;
  private final SpiceLaw law;
  private final boolean straight;

  /**
   * Cells.
   *
   * @param bank (not modified) one device per cell, row-major; word line positive SETs
   */
  public DeviceCells(DeviceBank bank, SpiceLaw.Form form) {
    this(bank, form, bank.model().setSign());
  }

  /**
   * Cells in a polarity of their own.
   *
   * @param polarity +1 or -1: model voltage over array voltage
   */
  public DeviceCells(DeviceBank bank, SpiceLaw.Form form, double polarity) {
    this.bank = bank;
    this.law = SpiceLaw.of(bank.model(), form);
    this.straight = polarity > 0;
  }

  /** Expressions of the first state of every cell, row-major, for the outputs of a transient. */
  public List<String> states(int columns) {
    List<String> states = new ArrayList<>();
    for (int k = 0; k < bank.size(); k++) {
      states.add("v(xc" + k / columns + "_" + k % columns + "." + law.stateNode() + ")");
    }
    return states;
  }

  @Override
  public String definitions() {
    return law.definitions(bank, 0);
  }

  @Override
  public String cell(int cell, String name, String wordNode, String bitNode) {
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
