package org.ohmweave.crossbar.cell;

import java.util.Arrays;
import org.ohmweave.core.InputException;

/**
 * Access transistors, one per cell, between the memory element (drain) and the bit line (source;
 * the two change places when the bit line is the higher one). Gates and bit lines are at given
 * voltages against the bulk: the voltage of the cell alone does not tell how far a gate is open.
 * {@link org.ohmweave.crossbar.wire.OneTransistorArray} finds the bit-line voltages; alone they are
 * 0 V until set.
 */
public final class TransistorLaw implements CellLaw {
  private final Transistor transistor;
  private final double[] gateVolts;
  private final double[] bitVolts;

  /** Transistors of the same values with closed gates (0 V). */
  public TransistorLaw(Transistor transistor, int cells) {
    this.transistor = transistor;
    this.gateVolts = new double[cells];
    this.bitVolts = new double[cells];
  }

  /** One gate line along every word line. */
  public TransistorLaw gatesByRow(double[] volts) {
    int columns = lines(volts, "row");
    for (int k = 0; k < gateVolts.length; k++) {
      gateVolts[k] = volts[k / columns];
    }
    return this;
  }

  /** One gate line along every bit line. */
  public TransistorLaw gatesByColumn(double[] volts) {
    lines(volts, "column");
    for (int k = 0; k < gateVolts.length; k++) {
      gateVolts[k] = volts[k % volts.length];
    }
    return this;
  }

  /** Every gate by itself; one voltage per cell, row-major. */
  public TransistorLaw gatesByCell(double[] volts) {
    if (volts.length != gateVolts.length) {
      throw new InputException(
          "gate voltages must be given one per cell, got "
              + volts.length
              + " for an array of "
              + gateVolts.length
              + " cells");
    }
    System.arraycopy(volts, 0, gateVolts, 0, gateVolts.length);
    return this;
  }

  /** All gates at one voltage. */
  public TransistorLaw gates(double volts) {
    return gatesByColumn(new double[] {volts});
  }

  private int lines(double[] volts, String line) {
    if (volts.length == 0 || gateVolts.length % volts.length != 0) {
      throw new InputException(
          "gate voltages must be given one per "
              + line
              + ", got "
              + volts.length
              + " for an array of "
              + gateVolts.length
              + " cells");
    }
    for (int l = 0; l < volts.length; l++) {
      if (!Double.isFinite(volts[l])) {
        throw new InputException(
            "gate voltage of " + line + " " + l + " must be finite [V], got " + volts[l]);
      }
    }
    return gateVolts.length / volts.length;
  }

  /** Voltages of the bit-line nodes against the bulk, one per cell; copied. */
  public void bitVolts(double[] volts) {
    System.arraycopy(volts, 0, bitVolts, 0, bitVolts.length);
  }

  /** Voltages of the bit-line nodes as last set, one per cell. */
  public double[] bitVolts() {
    return Arrays.copyOf(bitVolts, bitVolts.length);
  }

  @Override
  public void evaluate(int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int k = from; k < to; k++) {
      amps[k] = transistor.amps(gateVolts[k], bitVolts[k], volts[k]);
      siemens[k] = transistor.drainSlope(gateVolts[k], bitVolts[k], volts[k]);
    }
  }
}
