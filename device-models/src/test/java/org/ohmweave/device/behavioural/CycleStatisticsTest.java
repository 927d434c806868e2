package org.ohmweave.device.behavioural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;

/**
 * The statistics of the published parameter file, as the reference sheet lists them (rows V-01 ..
 * V-13, computed there from 400 000 cells by another program), against cells that are drawn and
 * swept. Tolerances are the last printed digit and five standard errors of our sample: a false
 * alarm in less than one of 1e6 comparisons.
 */
class CycleStatisticsTest {
  private static final int DEVICES = 50_000;
  private static final int SWEPT = 300;
  private static final int CYCLES = 250;
  private static final double[][] OWN = new double[8][];
  private static final double[][][] SCORES = new double[4][SWEPT][CYCLES];

  private static DeviceBank drawn(int size, long seed) {
    DeviceBank bank = Devices.bank(Presets.find("behavioural/statistical-cycles"), size, 0);
    bank.model().draw(bank, 0, size, NoiseSource.seeded(seed));
    return bank;
  }

  @BeforeAll
  static void drawAndSweep() {
    DeviceBank many = drawn(DEVICES, 1);
    for (int k = 0; k < 8; k++) {
      OWN[k] = many.state(StatisticalCycles.OWN + k).clone();
    }
    DeviceBank bank = drawn(SWEPT, 2);
    NoiseSource noise = NoiseSource.seeded(2);
    double[] low = new double[SWEPT];
    double[] high = new double[SWEPT];
    Arrays.fill(low, -3);
    Arrays.fill(high, 1.5);
    for (int n = 0; n < CYCLES; n++) {
      for (int f = 0; f < 4; f++) {
        double[] now = bank.state(2 + f);
        for (int d = 0; d < SWEPT; d++) {
          double value = f == 0 ? Math.log10(now[d]) : now[d];
          double mean = bank.state(StatisticalCycles.OWN + f)[d];
          SCORES[f][d][n] = (value - mean) / bank.state(StatisticalCycles.OWN + 4 + f)[d];
        }
      }
      bank.model().ramp(bank, 0, SWEPT, high, low, 1, noise, 2L * n);
      bank.model().ramp(bank, 0, SWEPT, low, high, 1, noise, 2L * n + 1);
    }
  }

  private static double median(int column) {
    return StatUtils.percentile(OWN[column], 50);
  }

  private static double sd(int column) {
    return Math.sqrt(StatUtils.variance(OWN[column]));
  }

  @Test
  void devicesAreThoseOfThePublishedFile() {
    // V-01, V-05, V-06, V-07: medians over cells
    assertEquals(4.878, median(0), 0.003);
    assertEquals(-0.676, median(1), 0.002);
    assertEquals(4540, median(2), 8);
    assertEquals(0.732, median(3), 0.002);
    // V-02, V-05 .. V-07: spread of the cells
    assertEquals(0.070, sd(0), 0.002);
    assertEquals(0.040, sd(1), 0.002);
    assertEquals(184, sd(2), 6);
    assertEquals(0.031, sd(3), 0.002);
    // V-03, V-05 .. V-07: cycle-to-cycle sd of the median cell
    assertEquals(0.188, median(4), 0.002);
    assertEquals(0.060, median(5), 0.0015);
    assertEquals(173, median(6), 4);
    assertEquals(0.034, median(7), 0.001);
  }

  /** V-08; five standard errors are 0.022, the heavy third component adds some. */
  @Test
  void devicesAreCorrelated() {
    double[] expected = {-0.16, -0.11, -0.19, -0.37, -0.64, 0.63};
    int at = 0;
    for (int a = 0; a < 4; a++) {
      for (int b = a + 1; b < 4; b++) {
        double found = new PearsonsCorrelation().correlation(OWN[a], OWN[b]);
        assertEquals(expected[at++], found, 0.03, a + " and " + b);
      }
    }
  }

  /** V-09: correlation of the features within a cycle; V-10 .. V-12: over cycles. */
  @Test
  void cyclesAreCorrelated() {
    double[] within = {-0.23, 0.05, -0.01, -0.07, -0.05, 0.20};
    int at = 0;
    for (int a = 0; a < 4; a++) {
      for (int b = a + 1; b < 4; b++) {
        assertEquals(within[at++], correlation(SCORES[a], SCORES[b], 0), 0.035, a + " and " + b);
      }
    }
    int[] lags = {1, 10, 20, 50};
    double[][] expected = {
      {0.14, 0.10, 0.03, 0.00},
      {0.18, 0.14, 0.05, 0.01},
      {0.51, 0.39, 0.26, 0.09},
      {0.33, 0.28, 0.17, 0.06}
    };
    for (int f = 0; f < 4; f++) {
      for (int k = 0; k < lags.length; k++) {
        // 75 000 cycles, of which about one in five is independent
        assertEquals(
            expected[f][k], correlation(SCORES[f], SCORES[f], lags[k]), 0.045, f + ", " + lags[k]);
      }
    }
  }

  private static double correlation(double[][] a, double[][] b, int lag) {
    double ma = Arrays.stream(a).flatMapToDouble(Arrays::stream).average().orElse(0);
    double mb = Arrays.stream(b).flatMapToDouble(Arrays::stream).average().orElse(0);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int d = 0; d < a.length; d++) {
      for (int n = 0; n + lag < a[d].length; n++) {
        ab += (a[d][n] - ma) * (b[d][n + lag] - mb);
        aa += (a[d][n] - ma) * (a[d][n] - ma);
        bb += (b[d][n + lag] - mb) * (b[d][n + lag] - mb);
      }
    }
    return ab / Math.sqrt(aa * bb);
  }

  /** Stationary from the first cycle on: first and last are of one distribution. */
  @Test
  void firstAndLastCycleAreAlike() {
    for (int f = 0; f < 4; f++) {
      double[] first = new double[SWEPT];
      double[] last = new double[SWEPT];
      for (int d = 0; d < SWEPT; d++) {
        first[d] = SCORES[f][d][0];
        last[d] = SCORES[f][d][CYCLES - 1];
      }
      double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(first, last);
      assertTrue(p > 1e-6, "feature " + f + ": p " + p);
    }
  }

  /**
   * Scores before the marginal are standard normal, and other cells and seeds know nothing of them.
   */
  @Test
  void normalAndIndependent() {
    int n = 3000;
    double[] score = drawn(n, 1).state(StatisticalCycles.HISTORY).clone();
    double[] neighbour = new double[n];
    System.arraycopy(score, 1, neighbour, 0, n - 1);
    double[] other = drawn(n, 9).state(StatisticalCycles.HISTORY).clone();
    double p =
        new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(0, 1), score);
    assertTrue(p > 1e-6, "p " + p);
    // five standard errors, 6e-7 each
    double most = 5 / Math.sqrt(n);
    assertEquals(0, new PearsonsCorrelation().correlation(score, neighbour), most);
    assertEquals(0, new PearsonsCorrelation().correlation(score, other), most);
  }

  /** V-13: the third component holds 4.2 % of the cells; those beyond 0.85 V are all its own. */
  @Test
  void someDevicesAreOutliers() {
    double share = Arrays.stream(OWN[3]).filter(v -> v > 0.85).count() / (double) DEVICES;
    assertTrue(share > 0.005 && share < 0.042, "share " + share);
  }
}
