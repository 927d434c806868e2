package org.ohmweave.crossbar.dynamics;

import java.util.HashMap;
import java.util.Map;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.wire.LinearArray;
import org.ohmweave.crossbar.wire.NewtonArray;
import org.ohmweave.device.CellRates;
import org.ohmweave.device.DeviceBank;

/**
 * The whole array at given states: voltages, end currents, the network linearised there, and how
 * fast every cell would move.
 */
final class RestingArray {
  private static final int TRIES = 12;
  private final int count;
  private final int ends;
  private final LinearArray linear;
  private final NewtonArray newton;
  private final DeviceBank bank;
  private final MovingCells cells;
  private final Drive silence;

  /** What the cells say where the network was linearised. */
  final CellRates rates;

  /** Cell currents there beside slope times voltage; then {@code i = siemens v + own}. */
  final double[] own;

  private final double[] next;
  private final double[] unit;

  /** Where the network was linearised, and what single cells do to it there. */
  private final double[] point;

  private final double[] pointY;
  private Map<Integer, Response> responses = new HashMap<>();
  private final double[] keptPoint;
  private final double[] keptY;
  private Map<Integer, Response> keptResponses = responses;

  /**
   * What 1 A through a cell, from word to bit line, changes in the linearised network.
   *
   * @param volts change of all cell voltages
   * @param endAmps change of all end currents
   */
  record Response(double[] volts, double[] endAmps) {}

  /** How often the network was solved. */
  long solves;

  RestingArray(TransientCase input, MovingCells cells, double tolerance) {
    this.count = cells.count;
    this.cells = cells;
    this.bank = input.bank();
    int rows = input.rows();
    int columns = input.columns();
    Wires wires = input.wires();
    double[] start = new double[count];
    java.util.Arrays.fill(start, 1e-6);
    this.linear = new LinearArray(rows, columns, start, wires).tolerance(tolerance);
    this.newton = new NewtonArray(rows, columns, new StateLaw(bank, input.polarity()), wires);
    this.silence =
        new Drive(new double[rows], new double[rows], new double[columns], new double[columns]);
    this.rates = cells.room();
    this.own = new double[count];
    this.next = new double[count];
    this.unit = new double[count];
    this.point = new double[count];
    this.pointY = new double[count * cells.n];
    this.keptPoint = new double[count];
    this.keptY = new double[count * cells.n];
    this.ends = 2 * (rows + columns);
  }

  /**
   * Solves for the voltages by Newton's method from a guess.
   *
   * @param y (input) coordinates of all cells
   * @param volts (input: guess; output)
   * @param endAmps (output) currents out of the ends
   * @param allowed largest last change of a cell voltage, V; the error is of its square
   */
  void solve(Drive drive, double[] y, double[] volts, double[] endAmps, double allowed) {
    if (FullNetwork.silent(drive)) {
      java.util.Arrays.fill(volts, 0);
      java.util.Arrays.fill(endAmps, 0);
      linear.cold();
      linearise(y, volts);
      java.util.Arrays.fill(own, 0);
      return;
    }
    double last = Double.POSITIVE_INFINITY;
    for (int step = 0; step < TRIES; step++) {
      linearise(y, volts);
      FullNetwork.take(linear.solve(drive, own), next, endAmps);
      solves++;
      double change = 0;
      for (int k = 0; k < count; k++) {
        change = Math.max(change, Math.abs(next[k] - volts[k]));
      }
      System.arraycopy(next, 0, volts, 0, count);
      if (change <= allowed) {
        return;
      }
      if (change > 2 * last) {
        break;
      }
      last = change;
    }
    cells.law().write(0, count, y);
    ArraySolution solution = newton.solve(drive);
    solves += newton.report().linearSolves();
    FullNetwork.take(solution, volts, endAmps);
    linearise(y, volts);
  }

  private void linearise(double[] y, double[] volts) {
    cells.evaluate(volts, y, true, rates);
    for (int k = 0; k < count; k++) {
      own[k] = rates.amps[k] - rates.siemens[k] * volts[k];
    }
    linear.conductances(rates.siemens);
    System.arraycopy(volts, 0, point, 0, count);
    System.arraycopy(y, 0, pointY, 0, y.length);
    responses = new HashMap<>();
  }

  /** Remembers where the network is linearised now, with the responses that are known there. */
  void keep() {
    System.arraycopy(point, 0, keptPoint, 0, count);
    System.arraycopy(pointY, 0, keptY, 0, pointY.length);
    keptResponses = responses;
  }

  /** Linearises the network once more where {@link #keep} was called. */
  void back() {
    linearise(keptY, keptPoint);
    responses = keptResponses;
  }

  /** What 1 A through this cell does, solved for once as long as the network stays linearised. */
  Response respond(int cell) {
    Response known = responses.get(cell);
    if (known != null) {
      return known;
    }
    Response found = new Response(new double[count], new double[ends]);
    unit[cell] = 1;
    FullNetwork.take(linear.solve(silence, unit), found.volts(), found.endAmps());
    unit[cell] = 0;
    solves++;
    responses.put(cell, found);
    return found;
  }

  int ends() {
    return ends;
  }
}
