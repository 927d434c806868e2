package org.ohmweave.study.kind;

import java.util.Arrays;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.device.effect.Population;
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
   * Loops of every device, one after the other.
   *
   * @param volts array convention, one per row
   * @param seconds one per row, from the start of the loop
   * @param amps {@code [device * cycles + cycle][row]}, same sign as the voltage
   * @param readSiemens alike: conductance at the read voltage, state of that row
   */
  record Loops(double[] volts, double[] seconds, double[][] amps, double[][] readSiemens) {}

  static LoopSweep read(YamlNode sweep) {
    double first = sweep.quantity("first", "V");
    double second = sweep.quantity("second", "V");
    double rate = sweep.quantity("rate", "V/s");
    if (!(rate > 0)) {
      throw new InputException(sweep.where("rate") + " must be positive [V/s], got " + rate);
    }
    if (first * second >= 0) {
      throw new InputException(
          sweep.where("first")
              + " and second must be voltages of opposite sign, not zero, got "
              + first
              + " V and "
              + second
              + " V");
    }
    int points = sweep.whole("points", 150, 10, 20000);
    sweep.finish();
    return new LoopSweep(first, second, rate, points);
  }

  int rows() {
    return 4 * points + 1;
  }

  Loops run(Population population, int cycles, double readVolts, int threads) {
    int rows = rows();
    double[] volts = new double[rows];
    double[] seconds = new double[rows];
    double[] turns = {0, firstVolts, 0, secondVolts, 0};
    for (int k = 1; k < rows; k++) {
      int leg = (k - 1) / points;
      double fraction = (k - leg * points) / (double) points;
      volts[k] = turns[leg] + fraction * (turns[leg + 1] - turns[leg]);
      seconds[k] = seconds[k - 1] + Math.abs(volts[k] - volts[k - 1]) / voltsPerSecond;
    }
    int size = population.size();
    Loops loops =
        new Loops(volts, seconds, new double[size * cycles][rows], new double[size * cycles][rows]);
    int blocks = (size + BLOCK - 1) / BLOCK;
    Parallel.run(
        threads,
        blocks,
        b -> {
          int from = b * BLOCK;
          int to = Math.min(size, from + BLOCK);
          for (int cycle = 0; cycle < cycles; cycle++) {
            drive(population, from, to, cycle, cycles, readVolts, loops);
          }
        });
    return loops;
  }

  private static void drive(
      Population population,
      int from,
      int to,
      int cycle,
      int cycles,
      double readVolts,
      Loops loops) {
    int sign = population.bank().model().setSign();
    double[] volts = loops.volts();
    double[] before = new double[population.size()];
    double[] after = new double[population.size()];
    double[] current = new double[population.size()];
    long event = (long) cycle * volts.length;
    population.cycle(from, to, cycle);
    for (int k = 0; k < volts.length; k++) {
      Arrays.fill(after, from, to, sign * volts[k]);
      if (k > 0) {
        double seconds = loops.seconds()[k] - loops.seconds()[k - 1];
        population.ramp(from, to, before, after, seconds, event + k);
      }
      population.read(from, to, after, current, 2 * (event + k));
      for (int i = from; i < to; i++) {
        loops.amps()[i * cycles + cycle][k] = sign * current[i];
        before[i] = after[i];
        after[i] = sign * readVolts;
      }
      population.read(from, to, after, current, 2 * (event + k) + 1);
      for (int i = from; i < to; i++) {
        loops.readSiemens()[i * cycles + cycle][k] = sign * current[i] / readVolts;
      }
    }
  }

  /**
   * Voltage at which the read conductance first crosses the geometric mean of its extremes in the
   * leg {@code 0 - first} (part 0) or {@code 0 - second} (part 1); NaN if it never does.
   */
  static double switchingVolts(double[] volts, double[] siemens, int part) {
    double least = Arrays.stream(siemens).min().orElse(0);
    double most = Arrays.stream(siemens).max().orElse(0);
    if (!(most >= 2 * least && least > 0)) {
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
