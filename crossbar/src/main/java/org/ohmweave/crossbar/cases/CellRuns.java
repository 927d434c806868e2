package org.ohmweave.crossbar.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Segments;
import org.ohmweave.crossbar.cell.CellLaw;
import org.ohmweave.crossbar.cell.OhmicLaw;
import org.ohmweave.crossbar.cell.SeriesLaw;
import org.ohmweave.crossbar.cell.Transistor;
import org.ohmweave.crossbar.wire.NewtonArray;
import org.ohmweave.crossbar.wire.OneTransistorArray;
import org.ohmweave.crossbar.wire.ThresholdArray;

/** Solves cases whose cells are not just resistors, every run from rest. */
final class CellRuns {
  /**
   * One solved run.
   *
   * @param memoryVolts across the memory elements, or null where nothing is in series with them
   * @param switchesOn threshold selectors that are on; -1 = there are none
   * @param oscillating those among them without a standing state
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Run(
      ArraySolution solution, double @Nullable [] memoryVolts, int switchesOn, int oscillating) {
    static Run plain(ArraySolution solution) {
      return new Run(solution, null, -1, 0);
    }
  }

  private CellRuns() {}

  static List<Run> solve(CrossbarCase input) {
    CellLaw memory = input.memory();
    List<Run> runs = new ArrayList<>();
    for (Drive drive : input.runs()) {
      runs.add(solve(input, memory, drive));
    }
    return runs;
  }

  private static Run solve(CrossbarCase input, CellLaw memory, Drive drive) {
    int cells = input.rows() * input.columns();
    CaseSeries series = input.series();
    if (series instanceof CaseSeries.Threshold t) {
      ThresholdArray array = threshold(input, memory, t);
      ArraySolution solution = array.solve(drive);
      return new Run(
          solution, array.memoryVolts(), array.switches().countOn(), array.oscillating());
    }
    if (series instanceof CaseSeries.OneTransistor t) {
      OneTransistorArray array = transistor(input, memory, t.transistor());
      array.transistors().gatesByCell(t.gateVolts());
      ArraySolution solution = array.solve(drive);
      return new Run(solution, array.memoryVolts(solution), -1, 0);
    }
    CellLaw selector = null;
    if (series instanceof CaseSeries.Exponential e) {
      selector = e.selector();
    } else if (series instanceof CaseSeries.Ohmic o && o.ohms() > 0) {
      double[] siemens = new double[cells];
      Arrays.fill(siemens, 1 / o.ohms());
      selector = new OhmicLaw(siemens);
    }
    if (selector == null) {
      return Run.plain(newton(input, memory).solve(drive));
    }
    SeriesLaw both = new SeriesLaw(selector, memory, cells);
    ArraySolution solution = newton(input, both).solve(drive);
    double[] volts = new double[cells];
    for (int k = 0; k < cells; k++) {
      volts[k] = solution.wordVolts()[k] - solution.bitVolts()[k];
    }
    double[] across = new double[cells];
    both.firstVolts(0, cells, volts, across);
    for (int k = 0; k < cells; k++) {
      volts[k] -= across[k];
    }
    return new Run(solution, volts, -1, 0);
  }

  private static NewtonArray newton(CrossbarCase input, CellLaw law) {
    Segments segments = input.uneven();
    return segments == null
        ? new NewtonArray(input.rows(), input.columns(), law, input.wires())
        : new NewtonArray(law, segments, input.ends());
  }

  private static ThresholdArray threshold(
      CrossbarCase input, CellLaw memory, CaseSeries.Threshold series) {
    Segments segments = input.uneven();
    return segments == null
        ? new ThresholdArray(
            input.rows(), input.columns(), memory, series.parameters(), input.wires())
        : new ThresholdArray(memory, series.parameters(), segments, input.ends());
  }

  private static OneTransistorArray transistor(
      CrossbarCase input, CellLaw memory, Transistor transistor) {
    Segments segments = input.uneven();
    return segments == null
        ? new OneTransistorArray(input.rows(), input.columns(), memory, transistor, input.wires())
        : new OneTransistorArray(memory, transistor, segments, input.ends());
  }
}
