package org.ohmweave.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.wire.LinearArray;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One array, one vector, all node voltages, from rest, factors included. Mild: 10 kohm .. 1 Mohm
 * log-uniform, 1 ohm segments; harsh: 1 .. 100 kohm, 10 ohm; lead segments at left and bottom.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class WireSolverBenchmark {
  /** Side of the square array. */
  @Param({"128", "256", "512", "1024"})
  public int side;

  /** Which case. */
  @Param({"mild", "harsh"})
  public String load = "mild";

  private double turn = 1;
  private double[] siemens = new double[0];
  private double[] volts = new double[0];
  private double[] eight = new double[0];
  private double[] many = new double[0];
  private LinearArray array =
      new LinearArray(1, 1, new double[1], new Wires(0, 0, Ends.driveLeftSenseBottom(1, 1, 1, 1)));

  /** Draws the array. */
  @Setup
  public void draw() {
    boolean mild = load.equals("mild");
    double low = mild ? 1e-6 : 1e-5;
    double segment = mild ? 1 : 10;
    Purpose random = NoiseSource.seeded(1).purpose("benchmark");
    siemens = new double[side * side];
    for (int k = 0; k < siemens.length; k++) {
      siemens[k] = low * Math.pow(100, random.uniform(k, 0));
    }
    volts = new double[side];
    many = new double[32 * side];
    for (int i = 0; i < many.length; i++) {
      many[i] = 0.2 * random.uniform(i, 1);
    }
    eight = Arrays.copyOf(many, 8 * side);
    System.arraycopy(eight, 0, volts, 0, side);
    array =
        new LinearArray(
                side,
                side,
                siemens,
                new Wires(
                    segment, segment, Ends.driveLeftSenseBottom(side, side, segment, segment)))
            .tolerance(1e-11);
  }

  /** Factorise and solve one vector. */
  @Benchmark
  public ArraySolution oneVector() {
    array.conductances(siemens);
    array.cold();
    return array.solve(Drive.left(volts, side));
  }

  /** Factorise and solve eight vectors together. */
  @Benchmark
  public double[] eightVectors() {
    return array.bottomAmps(eight, 8);
  }

  /** Thirty-two vectors, factors known, one thread. */
  @Benchmark
  public double[] batchOneThread() {
    return array.bottomAmps(many, 32, 1);
  }

  /** Thirty-two vectors, factors known, two threads; the same bits. */
  @Benchmark
  public double[] batchTwoThreads() {
    return array.bottomAmps(many, 32, 2);
  }

  /** One cell changed, then a solve from the last voltages. */
  @Benchmark
  public ArraySolution oneCellChanged() {
    turn = -turn;
    array.conductance(side / 2, side / 3, siemens[side / 2 * side + side / 3] * (1 + 0.5 * turn));
    return array.solve(Drive.left(volts, side));
  }
}
