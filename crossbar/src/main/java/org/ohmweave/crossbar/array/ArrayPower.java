package org.ohmweave.crossbar.array;

import org.ohmweave.core.InputException;

/**
 * Where the power of a solved network goes, in watt. What the sources deliver equals the sum over
 * cells, wire segments and ends (Tellegen's theorem).
 *
 * @param cellWatts rows x columns, row-major; voltage times current of each cell
 * @param wordSegmentWatts rows x (columns - 1), row-major: between columns j and j + 1
 * @param bitSegmentWatts (rows - 1) x columns, row-major: between rows i and i + 1
 * @param leftWatts in the end resistances, one per word line
 * @param rightWatts one per word line
 * @param topWatts one per bit line
 * @param bottomWatts one per bit line
 * @param deliveredWatts what all sources give together
 */
public record ArrayPower(
    double[] cellWatts,
    double[] wordSegmentWatts,
    double[] bitSegmentWatts,
    double[] leftWatts,
    double[] rightWatts,
    double[] topWatts,
    double[] bottomWatts,
    double deliveredWatts) {

  /**
   * Powers of a solution. Segment currents are sums of cell currents from an end, never differences
   * of node voltages, so that good wires lose no digits.
   *
   * @param cellAmps currents from word to bit line, rows x columns, row-major; see {@link
   *     ArraySolution#cellAmps}
   */
  public static ArrayPower of(Wires wires, Drive drive, ArraySolution solution, double[] cellAmps) {
    Ends ends = wires.ends();
    int rows = ends.leftOhms().length;
    int columns = ends.topOhms().length;
    if (cellAmps.length != rows * columns || solution.wordVolts().length != rows * columns) {
      throw new InputException(
          "currents and voltages of "
              + rows
              + " x "
              + columns
              + " cells are needed, got "
              + cellAmps.length
              + " and "
              + solution.wordVolts().length);
    }
    double[] cell = solution.cellVolts();
    for (int k = 0; k < cell.length; k++) {
      cell[k] *= cellAmps[k];
    }
    double[] word = new double[rows * (columns - 1)];
    for (int i = 0; i < rows; i++) {
      double right = solution.rightAmps()[i];
      double left = solution.leftAmps()[i];
      boolean open = Double.isInfinite(ends.rightOhms()[i]);
      // from the open end inwards, or else from where less current flows
      if (open || Math.abs(right) <= Math.abs(left)) {
        double amps = right;
        for (int j = columns - 2; j >= 0; j--) {
          amps += cellAmps[i * columns + j + 1];
          word[i * (columns - 1) + j] = amps * amps * wires.wordOhms();
        }
      } else {
        double amps = left;
        for (int j = 0; j < columns - 1; j++) {
          amps += cellAmps[i * columns + j];
          word[i * (columns - 1) + j] = amps * amps * wires.wordOhms();
        }
      }
    }
    double[] bit = new double[(rows - 1) * columns];
    for (int j = 0; j < columns; j++) {
      double bottom = solution.bottomAmps()[j];
      double top = solution.topAmps()[j];
      boolean open = Double.isInfinite(ends.bottomOhms()[j]);
      if (open || Math.abs(bottom) <= Math.abs(top)) {
        double amps = bottom;
        for (int i = rows - 2; i >= 0; i--) {
          amps -= cellAmps[(i + 1) * columns + j];
          bit[i * columns + j] = amps * amps * wires.bitOhms();
        }
      } else {
        double amps = top;
        for (int i = 0; i < rows - 1; i++) {
          amps -= cellAmps[i * columns + j];
          bit[i * columns + j] = amps * amps * wires.bitOhms();
        }
      }
    }
    double delivered =
        given(drive.leftVolts(), solution.leftAmps())
            + given(drive.rightVolts(), solution.rightAmps())
            + given(drive.topVolts(), solution.topAmps())
            + given(drive.bottomVolts(), solution.bottomAmps());
    return new ArrayPower(
        cell,
        word,
        bit,
        heat(ends.leftOhms(), solution.leftAmps()),
        heat(ends.rightOhms(), solution.rightAmps()),
        heat(ends.topOhms(), solution.topAmps()),
        heat(ends.bottomOhms(), solution.bottomAmps()),
        delivered);
  }

  /** Power in all cells. */
  public double allCellWatts() {
    return sum(cellWatts);
  }

  /** Power in all wire segments. */
  public double allWireWatts() {
    return sum(wordSegmentWatts) + sum(bitSegmentWatts);
  }

  /** Power in all end resistances. */
  public double allEndWatts() {
    return sum(leftWatts) + sum(rightWatts) + sum(topWatts) + sum(bottomWatts);
  }

  private static double given(double[] volts, double[] amps) {
    double watts = 0;
    for (int k = 0; k < volts.length; k++) {
      watts -= amps[k] == 0 ? 0 : volts[k] * amps[k];
    }
    return watts;
  }

  private static double[] heat(double[] ohms, double[] amps) {
    double[] watts = new double[ohms.length];
    for (int k = 0; k < ohms.length; k++) {
      watts[k] = Double.isInfinite(ohms[k]) ? 0 : amps[k] * amps[k] * ohms[k];
    }
    return watts;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
