package org.ohmweave.crossbar.effective;

import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.Wires;

/**
 * Whether many input vectors are solved one by one or multiplied with the effective matrix. The
 * automatic choice counts, it does not measure time, so that a result never depends on how busy a
 * machine is.
 */
public enum EffectiveChoice {
  /** Whatever the cost model says is cheaper. */
  AUTOMATIC,
  /** One solve per vector. */
  SINGLE_SOLVES,
  /** The matrix from the first vector on. */
  EFFECTIVE_MATRIX;

  // [fitted] to iteration counts of the word-line Schur solver at 1e-11 between 64 x 64 and 1024 x
  // 1024, cells log-uniform over two decades; 1.15 for 1e-13
  private static final double FIRST_ITERATIONS = 3;
  private static final double PER_ROOT_LOAD = 1.6;
  private static final double TIGHTER = 1.15;

  // [fitted] cost per cell of a reduction over the cost per cell of one iteration, 256 to 1024
  private static final double REDUCTION = 220;
  private static final double REDUCTION_PER_LINE = 0.4;

  /**
   * Whether the matrix should be used.
   *
   * @param siemens cell conductances, rows x columns, not modified
   * @param vectors number of vectors that the array will have seen
   */
  public boolean matrix(int rows, int columns, double[] siemens, Wires wires, long vectors) {
    return switch (this) {
      case SINGLE_SOLVES -> false;
      case EFFECTIVE_MATRIX -> true;
      case AUTOMATIC -> vectors >= breakEven(rows, columns, siemens, wires);
    };
  }

  /** Number of vectors from which on the matrix is expected to be cheaper. */
  public static double breakEven(int rows, int columns, double[] siemens, Wires wires) {
    return (REDUCTION + REDUCTION_PER_LINE * Math.min(rows, columns))
        / iterations(rows, columns, siemens, wires);
  }

  /**
   * Expected iterations of one solve, from the load number {@code mean(g) r n^2}, the mean over
   * both directions.
   */
  public static double iterations(int rows, int columns, double[] siemens, Wires wires) {
    if (siemens.length != (long) rows * columns || siemens.length == 0) {
      throw new InputException(
          "an array of "
              + rows
              + " x "
              + columns
              + " needs one conductance per cell, got "
              + siemens.length);
    }
    double sum = 0;
    for (double g : siemens) {
      sum += g;
    }
    double word = wires.wordOhms() * columns * columns;
    double bit = wires.bitOhms() * rows * rows;
    double load = sum / siemens.length * (word + bit) / 2;
    return TIGHTER * (FIRST_ITERATIONS + PER_ROOT_LOAD * Math.sqrt(load));
  }
}
