package org.ohmweave.device.variability;

import org.apache.commons.math3.distribution.NormalDistribution;

/** The standard normal distribution. */
final class Normals {
  private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

  private Normals() {}

  static double below(double z) {
    return STANDARD.cumulativeProbability(z);
  }

  static double quantile(double probability) {
    return STANDARD.inverseCumulativeProbability(probability);
  }
}
