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
