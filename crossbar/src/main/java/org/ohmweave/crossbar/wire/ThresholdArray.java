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
import org.ohmweave.crossbar.cell.ThresholdSelector;

/**
 * An array of threshold switches in series with memory elements, in the states that follow a change
 * of the sources.
 *
 * <p>The order of events is that of slow sources in a fast network: after each solution, switches
 * below their holding current go off; if there are none, the switch farthest beyond its threshold
 * (with all that are equally far) goes on, and the network is solved again, because a switch that
 * goes on takes voltage from its neighbours. A switch that goes on and off under the same sources
 * finds no standing state: the real device oscillates. It is left off and counted.
 *
 * <p>States remain for the next solve, which is the hysteresis. Not for concurrent use.
 */
public final class ThresholdArray {
  private static final double EQUALLY_FAR = 1e-9;
  private final int cells;
  private final ThresholdSelector switches;
  private final SeriesLaw series;
  private final NewtonArray array;
  private final double[] across;
  private final double[] selectorVolts;
  private final double[] amps;
  private final double[] siemens;
  private int networks;
  private int oscillating;

  /**
   * An array with all switches off.
   *
   * @param memory law of the memory elements, rows x columns, row-major
   */
  public ThresholdArray(
      int rows, int columns, CellLaw memory, ThresholdSelector.Parameters parameters, Wires wires) {
    this(rows * columns, memory, parameters, law -> new NewtonArray(rows, columns, law, wires));
  }

  /** An array with all switches off whose segments differ. */
  public ThresholdArray(
      CellLaw memory, ThresholdSelector.Parameters parameters, Segments segments, Ends ends) {
    this(
        segments.rows() * segments.columns(),
        memory,
        parameters,
        law -> new NewtonArray(law, segments, ends));
  }

  private ThresholdArray(
      int cells,
      CellLaw memory,
      ThresholdSelector.Parameters parameters,
      Function<CellLaw, NewtonArray> network) {
    this.cells = cells;
    this.switches = new ThresholdSelector(parameters, cells);
    this.series = new SeriesLaw(switches, memory, cells);
    this.array = network.apply(series);
    this.across = new double[cells];
    this.selectorVolts = new double[cells];
    this.amps = new double[cells];
    this.siemens = new double[cells];
  }

  /** The switches and their states. */
  public ThresholdSelector switches() {
    return switches;
  }

  /** Switch and memory element as one cell, in the present states. */
  public CellLaw law() {
    return series;
  }

  /** Networks solved in the last solve. */
  public int networks() {
    return networks;
  }

  /** Voltages across the memory elements of the last solve, one per cell. */
  public double[] memoryVolts() {
    double[] memory = new double[cells];
    for (int k = 0; k < cells; k++) {
      memory[k] = across[k] - selectorVolts[k];
    }
    return memory;
  }

  /** Switches without a standing state in the last solve. */
  public int oscillating() {
    return oscillating;
  }

  /** How the last network went. */
  public NewtonReport report() {
    return array.report();
  }

  /** Solves for one set of sources, from the states the switches have. */
  public ArraySolution solve(Drive drive) {
    boolean[] fired = new boolean[cells];
    boolean[] spent = new boolean[cells];
    oscillating = 0;
    for (networks = 1; networks <= 2 * cells + 2; networks++) {
      ArraySolution solution = array.solve(drive);
      for (int k = 0; k < cells; k++) {
        across[k] = solution.wordVolts()[k] - solution.bitVolts()[k];
      }
      series.firstVolts(0, cells, across, selectorVolts);
      switches.evaluate(0, cells, selectorVolts, amps, siemens);
      if (!release(fired, spent) && !fire(fired, spent)) {
        return solution;
      }
    }
    throw new ConvergenceException(
        "states of threshold selectors, number of switches on", networks, switches.countOn());
  }

  private boolean release(boolean[] fired, boolean[] spent) {
    boolean any = false;
    for (int k = 0; k < cells; k++) {
      if (switches.isOn(k) && Math.abs(amps[k]) < switches.parameters().holdAmps()) {
        switches.set(k, false);
        if (fired[k]) {
          spent[k] = true;
          oscillating++;
        }
        any = true;
      }
    }
    return any;
  }

  private boolean fire(boolean[] fired, boolean[] spent) {
    double farthest = switches.parameters().thresholdVolts();
    boolean any = false;
    for (int k = 0; k < cells; k++) {
      if (!switches.isOn(k) && !spent[k] && Math.abs(selectorVolts[k]) > farthest) {
        farthest = Math.abs(selectorVolts[k]);
        any = true;
      }
    }
    for (int k = 0; any && k < cells; k++) {
      if (!switches.isOn(k)
          && !spent[k]
          && Math.abs(selectorVolts[k]) >= farthest * (1 - EQUALLY_FAR)) {
        switches.set(k, true);
        fired[k] = true;
      }
    }
    return any;
  }
}
