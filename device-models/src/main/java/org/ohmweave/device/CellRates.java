package org.ohmweave.device;

/**
 * What {@link CellDynamics#evaluate} says of a list of cells. Entry {@code k} belongs to the k-th
 * cell of the list; with n coordinates, {@code [k * n + s]} belongs to its coordinate s and {@code
 * [(k * n + s) * n + u]} to the derivative of the rate of s by coordinate u. Arrays are filled by
 * the law and may be changed by the caller; they are not copies.
 */
public final class CellRates {
  /** Current through the whole cell, A. */
  public final double[] amps;

  /** Its derivative by the cell voltage at fixed coordinates, S. */
  public final double[] siemens;

  /** Its derivative by each coordinate at fixed cell voltage, A per unit of the coordinate. */
  public final double[] ampsByState;

  /** Time derivative of each coordinate, units per second. */
  public final double[] rate;

  /** Derivative of the rates by the coordinates at fixed cell voltage. */
  public final double[] rateByState;

  /** Derivative of the rates by the cell voltage at fixed coordinates. */
  public final double[] rateByVolts;

  /** Room for this many cells with this many coordinates each. */
  public CellRates(int cells, int coordinates) {
    this.amps = new double[cells];
    this.siemens = new double[cells];
    this.ampsByState = new double[cells * coordinates];
    this.rate = new double[cells * coordinates];
    this.rateByState = new double[cells * coordinates * coordinates];
    this.rateByVolts = new double[cells * coordinates];
  }
}
