package org.ohmweave.crossbar.dynamics;

import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.wire.LinearArray;
import org.ohmweave.crossbar.wire.NewtonArray;
import org.ohmweave.device.DeviceBank;

/** The whole array without capacitance. Channels are the currents out of the array, per end. */
final class FullNetwork implements CellNetwork {
  private final int count;
  private final Sources sources;
  private final LinearArray linear;
  private final NewtonArray newton;

  FullNetwork(
      int rows,
      int columns,
      Wires wires,
      Sources sources,
      DeviceBank bank,
      double polarity,
      double tolerance) {
    this.count = rows * columns;
    this.sources = sources;
    double[] start = new double[count];
    java.util.Arrays.fill(start, 1e-6);
    this.linear = new LinearArray(rows, columns, start, wires).tolerance(tolerance);
    this.newton = new NewtonArray(rows, columns, new StateLaw(bank, polarity), wires);
  }

  @Override
  public int cells() {
    return count;
  }

  @Override
  public int channels() {
    return sources.size();
  }

  /** A source delivers minus voltage times current. */
  @Override
  public double channelWeight(int channel, double seconds) {
    return -sources.volts(channel, seconds);
  }

  @Override
  public double channelWeightRate(int channel, double seconds) {
    return -sources.slope(channel);
  }

  @Override
  public boolean prepare(double[] siemens, double perSecond) {
    linear.conductances(siemens);
    return true;
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
    Drive drive = sources.drive(seconds + ahead);
    if (silent(drive)) {
      linear.cold(); // an exact start, since nothing is small against nothing
    }
    take(linear.solve(drive, own), volts, channelAmps);
  }

  static boolean silent(Drive drive) {
    return zero(drive.leftVolts())
        && zero(drive.rightVolts())
        && zero(drive.topVolts())
        && zero(drive.bottomVolts());
  }

  private static boolean zero(double[] volts) {
    for (double v : volts) {
      if (v != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void accept() {}

  @Override
  public void settle(
      double seconds, MovingCells cells, double[] y, double[] volts, double[] channelAmps) {
    cells.law().write(0, count, y);
    take(newton.solve(sources.drive(seconds)), volts, channelAmps);
  }

  /** Cell voltages and end currents of a solution. */
  static void take(ArraySolution s, double[] volts, double[] channelAmps) {
    for (int k = 0; k < volts.length; k++) {
      volts[k] = s.wordVolts()[k] - s.bitVolts()[k];
    }
    int rows = s.leftAmps().length;
    int columns = s.topAmps().length;
    System.arraycopy(s.leftAmps(), 0, channelAmps, 0, rows);
    System.arraycopy(s.rightAmps(), 0, channelAmps, rows, rows);
    System.arraycopy(s.topAmps(), 0, channelAmps, 2 * rows, columns);
    System.arraycopy(s.bottomAmps(), 0, channelAmps, 2 * rows + columns, columns);
  }
}
