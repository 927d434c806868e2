package org.ohmweave.crossbar.cell;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;

/**
 * Some cells of an array replaced by fixed resistors, whatever their law says: shorted
 * (over-formed) cells, cells that were never formed, open contacts.
 */
public final class StuckCellsLaw implements CellLaw {
  private final CellLaw healthy;
  private final double[] stuckSiemens;

  /**
   * A law with faults.
   *
   * @param healthy of all cells without a fault
   * @param stuckSiemens conductance of each stuck cell, {@code >= 0} (0 = open); NaN = no fault;
   *     copied
   */
  public StuckCellsLaw(CellLaw healthy, double[] stuckSiemens) {
    for (int k = 0; k < stuckSiemens.length; k++) {
      if (stuckSiemens[k] < 0 || Double.isInfinite(stuckSiemens[k])) {
        throw new InputException(
            "conductance of stuck cell "
                + k
                + " must be zero or positive and finite [S], got "
                + stuckSiemens[k]);
      }
    }
    this.healthy = healthy;
    this.stuckSiemens = stuckSiemens.clone();
  }

  /**
   * Faults at random, independent from cell to cell and addressed by its site.
   *
   * @param cells how many
   * @param firstSite site of cell 0
   * @param lrsShare share of cells stuck at {@code lrsSiemens}
   * @param hrsShare share of cells stuck at {@code hrsSiemens}
   * @return for the constructor: NaN = no fault
   */
  public static double[] draw(
      int cells,
      long firstSite,
      double lrsShare,
      double lrsSiemens,
      double hrsShare,
      double hrsSiemens,
      NoiseSource noise) {
    if (!(lrsShare >= 0 && hrsShare >= 0 && lrsShare + hrsShare <= 1)) {
      throw new InputException(
          "shares of stuck cells must be zero or positive and sum to at most 1, got "
              + lrsShare
              + " in the LRS and "
              + hrsShare
              + " in the HRS");
    }
    // the same address as the devices' own stuck cells: one array, one set of faults
    Purpose faults = noise.purpose("stuck");
    double[] stuck = new double[cells];
    for (int k = 0; k < cells; k++) {
      double u = faults.uniform(firstSite + k, 0);
      stuck[k] = u < lrsShare ? lrsSiemens : u < lrsShare + hrsShare ? hrsSiemens : Double.NaN;
    }
    return stuck;
  }

  @Override
  public void evaluate(int from, int to, double[] volts, double[] amps, double[] siemens) {
    healthy.evaluate(from, to, volts, amps, siemens);
    for (int k = from; k < to; k++) {
      double g = stuckSiemens[k];
      if (!Double.isNaN(g)) {
        amps[k] = g * volts[k];
        siemens[k] = g;
      }
    }
  }
}
