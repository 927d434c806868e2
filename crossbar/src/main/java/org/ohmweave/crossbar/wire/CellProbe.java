package org.ohmweave.crossbar.wire;

import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;

/**
 * Answer of an array to one ampere that is driven into the word node of a cell and taken out of its
 * bit node, with all sources at 0 V.
 *
 * @param leftAmps current into each left source
 * @param bottomAmps current into each bottom source
 * @param ohms voltage between word and bit node of the cells asked for, per ampere
 */
public record CellProbe(double[] leftAmps, double[] bottomAmps, double[] ohms) {
  /**
   * Solves for one cell; costs one solve of the array.
   *
   * @param across indices {@code row * columns + column} of the cells whose voltages are wanted
   */
  public static CellProbe of(LinearArray array, int row, int column, int[] across) {
    int rows = array.rows();
    int columns = array.columns();
    if (row < 0 || row >= rows || column < 0 || column >= columns) {
      throw new InputException(
          "there is no cell at row "
              + row
              + ", column "
              + column
              + " of an array of "
              + rows
              + " x "
              + columns);
    }
    double[] own = new double[rows * columns];
    own[row * columns + column] = -1; // a cell that carries 1 A from its bit to its word node
    array.cold(); // else the last bits would depend on the solves before
    ArraySolution s = array.solve(Drive.left(new double[rows], columns), own);
    double[] ohms = new double[across.length];
    for (int k = 0; k < across.length; k++) {
      ohms[k] = s.wordVolts()[across[k]] - s.bitVolts()[across[k]];
    }
    return new CellProbe(s.leftAmps(), s.bottomAmps(), ohms);
  }
}
