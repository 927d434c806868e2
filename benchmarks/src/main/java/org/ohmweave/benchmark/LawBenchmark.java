package org.ohmweave.benchmark;

import java.util.Arrays;
import java.util.Set;
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
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time per device of one SET pulse of constant voltage over a million devices whose every
 * continuous parameter is spread by 5 %, one thread. Devices start at two fifths of their range;
 * putting them back there is part of the time. Noise from cycle to cycle is off unless the case
 * says so.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class LawBenchmark {
  private static final int N = 1_000_000;
  private static final int BLOCK = 256;
  private static final NoiseSource NOISE = NoiseSource.seeded(1);

  /** Parameters that are switches or whole numbers, and those that turn noise on. */
  private static final Set<String> FIXED =
      Set.of("window", "resistance", "mult", "N", "eta", "c2c", "dw_min_std", "write_noise");

  /** Preset, volts in SET polarity, seconds, noise on or off. */
  @Param({
    "tio2/linear-drift 0.5 1e-4 quiet",
    "tio2/linear-drift:1 0.5 1e-4 quiet",
    "tio2/vteam 0.3 1e-10 quiet",
    "tio2/team 2.0 1e-3 quiet",
    "behavioural/yakopcic 0.4 1e-6 quiet",
    "behavioural/metastable-switch:0 0.4 1e-5 quiet",
    "behavioural/metastable-switch 0.4 1e-5 noisy",
    "behavioural/data-driven 1.6 1e-5 quiet",
    "behavioural/data-driven-2018 1.0 1e-5 quiet",
    "behavioural/soft-bounds 1.0 1e-6 quiet",
    "behavioural/soft-bounds 1.0 1e-6 noisy",
    "behavioural/poisson-switch 2.6 1e-3 noisy",
    "behavioural/neurosim-ag-asi 4.0 3e-4 quiet",
    "behavioural/neurosim-ag-asi 4.0 3e-4 noisy",
    "behavioural/aihwkit-ecram 1.0 1e-6 quiet",
    "behavioural/aihwkit-reram-es 1.0 1e-6 quiet",
    "behavioural/aihwkit-reram-es 1.0 1e-6 noisy"
  })
  public String pulse = "";

  private DeviceBank bank = Devices.bank(Presets.find("behavioural/soft-bounds"), 1, 0);
  private double[][] start = new double[0][];
  private final double[] volts = new double[N];
  private double seconds;
  private long event;

  /** Spreads the parameters; a number after the preset's colon sets its window or its N. */
  @Setup
  public void spread() {
    String[] words = pulse.split(" ");
    String[] name = words[0].split(":");
    // another law first, so that the call is truly virtual
    bank.model().hold(bank, 0, 1, new double[] {1}, 1e-6, NOISE, 0);
    bank = Devices.bank(Presets.find(name[0]), N, 0);
    for (ParameterSymbol symbol : bank.model().parameters()) {
      int p = bank.indexOf(symbol.symbol());
      boolean varies = bank.parameter(p, 0) != 0;
      if (FIXED.contains(symbol.symbol())) {
        boolean noise = Set.of("c2c", "dw_min_std", "write_noise").contains(symbol.symbol());
        if (noise && words[3].equals("quiet")) {
          bank.setShared(p, 0);
        }
      } else if (varies) {
        Spread.normal(0.05).apply(bank, symbol.symbol(), NOISE);
      }
    }
    if (name.length > 1) {
      boolean drift = name[0].startsWith("tio2");
      bank.setShared(bank.indexOf(drift ? "window" : "N"), Double.parseDouble(name[1]));
    }
    seconds = Double.parseDouble(words[2]);
    Arrays.fill(volts, Double.parseDouble(words[1]) * bank.model().setSign());
    bank.model().reset(bank, 0, N, false);
    DeviceBank low = bank.copy();
    low.model().reset(low, 0, N, true);
    int states = bank.model().states().size();
    start = new double[states][N];
    for (int s = 0; s < states; s++) {
      for (int i = 0; i < N; i++) {
        start[s][i] = 0.6 * bank.state(s)[i] + 0.4 * low.state(s)[i];
      }
    }
    if (name[0].endsWith("poisson-switch")) {
      Arrays.fill(start[0], 0);
    }
  }

  /** One pulse of all devices. */
  @Benchmark
  @OperationsPerInvocation(1)
  public double[] hold() {
    event++;
    for (int from = 0; from < N; from += BLOCK) {
      int to = Math.min(N, from + BLOCK);
      for (int s = 0; s < start.length; s++) {
        System.arraycopy(start[s], from, bank.state(s), from, to - from);
      }
      bank.model().hold(bank, from, to, volts, seconds, NOISE, event);
    }
    return bank.state(0);
  }
}
