package org.ohmweave.crossbar.tile;

import org.ohmweave.core.InputException;

/**
 * An analog product against the float product.
 *
 * @param outputs vectors x columns
 * @param reference the same in double arithmetic
 * @param rmsError root mean square of the difference
 * @param maxError largest difference in size
 * @param relativeError rms error over rms of the reference
 * @param effectiveBits {@code (SNR - 1.76 dB) / 6.02 dB}, with SNR the reference's power over the
 *     error's; 64 if there is no error
 * @param worstColumn column with the largest rms error
 * @param clippedInputs inputs beyond the DAC's range
 * @param saturatedReads currents beyond the ADC's range
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
    int rows = weights.length / columns;
    if (rows * columns != weights.length || inputs.length != vectors * rows) {
      throw new InputException(
          "inputs of "
              + inputs.length
              + " values do not fit "
              + vectors
              + " vectors of "
              + rows
              + " rows");
    }
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
    double snr = 10 * Math.log10(power / squares);
    return new Product(
        outputs,
        reference,
        Math.sqrt(squares / outputs.length),
        most,
        power > 0 ? Math.sqrt(squares / power) : 0,
        squares == 0 || power == 0 ? 64 : Math.max(0, (snr - 1.76) / 6.02),
        worst,
        matrix.clippedInputs(),
        matrix.saturatedReads());
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
