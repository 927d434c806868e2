package org.ohmweave.crossbar.tile;

import org.ohmweave.core.InputException;

/**
 * An analog product against the float product.
 *
 * @param outputs vectors x columns
 * @param reference the same in double arithmetic
 * @param rmsError root mean square of the difference
 * @param maxError largest difference in size
 * @param relativeError rms error over rms of the reference; 0 without any error, infinite where
 *     only the reference is zero
 * @param effectiveBits {@code (SNR - 1.76 dB) / 6.02 dB}, with SNR the reference's power over the
 *     error's; 64 if there is no error, 0 if nothing but error
 * @param worstColumn column with the largest rms error
 * @param clippedInputs inputs of these vectors beyond the DAC's range
 * @param saturatedReads currents of these vectors beyond the ADC's range
 */
public record Product(
    double[] outputs,
    double[] reference,
    double rmsError,
    double maxError,
    double relativeError,
    double effectiveBits,
    int worstColumn,
    long clippedInputs,
    long saturatedReads) {

  /**
   * Computes both.
   *
   * @param inputs vectors x rows, row-major
   * @param weights rows x columns, row-major
   */
  public static Product of(
      TiledMatrix matrix, double[] inputs, int vectors, double[] weights, int columns) {
    int rows = matrix.rows();
    if (columns != matrix.columns() || weights.length != (long) rows * columns) {
      throw new InputException(
          weights.length
              + " weights in "
              + columns
              + " columns are not those of a matrix of "
              + rows
              + " x "
              + matrix.columns());
    }
    long clipped = matrix.clippedInputs();
    long saturated = matrix.saturatedReads();
    double[] outputs = matrix.multiply(inputs, vectors);
    double[] reference = reference(inputs, vectors, weights, rows, columns);
    double[] columnSquares = new double[columns];
    double squares = 0;
    double power = 0;
    double most = 0;
    for (int k = 0; k < outputs.length; k++) {
      double error = outputs[k] - reference[k];
      squares += error * error;
      power += reference[k] * reference[k];
      columnSquares[k % columns] += error * error;
      most = Math.max(most, Math.abs(error));
    }
    int worst = 0;
    for (int j = 1; j < columns; j++) {
      worst = columnSquares[j] > columnSquares[worst] ? j : worst;
    }
    return new Product(
        outputs,
        reference,
        Math.sqrt(squares / outputs.length),
        most,
        squares == 0 ? 0 : Math.sqrt(squares / power),
        effectiveBits(power, squares),
        worst,
        matrix.clippedInputs() - clipped,
        matrix.saturatedReads() - saturated);
  }

  private static double effectiveBits(double power, double squares) {
    if (squares == 0) {
      return 64;
    }
    return power == 0 ? 0 : Math.max(0, (10 * Math.log10(power / squares) - 1.76) / 6.02);
  }

  /** The product in double arithmetic. */
  static double[] reference(double[] inputs, int vectors, double[] weights, int rows, int columns) {
    double[] product = new double[vectors * columns];
    for (int v = 0; v < vectors; v++) {
      for (int i = 0; i < rows; i++) {
        double x = inputs[v * rows + i];
        for (int j = 0; j < columns; j++) {
          product[v * columns + j] += x * weights[i * columns + j];
        }
      }
    }
    return product;
  }
}
