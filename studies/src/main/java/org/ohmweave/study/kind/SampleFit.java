package org.ohmweave.study.kind;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.stat.StatUtils;
import org.ohmweave.study.plot.ProbabilityChart;

/**
 * Maximum-likelihood fits of the two distributions that device papers print. Values that are not
 * positive and finite are left out; fewer than three different ones are not fitted.
 */
final class SampleFit {
  private final double[] logs;

  private SampleFit(double[] values) {
    this.logs =
        Arrays.stream(values).filter(v -> v > 0 && Double.isFinite(v)).map(Math::log).toArray();
  }

  static SampleFit of(double[] values) {
    return new SampleFit(values);
  }

  boolean possible() {
    return Arrays.stream(logs).distinct().limit(3).count() == 3;
  }

  double median() {
    return Math.exp(StatUtils.mean(logs));
  }

  double logSd() {
    return Math.sqrt(StatUtils.populationVariance(logs));
  }

  /** Weibull's shape: the root of its likelihood equation. */
  double shape() {
    double mean = StatUtils.mean(logs);
    double largest = StatUtils.max(logs);
    UnivariateFunction slope =
        k -> {
          double weight = 0;
          double sum = 0;
          for (double log : logs) {
            double w = Math.exp(k * (log - largest));
            weight += w;
            sum += w * log;
          }
          return sum / weight - 1 / k - mean;
        };
    double guess = 1.2825 / logSd();
    return new BrentSolver(1e-10 * guess).solve(200, slope, 1e-3 * guess, 1e3 * guess);
  }

  double scale(double shape) {
    double largest = StatUtils.max(logs);
    double sum = Arrays.stream(logs).map(l -> Math.exp(shape * (l - largest))).sum();
    return Math.exp(largest + Math.log(sum / logs.length) / shape);
  }

  /** Adds points and line, and returns the fit for a result file. */
  Map<String, Object> lognormal(ProbabilityChart chart, String name, int colour, double[] values) {
    Map<String, Object> fit = new LinkedHashMap<>();
    chart.sample(name, colour, values);
    if (possible()) {
      chart.lognormalFit("", colour, median(), logSd());
      fit.put("lognormalMedian", median());
      fit.put("lognormalSigma", logSd());
    }
    return fit;
  }

  /** Adds points and line, and returns the fit for a result file. */
  Map<String, Object> weibull(ProbabilityChart chart, String name, int colour, double[] values) {
    Map<String, Object> fit = new LinkedHashMap<>();
    chart.sample(name, colour, values);
    if (possible()) {
      double shape = shape();
      chart.weibullFit("", colour, scale(shape), shape);
      fit.put("weibullScale", scale(shape));
      fit.put("weibullShape", shape);
    }
    return fit;
  }
}
