package org.ohmweave.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.core.wave.PiecewiseLinear;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.dynamics.Sources;
import org.ohmweave.crossbar.dynamics.TransientCase;
import org.ohmweave.crossbar.dynamics.TransientResult;
import org.ohmweave.crossbar.dynamics.Transients;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One V/2 SET pulse of 53 ns on an array of Stanford TH cells, half of them in low resistance. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ArrayTransientBenchmark {
  private static final double END = 53e-9;

  /** Side of the square array. */
  @Param({"16", "64", "128"})
  public int side;

  /** How. */
  @Param({"PORTS", "IMPLICIT"})
  public Transients.Method method = Transients.Method.PORTS;

  private TransientCase draw() {
    DeviceBank bank = Devices.bank(Presets.find("reram/stanford-th"), side * side, 0);
    bank.setShared(bank.indexOf("R_s"), 5000);
    Purpose random = NoiseSource.seeded(1).purpose("benchmark");
    double[] gap = bank.state(0);
    for (int k = 0; k < gap.length; k++) {
      double share = random.uniform(k, 1);
      gap[k] = random.uniform(k, 0) < 0.5 ? 0.2e-9 + 0.3e-9 * share : 0.9e-9 + 0.7e-9 * share;
    }
    int row = side / 2;
    gap[row * side + row] = 1.5e-9;
    double volts = side < 32 ? 2.05 : side < 100 ? 2.5 : 3.3;
    PiecewiseLinear full = pulse(volts);
    PiecewiseLinear half = pulse(0.5 * volts);
    List<@Nullable PiecewiseLinear> waves = new ArrayList<>();
    for (int k = 0; k < 4 * side; k++) {
      boolean left = k < side;
      boolean bottom = k >= 3 * side;
      waves.add(left && k == row ? full : left || (bottom && k != 3 * side + row) ? half : null);
    }
    return new TransientCase(
        "pulse",
        side,
        side,
        new Wires(2, 2, Ends.driveLeftSenseBottom(side, side, 50, 50)),
        0,
        bank,
        bank.model().dynamics(bank, NoiseSource.seeded(1)),
        1,
        new Sources(side, side, waves),
        0.9,
        List.of(),
        END,
        new double[] {0, END});
  }

  private static PiecewiseLinear pulse(double volts) {
    return new PiecewiseLinear(
        "pulse", new double[] {0, 1e-9, 6e-9, 46e-9, 51e-9}, new double[] {0, 0, volts, volts, 0});
  }

  /** The pulse at the usual tolerance, the making of the array included. */
  @Benchmark
  public TransientResult pulse() {
    return Transients.run(draw(), method, Transients.TOLERANCE);
  }
}
