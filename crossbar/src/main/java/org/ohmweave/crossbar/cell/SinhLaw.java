package org.ohmweave.crossbar.cell;

import org.ohmweave.core.InputException;
import org.ohmweave.core.math.Exponential;

/** Cells with {@code i = g v0 sinh(v / v0)}; g is the conductance at small voltage. */
public final class SinhLaw implements CellLaw {
  private final double[] siemens;
  private final double scaleVolts;

  /**
   * A law.
   *
   * @param siemens g of each cell, {@code >= 0}; copied
   * @param scaleVolts v0, {@code > 0}
   */
  public SinhLaw(double[] siemens, double scaleVolts) {
    if (!(scaleVolts > 0) || Double.isInfinite(scaleVolts)) {
      throw new InputException("law.v0 must be positive and finite [V], got " + scaleVolts);
    }
    for (int k = 0; k < siemens.length; k++) {
      if (!(siemens[k] >= 0) || Double.isInfinite(siemens[k])) {
        throw new InputException(
            "conductance of cell "
                + k
                + " must be zero or positive and finite [S], got "
                + siemens[k]);
      }
    }
    this.siemens = siemens.clone();
    this.scaleVolts = scaleVolts;
  }

  @Override
  public void evaluate(int from, int to, double[] volts, double[] amps, double[] slopes) {
    for (int k = from; k < to; k++) {
      double x = volts[k] / scaleVolts;
      amps[k] = siemens[k] * scaleVolts * Exponential.sinh(x);
      slopes[k] = siemens[k] * Exponential.cosh(x);
    }
  }
}
