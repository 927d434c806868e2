package org.ohmweave.snn.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.IdxImages;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;

class JitteredSpikesTest {
  private static final double MAX_HERTZ = 22;
  private static final double JITTER = 0.2;

  private static Purpose stream(long seed) {
    return NoiseSource.seeded(seed).purpose("e");
  }

  private static IdxImages greys(int... greys) {
    byte[] pixels = new byte[greys.length];
    for (int k = 0; k < greys.length; k++) {
      pixels[k] = (byte) greys[k];
    }
    return new IdxImages(1, 1, greys.length, pixels);
  }

  /** Steps in which one line spikes. */
  private static int[] train(JitteredSpikes spikes, int steps, int line) {
    return IntStream.range(0, steps)
        .filter(
            step ->
                IntStream.range(spikes.first(step), spikes.first(step + 1))
                    .anyMatch(s -> spikes.line(s) == line))
        .toArray();
  }

  /**
   * Without jitter the mean count is exactly rate x time (uniform phase); uniform jitter of half
   * width j adds the variance term of renewal theory, j^2 / 6 of a spike. One count has an sd below
   * 0.6, the mean of 4000 below 0.0095; 0.06 is over six sd: false alarm below 1e-8.
   */
  @Test
  void ratesFollowGreyValues() {
    IdxImages image = greys(255, 51, 0);
    JitteredSpikes spikes = new JitteredSpikes(350, 1e-3, MAX_HERTZ, JITTER);
    double[] counts = new double[3];
    int presentations = 4000;
    for (int k = 0; k < presentations; k++) {
      spikes.encode(image, 0, stream(1), k);
      assertEquals(spikes.count(), spikes.first(350));
      for (int s = 0; s < spikes.count(); s++) {
        counts[spikes.line(s)]++;
      }
    }
    double extra = JITTER * JITTER / 6;
    assertEquals(MAX_HERTZ * 0.35 + extra, counts[0] / presentations, 0.06);
    assertEquals(MAX_HERTZ * 0.35 / 5 + extra, counts[1] / presentations, 0.06);
    assertEquals(0, counts[2], "a black pixel never spikes");
  }

  /** Every interval lies within the jitter, one step of rounding allowed; so no step has two. */
  @Test
  void intervalsStayWithinTheJitter() {
    JitteredSpikes spikes = new JitteredSpikes(350, 1e-3, MAX_HERTZ, JITTER);
    double interval = 1e3 / MAX_HERTZ;
    int seen = 0;
    for (int k = 0; k < 500; k++) {
      spikes.encode(greys(255), 0, stream(2), k);
      int[] at = train(spikes, 350, 0);
      assertEquals(spikes.count(), at.length, "two spikes of a line in one step");
      assertTrue(at[0] <= interval);
      for (int i = 1; i < at.length; i++, seen++) {
        double taken = at[i] - at[i - 1];
        assertTrue(taken > interval * (1 - JITTER) - 1 && taken < interval * (1 + JITTER) + 1);
      }
    }
    assertTrue(seen > 3000, "intervals seen: " + seen);
  }

  /** Without jitter a train is periodic; rounding to steps moves an interval by one at most. */
  @Test
  void withoutJitterTrainsArePeriodic() {
    JitteredSpikes spikes = new JitteredSpikes(1000, 1e-3, 20, 0);
    for (int k = 0; k < 20; k++) {
      spikes.encode(greys(255), 0, stream(3), k);
      int[] at = train(spikes, 1000, 0);
      assertEquals(20, at.length);
      for (int i = 1; i < at.length; i++) {
        assertEquals(50, at[i] - at[i - 1], 1);
      }
    }
  }

  /**
   * Phases are uniform over one interval and intervals uniform within the jitter
   * (Kolmogorov-Smirnov, steps of 10 us, 6e-4 of the narrower range); phases of neighbouring lines
   * and of successive presentations are uncorrelated. Only the first three intervals of a train are
   * used, which always end inside the presentation. False alarm 1e-6 for each distribution; six sd,
   * 2e-9, for each correlation.
   */
  @Test
  void phasesAndIntervalsAreUniformAndIndependent() {
    int steps = 35_000;
    int n = 1000;
    JitteredSpikes spikes = new JitteredSpikes(steps, 1e-5, MAX_HERTZ, JITTER);
    double interval = 1e5 / MAX_HERTZ;
    double[] phase = new double[n];
    double[] neighbour = new double[n];
    double[] relative = new double[3 * n];
    for (int k = 0; k < n; k++) {
      spikes.encode(greys(255, 255), 0, stream(4), k);
      int[] at = train(spikes, steps, 0);
      phase[k] = (at[0] + 0.5) / interval;
      neighbour[k] = train(spikes, steps, 1)[0] / interval;
      for (int i = 0; i < 3; i++) {
        // rounding spread back over its step, so that no two values tie
        double within = stream(5).uniform(i, k) - stream(5).secondUniform(i, k);
        relative[3 * k + i] = (at[i + 1] - at[i] + within) / interval;
      }
    }
    KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
    double phases = test.kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), phase);
    assertTrue(phases > 1e-6, "phases, p = " + phases);
    UniformRealDistribution allowed = new UniformRealDistribution(1 - JITTER, 1 + JITTER);
    double intervals = test.kolmogorovSmirnovTest(allowed, relative);
    assertTrue(intervals > 1e-6, "intervals, p = " + intervals);
    PearsonsCorrelation correlation = new PearsonsCorrelation();
    assertEquals(0, correlation.correlation(phase, neighbour), 6 / Math.sqrt(n));
    double[] early = Arrays.copyOf(phase, n - 1);
    double[] late = Arrays.copyOfRange(phase, 1, n);
    assertEquals(0, correlation.correlation(early, late), 6 / Math.sqrt(n));
  }

  /** A presentation depends on seed and number alone, not on what was encoded before. */
  @Test
  void presentationsAreAddressed() {
    JitteredSpikes spikes = new JitteredSpikes(350, 1e-3, MAX_HERTZ, JITTER);
    spikes.encode(greys(255), 0, stream(5), 7);
    int[] first = train(spikes, 350, 0);
    spikes.encode(greys(100), 0, stream(5), 8);
    spikes.encode(greys(255), 0, stream(5), 7);
    assertArrayEquals(first, train(spikes, 350, 0));
  }

  @Test
  void impossibleRatesAreRefused() {
    assertTrue(message(350, Double.NaN, 0.2).contains("[Hz], got NaN"));
    assertTrue(message(350, 801, 0.2).contains("at most 800.0 [Hz], got 801.0"));
    assertTrue(message(350, 22, 1).contains("got 1.0"));
    assertTrue(message(350, 22, Double.NaN).contains("got NaN"));
    assertTrue(message(100_000, 22, 0.2).contains("shorten it or lower the rate"));
  }

  private static String message(int steps, double hertz, double jitter) {
    return String.valueOf(
        assertThrows(InputException.class, () -> new JitteredSpikes(steps, 1e-3, hertz, jitter))
            .getMessage());
  }
}
