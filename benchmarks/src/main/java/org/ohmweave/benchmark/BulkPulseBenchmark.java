package org.ohmweave.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.variability.Spread;
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
 * Time of one pulse at an accuracy of 1e-3 over devices whose every parameter that is not zero is
 * spread by 5 %, one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class BulkPulseBenchmark {
  private static final int BLOCK = 256;
  private static final NoiseSource NOISE = NoiseSource.seeded(1);

  /** Preset, volts, seconds, start. */
  @Param({
    "hfo2/jart-v1b -0.7 1e-4 hrs",
    "hfo2/jart-v1b -0.7 1e-3 hrs",
    "reram/stanford-th 1.9 7e-6 hrs",
    "reram/stanford-th 1.9 1e-4 hrs",
    "pcmo/reaction-drift 2 1e-5 lrs",
    "tio2/pickett -0.9 0.1 hrs",
    "tio2/pickett -0.9 0.7 hrs"
  })
  public String pulse = "";

  /** Devices of the bank. */
  @Param({"1000", "10000", "100000", "1000000"})
  public int devices;

  private DeviceBank bank = Devices.bank(Presets.find("behavioural/soft-bounds"), 1, 0);
  private double[] volts = new double[0];
  private double seconds;
  private boolean fromLrs;
  private long event;

  /** Spreads the parameters. */
  @Setup
  public void spread() {
    String[] words = pulse.split(" ");
    // another law first, so that the call is truly virtual
    bank.model().hold(bank, 0, 1, new double[] {1}, 1e-6, NOISE, 0);
    bank = Devices.bank(Presets.find(words[0]), devices, 0);
    for (ParameterSymbol symbol : bank.model().parameters()) {
      if (bank.parameter(bank.indexOf(symbol.symbol()), 0) != 0) {
        Spread.normal(0.05).apply(bank, symbol.symbol(), NOISE);
      }
    }
    if (words[0].equals("reram/stanford-th")) {
      bank.setShared(bank.indexOf("R_s"), 5000);
    }
    fromLrs = words[3].equals("lrs");
    bank.setAccuracy(1e-3);
    volts = new double[devices];
    Arrays.fill(volts, Double.parseDouble(words[1]));
    seconds = Double.parseDouble(words[2]);
  }

  /** One pulse of all devices. */
  @Benchmark
  public double[] hold() {
    event++;
    bank.model().reset(bank, 0, devices, fromLrs);
    for (int from = 0; from < devices; from += BLOCK) {
      int to = Math.min(devices, from + BLOCK);
      bank.model().hold(bank, from, to, volts, seconds, NOISE, event);
    }
    return bank.state(0);
  }
}
