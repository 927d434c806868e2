package org.ohmweave.programming.selection;

import java.util.Arrays;
import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;

/**
 * Ends and sources of all lines while cells of an array are selected, for the solvers of networks.
 *
 * @param ends how the lines end
 * @param drive what their sources are at
 */
public record LineBias(Ends ends, Drive drive) {
  /**
   * What stands at the ends of the lines. Resistances are totals: driver or sense amplifier and the
   * lead to the first cell.
   *
   * @param driverOhms of a driven line, {@code >= 0}
   * @param senseOhms of the selected bit line, {@code >= 0}
   * @param bothSides whether lines are connected at their right and top ends too
   */
  public record Access(double driverOhms, double senseOhms, boolean bothSides) {
    /** Checks the ranges. */
    public Access {
      check("driver", driverOhms);
      check("sense amplifier", senseOhms);
    }

    private static void check(String what, double ohms) {
      if (!(ohms >= 0) || Double.isInfinite(ohms)) {
        throw new InputException(
            "the " + what + " must be zero or positive and finite [ohm], got " + ohms);
      }
    }
  }

  /**
   * One selected cell: its word line at {@code volts} (left), its bit line at 0 V (bottom).
   *
   * @throws InputException if the array has no such cell or the voltage is not finite
   */
  public static LineBias select(
      SelectionScheme scheme,
      int rows,
      int columns,
      int row,
      int column,
      double volts,
      Access access) {
    if (row < 0 || row >= rows || column < 0 || column >= columns) {
      throw new InputException(
          "an array of "
              + rows
              + " x "
              + columns
              + " has no cell at row "
              + row
              + ", column "
              + column);
    }
    double otherWord = scheme.floating() ? 0 : scheme.otherWordVolts(volts);
    double otherBit = scheme.floating() ? 0 : scheme.otherBitVolts(volts);
    double otherOhms = scheme.floating() ? Ends.OPEN : access.driverOhms();
    double[] wordVolts = filled(rows, otherWord);
    double[] wordOhms = filled(rows, otherOhms);
    double[] bitVolts = filled(columns, otherBit);
    double[] bitOhms = filled(columns, otherOhms);
    wordVolts[row] = volts;
    wordOhms[row] = access.driverOhms();
    bitVolts[column] = 0;
    bitOhms[column] = access.senseOhms();
    return new LineBias(
        new Ends(
            wordOhms,
            access.bothSides() ? wordOhms : filled(rows, Ends.OPEN),
            access.bothSides() ? bitOhms : filled(columns, Ends.OPEN),
            bitOhms),
        new Drive(wordVolts, wordVolts, bitVolts, bitVolts));
  }

  private static double[] filled(int count, double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }
}
