package org.ohmweave.snn.learn;

import org.ohmweave.core.InputException;

/**
 * Settings of the rate-coded winner-take-all network.
 *
 * @param outputs neurons
 * @param trainImages presented once, in order, with learning
 * @param labelImages training images used afterwards to label the outputs, learning off
 * @param testImages presented for the accuracy
 * @param presentationSeconds of every image
 * @param stepSeconds of the simulation
 * @param maxHertz spike rate of a white pixel
 * @param jitter relative jitter of spike intervals
 * @param tauSeconds of the neurons' leak
 * @param windowSeconds a line counts as active this long after its spike
 * @param inhibitionSeconds no neuron integrates this long after a spike
 * @param wantedSpikes output spikes wanted per image, all outputs together
 * @param homeostasis share of the initial threshold by which one spike too many raises a threshold,
 *     per image
 * @param initialShare mean initial place in the conductance range
 * @param initialSpread relative half width of the initial places
 */
public record LearningSettings(
    int outputs,
    int trainImages,
    int labelImages,
    int testImages,
    double presentationSeconds,
    double stepSeconds,
    double maxHertz,
    double jitter,
    double tauSeconds,
    double windowSeconds,
    double inhibitionSeconds,
    double wantedSpikes,
    double homeostasis,
    double initialShare,
    double initialSpread) {
  /** Ranges. */
  public LearningSettings {
    if (outputs < 1 || outputs > 100_000) {
      throw new InputException("outputs must be 1..100000, got " + outputs);
    }
    if (trainImages < 1 || labelImages < 1 || testImages < 1) {
      throw new InputException(
          "at least one training, labelling and test image is needed, got "
              + trainImages
              + ", "
              + labelImages
              + ", "
              + testImages);
    }
    positive("a presentation", presentationSeconds, "s");
    positive("the time step", stepSeconds, "s");
    if (stepSeconds > presentationSeconds) {
      throw new InputException(
          "the time step must not exceed the presentation of "
              + presentationSeconds
              + " s [s], got "
              + stepSeconds);
    }
    positive("the largest spike rate", maxHertz, "Hz");
    positive("the neurons' time constant", tauSeconds, "s");
    positive("the plasticity window", windowSeconds, "s");
    notNegative("the inhibition", inhibitionSeconds, "s");
    positive("the wanted output spikes per image", wantedSpikes, "1");
    notNegative("homeostasis", homeostasis, "1");
    share("jitter", jitter);
    share("the mean initial place in the range", initialShare);
    share("the relative half width of initial places", initialSpread);
  }

  private static void positive(String what, double value, String unit) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new InputException(what + " must be positive and finite [" + unit + "], got " + value);
    }
  }

  private static void notNegative(String what, double value, String unit) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new InputException(
          what + " must be zero or positive and finite [" + unit + "], got " + value);
    }
  }

  private static void share(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new InputException(what + " must lie in 0..1 [1], got " + value);
    }
  }

  /**
   * The settings of docs/how-to/spiking-digits.md, which reach about 87 % with 100 outputs and
   * 60,000 images.
   */
  public static LearningSettings of(int outputs, int trainImages, int testImages) {
    return new LearningSettings(
        outputs,
        trainImages,
        Math.min(trainImages, 10_000),
        testImages,
        0.35,
        1e-3,
        22,
        0.2,
        0.06,
        0.06,
        0.01,
        10,
        5e-4,
        0.5,
        0.2);
  }
}
