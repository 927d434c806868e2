package org.ohmweave.crossbar.wire;

import java.util.Arrays;

/**
 * A coarse space for heavily loaded arrays. What the line solves leave slow are word-line voltages
 * that are smooth in both directions; products of hat functions over a few rows and columns span
 * them. The coarse solution Z E^-1 Z^T r, with E = Z^T S Z, is added to A^-1 r.
 *
 * <p>A coarse function is linear between its nodes, so that A Z u is g Z u and kinks at node
 * columns; a search direction is kept as the gathered currents of its fine part beside its coarse
 * part, and no further pass over the memory is needed. Row nodes lie between blocks of {@link
 * SchurFields#SIDE} rows.
 *
 * <p>An inexact E is still a preconditioner, so it may outlive small changes of the conductances.
 */
final class CoarseGrid {
  private static final int SIDE = SchurFields.SIDE;
  private static final int STRIP = 64;

  /** Node distance below which the hats add nothing, and the most nodes per direction. */
  private static final int LEAST_SPACING = 16;

  private static final int MOST = 16;

  /** Load beyond which a few coarse solves cost less than the iterations that they save. */
  private static final double HEAVY = 100;

  final int rowNodes;
  final int columnNodes;
  private final SchurFields s;
  private final RowKernels kernels;

  /** First block of each interval between row nodes, and one past the last. */
  private final int[] blockNode;

  private final int[] columnNode;

  /** Share of the next row node per row. */
  private final double[] share;

  /** Index of the column node at or left of each column, and the share of the next. */
  private final int[] left;

  private final double[] rightShare;
  private final int size;
  private final int band;
  private final double[] factor;

  /** A coarse vector interpolated along columns, and residuals summed along rows. */
  private final double[] expanded;

  private final double[] restricted;

  /** Restricted residual, its coarse solution, and the same of the direction. */
  final double[] residual;

  final double[] correction;
  final double[] direction;
  private final double[] pulled;

  /** Coarse part of the solution since the last fold. */
  final double[] solution;

  CoarseGrid(SchurFields fields, RowKernels kernels) {
    this.s = fields;
    this.kernels = kernels;
    this.rowNodes = nodes(s.rows);
    this.columnNodes = nodes(s.columns);
    this.size = rowNodes * columnNodes;
    this.band = 2 * rowNodes;
    this.blockNode = new int[rowNodes];
    for (int a = 0; a < rowNodes; a++) {
      blockNode[a] = Math.round((float) a * s.blocks / (rowNodes - 1));
    }
    this.columnNode = new int[columnNodes];
    for (int a = 0; a < columnNodes; a++) {
      columnNode[a] = Math.round((float) a * (s.columns - 1) / (columnNodes - 1));
    }
    this.share = new double[s.blocks * SIDE];
    for (int i = 0; i < share.length; i++) {
      int a = interval(i / SIDE);
      share[i] = (i - SIDE * blockNode[a]) / (double) (SIDE * (blockNode[a + 1] - blockNode[a]));
    }
    this.left = new int[s.columns];
    this.rightShare = new double[s.columns];
    for (int j = 0, a = 0; j < s.columns; j++) {
      if (a < columnNodes - 2 && j >= columnNode[a + 1]) {
        a++;
      }
      left[j] = a;
      rightShare[j] = (j - columnNode[a]) / (double) (columnNode[a + 1] - columnNode[a]);
    }
    this.factor = new double[size * (band + 1)];
    this.expanded = new double[rowNodes * s.width];
    this.restricted = new double[rowNodes * s.width];
    this.residual = new double[size];
    this.correction = new double[size];
    this.direction = new double[size];
    this.pulled = new double[size];
    this.solution = new double[size];
  }

  private static int nodes(int cells) {
    return Math.min(MOST, cells / LEAST_SPACING);
  }

  /**
   * Whether an array is large and loaded enough, and its word lines fit the hats: a resistance in
   * each segment and at each connected end.
   */
  static boolean worthwhile(SchurFields s, double totalSiemens) {
    if (s.lanes != 1 || nodes(s.rows) < 4 || nodes(s.columns) < 4) {
      return false;
    }
    for (int i = 0; i < s.rows; i++) {
      if (s.words.fixed[i] || s.words.nearOhms(i) == 0) {
        return false;
      }
    }
    double mean = totalSiemens / ((double) s.rows * s.columns);
    double word = mean * s.wordOhms * s.columns * s.columns;
    double bit = mean * s.bitOhms * s.rows * s.rows;
    return word > 0 && bit > 0 && word * bit > HEAVY * (word + bit);
  }

  private int interval(int block) {
    int a = 0;
    while (a < rowNodes - 2 && block >= blockNode[a + 1]) {
      a++;
    }
    return a;
  }

  /** Index of the coarse function at row node a, column node b. */
  private int at(int a, int b) {
    return b * rowNodes + a;
  }

  // ---- building -------------------------------------------------------------------------------

  /** Computes and factorises E; uses q as workspace. */
  void build() {
    Arrays.fill(factor, 0);
    addWordLines();
    double[] response = new double[rowNodes * rowNodes * s.width];
    double[] tile = new double[SIDE * STRIP];
    double[] above = new double[s.width];
    double[] unused = new double[s.width];
    for (int x = 0; x < s.width; x += STRIP) {
      int n = Math.min(STRIP, s.width - x);
      for (int a = 0; a < rowNodes; a++) {
        respond(a, x, n, tile, above, unused, response);
      }
    }
    for (int a = 0; a < rowNodes; a++) {
      for (int c = 0; c < rowNodes; c++) {
        int from = (c * rowNodes + a) * s.width;
        for (int j = 0; j < s.columns; j++) {
          addColumn(a, c, j, -response[from + j]);
        }
      }
    }
    decompose();
  }

  /**
   * What the bit lines answer to the hat of one row node, restricted to all row nodes per column.
   */
  private void respond(
      int a, int x, int n, double[] tile, double[] above, double[] unused, double[] response) {
    for (int block = s.blocks - 1; block >= 0; block--) {
      int from = interval(block);
      for (int i = 0; i < SIDE; i++) {
        int row = block * SIDE + i;
        double hat = from == a ? 1 - share[row] : from + 1 == a ? share[row] : 0;
        Arrays.fill(tile, i * STRIP, i * STRIP + n, hat);
      }
      kernels.gather(s, tile, 0, STRIP, block * SIDE * s.stride + x, x, n, unused);
    }
    for (int j = x; j < x + n; j++) {
      above[j] = s.bits.currentOhms[j] * s.q[j];
    }
    for (int block = 0; block < s.blocks; block++) {
      kernels.pass(s, block == 0, above, tile, STRIP, block * SIDE * s.stride + x, x, n, false);
      int c = interval(block);
      kernels.restrict(
          tile,
          STRIP,
          n,
          share,
          block * SIDE,
          response,
          (c * rowNodes + a) * s.width + x,
          ((c + 1) * rowNodes + a) * s.width + x);
    }
  }

  /** Z^T A Z. */
  private void addWordLines() {
    double[] sums = new double[3 * s.columns];
    for (int a = 0; a + 1 < rowNodes; a++) {
      Arrays.fill(sums, 0);
      for (int i = SIDE * blockNode[a]; i < Math.min(s.rows, SIDE * blockNode[a + 1]); i++) {
        double t = share[i];
        for (int j = 0; j < s.columns; j++) {
          double g = s.g[i * s.stride + j];
          sums[j] += (1 - t) * (1 - t) * g;
          sums[s.columns + j] += t * (1 - t) * g;
          sums[2 * s.columns + j] += t * t * g;
        }
        addWires(a, i, t);
      }
      for (int j = 0; j < s.columns; j++) {
        addColumn(a, a, j, sums[j]);
        addColumn(a, a + 1, j, sums[s.columns + j]);
        addColumn(a + 1, a, j, sums[s.columns + j]);
        addColumn(a + 1, a + 1, j, sums[2 * s.columns + j]);
      }
    }
  }

  private void addWires(int a, int i, double t) {
    for (int b = 0; b + 1 < columnNodes; b++) {
      double siemens = 1 / (s.wordOhms * (columnNode[b + 1] - columnNode[b]));
      addRow(a, t, b, b, siemens);
      addRow(a, t, b + 1, b + 1, siemens);
      addRow(a, t, b + 1, b, -siemens);
    }
    addRow(a, t, 0, 0, 1 / s.words.nearOhms(i));
    addRow(a, t, columnNodes - 1, columnNodes - 1, s.words.farSiemens[i]);
  }

  private void addRow(int a, double t, int b, int d, double value) {
    add(at(a, b), at(a, d), (1 - t) * (1 - t) * value);
    add(at(a + 1, b), at(a + 1, d), t * t * value);
    add(at(a + 1, b), at(a, d), t * (1 - t) * value);
    if (b != d) {
      add(at(a, b), at(a + 1, d), t * (1 - t) * value);
    }
  }

  private void addColumn(int a, int c, int j, double value) {
    int b = left[j];
    double t = rightShare[j];
    add(at(a, b), at(c, b), (1 - t) * (1 - t) * value);
    add(at(a, b + 1), at(c, b), t * (1 - t) * value);
    add(at(a, b + 1), at(c, b + 1), t * t * value);
  }

  /** Adds to the lower triangle. */
  private void add(int row, int column, double value) {
    if (column <= row) {
      factor[row * (band + 1) + band + column - row] += value;
    }
  }

  /** Cholesky factor in the band. */
  private void decompose() {
    for (int i = 0; i < size; i++) {
      int first = Math.max(0, i - band);
      for (int j = first; j <= i; j++) {
        double sum = factor[i * (band + 1) + band + j - i];
        for (int k = Math.max(first, j - band); k < j; k++) {
          sum -= factor[i * (band + 1) + band + k - i] * factor[j * (band + 1) + band + k - j];
        }
        factor[i * (band + 1) + band + j - i] =
            i == j ? Math.sqrt(sum) : sum / factor[j * (band + 1) + band];
      }
    }
  }

  // ---- using ----------------------------------------------------------------------------------

  /** Forgets directions and restricted residuals. */
  void reset() {
    Arrays.fill(direction, 0);
    Arrays.fill(pulled, 0);
    Arrays.fill(solution, 0);
  }

  /** Starts summing the residual of the word lines against the hats. */
  void beginRestriction() {
    Arrays.fill(restricted, 0);
  }

  /** Sums a tile of the gathered residual. */
  void restrict(double[] c, int block, int x, int n) {
    int a = interval(block);
    kernels.restrictGathered(
        s,
        c,
        share,
        block * SIDE,
        block * SIDE * s.stride + x,
        n,
        restricted,
        a * s.width + x,
        (a + 1) * s.width + x);
  }

  /** Ends the sum, solves, and returns what the coarse part adds to {@code r z}. */
  double solve() {
    Arrays.fill(residual, 0);
    for (int a = 0; a < rowNodes; a++) {
      for (int j = 0; j < s.columns; j++) {
        double value = restricted[a * s.width + j];
        residual[at(a, left[j])] += (1 - rightShare[j]) * value;
        residual[at(a, left[j] + 1)] += rightShare[j] * value;
      }
    }
    double[] y = correction;
    for (int i = 0; i < size; i++) {
      double sum = residual[i];
      for (int k = Math.max(0, i - band); k < i; k++) {
        sum -= factor[i * (band + 1) + band + k - i] * y[k];
      }
      y[i] = sum / factor[i * (band + 1) + band];
    }
    for (int i = size - 1; i >= 0; i--) {
      double value = y[i] / factor[i * (band + 1) + band];
      y[i] = value;
      for (int k = Math.max(0, i - band); k < i; k++) {
        y[k] -= factor[i * (band + 1) + band + k - i] * value;
      }
    }
    double dot = 0;
    for (int i = 0; i < size; i++) {
      dot += residual[i] * y[i];
    }
    return dot;
  }

  /** Turns the direction. */
  void turn(double beta) {
    for (int i = 0; i < size; i++) {
      direction[i] = correction[i] + beta * direction[i];
      pulled[i] = residual[i] + beta * pulled[i];
    }
    expand(direction);
  }

  /** Steps along the direction. */
  void step(double alpha) {
    for (int i = 0; i < size; i++) {
      solution[i] += alpha * direction[i];
    }
  }

  /** Interpolates a coarse vector along columns, for use by tiles. */
  void expand(double[] coarse) {
    for (int a = 0; a < rowNodes; a++) {
      for (int j = 0; j < s.columns; j++) {
        double t = rightShare[j];
        expanded[a * s.width + j] =
            (1 - t) * coarse[at(a, left[j])] + t * coarse[at(a, left[j] + 1)];
      }
    }
  }

  /** Adds the expanded vector to a tile, and {@code g} times its squares to {@code sums}. */
  void lift(double[] tile, int stride, int block, int x, int n, double[] sums) {
    int a = interval(block);
    kernels.lift(
        s,
        tile,
        stride,
        share,
        block * SIDE,
        block * SIDE * s.stride + x,
        n,
        expanded,
        a * s.width + x,
        (a + 1) * s.width + x,
        sums,
        x);
  }

  /**
   * Subtracts the expanded vector's A Z u from a tile of currents.
   *
   * @param coarse the vector that has been expanded
   */
  void lower(double[] tile, int stride, int block, int x, int n, double[] coarse) {
    int a = interval(block);
    kernels.lower(
        s,
        tile,
        stride,
        share,
        block * SIDE,
        block * SIDE * s.stride + x,
        n,
        expanded,
        a * s.width + x,
        (a + 1) * s.width + x);
    for (int b = 0; b < columnNodes; b++) {
      int k = columnNode[b] - x;
      if (k < 0 || k >= n) {
        continue;
      }
      double first = kink(coarse, a, b);
      double second = kink(coarse, a + 1, b);
      for (int i = 0; i < SIDE && block * SIDE + i < s.rows; i++) {
        int row = block * SIDE + i;
        double t = share[row];
        double ends = 0;
        if (b == 0) {
          ends = 1 / s.words.nearOhms(row);
        } else if (b == columnNodes - 1) {
          ends = s.words.farSiemens[row];
        }
        double volts = (1 - t) * coarse[at(a, b)] + t * coarse[at(a + 1, b)];
        tile[i * stride + k] -= (1 - t) * first + t * second + ends * volts;
      }
    }
  }

  /** Current that the wires of a row at a row node carry out of a node column. */
  private double kink(double[] coarse, int a, int b) {
    double amps = 0;
    if (b > 0) {
      amps +=
          (coarse[at(a, b)] - coarse[at(a, b - 1)])
              / (s.wordOhms * (columnNode[b] - columnNode[b - 1]));
    }
    if (b < columnNodes - 1) {
      amps +=
          (coarse[at(a, b)] - coarse[at(a, b + 1)])
              / (s.wordOhms * (columnNode[b + 1] - columnNode[b]));
    }
    return amps;
  }

  /**
   * What the coarse part adds to {@code p A p}: twice its product with the fine part, and its own.
   *
   * @param cells {@code g} times squares, as summed by {@link #lift}
   */
  double curvature(double cells) {
    double mixed = 0;
    for (int i = 0; i < size; i++) {
      mixed += direction[i] * pulled[i];
    }
    double wires = 0;
    for (int block = 0; block < s.blocks; block++) {
      int a = interval(block);
      for (int i = 0; i < SIDE && block * SIDE + i < s.rows; i++) {
        wires += wirePower(block * SIDE + i, a);
      }
    }
    return 2 * mixed + cells + wires;
  }

  private double wirePower(int row, int a) {
    double t = share[row];
    double before = (1 - t) * direction[at(a, 0)] + t * direction[at(a + 1, 0)];
    double watts = before * before / s.words.nearOhms(row);
    for (int b = 1; b < columnNodes; b++) {
      double volts = (1 - t) * direction[at(a, b)] + t * direction[at(a + 1, b)];
      double drop = volts - before;
      watts += drop * drop / (s.wordOhms * (columnNode[b] - columnNode[b - 1]));
      before = volts;
    }
    return watts + before * before * s.words.farSiemens[row];
  }
}
