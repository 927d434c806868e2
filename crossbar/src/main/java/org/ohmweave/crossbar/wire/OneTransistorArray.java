package org.ohmweave.crossbar.wire;

import java.util.function.Function;
import org.ohmweave.core.ConvergenceException;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Segments;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.cell.CellLaw;
import org.ohmweave.crossbar.cell.SeriesLaw;
import org.ohmweave.crossbar.cell.Transistor;
import org.ohmweave.crossbar.cell.TransistorLaw;

/**
 * An array of 1T1R cells: word line, memory element, transistor, bit line. How far a gate is open
 * depends on the bit line's own voltage (source degeneration), so the network is solved again with
 * the bit-line voltages of the last answer until they stand; the steps are relaxed by the vector
 * form of Aitken's rule (B. M. Irons, R. C. Tuck, "A version of the Aitken accelerator for computer
 * iteration", Int. J. Numer. Methods Eng. 1, 275-277, 1969 [memory]).
 *
 * <p>The bulk is at 0 V, gates draw no current. Repeated solves start from the last voltages. Not
 * for concurrent use.
 */
public final class OneTransistorArray {
  private static final int LIMIT = 60;
  private static final double STANDING = 1e-12;
  private final int cells;
  private final TransistorLaw transistors;
  private final SeriesLaw series;
  private final NewtonArray array;
  private int passes;

  /**
   * An array with closed gates.
   *
   * @param memory law of the memory elements, rows x columns, row-major
   */
  public OneTransistorArray(
      int rows, int columns, CellLaw memory, Transistor transistor, Wires wires) {
    this(rows * columns, memory, transistor, law -> new NewtonArray(rows, columns, law, wires));
  }

  /** An array with closed gates whose segments differ. */
  public OneTransistorArray(CellLaw memory, Transistor transistor, Segments segments, Ends ends) {
    this(
        segments.rows() * segments.columns(),
        memory,
        transistor,
        law -> new NewtonArray(law, segments, ends));
  }

  private OneTransistorArray(
      int cells, CellLaw memory, Transistor transistor, Function<CellLaw, NewtonArray> network) {
    this.cells = cells;
    this.transistors = new TransistorLaw(transistor, cells);
    this.series = new SeriesLaw(memory, transistors, cells);
    this.array = network.apply(series);
  }

  /** The transistors, for their gates. */
  public TransistorLaw transistors() {
    return transistors;
  }

  /** Memory element and transistor as one cell, with the bit-line voltages of the last solve. */
  public CellLaw law() {
    return series;
  }

  /** How the last network of the last solve went. */
  public NewtonReport report() {
    return array.report();
  }

  /** Networks solved in the last solve. */
  public int passes() {
    return passes;
  }

  /** Voltages across the memory elements of the last solve, given its solution. */
  public double[] memoryVolts(ArraySolution solution) {
    double[] across = new double[cells];
    for (int k = 0; k < cells; k++) {
      across[k] = solution.wordVolts()[k] - solution.bitVolts()[k];
    }
    double[] memory = new double[cells];
    series.firstVolts(0, cells, across, memory);
    return memory;
  }

  /**
   * Solves for one set of sources.
   *
   * @throws ConvergenceException when the bit-line voltages do not stand
   */
  public ArraySolution solve(Drive drive) {
    double[] assumed = transistors.bitVolts();
    double[] off = new double[cells];
    double relax = 1;
    double largest = 0;
    for (passes = 1; passes <= LIMIT; passes++) {
      ArraySolution solution = array.solve(drive);
      double[] found = solution.bitVolts();
      double change = 0;
      double size = 0;
      double product = 0;
      double square = 0;
      for (int k = 0; k < cells; k++) {
        double now = found[k] - assumed[k];
        double difference = now - off[k];
        product += off[k] * difference;
        square += difference * difference;
        off[k] = now;
        change = Math.max(change, Math.abs(now));
        size = Math.max(size, Math.abs(found[k]) + Math.abs(solution.wordVolts()[k]));
      }
      largest = change;
      if (change <= STANDING * size) {
        return solution;
      }
      relax = passes == 1 || square == 0 ? 1 : clamp(-relax * product / square);
      for (int k = 0; k < cells; k++) {
        assumed[k] += relax * off[k];
      }
      transistors.bitVolts(assumed);
    }
    throw new ConvergenceException(
        "bit-line voltages under access transistors, largest change in volts,", LIMIT, largest);
  }

  private static double clamp(double relax) {
    return Double.isFinite(relax) ? Math.max(0.02, Math.min(2, relax)) : 1;
  }
}
