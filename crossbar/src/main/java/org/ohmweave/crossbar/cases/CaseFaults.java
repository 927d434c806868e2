package org.ohmweave.crossbar.cases;

import java.util.Arrays;
import java.util.List;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.crossbar.cell.StuckCellsLaw;

/** Stuck cells of a case: the key {@code stuck}, by place or at random. */
final class CaseFaults {
  private CaseFaults() {}

  /** Conductance of each stuck cell, NaN = no fault; empty if the key is absent. */
  static double[] read(CaseTree tree, int rows, int columns, NoiseSource noise) {
    CaseTree stuck = tree.child("stuck");
    if (stuck == null) {
      return new double[0];
    }
    stuck.only(List.of("lrs", "hrs", "open", "lrsShare", "hrsShare", "lrsSiemens", "hrsSiemens"));
    List<int[]> lrs = stuck.places("lrs", rows, columns);
    List<int[]> hrs = stuck.places("hrs", rows, columns);
    double lrsShare = share(stuck, "lrsShare");
    double hrsShare = share(stuck, "hrsShare");
    double lrsSiemens = lrs.isEmpty() && lrsShare == 0 ? 0 : stuck.positive("lrsSiemens", "S");
    double hrsSiemens = hrs.isEmpty() && hrsShare == 0 ? 0 : stuck.positive("hrsSiemens", "S");
    double[] siemens = new double[rows * columns];
    Arrays.fill(siemens, Double.NaN);
    if (lrsShare > 0 || hrsShare > 0) {
      siemens =
          StuckCellsLaw.draw(siemens.length, 0, lrsShare, lrsSiemens, hrsShare, hrsSiemens, noise);
    }
    put(siemens, columns, lrs, lrsSiemens);
    put(siemens, columns, hrs, hrsSiemens);
    put(siemens, columns, stuck.places("open", rows, columns), 0);
    return siemens;
  }

  private static double share(CaseTree stuck, String key) {
    double share = stuck.number(key, "share of cells", 0);
    if (!(share >= 0 && share <= 1)) {
      throw stuck.wrong(key, "a share of 0 .. 1", stuck.need(key));
    }
    return share;
  }

  private static void put(double[] siemens, int columns, List<int[]> places, double value) {
    for (int[] at : places) {
      siemens[at[0] * columns + at[1]] = value;
    }
  }
}
