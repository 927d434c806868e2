package org.ohmweave.crossbar.wire;

import org.ohmweave.core.ConvergenceException;
import org.ohmweave.core.InputException;
import org.ohmweave.core.math.Exponential;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Wires;

/**
 * An array of cells with {@code i = g v0 sinh(v / v0)}, solved by Newton's method around the linear
 * network: each step is a linear array with the slopes as conductances and the rest as currents of
 * the cells' own.
 */
public final class SinhArray {
  private static final int LIMIT = 60;
  private final int rows;
  private final int columns;
  private final double[] siemens;
  private final double scaleVolts;
  private final LinearArray linear;

  /**
   * An array.
   *
   * @param siemens small-signal conductances, rows x columns, row-major
   * @param scaleVolts v0, {@code > 0}
   */
  public SinhArray(int rows, int columns, double[] siemens, double scaleVolts, Wires wires) {
    if (!(scaleVolts > 0) || Double.isInfinite(scaleVolts)) {
      throw new InputException("law.v0 must be positive and finite [V], got " + scaleVolts);
    }
    this.rows = rows;
    this.columns = columns;
    this.siemens = siemens.clone();
    this.scaleVolts = scaleVolts;
    this.linear = new LinearArray(rows, columns, siemens, wires);
  }

  /** Solves for one set of sources, from rest. */
  public ArraySolution solve(Drive drive) {
    double[] slope = siemens.clone();
    double[] own = new double[siemens.length];
    double[] volts = new double[siemens.length];
    linear.cold();
    int iterations = 0;
    double last = Double.POSITIVE_INFINITY;
    for (int step = 0; step < LIMIT; step++) {
      linear.conductances(slope);
      ArraySolution solution = linear.solve(drive, own);
      iterations += solution.iterations();
      double change = 0;
      double largest = 0;
      for (int k = 0; k < volts.length; k++) {
        double across = solution.wordVolts()[k] - solution.bitVolts()[k];
        // a step beyond where the slope has grown by e would overshoot; go there and look again
        double bound = scaleVolts * Math.max(1, Math.abs(volts[k] / scaleVolts));
        double next = volts[k] + Math.max(-3 * bound, Math.min(3 * bound, across - volts[k]));
        change = Math.max(change, Math.abs(next - volts[k]));
        largest = Math.max(largest, Math.abs(next));
        volts[k] = next;
      }
      boolean settled = change <= 1e-15 * largest || (change <= 1e-11 * largest && change >= last);
      if (settled) {
        return withIterations(solution, iterations);
      }
      last = change;
      linearise(volts, slope, own);
    }
    throw new ConvergenceException(
        "Newton's method on " + rows + " x " + columns + " sinh cells, largest change in volts,",
        LIMIT,
        last);
  }

  private void linearise(double[] volts, double[] slope, double[] own) {
    for (int k = 0; k < volts.length; k++) {
      double x = volts[k] / scaleVolts;
      slope[k] = siemens[k] * Exponential.cosh(x);
      own[k] = siemens[k] * scaleVolts * Exponential.sinh(x) - slope[k] * volts[k];
    }
  }

  private static ArraySolution withIterations(ArraySolution s, int iterations) {
    return new ArraySolution(
        s.leftAmps(),
        s.rightAmps(),
        s.topAmps(),
        s.bottomAmps(),
        s.wordVolts(),
        s.bitVolts(),
        iterations,
        s.residualAmps());
  }
}
