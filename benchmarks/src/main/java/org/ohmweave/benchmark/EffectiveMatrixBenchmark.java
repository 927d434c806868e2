package org.ohmweave.benchmark;

import java.util.concurrent.TimeUnit;
import org.ohmweave.core.dense.PackedFloatMatrix;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.effective.CurrentMatrix;
import org.ohmweave.crossbar.effective.EffectiveMatrix;
import org.ohmweave.crossbar.effective.HierarchicalReduction;
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

/** The effective matrix of a harsh array (1 .. 100 kohm, 10 ohm), products with it, one update. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Xmx2g"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class EffectiveMatrixBenchmark {
  private static final int VECTORS = 64;

  /** Side of the square array. */
  @Param({"64", "256", "512"})
  public int side;

  private double[] siemens = new double[0];
  private double[] volts = new double[0];
  private double[] amps = new double[0];
  private float[] floatVolts = new float[0];
  private float[] floatAmps = new float[0];
  private Wires wires = new Wires(0, 0, Ends.driveLeftSenseBottom(1, 1, 1, 1));
  private EffectiveMatrix matrix = EffectiveMatrix.known(1, 1, new double[1]);
  private PackedFloatMatrix floats = matrix.floats();
  private CurrentMatrix current = new CurrentMatrix(1, 1, new double[] {1}, wires);
  private int writes;

  /** Draws the array. */
  @Setup
  public void draw() {
    Purpose random = NoiseSource.seeded(1).purpose("benchmark");
    siemens = new double[side * side];
    for (int k = 0; k < siemens.length; k++) {
      siemens[k] = 1e-5 * Math.pow(100, random.uniform(k, 0));
    }
    wires = new Wires(10, 10, Ends.driveLeftSenseBottom(side, side, 10, 10));
    matrix = EffectiveMatrix.of(side, side, siemens, wires, 1);
    floats = matrix.floats();
    current = new CurrentMatrix(side, side, siemens, wires);
    volts = new double[VECTORS * side];
    floatVolts = new float[volts.length];
    for (int i = 0; i < volts.length; i++) {
      volts[i] = 0.2 * random.uniform(i, 1);
      floatVolts[i] = (float) volts[i];
    }
    amps = new double[volts.length];
    floatAmps = new float[volts.length];
  }

  /** All of the matrix on one thread. */
  @Benchmark
  public double[] reduction() {
    return HierarchicalReduction.effectiveSiemens(side, side, siemens, wires);
  }

  /** All of the matrix on two threads. */
  @Benchmark
  public double[] reductionOnTwoThreads() {
    return HierarchicalReduction.effectiveSiemens(side, side, siemens, wires, 2);
  }

  /** 64 vectors in double precision. */
  @Benchmark
  public double[] doubles() {
    matrix.multiply(volts, VECTORS, amps);
    return amps;
  }

  /** 64 vectors in single precision. */
  @Benchmark
  public float[] floats() {
    floats.multiply(floatVolts, VECTORS, floatAmps);
    return floatAmps;
  }

  /** One written cell. */
  @Benchmark
  public long oneCell() {
    writes++;
    current.write(writes % side, writes / side % side, 1e-5 * (1 + writes % 90));
    return current.updates();
  }
}
