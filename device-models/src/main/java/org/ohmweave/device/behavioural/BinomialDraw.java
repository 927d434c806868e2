package org.ohmweave.device.behavioural;

import org.ohmweave.core.math.Exponential;
import org.ohmweave.core.noise.Purpose;

/**
 * A binomial number from one address. Where the rarer outcome is expected fewer than {@link #FEW}
 * times the distribution function is inverted step by step; above, a normal is bent by the skewness
 * and the kurtosis (Cornish-Fisher) and rounded.
 *
 * <p>E. A. Cornish, R. A. Fisher, "Moments and cumulants in the specification of distributions",
 * Revue de l'Institut International de Statistique 5, 307-320, 1938 (from memory); the first
 * moments and the distribution are tested.
 */
final class BinomialDraw {
  private static final double FEW = 20;

  private BinomialDraw() {}

  /** How many of {@code n} happen, each with the chance {@code p}. */
  static long draw(long n, double p, Purpose purpose, long site, long event) {
    if (n <= 0 || !(p > 0)) {
      return 0;
    }
    if (p >= 1) {
      return n;
    }
    boolean turned = p > 0.5;
    double rare = turned ? 1 - p : p;
    long count =
        n * rare < FEW
            ? inverted(n, rare, purpose.uniform(site, event))
            : bent(n, rare, purpose.gaussian(site, event));
    return turned ? n - count : count;
  }

  private static long inverted(long n, double p, double u) {
    double odds = p / (1 - p);
    double chance = Exponential.exp(n * StrictMath.log1p(-p));
    double left = u;
    long k = 0;
    while (left > chance && k < n) {
      left -= chance;
      k++;
      chance *= odds * (n - k + 1) / k;
      if (chance < 1e-300) {
        break;
      }
    }
    return k;
  }

  private static long bent(long n, double p, double z) {
    double variance = n * p * (1 - p);
    double sd = Math.sqrt(variance);
    double skew = (1 - 2 * p) / sd;
    double kurtosis = (1 - 6 * p * (1 - p)) / variance;
    double zz = z * z;
    double x =
        z
            + (zz - 1) * skew / 6
            + (zz - 3) * z * kurtosis / 24
            - (2 * zz - 5) * z * skew * skew / 36;
    return Math.max(0, Math.min(n, Math.round(n * p + sd * x)));
  }
}
