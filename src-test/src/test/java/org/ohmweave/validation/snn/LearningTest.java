package org.ohmweave.validation.snn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.digits.DigitSet;
import org.ohmweave.core.digits.SyntheticDigits;
import org.ohmweave.core.io.Idx;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.variability.Spread;
import org.ohmweave.snn.learn.LearningResult;
import org.ohmweave.snn.learn.LearningSettings;
import org.ohmweave.snn.learn.SpikingLearner;
import org.ohmweave.snn.synapse.PulseProgram;
import org.ohmweave.snn.synapse.SynapseArray;

class LearningTest {

  private static LearningResult learn(
      DigitSet train,
      DigitSet test,
      int outputs,
      int trainCount,
      int testCount,
      long seed,
      int threads) {
    return learn(train, test, outputs, trainCount, testCount, seed, threads, true);
  }

  /** Without steps the synapses stay as they were scattered; all else runs as usual. */
  private static LearningResult learn(
      DigitSet train,
      DigitSet test,
      int outputs,
      int trainCount,
      int testCount,
      long seed,
      int threads,
      boolean steps) {
    NoiseSource noise = NoiseSource.seeded(seed);
    DeviceBank nominal = Devices.bank(Presets.find("behavioural/soft-bounds"), 1, 0);
    DeviceBank bank = Devices.bank(Presets.find("behavioural/soft-bounds"), 784 * outputs, 0);
    for (String symbol : List.of("G_min", "G_max", "a_p", "a_d")) {
      Spread.normal(0.25).apply(bank, symbol, noise);
    }
    if (!steps) {
      bank.setShared(bank.indexOf("a_p"), 0);
      bank.setShared(bank.indexOf("a_d"), 0);
    }
    SynapseArray synapses =
        new SynapseArray(
            bank, nominal, 784, outputs, PulseProgram.gradual("soft-bounds"), noise, threads);
    return new SpikingLearner(
            LearningSettings.of(outputs, trainCount, testCount), synapses, noise, threads)
        .run(train, test, done -> {});
  }

  /**
   * Synthetic digits, 30 neurons, 2000 images: measured 0.62, 0.64, 0.54 for seeds 1 to 3. The bar
   * is not chance (0.10) but what the same read-out makes of untrained synapses: 0.44, 0.40, 0.40.
   * On 500 images the sd of a difference of two accuracies is at most 0.032, so a gain of 0.10 does
   * not come from counting.
   */
  @Test
  void syntheticDigitsAreLearnt() {
    DigitSet train = SyntheticDigits.draw(1, 2000);
    DigitSet test = SyntheticDigits.draw(2, 500);
    LearningResult result = learn(train, test, 30, 2000, 500, 1, 2);
    LearningResult untrained = learn(train, test, 30, 2000, 500, 1, 2, false);
    double gain = result.accuracy() - untrained.accuracy();
    assertTrue(result.accuracy() > 0.5, "accuracy " + result.accuracy());
    assertTrue(gain > 0.1, "gain over untrained synapses " + gain);
    assertTrue(result.silentTestImages() < 10, "silent images " + result.silentTestImages());
    assertTrue(result.deadOutputs() < 3, "dead outputs " + result.deadOutputs());
    assertTrue(result.outputSpikesPerImage() > 5 && result.outputSpikesPerImage() < 20);
  }

  @Test
  void threadsChangeNothing() {
    DigitSet train = SyntheticDigits.draw(1, 200);
    DigitSet test = SyntheticDigits.draw(2, 200);
    LearningResult one = learn(train, test, 10, 200, 200, 5, 1);
    LearningResult two = learn(train, test, 10, 200, 200, 5, 2);
    assertEquals(one.accuracy(), two.accuracy());
    assertArrayEquals(one.confusion(), two.confusion());
    assertArrayEquals(one.weights(), two.weights());
    assertEquals(one.writeJoules(), two.writeJoules());
  }

  private static Path data() {
    String named = System.getenv("OHMWEAVE_DATA");
    Path here = Path.of("").toAbsolutePath();
    return named != null ? Path.of(named) : here.resolve("../../shared/data").normalize();
  }

  static boolean mnistIsThere() {
    return Files.exists(data().resolve("mnist/train-images-idx3-ubyte.gz"));
  }

  private static DigitSet mnist(String set) {
    Path folder = data().resolve("mnist");
    return new DigitSet(
        Idx.readImages(folder.resolve(set + "-images-idx3-ubyte.gz")),
        Idx.readLabels(folder.resolve(set + "-labels-idx1-ubyte.gz")),
        "MNIST " + set);
  }

  /**
   * 100 neurons, 20,000 images, 25 % spread of bounds and steps, 30 % per step: measured 0.831,
   * 0.829, 0.843 for seeds 1 to 3; untrained synapses give 0.545 to 0.565.
   */
  @Test
  @Tag("slow")
  @EnabledIf("mnistIsThere")
  void mnistIsLearnt() {
    LearningResult result = learn(mnist("train"), mnist("test5k"), 100, 20_000, 5_000, 1, 2);
    assertTrue(result.accuracy() >= 0.80, "accuracy " + result.accuracy());
  }

  /**
   * A quick look at the real digits: 20 neurons, 1500 images; measured 0.60, 0.62, 0.68 for seeds 1
   * to 3, against 0.41, 0.43, 0.38 with untrained synapses.
   */
  @Test
  @EnabledIf("mnistIsThere")
  void mnistIsLearntALittle() {
    DigitSet train = mnist("train");
    DigitSet test = mnist("test5k");
    LearningResult result = learn(train, test, 20, 1_500, 500, 1, 2);
    LearningResult untrained = learn(train, test, 20, 1_500, 500, 1, 2, false);
    double gain = result.accuracy() - untrained.accuracy();
    assertTrue(result.accuracy() > 0.5, "accuracy " + result.accuracy());
    assertTrue(gain > 0.1, "gain over untrained synapses " + gain);
  }
}
