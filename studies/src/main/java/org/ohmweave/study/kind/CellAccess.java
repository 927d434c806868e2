package org.ohmweave.study.kind;

import java.util.Arrays;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.cell.CellLaw;
import org.ohmweave.crossbar.cell.ExponentialSelector;
import org.ohmweave.crossbar.cell.SeriesLaw;
import org.ohmweave.crossbar.cell.ThresholdSelector;
import org.ohmweave.crossbar.cell.Transistor;
import org.ohmweave.crossbar.wire.NewtonArray;
import org.ohmweave.crossbar.wire.OneTransistorArray;
import org.ohmweave.crossbar.wire.ThresholdArray;

/** What stands in series with the memory elements of an array. */
sealed interface CellAccess {
  /**
   * A solved array.
   *
   * @param solution its currents and node voltages
   * @param law of the whole cells, in the state that belongs to the solution
   */
  record Solved(ArraySolution solution, CellLaw law) {}

  /**
   * Solves an array for one set of sources, from rest.
   *
   * @param row the selected one
   */
  Solved solve(int rows, int columns, CellLaw memory, Wires wires, Drive drive, int row);

  /** For people. */
  String words();

  /** Reads the key {@code access}; missing = nothing in series. */
  static CellAccess read(YamlNode study) {
    YamlNode node = study.child("access");
    String type = node.text("type", "none");
    CellAccess access =
        switch (type) {
          case "none" -> new None();
          case "exponential" ->
              new Exponential(
                  node.quantity("scale", "A", 1e-12), node.quantity("decade", "V", 0.08));
          case "threshold" ->
              new Threshold(
                  new ThresholdSelector.Parameters(
                      node.quantity("threshold", "V"),
                      node.quantity("hold", "V"),
                      node.quantity("on", "ohm", 1e3),
                      node.quantity("holdCurrent", "A", 1e-6),
                      node.quantity("scale", "A", 1e-12),
                      node.quantity("decade", "V", 0.2)));
          case "transistor" -> transistor(node);
          default ->
              throw new InputException(
                  node.where("type")
                      + " must be none, exponential, threshold or transistor, got "
                      + type);
        };
    node.finish();
    return access;
  }

  private static CellAccess transistor(YamlNode node) {
    double gate = node.quantity("gate", "V", 1.2);
    return new OneTransistor(
        Transistor.ofOnOhms(
            node.quantity("on", "ohm", 15e3), gate, node.quantity("threshold", "V", 0.4)),
        gate);
  }

  /** The memory element alone. */
  record None() implements CellAccess {
    @Override
    public Solved solve(int rows, int columns, CellLaw memory, Wires wires, Drive drive, int row) {
      return new Solved(new NewtonArray(rows, columns, memory, wires).solve(drive), memory);
    }

    @Override
    public String words() {
      return "nothing in series";
    }
  }

  /** A selector whose current grows by a decade per voltage. */
  record Exponential(double scaleAmps, double voltsPerDecade) implements CellAccess {
    @Override
    public Solved solve(int rows, int columns, CellLaw memory, Wires wires, Drive drive, int row) {
      CellLaw selector = new ExponentialSelector(scaleAmps, voltsPerDecade);
      CellLaw both = new SeriesLaw(selector, memory, rows * columns);
      return new Solved(new NewtonArray(rows, columns, both, wires).solve(drive), both);
    }

    @Override
    public String words() {
      return "an exponential selector of "
          + Words.si(voltsPerDecade, "V")
          + " per decade, extrapolating to "
          + Words.si(scaleAmps, "A")
          + " at 0 V";
    }
  }

  /** A threshold switch, off before the read. */
  record Threshold(ThresholdSelector.Parameters parameters) implements CellAccess {
    @Override
    public Solved solve(int rows, int columns, CellLaw memory, Wires wires, Drive drive, int row) {
      ThresholdArray array = new ThresholdArray(rows, columns, memory, parameters, wires);
      return new Solved(array.solve(drive), array.law());
    }

    @Override
    public String words() {
      return "a threshold selector of "
          + Words.si(parameters.thresholdVolts(), "V")
          + " (holding "
          + Words.si(parameters.holdVolts(), "V")
          + ", "
          + Words.si(parameters.holdAmps(), "A")
          + ")";
    }
  }

  /** An access transistor; the gates of the selected row are open, all others at 0 V. */
  record OneTransistor(Transistor transistor, double gateVolts) implements CellAccess {
    @Override
    public Solved solve(int rows, int columns, CellLaw memory, Wires wires, Drive drive, int row) {
      OneTransistorArray array = new OneTransistorArray(rows, columns, memory, transistor, wires);
      double[] gates = new double[rows];
      Arrays.fill(gates, 0);
      gates[row] = gateVolts;
      array.transistors().gatesByRow(gates);
      return new Solved(array.solve(drive), array.law());
    }

    @Override
    public String words() {
      return "an access transistor whose gate is at "
          + Words.si(gateVolts, "V")
          + " in the selected row and at 0 V elsewhere";
    }
  }
}
