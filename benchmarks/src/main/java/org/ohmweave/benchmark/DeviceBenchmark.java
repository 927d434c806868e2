package org.ohmweave.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time per device of reads, pulses and sweeps, every law loaded and used in the same process. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeviceBenchmark {
  private static final int N = 256;
  private static final NoiseSource NOISE = NoiseSource.seeded(1);

  private final DeviceBank jart = Devices.bank(Presets.find("hfo2/jart-v1b"), N, 0);
  private final DeviceBank filament = Devices.bank(Presets.find("reram/stanford-th"), N, 0);
  private final DeviceBank steps = Devices.bank(Presets.find("behavioural/soft-bounds"), N, 0);
  private final double[] amps = new double[N];
  private final double[] volts = new double[N];
  private final double[] zero = new double[N];
  private long event;

  /** All laws once, so that calls are truly virtual. */
  @Setup
  public void mix() {
    filament.setShared(filament.indexOf("R_s"), 1000);
    for (DeviceBank bank : new DeviceBank[] {jart, filament, steps}) {
      Arrays.fill(volts, 0.1 * bank.model().setSign());
      bank.model().currents(bank, 0, N, volts, amps);
      bank.model().hold(bank, 0, N, volts, 1e-9, NOISE, event++);
    }
  }

  private double[] read(DeviceBank bank) {
    Arrays.fill(volts, 0.2 * bank.model().setSign());
    bank.model().currents(bank, 0, N, volts, amps);
    return amps;
  }

  private double[] pulse(DeviceBank bank, double size, double seconds) {
    Arrays.fill(volts, size);
    bank.model().reset(bank, 0, N, false);
    bank.model().hold(bank, 0, N, volts, seconds, NOISE, event++);
    return bank.state(0);
  }

  /** One read of each JART device. */
  @Benchmark
  @OperationsPerInvocation(N)
  public double[] readJart() {
    return read(jart);
  }

  /** One read of each filament, 1 kohm in series. */
  @Benchmark
  @OperationsPerInvocation(N)
  public double[] readFilament() {
    return read(filament);
  }

  /** One read of each soft-bounds device. */
  @Benchmark
  @OperationsPerInvocation(N)
  public double[] readSteps() {
    return read(steps);
  }

  /** A SET of each JART device: -1 V, 100 ns, from the HRS. */
  @Benchmark
  @OperationsPerInvocation(N)
  public double[] setJart() {
    return pulse(jart, -1, 1e-7);
  }

  /** A SET of each filament: 2.4 V, 1 us, 1 kohm in series, from the HRS. */
  @Benchmark
  @OperationsPerInvocation(N)
  public double[] setFilament() {
    return pulse(filament, 2.4, 1e-6);
  }

  /** A step of each soft-bounds device, with cycle-to-cycle noise. */
  @Benchmark
  @OperationsPerInvocation(N)
  public double[] stepSteps() {
    return pulse(steps, 1, 1e-6);
  }

  /** A loop 0, -1.3 V, 0, +1.3 V, 0 at 1 V/s of the first JART device; per loop. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public double sweepJart() {
    jart.model().reset(jart, 0, 1, false);
    double[] corners = {0, -1.3, 0, 1.3, 0};
    for (int k = 1; k < corners.length; k++) {
      zero[0] = corners[k - 1];
      volts[0] = corners[k];
      jart.model().ramp(jart, 0, 1, zero, volts, 1.3, NOISE, event++);
    }
    return jart.state(0)[0];
  }
}
