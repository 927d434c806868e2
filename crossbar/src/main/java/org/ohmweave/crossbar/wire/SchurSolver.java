package org.ohmweave.crossbar.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.ConvergenceException;
import org.ohmweave.crossbar.array.Wires;

/**
 * Conjugate gradients on the word-line Schur complement.
 *
 * <p>Kirchhoff's law at all nodes reads A W - D B = sources, with A and C tridiagonal per line and
 * D the cell conductances. Eliminating the bit lines leaves S = A - D C^-1 D, which is symmetric
 * and positive; A is its preconditioner. Because A z = r, the product A p follows from r by
 * recurrence, and a step costs one sweep along all word lines and one along all bit lines. Sources
 * enter only through the line solves.
 *
 * <p>All vectors are kept as gathered line currents, so that p A p, q C q and r A^-1 r are sums of
 * squares known before any voltage is: both step lengths are, and a step needs two passes over the
 * memory, each with the sweep along one kind of line and the gathering along the other.
 *
 * <p>Cells may carry a current of their own beside the conductance: i = g (W - B) + h.
 */
final class SchurSolver {
  static final int LANES = 8;
  private static final int RESTARTS = 6;
  private final SchurFields fields;
  private final Sweeps sweeps;
  private final int lanes;
  private final RowKernels kernels;
  private final double[] betas;
  private final double[] alphas;
  private final double[] curvature;
  private final double[] rho;
  private final double[] watts;
  private final double[] highest;
  private final double[] enough;
  private final double[] before;
  private double totalSiemens;
  private boolean cold = true;
  private int iterations;
  private @Nullable CoarseGrid grid;
  private boolean gridStale = true;
  private int lastIterations;
  private int freshIterations;

  /**
   * A solver.
   *
   * @param lanes vectors that are solved together, 1 or {@link #LANES}
   */
  SchurSolver(int rows, int columns, int lanes, Wires wires) {
    this(rows, columns, lanes, wires, KernelChoice.ROWS, KernelChoice.EIGHT);
  }

  SchurSolver(
      int rows, int columns, int lanes, Wires wires, RowKernels kernels, EightKernels eight) {
    this.lanes = lanes;
    this.kernels = kernels;
    this.fields = new SchurFields(rows, columns, lanes, wires);
    this.sweeps = lanes == 1 ? new OneVector(fields, kernels) : new EightVectors(fields, eight);
    this.betas = new double[lanes];
    this.alphas = new double[lanes];
    this.curvature = new double[lanes];
    this.rho = new double[lanes];
    this.watts = new double[lanes];
    this.highest = new double[lanes];
    this.enough = new double[lanes];
    this.before = new double[lanes];
  }

  LineFactors wordFactors() {
    return fields.words;
  }

  LineFactors bitFactors() {
    return fields.bits;
  }

  /** Copies the voltages of a single vector into rows x columns. */
  void volts(double[] word, double[] bit) {
    for (int i = 0; i < fields.rows; i++) {
      int from = i * fields.stride;
      System.arraycopy(fields.w, from, word, i * fields.columns, fields.columns);
      System.arraycopy(fields.q, from, bit, i * fields.columns, fields.columns);
    }
  }

  /**
   * Currents that the cells put into the bit lines, per column and lane, innermost lanes.
   *
   * @param amps (output) their sums
   * @param moments (output) their sums weighted with the resistance between row 0 and the cell
   */
  void columnSums(double[] amps, double[] moments) {
    Arrays.fill(amps, 0);
    Arrays.fill(moments, 0);
    for (int i = 0; i < fields.rows; i++) {
      double ohms = i * fields.bitOhms;
      for (int j = 0; j < fields.columns; j++) {
        int k = i * fields.stride + j;
        double g = fields.g[k];
        for (int lane = 0; lane < lanes; lane++) {
          double cell = g * (fields.w[k * lanes + lane] - fields.q[k * lanes + lane]);
          amps[j * lanes + lane] += cell;
          moments[j * lanes + lane] += cell * ohms;
        }
      }
    }
  }

  int iterations() {
    return iterations;
  }

  /**
   * Largest violation of Kirchhoff's law at a word-line node; bit lines obey it by construction.
   */
  double residualAmps() {
    return Residual.largestAmps(fields, kernels);
  }

  /** Takes cell conductances (rows x columns, row-major) and factorises. */
  void conductances(double[] siemens) {
    fields.conductances(siemens);
    total();
  }

  /**
   * Takes cell conductances that differ from the last ones only in some lines, and factorises
   * these.
   *
   * @param wordTouched one per word line
   * @param bitTouched one per bit line
   */
  void conductances(double[] siemens, boolean[] wordTouched, boolean[] bitTouched) {
    fields.conductances(siemens, wordTouched, bitTouched);
    total();
  }

  /** Takes the conductance of one cell and factorises its two lines. */
  void conductance(int row, int column, double siemens) {
    fields.g[fields.cell(row, column)] = siemens;
    fields.words.factorise(fields.g, row);
    fields.bits.factorise(fields.g, column);
    total();
  }

  private void total() {
    gridStale = true;
    totalSiemens = 0;
    for (double siemens : fields.g) {
      totalSiemens += siemens;
    }
  }

  /**
   * Takes currents of the cells' own (rows x columns, row-major); empty = none. One vector only.
   */
  void ownAmps(double[] amps) {
    fields.ownAmps(amps);
  }

  /** Sets the sources of one lane, in the original order of the ends. */
  void sources(int lane, double[] left, double[] right, double[] top, double[] bottom) {
    fields.sources(lane, left, right, top, bottom);
  }

  /** Forgets the last voltages. */
  void cold() {
    cold = true;
  }

  /**
   * Solves all lanes.
   *
   * @param tolerance stop when the error's energy norm is below this share of the power norm
   */
  void solve(double tolerance) {
    iterations = 0;
    int limit = 200 + 40 * (fields.rows + fields.columns);
    sweeps.start(cold);
    coarse();
    cold = true; // until there is a solution to start from
    for (int restart = 0; ; restart++) {
      sweeps.check(rho, watts, highest);
      powerScale(tolerance);
      if (done(1)) {
        break;
      }
      if (restart == RESTARTS || iterations >= limit) {
        if (done(1e6)) {
          break; // as far as rounding lets it go, and still a thousand tolerances good
        }
        throw new ConvergenceException(
            "network of " + fields.rows + " x " + fields.columns + " cells", iterations, worst());
      }
      descend(limit);
    }
    cold = false;
    lastIterations = iterations;
    freshIterations = freshIterations == 0 ? iterations : freshIterations;
  }

  /**
   * Chooses whether a coarse space helps. One that is there stays while the conductances move,
   * until it needs half as many iterations again as when it was new.
   */
  private void coarse() {
    if (!(sweeps instanceof OneVector one)) {
      return;
    }
    if (!CoarseGrid.worthwhile(fields, totalSiemens)) {
      one.coarse(null);
      return;
    }
    boolean worn = cold || lastIterations > freshIterations + freshIterations / 2;
    if (grid == null || (gridStale && worn)) {
      grid = grid == null ? new CoarseGrid(fields, kernels) : grid;
      grid.build();
      gridStale = false;
      freshIterations = 0;
    }
    one.coarse(grid);
  }

  /**
   * Tolerance squared times the power in the cells; a small share of what they could take guards
   * silent arrays.
   */
  private void powerScale(double tolerance) {
    for (int lane = 0; lane < lanes; lane++) {
      double guard = 1e-4 * totalSiemens * highest[lane] * highest[lane];
      enough[lane] = tolerance * tolerance * (watts[lane] + guard);
    }
  }

  private boolean done(double factor) {
    for (int lane = 0; lane < lanes; lane++) {
      if (!(rho[lane] <= enough[lane] * factor)) {
        return false;
      }
    }
    return true;
  }

  private double worst() {
    double worst = 0;
    for (int lane = 0; lane < lanes; lane++) {
      worst = Math.max(worst, Math.sqrt(rho[lane] / enough[lane]));
    }
    return worst;
  }

  private void descend(int limit) {
    Arrays.fill(betas, 0);
    sweeps.prepare(rho);
    do {
      sweeps.direct(betas, curvature);
      for (int lane = 0; lane < lanes; lane++) {
        // a lane that is done stands still, whatever the others do
        boolean moving = rho[lane] > enough[lane] && curvature[lane] > 0;
        alphas[lane] = moving ? rho[lane] / curvature[lane] : 0;
      }
      System.arraycopy(rho, 0, before, 0, lanes);
      sweeps.respond(alphas, rho);
      for (int lane = 0; lane < lanes; lane++) {
        betas[lane] = alphas[lane] > 0 ? rho[lane] / before[lane] : 0;
      }
      iterations++;
    } while (!done(1) && iterations < limit);
    sweeps.finish();
  }
}
