package org.ohmweave.programming;

import org.ohmweave.core.InputException;
import org.ohmweave.programming.scheme.PulseScheme;

/**
 * How cells are programmed.
 *
 * @param scheme which pulse comes next
 * @param tolerance relative deviation from the target that counts as success, noise-free
 * @param readVolts voltage of verify reads, array convention, positive
 * @param readNoise relative standard deviation of a verify read
 * @param maxPulses budget of one cell
 */
public record WriteVerifySettings(
    PulseScheme scheme, double tolerance, double readVolts, double readNoise, int maxPulses) {
  private static final double GUARD_DEVIATIONS = 2.5;
  private static final double LEAST_SHARE = 0.25;

  /** Ranges. */
  public WriteVerifySettings {
    if (!(tolerance > 0 && tolerance < 1)) {
      throw new InputException("tolerance must lie between 0 and 1 [1], got " + tolerance);
    }
    if (!(readVolts > 0) || Double.isInfinite(readVolts)) {
      throw new InputException("read voltage must be positive and finite [V], got " + readVolts);
    }
    if (!(readNoise >= 0 && readNoise < 1)) {
      throw new InputException("relative read noise must lie in 0..1 [1], got " + readNoise);
    }
    if (maxPulses < 1) {
      throw new InputException("the pulse budget must be at least 1, got " + maxPulses);
    }
  }

  /**
   * Relative deviation of a noisy read that is accepted: the tolerance less 2.5 standard deviations
   * of the noise, but at least a quarter of the tolerance.
   */
  double accepted() {
    return Math.max(LEAST_SHARE * tolerance, tolerance - GUARD_DEVIATIONS * readNoise);
  }

  /** 5 % tolerance, reads at 0.1 V with 1 % noise, 600 pulses. */
  public static WriteVerifySettings usual(PulseScheme scheme) {
    return new WriteVerifySettings(scheme, 0.05, 0.1, 0.01, 600);
  }
}
