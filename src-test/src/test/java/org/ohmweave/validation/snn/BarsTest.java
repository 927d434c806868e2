package org.ohmweave.validation.snn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.digits.DigitSet;
import org.ohmweave.core.io.IdxImages;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.snn.learn.LearningResult;
import org.ohmweave.snn.learn.LearningSettings;
import org.ohmweave.snn.learn.SpikingLearner;
import org.ohmweave.snn.synapse.PulseProgram;
import org.ohmweave.snn.synapse.SynapseArray;

/** Learning in cells of a physical law, on pictures small enough for it: single bars, 6 x 6. */
class BarsTest {
  private static final int SIDE = 6;

  /** Classes 0 to 4: horizontal bars 0 to 4; classes 5 to 9: vertical bars; noisy greys. */
  private static DigitSet bars(long seed, int count) {
    Purpose random = NoiseSource.seeded(seed).purpose("bars");
    byte[] pixels = new byte[count * SIDE * SIDE];
    byte[] labels = new byte[count];
    for (int k = 0; k < count; k++) {
      labels[k] = (byte) random.below(10, k, 0);
      for (int i = 0; i < SIDE * SIDE; i++) {
        int place = labels[k] < 5 ? i / SIDE : i % SIDE;
        boolean on = place == labels[k] % 5;
        pixels[k * SIDE * SIDE + i] =
            (byte) ((on ? 155 : 0) + random.below(on ? 100 : 30, k, i + 1));
      }
    }
    return new DigitSet(new IdxImages(count, SIDE, SIDE, pixels), labels, "bars");
  }

  private static LearningResult learn(String preset, int images, int threads) {
    NoiseSource noise = NoiseSource.seeded(1);
    int outputs = 20;
    int lines = SIDE * SIDE;
    DeviceBank nominal = Devices.bank(Presets.find(preset), 1, 0);
    DeviceBank bank = Devices.bank(Presets.find(preset), lines * outputs, 0);
    if (preset.equals("reram/stanford-th")) {
      nominal.setShared(nominal.indexOf("R_s"), 1000);
      bank.setShared(bank.indexOf("R_s"), 1000);
    }
    PulseProgram pulses = PulseProgram.gradual(bank.model().law());
    SynapseArray synapses =
        new SynapseArray(bank, nominal, lines, outputs, pulses, noise, threads);
    LearningSettings settings = LearningSettings.of(outputs, images, 200);
    return new SpikingLearner(settings, synapses, noise, threads)
        .run(bars(1, images), bars(2, 200), done -> {});
  }

  @Test
  void softBoundsLearnBars() {
    LearningResult result = learn("behavioural/soft-bounds", 300, 1);
    System.out.println("soft " + result.accuracy() + " " + result.deadOutputs() + " " + result.outputSpikesPerImage());
    assertTrue(result.accuracy() > 0.5, "accuracy " + result.accuracy());
  }

  @Test
  void thermalFilamentsLearnBars() {
    long t = System.nanoTime();
    LearningResult one = learn("reram/stanford-th", 100, 1);
    System.out.println("th " + one.accuracy() + " " + one.deadOutputs() + " " + one.outputSpikesPerImage() + " s " + (System.nanoTime() - t) / 1e9);
    LearningResult two = learn("reram/stanford-th", 100, 2);
    assertTrue(one.accuracy() > 0.5, "accuracy " + one.accuracy());
    assertEquals(one.accuracy(), two.accuracy());
  }
}
