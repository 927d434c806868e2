package org.ohmweave.crossbar.wire;

import org.ohmweave.core.InputException;

/**
 * The lines of one direction as ladders of segments that differ. As in {@link LineFactors}, seen
 * from node k away from the near end a line is a conductance and a current; with r the segment
 * before node k and s the conductance seen there, {@code v_k = f v_(k-1) + d c_k}, {@code f = 1 /
 * (1 + r s)}, {@code d = r f}. A broken segment has f = 0 and d = 1 / s: what lies beyond hangs on
 * its cells alone.
 *
 * <p>An ideal source is always the near end: such lines are walked from their other side.
 */
final class Ladder {
  private final String name;
  private final int lines;
  private final int cells;
  private final int lineStride;
  private final int cellStride;
  private final boolean[] reversed;
  private final double[] nearOhms;
  private final double[] farOhms;

  /** Segment before node k of line l, in walking order, at the index of the node. */
  private final double[] ohms;

  private final double[] factor;
  private final double[] drop;
  private final double[] currentOhms;
  private final double[] sourceShare;

  /**
   * Lines.
   *
   * @param name for messages: {@code "word line"}
   * @param segments between cell k and the next of line l at {@code l * segmentLine + k *
   *     segmentCell}
   */
  Ladder(
      String name,
      int lines,
      int cells,
      int lineStride,
      int cellStride,
      double[] segments,
      int segmentLine,
      int segmentCell,
      double[] firstOhms,
      double[] lastOhms) {
    this.name = name;
    this.lines = lines;
    this.cells = cells;
    this.lineStride = lineStride;
    this.cellStride = cellStride;
    this.reversed = new boolean[lines];
    this.nearOhms = firstOhms.clone();
    this.farOhms = lastOhms.clone();
    this.ohms = new double[lines * cells];
    this.factor = new double[lines * cells];
    this.drop = new double[lines * cells];
    this.currentOhms = new double[lines];
    this.sourceShare = new double[lines];
    for (int l = 0; l < lines; l++) {
      if (firstOhms[l] == 0 && lastOhms[l] == 0) {
        throw new InputException(
            name
                + " "
                + l
                + " has ideal sources at both ends; where segments differ, give one end a resistance above 0 ohm");
      }
      if (lastOhms[l] == 0) {
        reversed[l] = true;
        nearOhms[l] = 0;
        farOhms[l] = firstOhms[l];
      }
      for (int k = 1; k < cells; k++) {
        int before = reversed[l] ? cells - 1 - k : k - 1;
        ohms[at(l, k)] = segments[l * segmentLine + before * segmentCell];
      }
    }
  }

  private int at(int l, int k) {
    return l * lineStride + (reversed[l] ? cells - 1 - k : k) * cellStride;
  }

  void factorise(double[] siemens) {
    for (int l = 0; l < lines; l++) {
      double seen = siemens[at(l, cells - 1)] + 1 / farOhms[l];
      for (int k = cells - 1; k > 0; k--) {
        int here = at(l, k);
        double r = ohms[here];
        if (Double.isInfinite(r)) {
          factor[here] = 0;
          drop[here] = seen > 0 ? 1 / seen : 0;
          seen = siemens[at(l, k - 1)];
        } else {
          double f = 1 / (1 + r * seen);
          factor[here] = f;
          drop[here] = r * f;
          seen = siemens[at(l, k - 1)] + seen * f;
        }
      }
      double near = nearOhms[l];
      if (Double.isInfinite(near)) {
        sourceShare[l] = 0;
        currentOhms[l] = seen > 0 ? 1 / seen : 0;
      } else {
        sourceShare[l] = 1 / (1 + near * seen);
        currentOhms[l] = near * sourceShare[l];
      }
    }
  }

  /**
   * Solves all lines.
   *
   * @param b (input, destroyed) currents into the nodes
   * @param v (output) node voltages
   * @param firstVolts sources at the first cells; empty = all sources at 0 V
   * @param lastVolts sources at the last cells
   */
  void solve(double[] b, double[] v, double[] firstVolts, double[] lastVolts) {
    for (int l = 0; l < lines; l++) {
      double near = 0;
      if (firstVolts.length > 0) {
        double far = reversed[l] ? firstVolts[l] : lastVolts[l];
        near = reversed[l] ? lastVolts[l] : firstVolts[l];
        b[at(l, cells - 1)] += Double.isInfinite(farOhms[l]) ? 0 : far / farOhms[l];
      }
      for (int k = cells - 1; k > 0; k--) {
        b[at(l, k - 1)] += factor[at(l, k)] * b[at(l, k)];
      }
      int first = at(l, 0);
      v[first] = (sourceShare[l] == 0 ? 0 : sourceShare[l] * near) + currentOhms[l] * b[first];
      for (int k = 1; k < cells; k++) {
        int here = at(l, k);
        v[here] = factor[here] * v[at(l, k - 1)] + drop[here] * b[here];
      }
    }
  }

  /**
   * Currents into the sources of a line from those that its cells take.
   *
   * @param drawn (input) current that each cell takes out of its line
   * @param out (output) into the source at the first cell, then at the last
   */
  void endAmps(int l, double[] drawn, double firstVolts, double lastVolts, double[] out) {
    double nearVolts = reversed[l] ? lastVolts : firstVolts;
    double farVolts = reversed[l] ? firstVolts : lastVolts;
    double sum = 0;
    double moment = 0;
    double path = 0;
    double nearPart = Double.NaN;
    for (int k = 0; k < cells; k++) {
      double r = k == 0 ? 0 : ohms[at(l, k)];
      if (Double.isInfinite(r)) {
        nearPart = Double.isNaN(nearPart) ? sum : nearPart;
        sum = 0; // what lies between two breaks reaches no source
      } else {
        path += r;
      }
      sum += drawn[at(l, k)];
      moment += drawn[at(l, k)] * path;
    }
    double near;
    double far;
    if (!Double.isNaN(nearPart)) {
      near = Double.isInfinite(nearOhms[l]) ? 0 : -nearPart;
      far = Double.isInfinite(farOhms[l]) ? 0 : -sum;
    } else if (Double.isInfinite(nearOhms[l])) {
      near = 0;
      far = Double.isInfinite(farOhms[l]) ? 0 : -sum;
    } else if (Double.isInfinite(farOhms[l])) {
      near = -sum;
      far = 0;
    } else {
      double total = nearOhms[l] + path + farOhms[l];
      far = (nearVolts - farVolts - sum * nearOhms[l] - moment) / total;
      near = -sum - far;
    }
    out[0] = reversed[l] ? far : near;
    out[1] = reversed[l] ? near : far;
  }

  /** Pieces between breaks, numbered from 0 in the order of lines and first cells, per cell. */
  int pieces(int[] piece) {
    int count = -1;
    for (int l = 0; l < lines; l++) {
      for (int k = 0; k < cells; k++) {
        int cell = reversed[l] ? cells - 1 - k : k;
        int here = l * lineStride + k * cellStride;
        int segment = reversed[l] ? at(l, cell + 1 < cells ? cell + 1 : cell) : at(l, cell);
        if (k == 0 || Double.isInfinite(ohms[segment])) {
          count++;
        }
        piece[here] = count;
      }
    }
    return count + 1;
  }

  /** Whether a source is connected at the first (or last) cell. */
  boolean connected(int l, boolean first) {
    return !Double.isInfinite(first != reversed[l] ? nearOhms[l] : farOhms[l]);
  }

  int index(int l, int cell) {
    return l * lineStride + cell * cellStride;
  }

  String name() {
    return name;
  }

  int lines() {
    return lines;
  }

  int cells() {
    return cells;
  }
}
