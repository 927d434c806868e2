package org.ohmweave.snn.readout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;

class NaiveBayesTest {

  @Test
  void theLikelierClassIsChosen() {
    NaiveBayes reader = new NaiveBayes(2);
    int[] counts = {8, 1, 1, 9};
    for (int k = 0; k < 5; k++) {
      reader.learn(counts, 0, 3);
      reader.learn(counts, 2, 7);
    }
    assertEquals(3, reader.classify(new int[] {6, 2}, 0));
    assertEquals(7, reader.classify(new int[] {2, 6}, 0));
    assertEquals(7, reader.classify(new int[] {6, 2, 2, 6}, 2), "counts from an index on");
    assertEquals(3, reader.label(0));
    assertEquals(7, reader.label(1));
  }

  /**
   * Two classes, one output, by hand: nine images of class 0 with 2 spikes each give the mean (18 +
   * 1) / (9 + 1) = 1.9, four of class 1 with 8 give 33 / 5 = 6.6, and the priors are 10 : 5. Equal
   * posteriors: s ln(6.6 / 1.9) = ln 2 + 4.7, s = 4.331; so 4 spikes are class 0, 5 class 1.
   * Without the prior the boundary would be 3.774, and 4 spikes class 1.
   */
  @Test
  void theBoundaryFollowsMeansAndPriors() {
    NaiveBayes reader = new NaiveBayes(1);
    for (int k = 0; k < 9; k++) {
      reader.learn(new int[] {2}, 0, 0);
    }
    for (int k = 0; k < 4; k++) {
      reader.learn(new int[] {8}, 0, 1);
    }
    assertEquals(0, reader.classify(new int[] {4}, 0));
    assertEquals(1, reader.classify(new int[] {5}, 0));
  }

  /** No spike is evidence too: against the class that usually makes many. */
  @Test
  void silenceIsJudgedByTheSameRule() {
    NaiveBayes reader = new NaiveBayes(1);
    for (int k = 0; k < 50; k++) {
      reader.learn(new int[] {9}, 0, 4);
      reader.learn(new int[] {0}, 0, 6);
    }
    assertEquals(6, reader.classify(new int[] {0}, 0));
  }

  @Test
  void anOutputThatNeverFiredStandsForNothing() {
    NaiveBayes reader = new NaiveBayes(2);
    reader.learn(new int[] {0, 3}, 0, 2);
    assertEquals(-1, reader.label(0));
    assertEquals(2, reader.label(1));
  }

  /** The label is the class of the highest mean response, not of the most spikes in all. */
  @Test
  void labelsCompareMeans() {
    NaiveBayes reader = new NaiveBayes(1);
    for (int k = 0; k < 100; k++) {
      reader.learn(new int[] {1}, 0, 5);
    }
    for (int k = 0; k < 10; k++) {
      reader.learn(new int[] {6}, 0, 8);
    }
    assertEquals(8, reader.label(0));
  }

  /**
   * Counts that really are Poisson: the reader, which learned 2000 images a class, decides 4000
   * images like the rule that knows the means, but for those near a boundary. Allowed: 2 %.
   */
  @Test
  void agreesWithTheRuleThatKnowsTheMeans() {
    double[][] means = {{4, 1, 0.5}, {1, 4, 0.5}, {1, 1, 4}};
    Purpose random = NoiseSource.seeded(11).purpose("counts");
    NaiveBayes reader = new NaiveBayes(3);
    int[] counts = new int[3];
    for (int k = 0; k < 6000; k++) {
      draw(means[k % 3], random, k, counts);
      reader.learn(counts, 0, k % 3);
    }
    int different = 0;
    for (int k = 6000; k < 10_000; k++) {
      draw(means[k % 3], random, k, counts);
      different += reader.classify(counts, 0) == best(means, counts) ? 0 : 1;
    }
    assertTrue(different <= 80, "different decisions: " + different);
  }

  private static void draw(double[] means, Purpose random, int image, int[] counts) {
    for (int n = 0; n < counts.length; n++) {
      counts[n] =
          new PoissonDistribution(means[n]).inverseCumulativeProbability(random.uniform(n, image));
    }
  }

  private static int best(double[][] means, int[] counts) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < means.length; c++) {
      double score = 0;
      for (int n = 0; n < counts.length; n++) {
        score += new PoissonDistribution(means[c][n]).logProbability(counts[n]);
      }
      if (score > most) {
        most = score;
        best = c;
      }
    }
    return best;
  }
}
