package org.ohmweave.crossbar.wire;

/**
 * Solves all bit lines: node voltages from currents into the nodes. The recursion runs from row to
 * row, so all columns (and vectors) of a row go side by side.
 */
final class BitSweep {
  private final int rows;
  private final int rowLength;
  private final int rowStride;
  private final double segmentOhms;

  /** Factors and near-end coefficients, repeated for every vector. */
  private final double[] factor;

  private final double[] currentOhms;

  BitSweep(int rows, int columns, int cellStride, int lanes, double segmentOhms) {
    this.rows = rows;
    this.rowLength = columns * lanes;
    this.rowStride = cellStride * lanes;
    this.segmentOhms = segmentOhms;
    this.factor = new double[rows * rowStride];
    this.currentOhms = new double[rowLength];
  }

  void take(LineFactors f, int lanes) {
    for (int i = 0; i < rows; i++) {
      for (int x = 0; x < rowLength; x++) {
        factor[i * rowStride + x] = f.factor[i * f.cellStride + x / lanes];
      }
    }
    for (int x = 0; x < rowLength; x++) {
      currentOhms[x] = f.currentOhms[x / lanes];
    }
  }

  /**
   * Solves.
   *
   * @param b (input, destroyed) currents into the nodes, those of far sources included
   * @param v (output) node voltages
   * @param nearShare what the near source alone makes of node 0, per column and lane
   * @param lastVolts what an ideal far source prescribes, per column and lane
   */
  void solve(double[] b, double[] v, double[] nearShare, double[] lastVolts) {
    for (int i = rows - 1; i > 0; i--) {
      gather(b, (i - 1) * rowStride, i * rowStride);
    }
    for (int x = 0; x < rowLength; x++) {
      v[x] = nearShare[x] + currentOhms[x] * b[x];
    }
    for (int i = 1; i < rows; i++) {
      pass(b, v, i * rowStride);
    }
    int last = (rows - 1) * rowStride;
    for (int x = 0; x < rowLength; x++) {
      v[last + x] += lastVolts[x];
    }
  }

  private void gather(double[] b, int to, int from) {
    for (int x = 0; x < rowLength; x++) {
      b[to + x] += factor[from + x] * b[from + x];
    }
  }

  private void pass(double[] b, double[] v, int row) {
    int before = row - rowStride;
    for (int x = 0; x < rowLength; x++) {
      v[row + x] = factor[row + x] * (v[before + x] + segmentOhms * b[row + x]);
    }
  }

  /**
   * One half of a conjugate gradient step: takes the new direction {@code p = z + beta p}, {@code
   * ap = r + beta ap}, and gathers the currents {@code g p} that it puts into the bit lines.
   */
  void direct(
      double[] z, double[] r, double[] betas, double[] g, double[] p, double[] ap, double[] q) {
    for (int i = rows - 1; i >= 0; i--) {
      turn(z, r, betas, p, ap, i * rowStride);
      if (i == rows - 1) {
        first(g, p, q, i * rowStride);
      } else {
        next(g, p, q, i * rowStride);
      }
    }
  }

  private void turn(double[] z, double[] r, double[] betas, double[] p, double[] ap, int row) {
    for (int x = 0; x < rowLength; x++) {
      p[row + x] = z[row + x] + betas[x] * p[row + x];
    }
    for (int x = 0; x < rowLength; x++) {
      ap[row + x] = r[row + x] + betas[x] * ap[row + x];
    }
  }

  private void first(double[] g, double[] p, double[] q, int row) {
    for (int x = 0; x < rowLength; x++) {
      q[row + x] = g[row + x] * p[row + x];
    }
  }

  private void next(double[] g, double[] p, double[] q, int row) {
    int below = row + rowStride;
    for (int x = 0; x < rowLength; x++) {
      q[row + x] = g[row + x] * p[row + x] + factor[below + x] * q[below + x];
    }
  }

  /**
   * The other half: turns the gathered currents into bit-line voltages {@code q}, forms {@code sp =
   * ap - g q}, and sums {@code p sp} per column and lane.
   */
  void respond(double[] g, double[] p, double[] ap, double[] q, double[] sp, double[] columnDots) {
    java.util.Arrays.fill(columnDots, 0);
    for (int x = 0; x < rowLength; x++) {
      q[x] *= currentOhms[x];
    }
    for (int i = 0; i < rows; i++) {
      int row = i * rowStride;
      if (i > 0) {
        pass(q, q, row);
      }
      image(g, ap, q, sp, row);
      sum(p, sp, columnDots, row);
    }
  }

  private void image(double[] g, double[] ap, double[] q, double[] sp, int row) {
    for (int x = 0; x < rowLength; x++) {
      sp[row + x] = ap[row + x] - g[row + x] * q[row + x];
    }
  }

  private void sum(double[] p, double[] sp, double[] columnDots, int row) {
    for (int x = 0; x < rowLength; x++) {
      columnDots[x] += p[row + x] * sp[row + x];
    }
  }
}
