package org.ohmweave.crossbar.dynamics;

/**
 * The lines of one direction, each a chain of nodes with resistors between them, to its sources and
 * to ground: tridiagonal systems, factorised once and solved often.
 */
final class ShuntedLines {
  private final int lines;
  private final int cells;
  private final int lineStride;
  private final int cellStride;
  private final double segmentSiemens;
  private final double[] nearSiemens;
  private final double[] farSiemens;
  private final double[] pivot;

  /** Lines whose cell k of line l has the index {@code l * lineStride + k * cellStride}. */
  ShuntedLines(
      int lines,
      int cells,
      int lineStride,
      int cellStride,
      double segmentOhms,
      double[] nearOhms,
      double[] farOhms) {
    this.lines = lines;
    this.cells = cells;
    this.lineStride = lineStride;
    this.cellStride = cellStride;
    this.segmentSiemens = cells == 1 ? 0 : 1 / segmentOhms;
    this.nearSiemens = inverse(nearOhms);
    this.farSiemens = inverse(farOhms);
    this.pivot = new double[lines * cells];
  }

  private static double[] inverse(double[] ohms) {
    double[] siemens = new double[ohms.length];
    for (int k = 0; k < ohms.length; k++) {
      siemens[k] = 1 / ohms[k];
    }
    return siemens;
  }

  /** Takes what every node has to elsewhere: cell and shunt. */
  void factorise(double[] siemens, double shunt) {
    for (int l = 0; l < lines; l++) {
      double before = 0;
      for (int k = 0; k < cells; k++) {
        int x = l * lineStride + k * cellStride;
        int neighbours = (k > 0 ? 1 : 0) + (k < cells - 1 ? 1 : 0);
        double diagonal = siemens[x] + shunt + neighbours * segmentSiemens;
        diagonal += (k == 0 ? nearSiemens[l] : 0) + (k == cells - 1 ? farSiemens[l] : 0);
        pivot[x] = 1 / (diagonal - before);
        before = segmentSiemens * segmentSiemens * pivot[x];
      }
    }
  }

  /** Adds the currents that sources push into the end nodes. */
  void addSources(double[] into, int near, int far, Sources sources, double seconds) {
    for (int l = 0; l < lines; l++) {
      int first = l * lineStride;
      into[first] += nearSiemens[l] * sources.volts(near + l, seconds);
      into[first + (cells - 1) * cellStride] += farSiemens[l] * sources.volts(far + l, seconds);
    }
  }

  /** Currents out of the array through the ends. */
  void endAmps(
      double[] volts, int near, int far, Sources sources, double seconds, double[] endAmps) {
    for (int l = 0; l < lines; l++) {
      int first = l * lineStride;
      int last = first + (cells - 1) * cellStride;
      endAmps[near + l] = nearSiemens[l] * (volts[first] - sources.volts(near + l, seconds));
      endAmps[far + l] = farSiemens[l] * (volts[last] - sources.volts(far + l, seconds));
    }
  }

  /** Node voltages from currents into the nodes; both arrays may be the same. */
  void solve(double[] amps, double[] volts) {
    for (int l = 0; l < lines; l++) {
      int x = l * lineStride;
      double carried = 0;
      for (int k = 0; k < cells; k++, x += cellStride) {
        carried = (amps[x] + segmentSiemens * carried) * pivot[x];
        volts[x] = carried;
      }
      x -= 2 * cellStride;
      for (int k = cells - 2; k >= 0; k--, x -= cellStride) {
        carried = volts[x] + segmentSiemens * pivot[x] * carried;
        volts[x] = carried;
      }
    }
  }
}
