package org.ohmweave.crossbar.cell;

/** Cells with {@code i = g v}. */
public final class OhmicLaw implements CellLaw {
  private final double[] siemens;

  /**
   * A law.
   *
   * @param siemens g of each cell, {@code >= 0} and finite; <em>not</em> copied, so that a caller
   *     may change it between solves
   */
  public OhmicLaw(double[] siemens) {
    this.siemens = siemens;
  }

  @Override
  public void evaluate(int from, int to, double[] volts, double[] amps, double[] slopes) {
    for (int k = from; k < to; k++) {
      amps[k] = siemens[k] * volts[k];
      slopes[k] = siemens[k];
    }
  }
}
