package org.ohmweave.study.kind;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/** Moments and percentiles of a sample; values that are not numbers are counted apart. */
record Summary(int count, int missing, double mean, double sd, double p05, double p50, double p95) {
  static Summary of(double[] sample) {
    DescriptiveStatistics s =
        new DescriptiveStatistics(Arrays.stream(sample).filter(Double::isFinite).toArray());
    int n = (int) s.getN();
    return new Summary(
        n,
        sample.length - n,
        s.getMean(),
        s.getStandardDeviation(),
        s.getPercentile(5),
        s.getPercentile(50),
        s.getPercentile(95));
  }

  /**
   * Percentile of a sample in which an infinite value stands for "later than we looked": all values
   * are ranked, and a percentile among those that are not known is NaN. Interpolates as {@link
   * DescriptiveStatistics} does.
   */
  static double censored(double[] sample, double percent) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    double place = percent / 100 * (sorted.length + 1);
    int below = (int) Math.max(1, Math.min(sorted.length, Math.floor(place)));
    int above = Math.min(sorted.length, below + 1);
    double share = Math.max(0, Math.min(1, place - below));
    double low = sorted[below - 1];
    double high = share == 0 ? low : sorted[above - 1];
    return Double.isFinite(low) && Double.isFinite(high) ? low + share * (high - low) : Double.NaN;
  }

  /** Numbers for a result file; an empty sample has none. */
  Map<String, Object> describe() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("count", count);
    map.put("missing", missing);
    if (count > 0) {
      map.put("mean", mean);
      map.put("sd", sd);
      map.put("p05", p05);
      map.put("p50", p50);
      map.put("p95", p95);
    }
    return map;
  }

  /** Percentiles across devices at each row of {@code values[device][row]}. */
  static double[][] bands(double[][] values, double... percents) {
    int rows = values[0].length;
    double[][] bands = new double[percents.length][rows];
    double[] column = new double[values.length];
    for (int k = 0; k < rows; k++) {
      for (int d = 0; d < values.length; d++) {
        column[d] = values[d][k];
      }
      DescriptiveStatistics s = new DescriptiveStatistics(column);
      for (int p = 0; p < percents.length; p++) {
        bands[p][k] = s.getPercentile(percents[p]);
      }
    }
    return bands;
  }
}
