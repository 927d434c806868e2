package org.ohmweave.crossbar.array;

import org.ohmweave.core.InputException;

/**
 * Source voltages at the line ends; entries of open ends mean nothing.
 *
 * @param leftVolts one per word line
 * @param rightVolts one per word line
 * @param topVolts one per bit line
 * @param bottomVolts one per bit line
 */
public record Drive(
    double[] leftVolts, double[] rightVolts, double[] topVolts, double[] bottomVolts) {
  /** Voltages must be finite. */
  public Drive {
    check("left", leftVolts);
    check("right", rightVolts);
    check("top", topVolts);
    check("bottom", bottomVolts);
  }

  private static void check(String end, double[] volts) {
    for (int k = 0; k < volts.length; k++) {
      if (!Double.isFinite(volts[k])) {
        throw new InputException(end + " source " + k + " must be finite [V], got " + volts[k]);
      }
    }
  }

  /** Word lines driven at their left, 0 V everywhere else. */
  public static Drive left(double[] leftVolts, int columns) {
    return new Drive(
        leftVolts, new double[leftVolts.length], new double[columns], new double[columns]);
  }
}
