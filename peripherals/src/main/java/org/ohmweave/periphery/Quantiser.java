package org.ohmweave.periphery;

import org.ohmweave.core.InputException;

/**
 * A uniform mid-tread quantiser: zero is a level, steps are equal, ties go to the even code.
 * Bipolar: {@code 2^bits - 1} levels from {@code -limit} to {@code +limit}; unipolar: {@code
 * 2^bits} levels from 0 to {@code limit}. While it does not clip, a busy signal leaves with an
 * error that is nearly uniform over one step: variance {@code step^2 / 12} (B. Widrow, I. Kollar,
 * "Quantization Noise", Cambridge University Press, 2008).
 *
 * @param bits resolution, 1..24, or 0 for none (an ideal converter, which still clips)
 * @param limit full scale in the converter's unit, {@code > 0} and finite; an ideal converter may
 *     also have {@link Double#POSITIVE_INFINITY}, it then passes every value
 * @param bipolar whether negative values exist
 */
public record Quantiser(int bits, double limit, boolean bipolar) {
  /** Checks resolution and range. */
  public Quantiser {
    if (bits < 0 || bits > 24 || (bipolar && bits == 1)) {
      throw new InputException(
          "converter resolution must be "
              + (bipolar ? "2" : "1")
              + "..24 bits, or 0 for an ideal converter, got "
              + bits);
    }
    if (!(limit > 0) || (bits > 0 && Double.isInfinite(limit))) {
      throw new InputException(
          "full scale of a converter must be positive and finite, got " + limit);
    }
  }

  /** Size of one step; 0 for an ideal converter. */
  public double step() {
    if (bits == 0) {
      return 0;
    }
    return bipolar ? limit / ((1 << (bits - 1)) - 1) : limit / ((1 << bits) - 1);
  }

  /** Whether a value lies outside the range by more than half a step (and more than rounding). */
  public boolean clips(double value) {
    double beyond = limit * (1 + 1e-12) + 0.5 * step();
    return value > beyond || value < (bipolar ? -beyond : -0.5 * step());
  }

  /** The level that stands for a value. */
  public double level(double value) {
    double kept = Math.max(bipolar ? -limit : 0, Math.min(limit, value));
    double step = step();
    return step == 0 ? kept : Math.rint(kept / step) * step;
  }

  /**
   * Replaces values by their levels, as {@link #level} does.
   *
   * @param values (modified)
   * @return how many of them clip
   */
  public int levels(double[] values) {
    double step = step();
    double above = limit * (1 + 1e-12) + 0.5 * step;
    double below = bipolar ? -above : -0.5 * step;
    double least = bipolar ? -limit : 0;
    int clipped = 0;
    for (double value : values) { // two loops, so that the compiler vectorises the second
      if (value > above || value < below) {
        clipped++;
      }
    }
    for (int k = 0; k < values.length; k++) {
      double kept = Math.max(least, Math.min(limit, values[k]));
      values[k] = step == 0 ? kept : Math.rint(kept / step) * step;
    }
    return clipped;
  }
}
