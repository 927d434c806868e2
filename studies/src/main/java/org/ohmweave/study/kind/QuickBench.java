package org.ohmweave.study.kind;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ohmweave.core.digits.DigitSet;
import org.ohmweave.core.digits.SyntheticDigits;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.wire.LinearArray;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.snn.learn.LearningSettings;
import org.ohmweave.snn.learn.SpikingLearner;
import org.ohmweave.snn.synapse.PulseProgram;
import org.ohmweave.snn.synapse.SynapseArray;

/** Small pieces of the program's work to time. */
public final class QuickBench {
  private static final long ENOUGH_NANOS = 1_500_000_000L;

  private QuickBench() {}

  /** Name to one unit of work; making the work is not part of it. */
  public static Map<String, Runnable> entries() {
    Map<String, Runnable> entries = new LinkedHashMap<>();
    entries.put("wires-256-mild", wires(1e-6, 1));
    entries.put("wires-256-harsh", wires(1e-5, 10));
    entries.put("loop-stanford-th", loop("reram/stanford-th", 2.2, -2.2, 1000, 5000));
    entries.put("loop-jart-v1b", loop("hfo2/jart-v1b", 1.3, -1.3, 1, 0));
    entries.put("stdp-20-images", presentations());
    return entries;
  }

  private static Runnable wires(double low, double segment) {
    int n = 256;
    Purpose random = NoiseSource.seeded(1).purpose("bench");
    double[] siemens = new double[n * n];
    for (int k = 0; k < siemens.length; k++) {
      siemens[k] = low * Math.pow(100, random.uniform(k, 0));
    }
    double[] volts = new double[n];
    random.uniforms(0, 1, volts, 0, n);
    LinearArray array =
        new LinearArray(
                n,
                n,
                siemens,
                new Wires(segment, segment, Ends.driveLeftSenseBottom(n, n, segment, segment)))
            .tolerance(1e-11);
    return () -> {
      array.conductances(siemens);
      array.cold();
      array.solve(Drive.left(volts, n));
    };
  }

  private static Runnable loop(
      String preset, double first, double second, double rate, double series) {
    DeviceChoice devices = DeviceChoice.of(preset).withSeriesOhms(series);
    LoopSweep sweep = new LoopSweep(first, second, rate, 100);
    NoiseSource noise = NoiseSource.seeded(1);
    return () -> sweep.run(devices.nominalPopulation(noise), 1, 0.1, 1);
  }

  private static Runnable presentations() {
    DigitSet digits = SyntheticDigits.draw(1, 20);
    NoiseSource noise = NoiseSource.seeded(1);
    DeviceChoice devices = SnnStudy.usual(DeviceChoice.of("behavioural/soft-bounds"));
    DeviceBank bank = devices.bank(784 * 100, 0, noise);
    SynapseArray synapses =
        new SynapseArray(
            bank, devices.nominal(1, 0), 784, 100, PulseProgram.gradual("soft-bounds"), noise, 1);
    LearningSettings usual = LearningSettings.of(100, 20, 1);
    return () -> new SpikingLearner(usual, synapses, noise, 1).run(digits, digits, done -> {});
  }

  /** Best and median milliseconds of repeated runs, the first third left out as warm-up. */
  public static double[] measure(Runnable work) {
    double[] millis = new double[400];
    int count = 0;
    long begin = System.nanoTime();
    while (count < millis.length && (count < 5 || System.nanoTime() - begin < ENOUGH_NANOS)) {
      long start = System.nanoTime();
      work.run();
      millis[count++] = (System.nanoTime() - start) / 1e6;
    }
    double[] warm = Arrays.copyOfRange(millis, count / 3, count);
    Arrays.sort(warm);
    return new double[] {warm[0], warm[warm.length / 2]};
  }
}
