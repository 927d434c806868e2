package org.ohmweave.crossbar.wire;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.ohmweave.crossbar.array.Wires;

/**
 * Many input vectors through one array, in groups of {@link SchurSolver#LANES} side by side. Groups
 * are independent and each vector stops by itself, so nothing depends on who shares a group or on
 * the threads. Solvers are kept for the next batch.
 */
final class VectorBatch {
  private static final int LANES = SchurSolver.LANES;
  private final int rows;
  private final int columns;
  private final double[] siemens;
  private final Wires wires;
  private final double[] zeroRows;
  private final double[] zeroColumns;
  private final ConcurrentLinkedQueue<Worker> idle = new ConcurrentLinkedQueue<>();
  private int version;

  /** A solver and the state of the conductances that it has taken. */
  private static final class Worker {
    final SchurSolver solver;
    int version = -1;

    Worker(SchurSolver solver) {
      this.solver = solver;
    }
  }

  /**
   * A batch.
   *
   * @param siemens conductances, kept as a reference; tell {@link #changed} when they change
   */
  VectorBatch(int rows, int columns, double[] siemens, Wires wires) {
    this.rows = rows;
    this.columns = columns;
    this.siemens = siemens;
    this.wires = wires;
    this.zeroRows = new double[rows];
    this.zeroColumns = new double[columns];
  }

  void changed() {
    version++;
  }

  double[] bottomAmps(double[] leftVolts, int vectors, double tolerance, int threads) {
    double[] amps = new double[vectors * columns];
    int groups = (vectors + LANES - 1) / LANES;
    int used = Math.min(threads, groups);
    if (used <= 1) {
      IntStream.range(0, groups).forEach(k -> group(k, leftVolts, vectors, tolerance, amps));
      return amps;
    }
    ForkJoinPool pool = new ForkJoinPool(used);
    try {
      pool.submit(
              () ->
                  IntStream.range(0, groups)
                      .parallel()
                      .forEach(k -> group(k, leftVolts, vectors, tolerance, amps)))
          .join();
    } finally {
      pool.shutdown();
    }
    return amps;
  }

  private void group(int k, double[] leftVolts, int vectors, double tolerance, double[] amps) {
    Worker worker = idle.poll();
    if (worker == null) {
      worker = new Worker(new SchurSolver(rows, columns, LANES, wires));
    }
    if (worker.version != version) {
      worker.solver.conductances(siemens);
      worker.version = version;
    }
    solve(worker.solver, k * LANES, leftVolts, vectors, tolerance, amps);
    idle.add(worker);
  }

  private void solve(
      SchurSolver solver,
      int from,
      double[] leftVolts,
      int vectors,
      double tolerance,
      double[] amps) {
    int count = Math.min(LANES, vectors - from);
    double[] input = new double[rows];
    for (int lane = 0; lane < LANES; lane++) {
      if (lane < count) {
        System.arraycopy(leftVolts, (from + lane) * rows, input, 0, rows);
      } else {
        Arrays.fill(input, 0);
      }
      solver.sources(lane, input, zeroRows, zeroColumns, zeroColumns);
    }
    solver.cold();
    solver.solve(tolerance);
    double[] sums = new double[columns * LANES];
    double[] moments = new double[columns * LANES];
    solver.columnSums(sums, moments);
    double[] both = new double[2];
    for (int lane = 0; lane < count; lane++) {
      for (int j = 0; j < columns; j++) {
        int x = j * LANES + lane;
        solver.bitFactors().endAmps(j, 0, 0, -sums[x], -moments[x], both);
        amps[(from + lane) * columns + j] = both[1];
      }
    }
  }
}
