package org.ohmweave.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.effective.EffectiveChoice;
import org.ohmweave.crossbar.effective.HierarchicalReduction;
import org.ohmweave.crossbar.wire.LinearArray;

/**
 * From how many vectors on the effective matrix is cheaper than one solve per vector: the
 * measurement behind the constants of {@link EffectiveChoice}. CPU time of one thread, least of
 * several repeats, eight vectors per batch; run it with the module jdk.incubator.vector.
 */
public final class EffectiveBreakEven {
  private static final int REPEATS = 4;
  private static final int VECTORS = 32;

  private EffectiveBreakEven() {}

  private static double seconds(Runnable work) {
    var clock = ManagementFactory.getThreadMXBean();
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < REPEATS; k++) {
      long start = clock.getCurrentThreadCpuTime();
      work.run();
      least = Math.min(least, 1e-9 * (clock.getCurrentThreadCpuTime() - start));
    }
    return least;
  }

  /** Prints a table: side, load number, milliseconds, measured and expected break-even. */
  public static void main(String[] arguments) {
    System.out.println("side  load      reduction_ms  solve_ms  break_even  model");
    Purpose random = NoiseSource.seeded(1).purpose("benchmark");
    for (int side : new int[] {32, 64, 128, 256, 512}) {
      for (double[] kind : new double[][] {{1e-6, 1}, {1e-5, 2}, {1e-5, 10}, {1e-4, 10}}) {
        double[] g = new double[side * side];
        double mean = 0;
        for (int k = 0; k < g.length; k++) {
          g[k] = kind[0] * Math.pow(100, random.uniform(k, 0));
          mean += g[k] / g.length;
        }
        Wires wires =
            new Wires(kind[1], kind[1], Ends.driveLeftSenseBottom(side, side, kind[1], kind[1]));
        double[] volts = new double[VECTORS * side];
        for (int i = 0; i < volts.length; i++) {
          volts[i] = 0.2 * random.uniform(i, 1);
        }
        LinearArray array = new LinearArray(side, side, g, wires);
        double single = seconds(() -> array.bottomAmps(volts, VECTORS)) / VECTORS;
        double all = seconds(() -> HierarchicalReduction.effectiveSiemens(side, side, g, wires));
        System.out.printf(
            Locale.ROOT,
            "%4d  %8.2e  %10.3f  %10.4f  %8.1f  %8.1f%n",
            side,
            mean * kind[1] * side * side,
            1e3 * all,
            1e3 * single,
            all / single,
            EffectiveChoice.breakEven(side, side, g, wires));
      }
    }
  }
}
