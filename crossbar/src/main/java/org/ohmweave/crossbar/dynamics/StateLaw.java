package org.ohmweave.crossbar.dynamics;

import org.ohmweave.crossbar.cell.CellLaw;
import org.ohmweave.device.DeviceBank;

/** The static law of a bank at its present states, in the polarity of the array. */
final class StateLaw implements CellLaw {
  private final DeviceBank bank;
  private final double polarity;
  private final double[] modelVolts;

  StateLaw(DeviceBank bank, double polarity) {
    this.bank = bank;
    this.polarity = polarity;
    this.modelVolts = new double[bank.size()];
  }

  @Override
  public void evaluate(int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int k = from; k < to; k++) {
      modelVolts[k] = polarity * volts[k];
    }
    bank.model().slopes(bank, from, to, modelVolts, amps, siemens);
    for (int k = from; k < to; k++) {
      amps[k] *= polarity;
    }
  }
}
