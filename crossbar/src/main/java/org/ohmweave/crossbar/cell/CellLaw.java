package org.ohmweave.crossbar.cell;

/**
 * Current and slope of every cell of an array at its present state, cells in row-major order.
 *
 * <p>A law should be monotone ({@code di/dv >= 0}): then the network has one solution, the minimum
 * of a convex function, and is always found. It is usually passive ({@code i v >= 0}), but need not
 * be. It is evaluated in blocks, any number of times and in any order, without changing what it
 * says.
 */
@FunctionalInterface
public interface CellLaw {
  /**
   * Evaluates cells {@code from .. to - 1}; all arrays are indexed by the cell.
   *
   * @param volts (input, not modified) word line minus bit line, V
   * @param amps (output) current from word to bit line, A
   * @param siemens (output) its slope {@code di/dv}, S
   */
  void evaluate(int from, int to, double[] volts, double[] amps, double[] siemens);
}
