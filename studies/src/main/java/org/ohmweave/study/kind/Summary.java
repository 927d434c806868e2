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
