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
  private static final int LANES = 8;
  private static final double TOLERANCE = 1e-13;

  private final int rows;
  private final int columns;
  private final Wires wires;
  private final double[] siemens;
  private final SchurSolver single;
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

  /** Replaces all conductances; the next solve starts from the last voltages. */
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
    for (int k = 0; k < values.length; k++) {
      if (!(values[k] >= 0) || Double.isInfinite(values[k])) {
        throw new InputException(
            "conductance of the cell at row "
                + k / columns
                + ", column "
                + k % columns
                + " must be zero or positive and finite [S], got "
                + values[k]);
      }
    }
    System.arraycopy(values, 0, siemens, 0, values.length);
    single.conductances(siemens);
    checked = false;
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
   * Solves with currents of the cells' own, {@code i = g v + own}, beside their conductances.
   *
   * @param ownAmps rows x columns, row-major, A, word to bit line; empty = none
   */
  public ArraySolution solve(Drive drive, double[] ownAmps) {
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
    double[] rowAmps = new double[rows];
    double[] rowMoment = new double[rows];
    double[] columnAmps = new double[columns];
    double[] columnMoment = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        int k = i * columns + j;
        wordVolts[k] = single.wordVolts(i, j, 0);
        bitVolts[k] = single.bitVolts(i, j, 0);
        double amps = siemens[k] * (wordVolts[k] - bitVolts[k]);
        if (ownAmps.length > 0) {
          amps += ownAmps[k];
        }
        rowAmps[i] += amps;
        rowMoment[i] += amps * j * wires.wordOhms();
        columnAmps[j] -= amps;
        columnMoment[j] -= amps * i * wires.bitOhms();
      }
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
   * Column currents of many input vectors on the left ends, all other sources at 0 V; up to eight
   * are solved together. The result of a vector agrees with {@link #solve} to the tolerance, not to
   * the last bit.
   *
   * @param leftVolts vectors x rows, row-major
   * @return currents into the bottom sources, vectors x columns, row-major
   */
  public double[] bottomAmps(double[] leftVolts, int vectors) {
    if (leftVolts.length != vectors * rows) {
      throw new InputException(
          vectors
              + " vectors for "
              + rows
              + " word lines need "
              + vectors * rows
              + " voltages, got "
              + leftVolts.length);
    }
    refuseFloating();
    double[] amps = new double[vectors * columns];
    int lanes = Math.min(LANES, vectors);
    SchurSolver several = new SchurSolver(rows, columns, lanes, wires);
    several.conductances(siemens);
    double[] input = new double[rows];
    double[] zeroRows = new double[rows];
    double[] zeroColumns = new double[columns];
    for (int from = 0; from < vectors; from += lanes) {
      int count = Math.min(lanes, vectors - from);
      for (int lane = 0; lane < lanes; lane++) {
        if (lane < count) {
          System.arraycopy(leftVolts, (from + lane) * rows, input, 0, rows);
        } else {
          Arrays.fill(input, 0);
        }
        several.sources(lane, input, zeroRows, zeroColumns, zeroColumns);
      }
      several.cold();
      several.solve(tolerance);
      for (int lane = 0; lane < count; lane++) {
        columnSums(several, lane, amps, (from + lane) * columns);
      }
    }
    return amps;
  }

  private void columnSums(SchurSolver several, int lane, double[] amps, int to) {
    double[] both = new double[2];
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      double moment = 0;
      for (int i = 0; i < rows; i++) {
        double cell =
            siemens[i * columns + j]
                * (several.wordVolts(i, j, lane) - several.bitVolts(i, j, lane));
        sum -= cell;
        moment -= cell * i * wires.bitOhms();
      }
      several.bitFactors().endAmps(j, 0, 0, sum, moment, both);
      amps[to + j] = both[1];
    }
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
