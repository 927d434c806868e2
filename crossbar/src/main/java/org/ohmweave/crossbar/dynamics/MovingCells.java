package org.ohmweave.crossbar.dynamics;

import org.ohmweave.device.CellDynamics;
import org.ohmweave.device.CellRates;

/**
 * A list of cells of one law that are integrated together, in the polarity of the array: word line
 * minus bit line, current from word to bit line.
 */
final class MovingCells {
  private final CellDynamics law;

  private final double polarity;
  private final double[] modelVolts;
  private final double[] lent;

  /** Cell indices in the array. */
  final int[] index;

  /** Number of cells. */
  final int count;

  /** Coordinates per cell. */
  final int n;

  final double[] lowest;
  final double[] highest;

  /** Cells whose first coordinate is held at a bound. */
  final boolean[] held;

  /** Tolerated change per coordinate. */
  final double[] notable;

  MovingCells(CellDynamics law, double polarity, int[] index) {
    this.law = law;
    this.polarity = polarity;
    this.index = index;
    this.count = index.length;
    this.n = law.coordinates().size();
    this.lent = new double[law.coordinates().size()];
    this.modelVolts = new double[count];
    this.lowest = new double[count];
    this.highest = new double[count];
    this.held = new boolean[count];
    this.notable = new double[n];
    for (int s = 0; s < n; s++) {
      notable[s] = law.notable(s);
    }
    for (int k = 0; k < count; k++) {
      bounds(k);
    }
  }

  CellDynamics law() {
    return law;
  }

  /** Takes the bounds of the k-th cell anew. */
  void bounds(int k) {
    lowest[k] = law.lowest(index[k]);
    highest[k] = law.highest(index[k]);
  }

  /** Room for what {@link #evaluate} says. */
  CellRates room() {
    return new CellRates(count, n);
  }

  /** Evaluates all cells; held coordinates do not move. */
  void evaluate(double[] volts, double[] y, boolean slopes, CellRates out) {
    for (int k = 0; k < count; k++) {
      modelVolts[k] = polarity * volts[k];
    }
    law.evaluate(index, count, modelVolts, y, slopes, out);
    for (int k = 0; k < count; k++) {
      out.amps[k] *= polarity;
    }
    if (slopes && polarity != 1) {
      for (int x = 0; x < count * n; x++) {
        out.ampsByState[x] *= polarity;
        out.rateByVolts[x] *= polarity;
      }
    }
    for (int k = 0; k < count; k++) {
      if (held[k]) {
        hold(k, slopes, out);
      }
    }
  }

  private void hold(int k, boolean slopes, CellRates out) {
    int x = k * n;
    out.rate[x] = 0;
    if (slopes) {
      out.rateByVolts[x] = 0;
      for (int u = 0; u < n; u++) {
        out.rateByState[x * n + u] = 0;
      }
    }
  }

  /**
   * Holds cells that stand at a bound while their rate points outward, and releases the others.
   *
   * @param out (modified) as evaluated with slopes and nothing held
   */
  void holdAtBounds(double[] y, CellRates out) {
    for (int k = 0; k < count; k++) {
      double at = y[k * n];
      double rate = out.rate[k * n];
      held[k] = (at <= lowest[k] && rate <= 0) || (at >= highest[k] && rate >= 0);
      if (held[k]) {
        hold(k, true, out);
      }
    }
  }

  /**
   * Tells the law that the k-th cell has arrived at a bound.
   *
   * @param y (modified) coordinates of these cells
   * @return its word if the cell jumped, or empty
   */
  String arrive(int k, double[] y) {
    System.arraycopy(y, k * n, lent, 0, n);
    String word = law.arrive(index[k], lent);
    System.arraycopy(lent, 0, y, k * n, n);
    if (!word.isEmpty()) {
      bounds(k);
    }
    return word;
  }

  void releaseAll() {
    java.util.Arrays.fill(held, false);
  }
}
