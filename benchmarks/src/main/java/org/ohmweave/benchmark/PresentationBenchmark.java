package org.ohmweave.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.digits.DigitSet;
import org.ohmweave.core.digits.SyntheticDigits;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.variability.Spread;
import org.ohmweave.snn.learn.LearningResult;
import org.ohmweave.snn.learn.LearningSettings;
import org.ohmweave.snn.learn.SpikingLearner;
import org.ohmweave.snn.synapse.PulseProgram;
import org.ohmweave.snn.synapse.SynapseArray;
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
 * Time per image of learning: 784 x 100 soft-bounds cells with individual bounds and steps, 350 ms
 * of spikes in 1 ms steps, STDP at every output spike, one thread. Per image of 300, set-up and the
 * labelling of one image included.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PresentationBenchmark {
  private static final int IMAGES = 300;
  private final DigitSet digits = SyntheticDigits.draw(1, IMAGES);
  private DeviceBank bank = Devices.bank(Presets.find("behavioural/soft-bounds"), 1, 0);

  /** Relative sd of every step. */
  @Param({"0.3", "0"})
  public double cycleToCycle;

  /** Draws the cells. */
  @Setup
  public void draw() {
    bank = Devices.bank(Presets.find("behavioural/soft-bounds"), 78400, 0);
    bank.setShared(bank.indexOf("c2c"), cycleToCycle);
    for (String symbol : List.of("G_min", "G_max", "a_p", "a_d")) {
      Spread.normal(0.25).apply(bank, symbol, NoiseSource.seeded(1));
    }
  }

  /** One image. */
  @Benchmark
  @OperationsPerInvocation(IMAGES)
  public LearningResult presentation() {
    NoiseSource noise = NoiseSource.seeded(1);
    DeviceBank nominal = Devices.bank(Presets.find("behavioural/soft-bounds"), 1, 0);
    SynapseArray synapses =
        new SynapseArray(
            bank.copy(), nominal, 784, 100, PulseProgram.gradual("soft-bounds"), noise, 1);
    LearningSettings s = LearningSettings.of(100, IMAGES, 1);
    LearningSettings oneLabel =
        new LearningSettings(
            100,
            IMAGES,
            1,
            1,
            s.presentationSeconds(),
            s.stepSeconds(),
            s.maxHertz(),
            s.jitter(),
            s.tauSeconds(),
            s.windowSeconds(),
            s.inhibitionSeconds(),
            s.wantedSpikes(),
            s.homeostasis(),
            s.initialShare(),
            s.initialSpread());
    return new SpikingLearner(oneLabel, synapses, noise, 1).run(digits, digits, done -> {});
  }
}
