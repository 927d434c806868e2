package org.ohmweave.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.tile.TileSettings;
import org.ohmweave.crossbar.tile.TiledMatrix;
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
 * One tile of 128 x 64 weights (128 x 128 cells) with 8-bit converters: a batch, one vector, one
 * vector with read noise.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TileBenchmark {
  private static final int VECTORS = 200;
  private double[] weights = new double[0];
  private double[] inputs = new double[0];
  private double[] one = new double[0];
  private TiledMatrix matrix =
      new TiledMatrix(new double[1], 1, 1, TileSettings.ideal(), NoiseSource.seeded(1));
  private TiledMatrix noisy = matrix;

  /** Wire resistance per segment. */
  @Param({"0", "1"})
  public double segmentOhms;

  /** Draws weights and inputs. */
  @Setup
  public void draw() {
    Purpose random = NoiseSource.seeded(1).purpose("benchmark");
    weights = new double[128 * 64];
    inputs = new double[VECTORS * 128];
    random.gaussians(0, 0, weights, 0, weights.length);
    random.gaussians(0, 1, inputs, 0, inputs.length);
    one = Arrays.copyOf(inputs, 128);
    TileSettings settings = TileSettings.ideal().withBits(8, 8).withSegmentOhms(segmentOhms);
    matrix = new TiledMatrix(weights, 128, 64, settings, NoiseSource.seeded(1));
    matrix.calibrate(inputs, VECTORS); // with wires: computes the effective matrix as well
    noisy =
        new TiledMatrix(
            weights, 128, 64, settings.withCells(1e-6, 1e-4, 0, 0.02), NoiseSource.seeded(1));
    noisy.calibrate(one, 1);
  }

  /** All vectors. */
  @Benchmark
  public double[] products() {
    return matrix.multiply(inputs, VECTORS);
  }

  /** One vector. */
  @Benchmark
  public double[] oneProduct() {
    return matrix.multiply(one, 1);
  }

  /** One vector whose cells are noisy: 16384 normals, and with wires a network of its own. */
  @Benchmark
  public double[] oneNoisyProduct() {
    return noisy.multiply(one, 1);
  }
}
