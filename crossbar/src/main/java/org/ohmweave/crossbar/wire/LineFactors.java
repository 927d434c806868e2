package org.ohmweave.crossbar.wire;

import org.ohmweave.core.InputException;

/**
 * The lines of one direction as ladders. Seen from node k away from the near end, a line is a
 * conductance {@code s_k = e_k + s_(k+1) / (1 + r s_(k+1))} and a current {@code c_k = b_k +
 * c_(k+1) / (1 + r s_(k+1))}, with cell conductances e, currents into the nodes b, and segment
 * resistance r; then {@code v_0 = (V + R c_0) / (1 + R s_0)} and {@code v_(k+1) = (v_k + r c_(k+1))
 * / (1 + r s_(k+1))}. Zero resistances are ordinary values, nothing is subtracted, and one factor
 * {@code f = 1 / (1 + r s)} per cell is kept (0 for node 0, which has no use for it). Then {@code b
 * v} summed over the line is the sum of {@code r f c^2} and, for node 0, {@code c_0^2 R / (1 + R
 * s_0)}.
 *
 * <p>An ideal source at the far end prescribes its node: its factor is 0, and its voltage enters
 * the node before it through the last segment. Where all nodes of a line are one node (r = 0, or
 * one cell) an ideal far end changes places with the near end.
 */
final class LineFactors {
  final int lines;
  final int cells;
  final double segmentOhms;

  /** Index of cell k of line l is {@code l * lineStride + k * cellStride}. */
  final int lineStride;

  final int cellStride;
  final double[] factor;

  /** {@code v_0 = sourceShare * V + currentOhms * c_0}. */
  final double[] sourceShare;

  final double[] currentOhms;

  /** Whether near and far end changed places. */
  final boolean[] swapped;

  /** Whether an ideal source prescribes the last node. */
  final boolean[] fixed;

  /** Conductance of the far end, 0 when open or ideal. */
  final double[] farSiemens;

  private final double[] nearOhms;
  private final double[] farOhms;

  LineFactors(
      int lines,
      int cells,
      double segmentOhms,
      int lineStride,
      int cellStride,
      int size,
      double[] nearOhms,
      double[] farOhms) {
    this.lines = lines;
    this.cells = cells;
    this.segmentOhms = segmentOhms;
    this.lineStride = lineStride;
    this.cellStride = cellStride;
    this.factor = new double[size];
    int padded = (lines + 7) / 8 * 8;
    this.sourceShare = new double[padded];
    this.currentOhms = new double[padded];
    this.swapped = new boolean[lines];
    this.fixed = new boolean[lines];
    this.farSiemens = new double[lines];
    this.nearOhms = nearOhms.clone();
    this.farOhms = farOhms.clone();
    boolean oneNode = segmentOhms == 0 || cells == 1;
    for (int l = 0; l < lines; l++) {
      if (oneNode && this.farOhms[l] == 0) {
        swapped[l] = true;
        this.farOhms[l] = this.nearOhms[l];
        this.nearOhms[l] = 0;
      }
      boolean bothIdeal = oneNode && this.farOhms[l] == 0;
      fixed[l] = !oneNode && this.farOhms[l] == 0;
      farSiemens[l] = fixed[l] || bothIdeal ? 0 : 1 / this.farOhms[l];
    }
  }

  /** Whether both ends of a one-node line are ideal sources, which must then agree. */
  boolean shorted(int line) {
    return (segmentOhms == 0 || cells == 1) && swapped[line] && farOhms[line] == 0;
  }

  double nearOhms(int line) {
    return nearOhms[line];
  }

  double farOhms(int line) {
    return farOhms[line];
  }

  /** Computes the factors for cell conductances at the same indices. */
  void factorise(double[] siemens) {
    double[] seen = new double[sourceShare.length];
    for (int l = 0; l < lines; l++) {
      seen[l] = siemens[l * lineStride + (cells - 1) * cellStride] + farSiemens[l];
    }
    for (int l = 0; l < lines && cells > 1; l++) {
      step(siemens, seen, l, cells - 1);
    }
    if (lineStride == 1) {
      for (int k = cells - 2; k > 0; k--) {
        KernelChoice.ROWS.factor(
            siemens, factor, seen, segmentOhms, k * cellStride, (k - 1) * cellStride, lines);
      }
    } else {
      int l = 0;
      for (; l + 8 <= lines; l += 8) {
        LadderTile.factor(siemens, factor, l * lineStride, lineStride, cells, segmentOhms, seen, l);
      }
      for (; l < lines; l++) {
        for (int k = cells - 2; k > 0; k--) {
          step(siemens, seen, l, k);
        }
      }
    }
    for (int l = 0; l < lines; l++) {
      factor[l * lineStride] = 0;
      close(l, seen[l]);
    }
  }

  /** Computes the factors of one line; the same bits as with all others. */
  void factorise(double[] siemens, int l) {
    double[] seen = new double[lines];
    seen[l] = siemens[l * lineStride + (cells - 1) * cellStride] + farSiemens[l];
    for (int k = cells - 1; k > 0; k--) {
      step(siemens, seen, l, k);
    }
    close(l, seen[l]);
  }

  /** From the conductance seen at cell k to that at the cell before it. */
  private void step(double[] siemens, double[] seen, int l, int k) {
    int at = l * lineStride + k * cellStride;
    boolean prescribed = k == cells - 1 && fixed[l];
    double f = prescribed ? 0 : 1 / (1 + segmentOhms * seen[l]);
    factor[at] = f;
    seen[l] = siemens[at - cellStride] + (prescribed ? 1 / segmentOhms : seen[l] * f);
  }

  private void close(int l, double seen) {
    double ohms = nearOhms[l];
    if (Double.isInfinite(ohms)) {
      sourceShare[l] = 0;
      currentOhms[l] = seen > 0 ? 1 / seen : 0;
    } else {
      sourceShare[l] = 1 / (1 + ohms * seen);
      currentOhms[l] = ohms * sourceShare[l];
    }
  }

  /**
   * Splits the current that leaves a line through its ends: with the currents {@code drawn} by the
   * cells known, a line is a chain of resistors between two sources.
   *
   * @param nearVolts source at the original near end
   * @param farVolts source at the original far end
   * @param drawn total current that the cells take out of the line
   * @param drawnOhms sum of that current times the segment resistance between node 0 and its cell
   * @param out (output) current into the original near source, then into the far one
   */
  void endAmps(
      int l, double nearVolts, double farVolts, double drawn, double drawnOhms, double[] out) {
    double near = swapped[l] ? farOhms[l] : nearOhms[l];
    double far = swapped[l] ? nearOhms[l] : farOhms[l];
    if (Double.isInfinite(near)) {
      out[0] = 0;
      out[1] = Double.isInfinite(far) ? 0 : -drawn;
    } else if (Double.isInfinite(far)) {
      out[0] = -drawn;
      out[1] = 0;
    } else {
      double total = near + (cells - 1) * segmentOhms + far;
      out[1] = total == 0 ? 0 : (nearVolts - farVolts - drawn * near - drawnOhms) / total;
      out[0] = -drawn - out[1];
    }
  }

  /** Refuses two ideal sources of different voltage on one node. */
  void checkSources(String line, double[] nearVolts, double[] farVolts) {
    for (int l = 0; l < lines; l++) {
      if (shorted(l) && nearVolts[l] != farVolts[l]) {
        throw new InputException(
            line
                + " "
                + l
                + " joins two ideal sources of "
                + nearVolts[l]
                + " V and "
                + farVolts[l]
                + " V without resistance; give one end a resistance above 0 ohm or equal voltages");
      }
    }
  }
}
