package org.ohmweave.study.plot;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Samples against a scale on which one distribution is a straight line: the normal quantile over
 * the logarithm for a lognormal one, {@code ln(-ln(1 - F))} over the logarithm for Weibull's. The
 * i-th smallest of n values stands at {@code F = (i - 1/2) / n}.
 */
public final class ProbabilityChart {
  private static final double[] PERCENT = {0.1, 1, 5, 10, 30, 50, 70, 90, 99, 99.9};
  private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);
  private final LineChart chart;
  private final boolean weibull;

  private ProbabilityChart(String title, String xLabel, boolean weibull) {
    this.weibull = weibull;
    this.chart =
        new LineChart(title, xLabel, "share of devices and cycles")
            .logX()
            .yTicks(
                Arrays.stream(PERCENT).map(p -> place(p / 100)).toArray(),
                Arrays.stream(PERCENT)
                    .mapToObj(
                        p -> String.format(Locale.ROOT, p % 1 == 0 ? "%.0f %%" : "%.1f %%", p))
                    .toArray(String[]::new));
  }

  /** A scale on which lognormal samples are straight. */
  public static ProbabilityChart lognormal(String title, String xLabel) {
    return new ProbabilityChart(title, xLabel, false);
  }

  /** A scale on which Weibull samples are straight. */
  public static ProbabilityChart weibull(String title, String xLabel) {
    return new ProbabilityChart(title, xLabel, true);
  }

  /** A sample; values that are not positive and finite are left out. */
  public ProbabilityChart sample(String name, int colour, double[] values) {
    return sample(name, colour, values, 0);
  }

  /**
   * A sample of which some more members are larger than all that are drawn.
   *
   * @param beyond how many; they count in the ranks
   */
  public ProbabilityChart sample(String name, int colour, double[] values, int beyond) {
    double[] sorted =
        Arrays.stream(values).filter(v -> v > 0 && Double.isFinite(v)).sorted().toArray();
    double[] y = new double[sorted.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = place((i + 0.5) / (y.length + beyond));
    }
    chart.points(name, colour, sorted, y);
    return this;
  }

  /** A fitted lognormal distribution, drawn from 0.1 % to 99.9 %. */
  public ProbabilityChart lognormalFit(String name, int colour, double median, double logSd) {
    double end = NORMAL.inverseCumulativeProbability(0.999);
    double[] z = {-end, end};
    double[] x = {median * Math.exp(-end * logSd), median * Math.exp(end * logSd)};
    chart.line(name, colour, x, z);
    return this;
  }

  /** A fitted Weibull distribution, drawn from 0.1 % to 99.9 %. */
  public ProbabilityChart weibullFit(String name, int colour, double scale, double shape) {
    double[] y = {place(0.001), place(0.999)};
    double[] x = {scale * Math.exp(y[0] / shape), scale * Math.exp(y[1] / shape)};
    chart.line(name, colour, x, y);
    return this;
  }

  /** The picture. */
  public LineChart chart() {
    return chart;
  }

  private double place(double share) {
    return weibull ? Math.log(-Math.log1p(-share)) : NORMAL.inverseCumulativeProbability(share);
  }
}
