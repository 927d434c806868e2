package org.ohmweave.study.kind;

import java.util.stream.IntStream;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.study.run.Parallel;

/**
 * A triangular voltage loop 0 - first - 0 - second - 0 in the array convention (positive SETs), and
 * what a population does in it.
 *
 * @param firstVolts first turning point
 * @param secondVolts second turning point
 * @param voltsPerSecond ramp rate, {@code > 0}
 * @param points ramp pieces in each of the four legs
 */
record LoopSweep(double firstVolts, double secondVolts, double voltsPerSecond, int points) {
  private static final int BLOCK = 4;

  /**
   * A loop of every device.
   *
   * @param volts array convention, one per row
   * @param seconds one per row
   * @param amps {@code [device][row]}, same sign as the voltage
   * @param readSiemens {@code [device][row]} conductance at the read voltage, state of that row
   */
  record Loop(double[] volts, double[] seconds, double[][] amps, double[][] readSiemens) {}

  Loop run(DeviceBank bank, double readVolts, NoiseSource noise, int threads) {
    int rows = 4 * points + 1;
    double[] volts = new double[rows];
    double[] seconds = new double[rows];
    double[] turns = {0, firstVolts, 0, secondVolts, 0};
    for (int k = 1; k < rows; k++) {
      int leg = (k - 1) / points;
      double fraction = (k - leg * points) / (double) points;
      volts[k] = turns[leg] + fraction * (turns[leg + 1] - turns[leg]);
      seconds[k] = seconds[k - 1] + Math.abs(volts[k] - volts[k - 1]) / voltsPerSecond;
    }
    double[][] amps = new double[bank.size()][rows];
    double[][] siemens = new double[bank.size()][rows];
    int blocks = (bank.size() + BLOCK - 1) / BLOCK;
    Parallel.run(
        threads,
        blocks,
        b -> {
          int from = b * BLOCK;
          int to = Math.min(bank.size(), from + BLOCK);
          drive(bank, from, to, volts, seconds, readVolts, noise, amps, siemens);
        });
    return new Loop(volts, seconds, amps, siemens);
  }

  private static void drive(
      DeviceBank bank,
      int from,
      int to,
      double[] volts,
      double[] seconds,
      double readVolts,
      NoiseSource noise,
      double[][] amps,
      double[][] siemens) {
    DeviceModel model = bank.model();
    int sign = model.setSign();
    double[] before = new double[bank.size()];
    double[] after = new double[bank.size()];
    double[] current = new double[bank.size()];
    for (int k = 0; k < volts.length; k++) {
      for (int i = from; i < to; i++) {
        before[i] = k == 0 ? 0 : sign * volts[k - 1];
        after[i] = sign * volts[k];
      }
      if (k > 0) {
        model.ramp(bank, from, to, before, after, seconds[k] - seconds[k - 1], noise, k);
      }
      model.currents(bank, from, to, after, current);
      for (int i = from; i < to; i++) {
        amps[i][k] = sign * current[i];
        after[i] = sign * readVolts;
      }
      model.currents(bank, from, to, after, current);
      for (int i = from; i < to; i++) {
        siemens[i][k] = sign * current[i] / readVolts;
      }
    }
  }

  /**
   * Voltage at which the read conductance first crosses the geometric mean of its extremes in the
   * leg {@code 0 - first} (part 0) or {@code 0 - second} (part 1); NaN if it never does.
   */
  static double switchingVolts(double[] volts, double[] siemens, int part) {
    double least = IntStream.range(0, siemens.length).mapToDouble(k -> siemens[k]).min().orElse(0);
    double most = IntStream.range(0, siemens.length).mapToDouble(k -> siemens[k]).max().orElse(0);
    if (most < 2 * least) {
      return Double.NaN;
    }
    double middle = Math.log(least * most) / 2;
    int points = (volts.length - 1) / 4;
    int start = part * 2 * points;
    for (int k = start + 1; k <= start + 2 * points; k++) {
      double before = Math.log(siemens[k - 1]) - middle;
      double after = Math.log(siemens[k]) - middle;
      if (before * after <= 0 && before != after) {
        return volts[k - 1] + before / (before - after) * (volts[k] - volts[k - 1]);
      }
    }
    return Double.NaN;
  }
}
