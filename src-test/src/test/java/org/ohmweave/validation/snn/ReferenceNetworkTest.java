package org.ohmweave.validation.snn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.digits.DigitSet;
import org.ohmweave.core.digits.SyntheticDigits;
import org.ohmweave.core.io.IdxImages;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.variability.Spread;
import org.ohmweave.snn.learn.LearningResult;
import org.ohmweave.snn.learn.LearningSettings;
import org.ohmweave.snn.learn.SpikingLearner;
import org.ohmweave.snn.synapse.PulseProgram;
import org.ohmweave.snn.synapse.SynapseArray;

/** Training against {@link ReferenceNetwork}, cell by cell and threshold by threshold. */
class ReferenceNetworkTest {
  private static final int SIDE = 14;
  private static final int OUTPUTS = 6;
  private static final int IMAGES = 40;

  /** Every second pixel of every second row, so that the slow reference stays quick. */
  private static DigitSet small(DigitSet digits) {
    byte[] pixels = new byte[digits.count() * SIDE * SIDE];
    for (int k = 0; k < digits.count(); k++) {
      for (int i = 0; i < SIDE * SIDE; i++) {
        int from = 2 * (i / SIDE) * 2 * SIDE + 2 * (i % SIDE);
        pixels[k * SIDE * SIDE + i] = (byte) digits.images().grey(k, from);
      }
    }
    IdxImages images = new IdxImages(digits.count(), SIDE, SIDE, pixels);
    return new DigitSet(images, digits.labels(), digits.origin());
  }

  /**
   * Spread cells, noisy steps, hundreds of output spikes: a single other winner, step or lost event
   * would move a conductance by about 1e-3 of the range. Sums are formed in another order and
   * initial places found by bisection, hence 1e-9.
   */
  @Test
  void trainingIsTheNetworkOfTheRule() {
    DigitSet digits = small(SyntheticDigits.draw(1, IMAGES));
    int lines = SIDE * SIDE;
    NoiseSource noise = NoiseSource.seeded(9);
    DeviceBank nominal = Devices.bank(Presets.find("behavioural/soft-bounds"), 1, 0);
    DeviceBank bank = Devices.bank(Presets.find("behavioural/soft-bounds"), lines * OUTPUTS, 0);
    for (String symbol : List.of("G_min", "G_max", "a_p", "a_d", "b_p")) {
      Spread.normal(0.25).apply(bank, symbol, noise);
    }
    ReferenceNetwork expected = new ReferenceNetwork(bank.copy(), lines, OUTPUTS, noise);
    expected.train(digits.images(), IMAGES);

    SynapseArray synapses =
        new SynapseArray(
            bank, nominal, lines, OUTPUTS, PulseProgram.gradual("soft-bounds"), noise, 1);
    LearningResult result =
        new SpikingLearner(LearningSettings.of(OUTPUTS, IMAGES, 1), synapses, noise, 1)
            .run(digits, digits, done -> {});

    assertTrue(expected.winners.size() > 200, "winners " + expected.winners.size());
    assertTrue(expected.winners.stream().distinct().count() > 2, "several outputs take part");
    assertEquals(expected.winners.size() * (long) lines, result.pulses());
    assertEquals(expected.initialThreshold, result.initialThreshold(), 1e-9);
    for (int n = 0; n < OUTPUTS; n++) {
      double relative = expected.threshold[n] / expected.initialThreshold;
      assertEquals(relative, result.thresholds()[n], 1e-9, "threshold " + n);
      for (int i = 0; i < lines; i++) {
        assertEquals(expected.share(n, i), bank.state(0)[n * lines + i], 1e-9, n + ", " + i);
      }
    }
  }
}
