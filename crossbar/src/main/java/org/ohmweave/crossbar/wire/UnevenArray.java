package org.ohmweave.crossbar.wire;

import java.util.Arrays;
import org.ohmweave.core.ConvergenceException;
import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Segments;

/**
 * An array of ohmic cells between wires whose segments differ, broken ones included, solved exactly
 * by conjugate gradients on the word-line Schur complement ({@code
 * docs/decisions/0002-word-line-schur.md}). {@link LinearArray} does the same faster where all
 * segments of a direction are alike.
 *
 * <p>Repeated solves start from the last voltages. Not for concurrent use.
 */
public final class UnevenArray implements LinearNetwork {
  private static final int RESTARTS = 6;
  private static final double TOLERANCE = 1e-13;
  private static final double[] SILENT = new double[0];
  private final int rows;
  private final int columns;
  private final int cells;
  private final Ladder words;
  private final Ladder bits;
  private final double[] g;
  private final double[] w;
  private final double[] b;
  private final double[] r;
  private final double[] z;
  private final double[] p;
  private final double[] ap;
  private final double[] q;
  private final double[] work;
  private boolean checked;
  private int iterations;

  /**
   * An array.
   *
   * @param siemens cell conductances, rows x columns, row-major, {@code >= 0} and finite; copied
   * @param ends how the lines end; not both ends of a line may be 0 ohm
   */
  public UnevenArray(double[] siemens, Segments segments, Ends ends) {
    this.rows = segments.rows();
    this.columns = segments.columns();
    this.cells = rows * columns;
    if (ends.leftOhms().length != rows || ends.topOhms().length != columns) {
      throw new InputException(
          "line ends are given for "
              + ends.leftOhms().length
              + " word and "
              + ends.topOhms().length
              + " bit lines, the array has "
              + rows
              + " and "
              + columns);
    }
    this.words =
        new Ladder(
            "word line",
            rows,
            columns,
            columns,
            1,
            segments.wordOhms(),
            columns - 1,
            1,
            ends.leftOhms(),
            ends.rightOhms());
    this.bits =
        new Ladder(
            "bit line",
            columns,
            rows,
            1,
            columns,
            segments.bitOhms(),
            1,
            columns,
            ends.topOhms(),
            ends.bottomOhms());
    this.g = new double[cells];
    this.w = new double[cells];
    this.b = new double[cells];
    this.r = new double[cells];
    this.z = new double[cells];
    this.p = new double[cells];
    this.ap = new double[cells];
    this.q = new double[cells];
    this.work = new double[cells];
    conductances(siemens);
  }

  @Override
  public void conductances(double[] siemens) {
    if (siemens.length != cells) {
      throw new InputException(
          "an array of "
              + rows
              + " x "
              + columns
              + " needs "
              + cells
              + " conductances, got "
              + siemens.length);
    }
    for (int k = 0; k < cells; k++) {
      if (!(siemens[k] >= 0) || Double.isInfinite(siemens[k])) {
        throw new InputException(
            "conductance of the cell at row "
                + k / columns
                + ", column "
                + k % columns
                + " must be zero or positive and finite [S], got "
                + siemens[k]);
      }
    }
    System.arraycopy(siemens, 0, g, 0, cells);
    words.factorise(g);
    bits.factorise(g);
    checked = false;
  }

  @Override
  public void cold() {
    Arrays.fill(b, 0);
  }

  /** Solves for one set of sources. */
  public ArraySolution solve(Drive drive) {
    return solve(drive, SILENT, TOLERANCE);
  }

  @Override
  public ArraySolution solve(Drive drive, double[] ownAmps, double relative) {
    if (drive.leftVolts().length != rows
        || drive.rightVolts().length != rows
        || drive.topVolts().length != columns
        || drive.bottomVolts().length != columns) {
      throw new InputException(
          "source voltages must be given for " + rows + " word and " + columns + " bit lines");
    }
    if (!checked) {
      FloatingPieces.refuse(words, bits, g);
      checked = true;
    }
    iterations = 0;
    int limit = 200 + 40 * (rows + columns);
    double[] own = ownAmps.length == 0 ? new double[cells] : ownAmps;
    for (int restart = 0; ; restart++) {
      residual(drive, own);
      double rho = precondition();
      double enough = scale(relative);
      if (rho <= enough) {
        return collect(drive, own);
      }
      if (restart == RESTARTS || iterations >= limit) {
        if (rho <= 1e6 * enough) {
          return collect(drive, own); // as far as rounding lets it go
        }
        throw new ConvergenceException(
            "network of " + rows + " x " + columns + " cells with uneven wires",
            iterations,
            Math.sqrt(rho / enough));
      }
      descend(rho, enough, limit);
    }
  }

  /** W from B, B from W, and what the word lines then miss. */
  private void residual(Drive drive, double[] own) {
    for (int k = 0; k < cells; k++) {
      work[k] = g[k] * b[k] - own[k];
    }
    words.solve(work, w, drive.leftVolts(), drive.rightVolts());
    for (int k = 0; k < cells; k++) {
      work[k] = g[k] * w[k] + own[k];
    }
    bits.solve(work, q, drive.topVolts(), drive.bottomVolts());
    for (int k = 0; k < cells; k++) {
      r[k] = g[k] * (q[k] - b[k]);
    }
    System.arraycopy(q, 0, b, 0, cells);
  }

  private double precondition() {
    System.arraycopy(r, 0, work, 0, cells);
    words.solve(work, z, SILENT, SILENT);
    return dot(r, z);
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += x[k] * y[k];
    }
    return sum;
  }

  /** Tolerance squared times the power in the cells, as in the other solver. */
  private double scale(double relative) {
    double power = 0;
    double total = 0;
    double high = 0;
    for (int k = 0; k < cells; k++) {
      double across = w[k] - b[k];
      power += g[k] * across * across;
      total += g[k];
      high = Math.max(high, Math.max(Math.abs(w[k]), Math.abs(b[k])));
    }
    return relative * relative * (power + 1e-4 * total * high * high);
  }

  private void descend(double start, double enough, int limit) {
    double rho = start;
    double beta = 0;
    while (rho > enough && iterations < limit) {
      for (int k = 0; k < cells; k++) {
        p[k] = z[k] + (beta == 0 ? 0 : beta * p[k]);
        ap[k] = r[k] + (beta == 0 ? 0 : beta * ap[k]);
        work[k] = g[k] * p[k];
      }
      bits.solve(work, q, SILENT, SILENT);
      double curvature = 0;
      for (int k = 0; k < cells; k++) {
        work[k] = ap[k] - g[k] * q[k];
        curvature += p[k] * work[k];
      }
      if (!(curvature > 0)) {
        return;
      }
      double step = rho / curvature;
      for (int k = 0; k < cells; k++) {
        w[k] += step * p[k];
        b[k] += step * q[k];
        r[k] -= step * work[k];
      }
      double before = rho;
      rho = precondition();
      beta = rho / before;
      iterations++;
    }
  }

  private ArraySolution collect(Drive drive, double[] own) {
    double worst = 0;
    double[] amps = new double[cells];
    double[] drawn = new double[cells];
    for (int k = 0; k < cells; k++) {
      worst = Math.max(worst, Math.abs(r[k]));
      amps[k] = g[k] * (w[k] - b[k]) + own[k];
      drawn[k] = -amps[k];
    }
    double[] left = new double[rows];
    double[] right = new double[rows];
    double[] top = new double[columns];
    double[] bottom = new double[columns];
    double[] both = new double[2];
    for (int i = 0; i < rows; i++) {
      words.endAmps(i, amps, drive.leftVolts()[i], drive.rightVolts()[i], both);
      left[i] = both[0];
      right[i] = both[1];
    }
    for (int j = 0; j < columns; j++) {
      bits.endAmps(j, drawn, drive.topVolts()[j], drive.bottomVolts()[j], both);
      top[j] = both[0];
      bottom[j] = both[1];
    }
    return new ArraySolution(left, right, top, bottom, w.clone(), b.clone(), iterations, worst);
  }
}
