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
 * positive and finite are left out; fewer than three different ones are not fitted. A Weibull
 * sample may be censored on the right: of some members is known only that they lie beyond a limit.
 */
final class SampleFit {
  private final double[] logs;
  private final int censored;
  private final double limitLog;

  private SampleFit(double[] values, int censored, double limit) {
    this.logs =
        Arrays.stream(values).filter(v -> v > 0 && Double.isFinite(v)).map(Math::log).toArray();
    this.censored = censored;
    this.limitLog = Math.log(limit);
  }

  static SampleFit of(double[] values) {
    return new SampleFit(values, 0, 1);
  }

  /** A sample of which {@code censored} more members lie beyond a limit. */
  static SampleFit censored(double[] values, int censored, double limit) {
    return new SampleFit(values, censored, limit);
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

  /** Weibull's shape: the root of its likelihood equation, members beyond the limit included. */
  double shape() {
    double mean = StatUtils.mean(logs);
    double largest = censored > 0 ? Math.max(limitLog, StatUtils.max(logs)) : StatUtils.max(logs);
    UnivariateFunction slope =
        k -> {
          double weight = beyond(k, largest);
          double sum = weight * limitLog;
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

  private double beyond(double shape, double largest) {
    return censored == 0 ? 0 : censored * Math.exp(shape * (limitLog - largest));
  }

  double scale(double shape) {
    double largest = censored > 0 ? Math.max(limitLog, StatUtils.max(logs)) : StatUtils.max(logs);
    double sum =
        Arrays.stream(logs).map(l -> Math.exp(shape * (l - largest))).sum()
            + beyond(shape, largest);
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
    chart.sample(name, colour, values, censored);
    if (possible()) {
      double shape = shape();
      chart.weibullFit("", colour, scale(shape), shape);
      fit.put("weibullScale", scale(shape));
      fit.put("weibullShape", shape);
      fit.put("count", logs.length);
      fit.put("beyondTheSweep", censored);
    }
    return fit;
  }
}
