package org.ohmweave.crossbar.array;

import org.ohmweave.core.InputException;

/**
 * The solved network. Currents are positive when they flow out of the array into a source; an open
 * end carries 0.
 *
 * @param leftAmps one per word line
 * @param rightAmps one per word line
 * @param topAmps one per bit line
 * @param bottomAmps one per bit line
 * @param wordVolts node voltages, rows x columns, row-major
 * @param bitVolts node voltages, rows x columns, row-major
 * @param iterations of the linear solver, all steps together
 * @param residualAmps largest violation of Kirchhoff's current law at a word-line node
 */
public record ArraySolution(
    double[] leftAmps,
    double[] rightAmps,
    double[] topAmps,
    double[] bottomAmps,
    double[] wordVolts,
    double[] bitVolts,
    int iterations,
    double residualAmps) {

  /** Voltages across the cells, word minus bit line, rows x columns, row-major. */
  public double[] cellVolts() {
    double[] volts = new double[wordVolts.length];
    for (int k = 0; k < volts.length; k++) {
      volts[k] = wordVolts[k] - bitVolts[k];
    }
    return volts;
  }

  /**
   * Currents of ohmic cells from word to bit line, rows x columns, row-major.
   *
   * @param siemens the conductances of the solved array, rows x columns, row-major
   */
  public double[] cellAmps(double[] siemens) {
    if (siemens.length != wordVolts.length) {
      throw new InputException(
          "currents need " + wordVolts.length + " conductances, got " + siemens.length);
    }
    double[] amps = cellVolts();
    for (int k = 0; k < amps.length; k++) {
      amps[k] *= siemens[k];
    }
    return amps;
  }
}
