package org.ohmweave.crossbar.mapping;

import org.ohmweave.core.InputException;

/**
 * Signed weights as pairs of conductances: the positive column of a pair carries {@code gMin + |w|
 * (gMax - gMin) / wMax} where the weight is positive and gMin where it is not, the negative column
 * the other way round. The difference of the two column currents is the product; the common gMin
 * cancels.
 *
 * @param gMinSiemens smallest conductance, {@code >= 0}
 * @param gMaxSiemens largest conductance, {@code > gMinSiemens}
 * @param weightMax weight that the full difference stands for, {@code > 0}
 */
public record DifferentialPairs(double gMinSiemens, double gMaxSiemens, double weightMax) {
  /** The range must be a range. */
  public DifferentialPairs {
    if (!(gMinSiemens >= 0) || !(gMaxSiemens > gMinSiemens) || Double.isInfinite(gMaxSiemens)) {
      throw new InputException(
          "conductances need 0 <= gMin < gMax [S], got " + gMinSiemens + " and " + gMaxSiemens);
    }
    if (!(weightMax > 0) || Double.isInfinite(weightMax)) {
      throw new InputException("the largest weight must be positive and finite, got " + weightMax);
    }
  }

  /** A mapping whose scale is the largest weight in size (1 for a matrix of zeros). */
  public static DifferentialPairs fitting(
      double[] weights, double gMinSiemens, double gMaxSiemens) {
    double most = 0;
    for (int k = 0; k < weights.length; k++) {
      if (!Double.isFinite(weights[k])) {
        throw new InputException("weight " + k + " must be finite, got " + weights[k]);
      }
      most = Math.max(most, Math.abs(weights[k]));
    }
    return new DifferentialPairs(gMinSiemens, gMaxSiemens, most == 0 ? 1 : most);
  }

  /** Conductance of the positive column. */
  public double plus(double weight) {
    return gMinSiemens + Math.max(0, weight) / weightMax * (gMaxSiemens - gMinSiemens);
  }

  /** Conductance of the negative column. */
  public double minus(double weight) {
    return plus(-weight);
  }

  /** Weight that a difference of conductances stands for. */
  public double weight(double differenceSiemens) {
    return differenceSiemens / (gMaxSiemens - gMinSiemens) * weightMax;
  }
}
