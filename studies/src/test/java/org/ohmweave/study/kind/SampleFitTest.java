package org.ohmweave.study.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;

/** Fits of samples that are exact quantiles of a known distribution. */
class SampleFitTest {
  private static final int COUNT = 4000;

  private static double[] quantiles(java.util.function.DoubleUnaryOperator inverse) {
    return IntStream.range(0, COUNT)
        .mapToDouble(i -> inverse.applyAsDouble((i + 0.5) / COUNT))
        .toArray();
  }

  @Test
  void weibull() {
    double[] sample = quantiles(new WeibullDistribution(3.5, 1.2)::inverseCumulativeProbability);
    SampleFit fit = SampleFit.of(sample);
    assertEquals(3.5, fit.shape(), 0.005);
    assertEquals(1.2, fit.scale(fit.shape()), 0.0005);
  }

  /** Quantiles beyond the scale are known only to lie there; the fit is the same. */
  @Test
  void censoredWeibull() {
    double[] all = quantiles(new WeibullDistribution(3.5, 1.2)::inverseCumulativeProbability);
    double[] seen = java.util.Arrays.stream(all).filter(v -> v <= 1.2).toArray();
    SampleFit fit = SampleFit.censored(seen, COUNT - seen.length, 1.2);
    assertEquals(3.5, fit.shape(), 0.005);
    assertEquals(1.2, fit.scale(fit.shape()), 0.0005);
    // leaving them out would give another distribution
    assertEquals(4.9, SampleFit.of(seen).shape(), 0.6);
  }

  /**
   * Of ten devices two never switched: the median stands between the fifth and the sixth of all.
   */
  @Test
  void censoredPercentiles() {
    double[] times = {5, 1, 2, 3, 4, 6, 7, 8, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    assertEquals(5.5, Summary.censored(times, 50));
    assertEquals(1, Summary.censored(times, 5));
    assertEquals(Double.NaN, Summary.censored(times, 95));
    double[] whole = {3, 1, 2};
    for (double p : new double[] {5, 30, 50, 80, 95}) {
      double expected =
          new org.apache.commons.math3.stat.descriptive.DescriptiveStatistics(whole)
              .getPercentile(p);
      assertEquals(expected, Summary.censored(whole, p), 1e-15);
    }
  }

  @Test
  void lognormal() {
    NormalDistribution normal = new NormalDistribution(0, 1);
    double[] sample = quantiles(p -> 2e4 * Math.exp(0.3 * normal.inverseCumulativeProbability(p)));
    SampleFit fit = SampleFit.of(sample);
    assertEquals(2e4, fit.median(), 1e-6 * 2e4);
    assertEquals(0.3, fit.logSd(), 3e-4);
  }

  @Test
  void tooFewToFit() {
    assertFalse(SampleFit.of(new double[] {1, 1, 2, Double.NaN, -3}).possible());
  }
}
