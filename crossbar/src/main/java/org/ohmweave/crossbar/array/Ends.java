package org.ohmweave.crossbar.array;

import java.util.Arrays;
import org.ohmweave.core.InputException;

/**
 * How the line ends are connected: the total resistance in ohm from the outermost node of each line
 * to its source (driver or sense amplifier plus lead). Zero puts an ideal source on the node,
 * {@link Double#POSITIVE_INFINITY} leaves the end open. There is no hidden lead segment.
 *
 * @param leftOhms one per word line, at column 0
 * @param rightOhms one per word line, at the last column
 * @param topOhms one per bit line, at row 0
 * @param bottomOhms one per bit line, at the last row
 */
public record Ends(double[] leftOhms, double[] rightOhms, double[] topOhms, double[] bottomOhms) {
  /** An end that is not connected. */
  public static final double OPEN = Double.POSITIVE_INFINITY;

  /** Every resistance must be zero, positive or open. */
  public Ends {
    check("left", "word line", leftOhms);
    check("right", "word line", rightOhms);
    check("top", "bit line", topOhms);
    check("bottom", "bit line", bottomOhms);
    if (leftOhms.length != rightOhms.length || topOhms.length != bottomOhms.length) {
      throw new InputException("both ends of the lines must be given for the same number of lines");
    }
  }

  private static void check(String end, String line, double[] ohms) {
    for (int k = 0; k < ohms.length; k++) {
      if (!(ohms[k] >= 0)) {
        throw new InputException(
            end
                + " end of "
                + line
                + " "
                + k
                + " must be zero, positive or open [ohm], got "
                + ohms[k]);
      }
    }
  }

  /** Word lines driven at their left, bit lines sensed at their bottom; the other ends are open. */
  public static Ends driveLeftSenseBottom(
      int rows, int columns, double driverOhms, double senseOhms) {
    return new Ends(
        all(rows, driverOhms), all(rows, OPEN), all(columns, OPEN), all(columns, senseOhms));
  }

  private static double[] all(int count, double ohms) {
    double[] values = new double[count];
    Arrays.fill(values, ohms);
    return values;
  }
}
