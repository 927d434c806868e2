package org.ohmweave.snn.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.digits.DigitSet;
import org.ohmweave.core.digits.SyntheticDigits;
import org.ohmweave.core.io.IdxImages;

class LearningSettingsTest {
  private static final String[] NAMES = {
    "a presentation",
    "the time step",
    "largest spike rate",
    "jitter",
    "time constant",
    "window",
    "the inhibition",
    "wanted output spikes",
    "homeostasis",
    "mean initial place",
    "half width"
  };

  private static LearningSettings with(double... v) {
    return new LearningSettings(
        10, 20, 20, 20, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10]);
  }

  private static double[] usual() {
    LearningSettings s = LearningSettings.of(10, 20, 20);
    return new double[] {
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
      s.initialSpread()
    };
  }

  private static String refusal(Executable mistake) {
    return String.valueOf(assertThrows(InputException.class, mistake).getMessage());
  }

  /** NaN, infinity and minus one are refused everywhere, with name and value. */
  @Test
  void nonsenseIsRefusedByName() {
    assertEquals(LearningSettings.of(10, 20, 20), with(usual()));
    for (int k = 0; k < NAMES.length; k++) {
      for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
        double[] values = usual();
        values[k] = wrong;
        String message = refusal(() -> with(values));
        assertTrue(message.contains(NAMES[k]), message);
        assertTrue(message.endsWith("got " + wrong), message);
      }
    }
  }

  @Test
  void aStepLongerThanThePresentationIsRefused() {
    double[] values = usual();
    values[1] = 0.4;
    assertTrue(refusal(() -> with(values)).contains("0.35 s [s], got 0.4"));
  }

  @Test
  void labelsComeFromAtMostTenThousandImages() {
    assertEquals(10_000, LearningSettings.of(10, 20_000, 20).labelImages());
    assertEquals(500, LearningSettings.of(10, 500, 20).labelImages());
  }

  @Test
  void moreImagesThanThereAreAreRefused() {
    DigitSet few = SyntheticDigits.draw(1, 20);
    assertTrue(refuse(LearningSettings.of(10, 21, 20), few, few).contains("lower --train"));
    assertTrue(refuse(LearningSettings.of(10, 20, 21), few, few).contains("lower --test"));
    DigitSet small = new DigitSet(new IdxImages(20, 5, 5, new byte[500]), new byte[20], "small");
    assertTrue(refuse(LearningSettings.of(10, 20, 20), few, small).contains("test images 25"));
  }

  private static String refuse(LearningSettings settings, DigitSet train, DigitSet test) {
    return refusal(() -> SpikingLearner.check(settings, train, test));
  }
}
