package org.ohmweave.snn.readout;

import java.util.Arrays;

/**
 * Reads classes from spike counts by Bayes' rule, counts taken as independent Poisson numbers:
 * class c gets {@code log P(c) + sum over outputs n of (s_n log m_nc - m_nc)}, with s the counts of
 * the image and m_nc the mean count of output n on labelled training images of class c (one spike
 * in all added, so that nothing is impossible). An image without spikes is judged by the same rule.
 */
public final class NaiveBayes {
  private static final int CLASSES = 10;
  private final int outputs;
  private final long[] spikes;
  private final long[] images = new long[CLASSES];

  /** An empty table. */
  public NaiveBayes(int outputs) {
    this.outputs = outputs;
    this.spikes = new long[outputs * CLASSES];
  }

  /**
   * Counts one labelled training image.
   *
   * @param counts spikes per output, from index {@code at}
   */
  public void learn(int[] counts, int at, int label) {
    images[label]++;
    for (int n = 0; n < outputs; n++) {
      spikes[n * CLASSES + label] += counts[at + n];
    }
  }

  /** The class of an image; the lowest of equals. */
  public int classify(int[] counts, int at) {
    double[] score = new double[CLASSES];
    long all = Arrays.stream(images).sum();
    for (int c = 0; c < CLASSES; c++) {
      score[c] = StrictMath.log((images[c] + 1.0) / (all + CLASSES));
    }
    for (int n = 0; n < outputs; n++) {
      for (int c = 0; c < CLASSES; c++) {
        double mean = mean(n, c);
        score[c] += (counts[at + n] == 0 ? 0 : counts[at + n] * StrictMath.log(mean)) - mean;
      }
    }
    int best = 0;
    for (int c = 1; c < CLASSES; c++) {
      best = score[c] > score[best] ? c : best;
    }
    return best;
  }

  private double mean(int n, int c) {
    return (spikes[n * CLASSES + c] + 1.0) / (images[c] + 1.0);
  }

  /** The class an output stands for, or -1 if it never fired. */
  public int label(int output) {
    int best = -1;
    double most = 0;
    for (int c = 0; c < CLASSES; c++) {
      if (spikes[output * CLASSES + c] > 0 && mean(output, c) > most) {
        most = mean(output, c);
        best = c;
      }
    }
    return best;
  }
}
