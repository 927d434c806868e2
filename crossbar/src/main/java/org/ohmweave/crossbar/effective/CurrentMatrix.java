package org.ohmweave.crossbar.effective;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.math.VectorMath;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.wire.CellProbe;
import org.ohmweave.crossbar.wire.LinearArray;

/**
 * The effective matrix of an array whose cells are being written. A changed cell is a change of
 * rank one, a few changed cells one of low rank: with z the answer of the network to 1 A through a
 * cell, a and b the currents of z into the left and bottom sources, and rho its voltage across the
 * cell, {@code T' = T - delta / (1 + delta rho) a b^T}, and for several cells {@code T' = T - A D
 * (I + R D)^-1 B^T} with D the changes and R the voltages between the cells (Sherman, Morrison and
 * Woodbury). This costs one solve of the array per changed cell; where that is dearer than the
 * reduction, or would lose digits, the matrix is computed anew.
 *
 * <p>Not for concurrent use.
 */
public final class CurrentMatrix {
  /** Smallest {@code 1 + delta rho}: below, more than three digits would be lost. */
  private static final double SMALLEST_PIVOT = 1e-3;

  private static final double TOLERANCE = 1e-15;

  private final int rows;
  private final int columns;
  private final Wires wires;
  private final double[] cells;
  private final LinearArray array;
  private double[] matrix;
  private long rebuilt;
  private long updated;

  /**
   * Computes the matrix of an array.
   *
   * @param cellSiemens rows x columns, row-major, copied
   */
  public CurrentMatrix(int rows, int columns, double[] cellSiemens, Wires wires) {
    this.rows = rows;
    this.columns = columns;
    this.wires = wires;
    this.cells = cellSiemens.clone();
    this.matrix = HierarchicalReduction.effectiveSiemens(rows, columns, cells, wires);
    this.array = new LinearArray(rows, columns, cells, wires).tolerance(TOLERANCE);
  }

  /** The matrix now, rows x columns; a copy. */
  public double[] siemens() {
    return matrix.clone();
  }

  /** How often it was computed anew after a write. */
  public long rebuilds() {
    return rebuilt;
  }

  /** How often it was updated after a write. */
  public long updates() {
    return updated;
  }

  /** Writes one cell. */
  public void write(int row, int column, double siemens) {
    if (row < 0 || row >= rows || column < 0 || column >= columns) {
      throw new InputException(
          "there is no cell at row " + row + ", column " + column + " to write");
    }
    write(new int[] {row * columns + column}, new double[] {siemens});
  }

  /**
   * Writes a whole row.
   *
   * @param siemens one per column, not modified
   */
  public void writeRow(int row, double[] siemens) {
    if (row < 0 || row >= rows || siemens.length != columns) {
      throw new InputException(
          "row " + row + " of " + siemens.length + " cells does not fit " + rows + " x " + columns);
    }
    int[] at = new int[columns];
    Arrays.setAll(at, j -> row * columns + j);
    write(at, siemens);
  }

  /**
   * Writes a whole column.
   *
   * @param siemens one per row, not modified
   */
  public void writeColumn(int column, double[] siemens) {
    if (column < 0 || column >= columns || siemens.length != rows) {
      throw new InputException(
          "column "
              + column
              + " of "
              + siemens.length
              + " cells does not fit "
              + rows
              + " x "
              + columns);
    }
    int[] at = new int[rows];
    Arrays.setAll(at, i -> i * columns + column);
    write(at, siemens);
  }

  /**
   * Writes some different cells by the cheaper way.
   *
   * @param at indices {@code row * columns + column}
   * @param siemens conductances, {@code >= 0} and finite
   */
  public void write(int[] at, double[] siemens) {
    boolean few = at.length < EffectiveChoice.breakEven(rows, columns, cells, wires);
    write(at, siemens, few);
  }

  /**
   * The same with the way forced; a change that would lose digits is computed anew all the same.
   */
  public void write(int[] at, double[] siemens, boolean update) {
    if (at.length != siemens.length) {
      throw new InputException(at.length + " cells cannot take " + siemens.length + " values");
    }
    double[] after = cells.clone();
    boolean[] seen = new boolean[cells.length];
    int[] changed = new int[at.length];
    int count = 0;
    for (int k = 0; k < at.length; k++) {
      int cell = at[k];
      if (cell < 0 || cell >= cells.length || seen[cell]) {
        throw new InputException("cell " + cell + " does not exist or is written twice");
      }
      if (!(siemens[k] >= 0) || Double.isInfinite(siemens[k])) {
        throw new InputException(
            "a cell's conductance must be zero or positive and finite [S], got " + siemens[k]);
      }
      seen[cell] = true;
      after[cell] = siemens[k];
      if (siemens[k] != cells[cell]) {
        changed[count++] = cell;
      }
    }
    if (count == 0) {
      return;
    }
    double @Nullable [] next = update ? updated(Arrays.copyOf(changed, count), after) : null;
    if (next == null) {
      next = HierarchicalReduction.effectiveSiemens(rows, columns, after, wires);
      rebuilt++;
    } else {
      updated++;
    }
    array.conductances(after);
    matrix = next;
    System.arraycopy(after, 0, cells, 0, cells.length);
  }

  private double @Nullable [] updated(int[] changed, double[] after) {
    int count = changed.length;
    double[] a = new double[count * rows];
    double[] b = new double[count * columns];
    double[] system = new double[count * count];
    for (int q = 0; q < count; q++) {
      double delta = after[changed[q]] - cells[changed[q]];
      CellProbe probe = CellProbe.of(array, changed[q] / columns, changed[q] % columns, changed);
      System.arraycopy(probe.leftAmps(), 0, a, q * rows, rows);
      System.arraycopy(probe.bottomAmps(), 0, b, q * columns, columns);
      for (int p = 0; p < count; p++) {
        // row q of I + D R; R is symmetric
        system[q * count + p] = delta * probe.ohms()[p] + (p == q ? 1 : 0);
      }
      for (int i = 0; i < rows; i++) {
        a[q * rows + i] *= delta;
      }
    }
    // D (I + R D)^-1 = (I + D R)^-1 D, so A D (I + R D)^-1 is (I + D R)^-1 D A^T transposed
    if (!SmallSystem.solve(system, count, a, rows, SMALLEST_PIVOT)) {
      return null;
    }
    double[] next = matrix.clone();
    VectorMath math = VectorMath.active();
    for (int q = 0; q < count; q++) {
      for (int i = 0; i < rows; i++) {
        math.addScaled(-a[q * rows + i], b, q * columns, next, i * columns, columns);
      }
    }
    return next;
  }
}
