package org.ohmweave.core.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/**
 * Distribution and independence of addressed numbers. Seeds are fixed, so a run cannot fail by
 * chance; the bounds would fail a fresh seed with the probability written at each.
 */
class PurposeTest {
  private static final int N = 4000;
  private final NoiseSource noise = NoiseSource.seeded(20261126);

  @Test
  void uniformsAreUniform() {
    double[] values = new double[N];
    noise.purpose("uniform").uniforms(0, 7, values, 0, N);
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), values);
    assertTrue(p > 1e-4, () -> "KS p-value " + p); // false alarm 1e-4
  }

  @Test
  void gaussiansAreNormalOverSitesAndOverEvents() {
    Purpose purpose = noise.purpose("gauss");
    double[] sites = new double[N];
    purpose.gaussians(100, 3, sites, 0, N);
    double[] events = new double[N];
    for (int k = 0; k < N; k++) {
      events[k] = purpose.gaussian(5, k);
    }
    NormalDistribution normal = new NormalDistribution();
    double pSites = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(normal, sites);
    double pEvents = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(normal, events);
    assertTrue(pSites > 1e-4 && pEvents > 1e-4, () -> pSites + " " + pEvents); // false alarm 2e-4
  }

  @Test
  void streamsAreIndependent() {
    double[] base = draw(noise.purpose("a"), 0, 0);
    double bound = 4.5 / Math.sqrt(N); // false alarm 7e-6 for each of the pairs
    assertTrue(Math.abs(correlation(base, draw(noise.purpose("b"), 0, 0))) < bound);
    assertTrue(Math.abs(correlation(base, draw(noise.purpose("a"), 0, 1))) < bound);
    assertTrue(Math.abs(correlation(base, draw(noise.purpose("a"), 1, 0))) < bound);
    assertTrue(
        Math.abs(correlation(base, draw(NoiseSource.seeded(20261127).purpose("a"), 0, 0))) < bound);
    assertTrue(Math.abs(correlation(base, draw(noise.trial(0).purpose("a"), 0, 0))) < bound);
    double[] second = new double[N];
    for (int i = 0; i < N; i++) {
      second[i] = noise.purpose("a").secondGaussian(i, 0);
    }
    assertTrue(Math.abs(correlation(base, second)) < bound);
  }

  @Test
  void bulkEqualsSingle() {
    Purpose purpose = noise.purpose("bulk");
    double[] bulk = new double[10];
    purpose.gaussians(1000, 2, bulk, 3, 9);
    for (int i = 3; i < 9; i++) {
      assertEquals(purpose.gaussian(1000 + i, 2), bulk[i]);
    }
    assertEquals(0, bulk[2]);
    assertEquals(0, bulk[9]);
  }

  @Test
  void equalAddressesGiveEqualNumbers() {
    assertEquals(
        NoiseSource.seeded(1).purpose("x").uniform(2, 3),
        NoiseSource.seeded(1).purpose("x").uniform(2, 3));
    assertNotEquals(
        NoiseSource.seeded(1).purpose("x").uniform(2, 3),
        NoiseSource.seeded(1).purpose("x").uniform(3, 2));
  }

  private static double[] draw(Purpose purpose, long firstSite, long event) {
    double[] values = new double[N];
    purpose.gaussians(firstSite, event, values, 0, N);
    return values;
  }

  private static double correlation(double[] x, double[] y) {
    return new PearsonsCorrelation().correlation(x, y);
  }
}
