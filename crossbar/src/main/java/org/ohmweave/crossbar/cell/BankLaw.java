package org.ohmweave.crossbar.cell;

import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;

/**
 * The devices of a bank as cells, at the states they have when the law is evaluated. Here the
 * published polarity becomes that of the array: a positive word line SETs. A resistor in series
 * with the film (parameter {@code R_s} of most families) is inside the cell.
 *
 * <p>Not for concurrent use.
 */
public final class BankLaw implements CellLaw {
  private final DeviceBank bank;
  private final DeviceModel model;
  private final double sign;
  private final double[] published;

  /** A law over a bank with one device per cell, in row-major order; the bank is not copied. */
  public BankLaw(DeviceBank bank) {
    this.bank = bank;
    this.model = bank.model();
    this.sign = model.setSign();
    this.published = new double[bank.size()];
  }

  /** The devices. */
  public DeviceBank bank() {
    return bank;
  }

  @Override
  public void evaluate(int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int k = from; k < to; k++) {
      published[k] = sign * volts[k];
    }
    model.slopes(bank, from, to, published, amps, siemens);
    for (int k = from; k < to; k++) {
      amps[k] *= sign;
    }
  }
}
