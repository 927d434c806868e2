package org.ohmweave.crossbar.wire;

import java.util.Arrays;
import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Wires;

/**
 * An array of ohmic cells between wires with resistance, solved exactly for its node voltages and
 * currents (see {@code docs/decisions/0002-word-line-schur.md}).
 *
 * <p>Repeated solves start from the last voltages. Not for concurrent use; give each thread its
 * own.
 */
public final class LinearArray {
  private static final double TOLERANCE = 1e-13;

  private final int rows;
  private final int columns;
  private final Wires wires;
  private final double[] siemens;
  private final SchurSolver single;
  private final VectorBatch batch;
  private double tolerance = TOLERANCE;
  private boolean checked;

  /**
   * An array.
   *
   * @param siemens cell conductances, rows x columns, row-major, {@code >= 0} and finite; 0 is a
   *     stuck-open cell; copied
   */
  public LinearArray(int rows, int columns, double[] siemens, Wires wires) {
    if (rows < 1 || columns < 1) {
      throw new InputException(
          "an array needs at least one row and one column, got " + rows + " x " + columns);
    }
    if (wires.ends().leftOhms().length != rows || wires.ends().topOhms().length != columns) {
      throw new InputException(
          "line ends are given for "
              + wires.ends().leftOhms().length
              + " word and "
              + wires.ends().topOhms().length
              + " bit lines, the array has "
              + rows
              + " and "
              + columns);
    }
    this.rows = rows;
    this.columns = columns;
    this.wires = wires;
    this.siemens = new double[rows * columns];
    this.single = new SchurSolver(rows, columns, 1, wires);
    this.batch = new VectorBatch(rows, columns, this.siemens, wires);
    Arrays.fill(this.siemens, -1); // every line is new
    conductances(siemens);
  }

  /** Number of word lines. */
  public int rows() {
    return rows;
  }

  /** Number of bit lines. */
  public int columns() {
    return columns;
  }

  /**
   * Replaces all conductances; the next solve starts from the last voltages. Only lines with a
   * changed cell are factorised anew.
   *
   * @param values rows x columns, row-major, siemens, {@code >= 0} and finite; copied
   */
  public void conductances(double[] values) {
    if (values.length != siemens.length) {
      throw new InputException(
          "an array of "
              + rows
              + " x "
              + columns
              + " needs "
              + siemens.length
              + " conductances, got "
              + values.length);
    }
    boolean[] wordTouched = new boolean[rows];
    boolean[] bitTouched = new boolean[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double value = values[i * columns + j];
        refuseConductance(i, j, value);
        boolean touched = value != siemens[i * columns + j];
        wordTouched[i] |= touched;
        bitTouched[j] |= touched;
      }
    }
    System.arraycopy(values, 0, siemens, 0, values.length);
    if (count(wordTouched) <= rows / 4 && count(bitTouched) <= columns / 4) {
      single.conductances(siemens, wordTouched, bitTouched);
    } else {
      single.conductances(siemens);
    }
    changed();
  }

  /**
   * Replaces the conductance of one cell; only its two lines are factorised anew, and the next
   * solve starts from the last voltages.
   *
   * @param value siemens, {@code >= 0} and finite
   */
  public void conductance(int row, int column, double value) {
    if (row < 0 || row >= rows || column < 0 || column >= columns) {
      throw new InputException(
          "cell at row "
              + row
              + ", column "
              + column
              + " is outside the array of "
              + rows
              + " x "
              + columns);
    }
    refuseConductance(row, column, value);
    siemens[row * columns + column] = value;
    single.conductance(row, column, value);
    changed();
  }

  private void changed() {
    batch.changed();
    checked = false;
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  private static void refuseConductance(int row, int column, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new InputException(
          "conductance of the cell at row "
              + row
              + ", column "
              + column
              + " must be zero or positive and finite [S], got "
              + value);
    }
  }

  /**
   * How exactly to solve.
   *
   * @param relative the error's share of the power norm at which iterations stop, 1e-15 .. 1e-3;
   *     column currents come out about as exact, relative to the largest
   */
  public LinearArray tolerance(double relative) {
    if (!(relative >= 1e-15 && relative <= 1e-3)) {
      throw new InputException("tolerance must lie in 1e-15 .. 1e-3, got " + relative);
    }
    this.tolerance = relative;
    return this;
  }

  /** Forgets the last voltages, so that the next solve does not depend on history. */
  public void cold() {
    single.cold();
  }

  /** Solves for one set of sources. */
  public ArraySolution solve(Drive drive) {
    return solve(drive, new double[0]);
  }

  /**
   * Solves with currents of the cells' own, {@code i = g v + own}, beside their conductances: one
   * step of Newton's method has the slope of the law as g and the rest of the current as own.
   *
   * @param ownAmps rows x columns, row-major, ampere, from the word to the bit line; empty = none;
   *     not modified
   */
  public ArraySolution solve(Drive drive, double[] ownAmps) {
    if (ownAmps.length != 0 && ownAmps.length != siemens.length) {
      throw new InputException(
          "own currents must be given for all " + siemens.length + " cells, got " + ownAmps.length);
    }
    check(drive);
    single.sources(0, drive.leftVolts(), drive.rightVolts(), drive.topVolts(), drive.bottomVolts());
    single.ownAmps(ownAmps);
    single.solve(tolerance);
    return collect(drive, ownAmps);
  }

  private void check(Drive drive) {
    if (drive.leftVolts().length != rows
        || drive.rightVolts().length != rows
        || drive.topVolts().length != columns
        || drive.bottomVolts().length != columns) {
      throw new InputException(
          "source voltages must be given for " + rows + " word and " + columns + " bit lines");
    }
    refuseFloating();
    single.wordFactors().checkSources("word line", drive.leftVolts(), drive.rightVolts());
    single.bitFactors().checkSources("bit line", drive.topVolts(), drive.bottomVolts());
  }

  private void refuseFloating() {
    if (!checked) {
      FloatingLines.refuse(rows, columns, siemens, wires);
      checked = true;
    }
  }

  private ArraySolution collect(Drive drive, double[] ownAmps) {
    double[] wordVolts = new double[rows * columns];
    double[] bitVolts = new double[rows * columns];
    single.volts(wordVolts, bitVolts);
    double[] rowAmps = new double[rows];
    double[] rowMoment = new double[rows];
    double[] columnAmps = new double[columns];
    double[] columnMoment = new double[columns];
    double[] amps = new double[columns];
    for (int i = 0; i < rows; i++) {
      int from = i * columns;
      for (int j = 0; j < columns; j++) {
        amps[j] = siemens[from + j] * (wordVolts[from + j] - bitVolts[from + j]);
      }
      for (int j = 0; j < ownAmps.length && j < columns; j++) {
        amps[j] += ownAmps[from + j];
      }
      double ohms = i * wires.bitOhms();
      for (int j = 0; j < columns; j++) {
        columnAmps[j] -= amps[j];
        columnMoment[j] -= amps[j] * ohms;
      }
      double sum = 0;
      double moment = 0;
      for (int j = 0; j < columns; j++) {
        sum += amps[j];
        moment += amps[j] * j;
      }
      rowAmps[i] = sum;
      rowMoment[i] = moment * wires.wordOhms();
    }
    double[] left = new double[rows];
    double[] right = new double[rows];
    double[] top = new double[columns];
    double[] bottom = new double[columns];
    double[] both = new double[2];
    for (int i = 0; i < rows; i++) {
      single
          .wordFactors()
          .endAmps(i, drive.leftVolts()[i], drive.rightVolts()[i], rowAmps[i], rowMoment[i], both);
      left[i] = both[0];
      right[i] = both[1];
    }
    for (int j = 0; j < columns; j++) {
      single
          .bitFactors()
          .endAmps(
              j, drive.topVolts()[j], drive.bottomVolts()[j], columnAmps[j], columnMoment[j], both);
      top[j] = both[0];
      bottom[j] = both[1];
    }
    return new ArraySolution(
        left, right, top, bottom, wordVolts, bitVolts, single.iterations(), single.residualAmps());
  }

  /**
   * Column currents of many input vectors, by the calling thread alone; see {@link
   * #bottomAmps(double[], int, int)}.
   */
  public double[] bottomAmps(double[] leftVolts, int vectors) {
    return bottomAmps(leftVolts, vectors, 1);
  }

  /**
   * Column currents of many input vectors on the left ends, all other sources at 0 V; eight are
   * solved together. The result of a vector agrees with {@link #solve} to the tolerance, not to the
   * last bit; it depends neither on the vectors beside it in its eight nor on the number of
   * threads.
   *
   * @param leftVolts vectors x rows, row-major
   * @param threads how many threads share the work, {@code >= 1}; each needs about 350 bytes per
   *     cell
   * @return currents into the bottom sources, vectors x columns, row-major
   */
  public double[] bottomAmps(double[] leftVolts, int vectors, int threads) {
    if (vectors < 0 || leftVolts.length != vectors * rows) {
      throw new InputException(
          vectors
              + " vectors for "
              + rows
              + " word lines need "
              + vectors * rows
              + " voltages, got "
              + leftVolts.length);
    }
    if (threads < 1) {
      throw new InputException("threads must be at least 1, got " + threads);
    }
    refuseFloating();
    return batch.bottomAmps(leftVolts, vectors, tolerance, threads);
  }

  /**
   * Current into each bottom source for 1 V on one left source and 0 V on all others: rows x
   * columns, siemens.
   */
  public double[] effectiveSiemens() {
    double[] unit = new double[rows * rows];
    for (int i = 0; i < rows; i++) {
      unit[i * rows + i] = 1;
    }
    return bottomAmps(unit, rows);
  }
}
