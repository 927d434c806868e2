package org.ohmweave.device;

import java.util.List;

/**
 * The devices of a bank as differential equations, for whoever integrates them together with a
 * circuit: current, rates of the states and all first derivatives, at given voltages and states.
 * The law keeps no state here; the bank lends its parameters, and its states only through {@link
 * #read} and {@link #write}.
 *
 * <p>Coordinates are the quantities in which a law is well integrated (a gap in nm, the logarithm
 * of a density); the first is the one that switches, a second one is a temperature in kelvin.
 * Voltages are in the law's published polarity and across the whole cell, the bank's series
 * resistor included. An instance holds workspace: one per thread.
 */
public interface CellDynamics {
  /** Name with unit and meaning of each coordinate: one or two. */
  List<StateVariable> coordinates();

  /**
   * The change of a coordinate that changes the cell notably; tolerances are shares of it.
   *
   * @return {@code > 0}, in the unit of the coordinate
   */
  double notable(int coordinate);

  /** Hard lower bound of the first coordinate of a cell, where its rate stops; may be -infinity. */
  double lowest(int cell);

  /** Hard upper bound of the first coordinate of a cell, where its rate stops; may be +infinity. */
  double highest(int cell);

  /** Coordinates of cells {@code from .. to - 1} from the bank; {@code y[cell * n + s]}. */
  void read(int from, int to, double[] y);

  /** Coordinates of cells {@code from .. to - 1} into the bank; {@code y[cell * n + s]}. */
  void write(int from, int to, double[] y);

  /**
   * Evaluates a list of cells. Trial coordinates may lie somewhat outside the bounds. What cannot
   * be computed is NaN, never an exception.
   *
   * @param cells (input) indices into the bank; the first {@code count} are meant
   * @param volts (input) one per listed cell
   * @param y (input) {@code y[k * n + s]} for the k-th listed cell
   * @param slopes whether derivatives are wanted; otherwise only currents and rates are filled
   * @param out (output)
   */
  void evaluate(int[] cells, int count, double[] volts, double[] y, boolean slopes, CellRates out);

  /** Whether cells jump when the first coordinate arrives at a bound; see {@link #arrive}. */
  default boolean jumps() {
    return false;
  }

  /**
   * Called when the first coordinate of a cell has arrived at a bound; a law whose cells jump there
   * does so.
   *
   * @param y (modified) coordinates of this cell
   * @return what happened in one word, or empty if the coordinate just rests at its bound
   */
  default String arrive(int cell, double[] y) {
    return "";
  }
}
