package org.ohmweave.crossbar.dynamics;

import org.ohmweave.core.ConvergenceException;
import org.ohmweave.device.CellRates;

/**
 * What a few cells see of the rest of the array, linearised: {@code v = E(t) - Z j}, with j the
 * part of their currents that the linear network does not hold already, {@code j = i - g0 v}. E is
 * a parabola in time. Channels are these j; their weight is the time since the start.
 */
final class PortNetwork implements CellNetwork {
  private static final int LIMIT = 100;
  private final int p;
  private final double[] z;
  private final double[] held;
  private final double[] constant;
  private final double[] linear;
  private final double[] square;
  private final double[] siemens;
  private final DenseSolver matrix;
  private double start;

  PortNetwork(int ports) {
    this.p = ports;
    this.z = new double[p * p];
    this.held = new double[p];
    this.constant = new double[p];
    this.linear = new double[p];
    this.square = new double[p];
    this.siemens = new double[p];
    this.matrix = new DenseSolver(p);
  }

  /** Sets the conductance of a port's cell that the linear network holds. */
  void held(int port, double value) {
    held[port] = value;
  }

  /**
   * Sets how much 1 A through the cell of port {@code from} lowers the voltage of port {@code of}.
   */
  void impedance(int of, int from, double ohms) {
    z[of * p + from] = ohms;
  }

  double impedance(int of, int from) {
    return z[of * p + from];
  }

  /** Sets E of a port: its values at the start, the middle and the end of a time. */
  void drive(int port, double from, double first, double middle, double last, double seconds) {
    start = from;
    constant[port] = first;
    linear[port] = (4 * middle - 3 * first - last) / seconds;
    square[port] = 2 * (first - 2 * middle + last) / (seconds * seconds);
  }

  private double drive(int port, double seconds, double from, double ahead) {
    double t = seconds - start;
    double slope = linear[port] + 2 * square[port] * (from - start);
    return constant[port] + t * (linear[port] + t * square[port]) + ahead * slope;
  }

  @Override
  public int cells() {
    return p;
  }

  @Override
  public int channels() {
    return p;
  }

  @Override
  public double channelWeight(int channel, double seconds) {
    return seconds - start;
  }

  @Override
  public double channelWeightRate(int channel, double seconds) {
    return 1;
  }

  @Override
  public boolean prepare(double[] g, double perSecond) {
    System.arraycopy(g, 0, siemens, 0, p);
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        matrix.set(a, b, (a == b ? 1 : 0) + z[a * p + b] * (g[b] - held[b]));
      }
    }
    return matrix.factorise();
  }

  @Override
  public void stage(
      int stage,
      double from,
      double seconds,
      double ahead,
      double[] own,
      double[] volts,
      double[] channelAmps) {
    for (int a = 0; a < p; a++) {
      double sum = drive(a, seconds, from, ahead);
      for (int b = 0; b < p; b++) {
        sum -= z[a * p + b] * own[b];
      }
      volts[a] = sum;
    }
    matrix.solve(volts);
    for (int a = 0; a < p; a++) {
      channelAmps[a] = own[a] + (siemens[a] - held[a]) * volts[a];
    }
  }

  @Override
  public void accept() {}

  @Override
  public void settle(
      double seconds, MovingCells cells, double[] y, double[] volts, double[] channelAmps) {
    CellRates rates = cells.room();
    double last = Double.POSITIVE_INFINITY;
    for (int step = 0; step < LIMIT; step++) {
      cells.evaluate(volts, y, true, rates);
      double[] before = volts.clone();
      for (int k = 0; k < p; k++) {
        rates.amps[k] -= rates.siemens[k] * volts[k];
      }
      prepare(rates.siemens, 0);
      stage(0, seconds, seconds, 0, rates.amps, volts, channelAmps);
      double change = 0;
      double size = 1e-3;
      for (int k = 0; k < p; k++) {
        change = Math.max(change, Math.abs(volts[k] - before[k]));
        size = Math.max(size, Math.abs(volts[k]));
      }
      if (change <= 1e-15 * size || (change <= 1e-9 * size && change >= last)) {
        return;
      }
      last = change;
    }
    throw new ConvergenceException("voltages of " + p + " moving cells (volts)", LIMIT, last);
  }
}
