package org.ohmweave.snn.encoder;

import org.ohmweave.core.InputException;
import org.ohmweave.core.io.IdxImages;
import org.ohmweave.core.noise.Purpose;

/**
 * Pictures as rate-coded spikes: a pixel of grey value g spikes at {@code g / 255 * maxHertz},
 * periodic from a random phase with every interval jittered uniformly by a given share. Time runs
 * in whole steps.
 *
 * <p>Holds the spikes of the last picture, sorted by step: one instance per thread.
 */
public final class JitteredSpikes {
  private static final int SPIKES_PER_EVENT = 1 << 10;
  private final int steps;
  private final double stepSeconds;
  private final double maxHertz;
  private final double jitter;
  private final int[] start;
  private int[] lineOfSpike = new int[1024];
  private int[] stepOfSpike = new int[1024];
  private int[] sorted = new int[1024];
  private int count;

  /**
   * An encoder.
   *
   * @param steps of a presentation
   * @param stepSeconds duration of a step
   * @param maxHertz rate of a white pixel
   * @param jitter largest relative deviation of an interval, 0..1
   */
  public JitteredSpikes(int steps, double stepSeconds, double maxHertz, double jitter) {
    if (!(jitter >= 0 && jitter < 1)) {
      throw new InputException("jitter must lie in 0..1, 1 excluded [1], got " + jitter);
    }
    if (!(maxHertz > 0) || maxHertz * stepSeconds > 1 - jitter) {
      throw new InputException(
          "the largest spike rate must be positive and bring at most one spike a step, jitter"
              + " included: at most "
              + (1 - jitter) / stepSeconds
              + " [Hz], got "
              + maxHertz);
    }
    if (steps * stepSeconds * maxHertz / (1 - jitter) >= SPIKES_PER_EVENT - 1) {
      throw new InputException(
          "a presentation of "
              + steps * stepSeconds
              + " s at "
              + maxHertz
              + " Hz may bring more than the "
              + (SPIKES_PER_EVENT - 1)
              + " spikes a line may have; shorten it or lower the rate");
    }
    this.steps = steps;
    this.stepSeconds = stepSeconds;
    this.maxHertz = maxHertz;
    this.jitter = jitter;
    this.start = new int[steps + 1];
  }

  /**
   * Encodes one picture.
   *
   * @param random stream of phases and jitter; site is the line
   * @param presentation number of this presentation, never reused
   */
  public void encode(IdxImages images, int image, Purpose random, long presentation) {
    int lines = images.rows() * images.columns();
    count = 0;
    for (int line = 0; line < lines; line++) {
      int grey = images.grey(image, line);
      if (grey > 0) {
        train(line, 255 / (grey * maxHertz * stepSeconds), random, presentation * SPIKES_PER_EVENT);
      }
    }
    sort();
  }

  private void train(int line, double interval, Purpose random, long event) {
    double time = interval * random.uniform(line, event);
    for (int k = 1; time < steps; k++) {
      if (count == lineOfSpike.length) {
        lineOfSpike = java.util.Arrays.copyOf(lineOfSpike, 2 * count);
        stepOfSpike = java.util.Arrays.copyOf(stepOfSpike, 2 * count);
      }
      lineOfSpike[count] = line;
      stepOfSpike[count++] = (int) time;
      time += interval * (1 + jitter * (2 * random.uniform(line, event + k) - 1));
    }
  }

  /** Counting sort by step; lines keep their order within a step. */
  private void sort() {
    if (sorted.length < count) {
      sorted = new int[lineOfSpike.length];
    }
    java.util.Arrays.fill(start, 0);
    for (int k = 0; k < count; k++) {
      start[stepOfSpike[k]]++;
    }
    int total = 0;
    for (int s = 0; s <= steps; s++) {
      int here = s < steps ? start[s] : 0;
      start[s] = total;
      total += here;
    }
    int[] next = start.clone();
    for (int k = 0; k < count; k++) {
      sorted[next[stepOfSpike[k]]++] = lineOfSpike[k];
    }
  }

  /** Number of spikes of the picture. */
  public int count() {
    return count;
  }

  /** Index of the first spike of a step, for {@link #line}; {@code first(steps)} is the count. */
  public int first(int step) {
    return start[step];
  }

  /** Line of a spike. */
  public int line(int spike) {
    return sorted[spike];
  }
}
