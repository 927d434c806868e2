package org.ohmweave.crossbar.wire;

import java.util.Arrays;
import org.ohmweave.core.ConvergenceException;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;

/**
 * Conjugate gradients on the word-line Schur complement.
 *
 * <p>Kirchhoff's law at all nodes reads A W - D B = sources, C B - D W = sources, with A and C
 * tridiagonal per line and D the cell conductances. Eliminating the bit lines leaves S = A - D C^-1
 * D, which is symmetric and positive; A is its preconditioner. Because A z = r, the product A p
 * follows from r by recurrence, and a step costs one sweep along all word lines and one along all
 * bit lines. Sources enter only through the line solves: W = A^-1(D B), B' = C^-1(D W), r = D (B' -
 * B) is the residual whatever B was, which also makes the warm start.
 *
 * <p>Cells may carry a current of their own beside the conductance: i = g (W - B) + h.
 */
final class SchurSolver {
  private static final int RESTARTS = 6;
  private final int rows;
  private final int columns;
  private final int lanes;
  private final int stride;
  private final int rowStride;
  private final LineFactors wordFactors;
  private final LineFactors bitFactors;
  private final WordSweep words;
  private final BitSweep bits;
  private final double[] g;
  private final double[] w;
  private final double[] b;
  private final double[] r;
  private final double[] z;
  private final double[] p;
  private final double[] ap;
  private final double[] q;
  private final double[] sp;
  private final double[] betas;
  private final double[] alphas;
  private final double[] columnDots;
  private final double[] rho;
  private final double[] zeroWords;
  private final double[] zeroBits;
  private final double[] wordNear;
  private final double[] wordLast;
  private final double[] bitNear;
  private final double[] bitLast;
  private final double[] bitFar;
  private final double[] bitBeforeLast;
  private double[] ownAmps = new double[0];
  private int iterations;
  private double residualAmps;

  SchurSolver(int rows, int columns, int lanes, Wires wires) {
    this.rows = rows;
    this.columns = columns;
    this.lanes = lanes;
    this.stride = paddedStride(columns);
    this.rowStride = stride * lanes;
    int cells = rows * stride;
    int size = cells * lanes;
    Ends ends = wires.ends();
    this.wordFactors =
        new LineFactors(
            rows, columns, wires.wordOhms(), stride, 1, cells, ends.leftOhms(), ends.rightOhms());
    this.bitFactors =
        new LineFactors(
            columns, rows, wires.bitOhms(), 1, stride, cells, ends.topOhms(), ends.bottomOhms());
    this.words = new WordSweep(wordFactors, lanes);
    this.bits = new BitSweep(rows, columns, stride, lanes, wires.bitOhms());
    this.g = new double[size];
    this.w = new double[size];
    this.b = new double[size];
    this.r = new double[size];
    this.z = new double[size];
    this.p = new double[size];
    this.ap = new double[size];
    this.q = new double[size];
    this.sp = new double[size];
    this.betas = new double[columns * lanes];
    this.alphas = new double[columns * lanes];
    this.columnDots = new double[columns * lanes];
    this.rho = new double[lanes];
    this.zeroWords = new double[rows * lanes];
    this.zeroBits = new double[columns * lanes];
    this.wordNear = new double[rows * lanes];
    this.wordLast = new double[rows * lanes];
    this.bitNear = new double[columns * lanes];
    this.bitLast = new double[columns * lanes];
    this.bitFar = new double[columns * lanes];
    this.bitBeforeLast = new double[columns * lanes];
  }

  /**
   * Rows start on a cache line and never a power of two apart, which would map them to one cache
   * set.
   */
  static int paddedStride(int columns) {
    int whole = (columns + 7) / 8 * 8;
    return whole % 32 == 0 ? whole + 8 : whole;
  }

  int index(int row, int column, int lane) {
    return (row * stride + column) * lanes + lane;
  }

  LineFactors wordFactors() {
    return wordFactors;
  }

  LineFactors bitFactors() {
    return bitFactors;
  }

  double wordVolts(int row, int column, int lane) {
    return w[index(row, column, lane)];
  }

  double bitVolts(int row, int column, int lane) {
    return b[index(row, column, lane)];
  }

  int iterations() {
    return iterations;
  }

  double residualAmps() {
    return residualAmps;
  }

  /** Takes cell conductances (rows x columns, row-major) and factorises. */
  void conductances(double[] siemens) {
    double[] cells = new double[rows * stride];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(siemens, i * columns, cells, i * stride, columns);
    }
    wordFactors.factorise(cells);
    bitFactors.factorise(cells);
    bits.take(bitFactors, lanes);
    for (int k = 0; k < cells.length; k++) {
      Arrays.fill(g, k * lanes, (k + 1) * lanes, cells[k]);
    }
  }

  /**
   * Takes currents of the cells' own (rows x columns, row-major); empty = none. One vector only.
   */
  void ownAmps(double[] amps) {
    ownAmps = amps.length == 0 ? amps : new double[rows * rowStride];
    for (int i = 0; i < rows && amps.length > 0; i++) {
      System.arraycopy(amps, i * columns, ownAmps, i * rowStride, columns);
    }
  }

  /** Sets the sources of one lane, in the original order of the ends. */
  void sources(int lane, double[] left, double[] right, double[] top, double[] bottom) {
    for (int i = 0; i < rows; i++) {
      boolean swapped = wordFactors.swapped[i];
      double near = swapped ? right[i] : left[i];
      double far = swapped ? left[i] : right[i];
      wordNear[i * lanes + lane] = near(wordFactors, i, near);
      wordLast[i * lanes + lane] = wordFactors.fixed[i] ? far : far * wordFactors.farSiemens[i];
    }
    for (int j = 0; j < columns; j++) {
      boolean swapped = bitFactors.swapped[j];
      double near = swapped ? bottom[j] : top[j];
      double far = swapped ? top[j] : bottom[j];
      int x = j * lanes + lane;
      bitNear[x] = near(bitFactors, j, near);
      bitLast[x] = bitFactors.fixed[j] ? far : 0;
      bitFar[x] = bitFactors.fixed[j] ? 0 : far * bitFactors.farSiemens[j];
      bitBeforeLast[x] = bitFactors.fixed[j] ? far / bitFactors.segmentOhms : 0;
    }
  }

  private static double near(LineFactors f, int line, double volts) {
    return f.sourceShare[line] == 0 ? 0 : f.sourceShare[line] * volts;
  }

  /** Forgets the last voltages. */
  void cold() {
    Arrays.fill(b, 0);
  }

  /**
   * Solves all lanes.
   *
   * @param tolerance stop when the error's energy norm is below this share of the power norm
   */
  void solve(double tolerance) {
    iterations = 0;
    int limit = 200 + 40 * (rows + columns);
    double[] enough = new double[lanes];
    for (int restart = 0; ; restart++) {
      residual();
      words.solve(r, z, zeroWords, zeroWords, rho);
      powerScale(enough, tolerance);
      if (done(enough)) {
        break;
      }
      if (restart == RESTARTS || iterations >= limit) {
        if (done(times(enough, 1e6))) {
          break; // as far as rounding lets it go, and still a thousand tolerances good
        }
        throw new ConvergenceException(
            "network of " + rows + " x " + columns + " cells", iterations, worst(enough));
      }
      descend(enough, limit);
    }
    residualAmps = 0;
    for (int i = 0; i < rows; i++) {
      for (int x = 0; x < columns * lanes; x++) {
        residualAmps = Math.max(residualAmps, Math.abs(r[i * rowStride + x]));
      }
    }
  }

  /** W from B, B from W, and the residual D (new B - old B) of the word lines. */
  private void residual() {
    for (int k = 0; k < z.length; k++) {
      z[k] = g[k] * b[k];
    }
    for (int k = 0; k < ownAmps.length; k++) {
      z[k] -= ownAmps[k];
    }
    addWordSources(z);
    words.solve(z, w, wordNear, fixedWords(), rho);
    for (int k = 0; k < z.length; k++) {
      z[k] = g[k] * w[k];
    }
    for (int k = 0; k < ownAmps.length; k++) {
      z[k] += ownAmps[k];
    }
    int last = (rows - 1) * rowStride;
    for (int x = 0; x < columns * lanes; x++) {
      z[last + x] += bitFar[x];
    }
    if (rows > 1) {
      for (int x = 0; x < columns * lanes; x++) {
        z[last - rowStride + x] += bitBeforeLast[x];
      }
    }
    bits.solve(z, q, bitNear, bitLast);
    for (int k = 0; k < r.length; k++) {
      r[k] = g[k] * (q[k] - b[k]);
    }
    System.arraycopy(q, 0, b, 0, b.length);
  }

  private void addWordSources(double[] into) {
    for (int i = 0; i < rows; i++) {
      int last = index(i, columns - 1, 0);
      for (int lane = 0; lane < lanes; lane++) {
        double value = wordLast[i * lanes + lane];
        if (wordFactors.fixed[i]) {
          into[last - lanes + lane] += value / wordFactors.segmentOhms;
        } else {
          into[last + lane] += value;
        }
      }
    }
  }

  private double[] fixedWords() {
    double[] volts = new double[rows * lanes];
    for (int i = 0; i < rows; i++) {
      for (int lane = 0; lane < lanes && wordFactors.fixed[i]; lane++) {
        volts[i * lanes + lane] = wordLast[i * lanes + lane];
      }
    }
    return volts;
  }

  /**
   * Tolerance squared times the power in the cells; a small share of what they could take guards
   * silent arrays.
   */
  private void powerScale(double[] scale, double tolerance) {
    Arrays.fill(scale, 0);
    double[] total = new double[lanes];
    double[] high = new double[lanes];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        for (int lane = 0; lane < lanes; lane++) {
          int k = index(i, j, lane);
          double across = w[k] - b[k];
          scale[lane] += g[k] * across * across;
          total[lane] += g[k];
          high[lane] = Math.max(high[lane], Math.max(Math.abs(w[k]), Math.abs(b[k])));
        }
      }
    }
    for (int lane = 0; lane < lanes; lane++) {
      scale[lane] =
          tolerance * tolerance * (scale[lane] + 1e-4 * total[lane] * high[lane] * high[lane]);
    }
  }

  private boolean done(double[] enough) {
    for (int lane = 0; lane < lanes; lane++) {
      if (!(rho[lane] <= enough[lane])) {
        return false;
      }
    }
    return true;
  }

  private static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(v -> v * factor).toArray();
  }

  private double worst(double[] enough) {
    double worst = 0;
    for (int lane = 0; lane < lanes; lane++) {
      worst = Math.max(worst, Math.sqrt(rho[lane] / enough[lane]));
    }
    return worst;
  }

  private void descend(double[] enough, int limit) {
    double[] before = new double[lanes];
    Arrays.fill(p, 0);
    Arrays.fill(ap, 0);
    Arrays.fill(betas, 0);
    while (true) {
      bits.direct(z, r, betas, g, p, ap, q);
      bits.respond(g, p, ap, q, sp, columnDots);
      stepLengths(enough);
      move();
      System.arraycopy(rho, 0, before, 0, lanes);
      words.solve(r, z, zeroWords, zeroWords, rho);
      iterations++;
      if (done(enough) || iterations >= limit) {
        return;
      }
      for (int x = 0; x < betas.length; x++) {
        int lane = x % lanes;
        betas[x] = before[lane] > 0 ? rho[lane] / before[lane] : 0;
      }
    }
  }

  private void stepLengths(double[] enough) {
    for (int lane = 0; lane < lanes; lane++) {
      double curvature = 0;
      for (int x = lane; x < columnDots.length; x += lanes) {
        curvature += columnDots[x];
      }
      boolean moving = rho[lane] > 0.01 * enough[lane] && curvature > 0;
      double step = moving ? rho[lane] / curvature : 0;
      for (int x = lane; x < alphas.length; x += lanes) {
        alphas[x] = step;
      }
    }
  }

  private void move() {
    for (int i = 0; i < rows; i++) {
      int row = i * rowStride;
      step(w, p, row);
      step(b, q, row);
      fall(row);
    }
  }

  private void step(double[] y, double[] x, int row) {
    for (int k = 0; k < alphas.length; k++) {
      y[row + k] += alphas[k] * x[row + k];
    }
  }

  private void fall(int row) {
    for (int k = 0; k < alphas.length; k++) {
      r[row + k] -= alphas[k] * sp[row + k];
    }
  }
}
