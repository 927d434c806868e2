package org.ohmweave.snn.readout;

/**
 * Reads classes from spike counts: every spike of output n votes with {@code log P(class | n)}, a
 * table of counts from labelled training images with one count added per class. An image without
 * spikes gets the commonest class.
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

  /** Counts one labelled training image. */
  public void learn(int[] counts, int at, int label) {
    images[label]++;
    for (int n = 0; n < outputs; n++) {
      spikes[n * CLASSES + label] += counts[at + n];
    }
  }

  /** The class of an image; the lowest of equals. */
  public int classify(int[] counts, int at) {
    double[] score = new double[CLASSES];
    boolean silent = true;
    for (int n = 0; n < outputs; n++) {
      if (counts[at + n] > 0) {
        silent = false;
        vote(score, n, counts[at + n]);
      }
    }
    int best = 0;
    for (int c = 1; c < CLASSES; c++) {
      boolean better = silent ? images[c] > images[best] : score[c] > score[best];
      best = better ? c : best;
    }
    return best;
  }

  private void vote(double[] score, int n, int weight) {
    long total = 0;
    for (int c = 0; c < CLASSES; c++) {
      total += spikes[n * CLASSES + c];
    }
    for (int c = 0; c < CLASSES; c++) {
      score[c] += weight * StrictMath.log((spikes[n * CLASSES + c] + 1.0) / (total + CLASSES));
    }
  }

  /** The class an output stands for, or -1 if it never fired. */
  public int label(int output) {
    int best = -1;
    long most = 0;
    for (int c = 0; c < CLASSES; c++) {
      if (spikes[output * CLASSES + c] > most) {
        most = spikes[output * CLASSES + c];
        best = c;
      }
    }
    return best;
  }
}
