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

  // [fitted here] CPU time of one vector, in batches of eight, over that of a reduction; one
  // thread,
  // 64 x 64 to 512 x 512, load numbers 0.1 to 6000; sizes show no trend of their own. The
  // measurement: EffectiveBreakEven in benchmarks; its table: docs/decisions/0006
  private static final double PER_VECTOR = 0.0145;
  private static final double PER_ROOT_LOAD = 0.002;

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

  /**
   * Number of vectors from which on the matrix is expected to be cheaper, from the load number
   * {@code mean(g) r n^2}, the mean over both directions.
   */
  public static double breakEven(int rows, int columns, double[] siemens, Wires wires) {
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
    return 1 / (PER_VECTOR + PER_ROOT_LOAD * Math.sqrt(load));
  }
}
