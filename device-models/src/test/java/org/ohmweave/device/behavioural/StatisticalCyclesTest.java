package org.ohmweave.device.behavioural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.wave.PiecewiseLinear;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.drive.Drive;
import org.ohmweave.device.presets.Devices;

/**
 * The law against rows V-01 .. V-14 of the calibration facts, which were computed with other
 * programs from the published parameters. A statistic is taken in 20 batches; its mean may be off
 * by half a digit of the row and 7 standard errors of the batches (Student's t, 19 degrees: false
 * alarm 1.2e-6 each, 7e-5 for the class).
 */
class StatisticalCyclesTest {
  private static final int BATCHES = 20;
  private static final int BATCH = 2000;
  private static final NoiseSource NOISE = NoiseSource.seeded(31);
  private static final DeviceBank DRAWN = drawn(BATCHES * BATCH, 0, NOISE);

  private static DeviceBank drawn(int size, long firstSite, NoiseSource noise) {
    DeviceBank bank = Devices.bank(Presets.find("behavioural/statistical-cycles"), size, firstSite);
    bank.model().draw(bank, 0, size, noise);
    return bank;
  }

  private static double[] batch(double[] all, int batch) {
    int size = all.length / BATCHES;
    return Arrays.copyOfRange(all, batch * size, (batch + 1) * size);
  }

  private static void near(
      double expected, double digit, IntToDoubleFunction statistic, String of) {
    SummaryStatistics found = new SummaryStatistics();
    for (int b = 0; b < BATCHES; b++) {
      found.addValue(statistic.applyAsDouble(b));
    }
    double error = found.getStandardDeviation() / Math.sqrt(BATCHES);
    assertEquals(expected, found.getMean(), digit + 7 * error, of + " (se " + error + ")");
  }

  private static double[] own(int k, int batch) {
    return batch(DRAWN.state(StatisticalCycles.OWN + k), batch);
  }

  private static double sd(double[] x) {
    return Math.sqrt(org.apache.commons.math3.stat.StatUtils.variance(x));
  }

  /** V-01 .. V-03, V-05 .. V-07. */
  @Test
  void mediansAndSpreads() {
    double[][] rows = {
      {4.878, 0.0005, 0.070, 0.0005, 0.188, 0.0005},
      {-0.676, 0.0005, 0.040, 0.0005, 0.060, 0.0005},
      {4540, 0.5, 184, 0.5, 173, 0.5},
      {0.732, 0.0005, 0.031, 0.0005, 0.034, 0.0005}
    };
    for (int f = 0; f < 4; f++) {
      int feature = f;
      double[] row = rows[f];
      near(row[0], row[1], b -> new Percentile().evaluate(own(feature, b), 50), "median " + f);
      near(row[2], row[3], b -> sd(own(feature, b)), "sd over devices " + f);
      near(row[4], row[5], b -> new Percentile().evaluate(own(feature + 4, b), 50), "cycles " + f);
    }
  }

  /** V-04: shares beyond the published quantiles; 6 sd of a count and 3 % for rounding, 2e-9. */
  @Test
  void quantilesOfTheHrs() {
    double[] kiloohms = {16.5, 35.7, 161, 571};
    double[] shares = {0.001, 0.05, 0.95, 0.999};
    double[] all = DRAWN.state(StatisticalCycles.NOW);
    for (int q = 0; q < 4; q++) {
      double bound = 1e3 * kiloohms[q];
      double share = Arrays.stream(all).filter(r -> r < bound).count() / (double) all.length;
      double tail = Math.min(shares[q], 1 - shares[q]);
      assertEquals(
          shares[q], share, 6 * Math.sqrt(tail / all.length) + 0.03 * tail, bound + " ohm");
    }
  }

  /** V-08. */
  @Test
  void correlationsOverDevices() {
    double[][] rows = {
      {0, 1, -0.16}, {0, 2, -0.11}, {0, 3, -0.19}, {1, 2, -0.37}, {1, 3, -0.64}, {2, 3, 0.63}
    };
    for (double[] row : rows) {
      near(
          row[2],
          0.005,
          b -> new PearsonsCorrelation().correlation(own((int) row[0], b), own((int) row[1], b)),
          "correlation " + Arrays.toString(row));
    }
  }

  private static double[] all(int n, double volts) {
    double[] v = new double[n];
    Arrays.fill(v, volts);
    return v;
  }

  private static void cycle(DeviceBank bank, int from, int to, int event, NoiseSource noise) {
    bank.model().hold(bank, from, to, all(bank.size(), -4), 1e-3, noise, 2L * event);
    bank.model().hold(bank, from, to, all(bank.size(), 4), 1e-3, noise, 2L * event + 1);
  }

  /**
   * V-09 .. V-12, on normal scores within cells. The expected numbers are exact: the Lyapunov
   * equation of the published matrices solved with numpy. The sheet's rows differ from them by up
   * to 0.011.
   */
  @Test
  void correlationsOverCycles() {
    int cells = 2000;
    int cycles = 120;
    DeviceBank bank = drawn(cells, 0, NOISE);
    double[][][] scores = new double[4][cycles][];
    for (int c = 0; c < cycles; c++) {
      for (int f = 0; f < 4; f++) {
        scores[f][c] = bank.state(StatisticalCycles.HISTORY + 4 * (c % 10) + f).clone();
      }
      cycle(bank, 0, cells, c, NOISE);
      assertEquals(c + 1, bank.state(StatisticalCycles.CYCLE)[7]);
    }
    int[] lags = {1, 10, 20, 50};
    double[][] exact = {
      {0.135, 0.101, 0.027, 0.002},
      {0.176, 0.135, 0.048, 0.006},
      {0.508, 0.384, 0.252, 0.085},
      {0.324, 0.282, 0.168, 0.052}
    };
    double[][] sheet = {
      {0.14, 0.10, 0.03, 0.00},
      {0.18, 0.14, 0.05, 0.01},
      {0.51, 0.39, 0.26, 0.09},
      {0.33, 0.28, 0.17, 0.06}
    };
    for (int f = 0; f < 4; f++) {
      for (int k = 0; k < 4; k++) {
        double[][] x = scores[f];
        int lag = lags[k];
        near(exact[f][k], 5e-4, b -> moment(x, x, lag, b) / moment(x, x, 0, b), f + " lag " + lag);
        assertEquals(sheet[f][k], exact[f][k], 0.011);
      }
    }
    double[][] rows = {
      {0, 1, -0.2312},
      {0, 2, 0.0496},
      {0, 3, -0.0110},
      {1, 2, -0.0727},
      {1, 3, -0.0487},
      {2, 3, 0.1898}
    };
    for (double[] row : rows) {
      double[][] x = scores[(int) row[0]];
      double[][] y = scores[(int) row[1]];
      near(
          row[2],
          1e-4,
          b -> moment(x, y, 0, b) / Math.sqrt(moment(x, x, 0, b) * moment(y, y, 0, b)),
          Arrays.toString(row));
    }
  }

  /** Mean of {@code x_c y_(c+lag)} over the cells of a batch and all cycles; means are zero. */
  private static double moment(double[][] x, double[][] y, int lag, int batch) {
    double sum = 0;
    long count = 0;
    int size = x[0].length / BATCHES;
    for (int c = 0; c + lag < x.length; c++) {
      for (int i = batch * size; i < (batch + 1) * size; i++) {
        sum += x[c][i] * y[c + lag][i];
        count++;
      }
    }
    return sum / count;
  }

  /** V-13: one component is drawn per device, with its weight. */
  @Test
  void componentsHaveTheirWeights() {
    double[] weights = {0.484, 0.474, 0.042};
    int[] found = new int[3];
    DeviceMixture mixture =
        new DeviceMixture(new double[] {0.484, 0.474, 0.042}, new double[3][8], new double[3][64]);
    int n = 40000;
    for (int i = 0; i < n; i++) {
      found[mixture.component(NOISE.purpose("statistical-cycles:component"), i)]++;
    }
    for (int k = 0; k < 3; k++) {
      double w = weights[k];
      assertEquals(w, found[k] / (double) n, 6 * Math.sqrt(w * (1 - w) / n)); // 2e-9
    }
  }

  @Test
  void blocksAndSitesDoNotMatterSeedsDo() {
    int n = 64;
    DeviceBank whole = drawn(n, 0, NOISE);
    DeviceBank blocks = Devices.bank(Presets.find("behavioural/statistical-cycles"), n, 0);
    for (int from : new int[] {40, 7, 0}) {
      blocks.model().draw(blocks, from, from == 40 ? n : from == 7 ? 40 : 7, NOISE);
    }
    DeviceBank tail = drawn(n - 40, 40, NOISE);
    DeviceBank other = drawn(n, 0, NoiseSource.seeded(32));
    for (int c = 0; c < 13; c++) {
      cycle(whole, 0, n, c, NOISE);
      cycle(blocks, 40, n, c, NOISE);
      cycle(blocks, 0, 40, c, NOISE);
      cycle(tail, 0, n - 40, c, NOISE);
      cycle(other, 0, n, c, NoiseSource.seeded(32));
    }
    for (int s = 0; s < whole.model().states().size(); s++) {
      assertArrayEquals(whole.state(s), blocks.state(s));
      assertArrayEquals(Arrays.copyOfRange(whole.state(s), 40, n), tail.state(s));
    }
    assertTrue(whole.state(StatisticalCycles.NOW)[0] != other.state(StatisticalCycles.NOW)[0]);
  }

  /** Neighbours and seeds: |r| below 6 / sqrt(40000), false alarm 2e-9. */
  @Test
  void cellsAndSeedsAreIndependent() {
    double[] x = DRAWN.state(StatisticalCycles.HISTORY + 2);
    double[] y = drawn(x.length, 0, NoiseSource.seeded(32)).state(StatisticalCycles.HISTORY + 2);
    double bound = 6 / Math.sqrt(x.length);
    assertEquals(0, new PearsonsCorrelation().correlation(x, y), bound);
    double[] left = Arrays.copyOfRange(x, 0, x.length - 1);
    double[] right = Arrays.copyOfRange(x, 1, x.length);
    assertEquals(0, new PearsonsCorrelation().correlation(left, right), bound);
  }

  /** V-14 and the course of a sweep: pinched, passive, abrupt SET at U_SET, gradual RESET. */
  @Test
  void aSweepThroughDrive() {
    int n = 1200;
    double[] t = new double[n + 1];
    double[] v = new double[n + 1];
    for (int k = 0; k <= n; k++) {
      t[k] = k;
      int phase = k % 1200;
      v[k] = -1.5 * (phase <= 300 ? phase : phase <= 900 ? 600 - phase : phase - 1200) / 300.0;
    }
    for (long seed = 0; seed < 20; seed++) {
      CsvTable out =
          new Drive(Presets.find("behavioural/statistical-cycles"))
              .run(new PiecewiseLinear("sweep", t, v), NoiseSource.seeded(seed));
      double[] amps = out.column("i_A");
      double[] on = out.column("on_1");
      double set = out.column("USET_V")[0];
      double begun = out.column("URESET_V")[0];
      double firstAmps = 0;
      double lastAmps = amps[894];
      for (int k = 0; k <= n; k++) {
        assertTrue(v[k] == 0 ? amps[k] == 0 : v[k] * amps[k] > 0, "seed " + seed + " row " + k);
        if (k <= 300) {
          assertEquals(v[k] <= set ? 1 : 0, on[k], "SET at " + set + ", row " + k);
        } else if (k <= 900) {
          boolean started = v[k] > begun;
          assertTrue(started ? on[k] < 1 : on[k] == 1, "RESET from " + begun + ", row " + k);
          assertTrue(on[k] <= on[k - 1]);
          if (started && firstAmps == 0) {
            firstAmps = amps[k];
          }
        }
      }
      assertEquals(0, on[900]);
      // log-log slope of I - c between two voltages of the RESET is eta = 3.057 (V-14)
      int a = 780;
      int b = 840;
      assertTrue(on[a] < 1 && firstAmps > lastAmps);
      double c = amps[892]; // at U_max
      double slope =
          Math.log((amps[a] - c) / (amps[b] - c)) / Math.log((1.46 - v[a]) / (1.46 - v[b]));
      assertEquals(3.057, slope, 5e-3, "seed " + seed);
    }
  }

  @Test
  void aFileOfOnesOwn(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("mine.yaml");
    String head = "name: mine/c\nextends: behavioural/statistical-cycles\ntitle: mine\n";
    Files.writeString(
        file, head + "values: {R_HRS: 151 kohm, c_R_HRS: 0, d_R_HRS: 0}\ncycles: {order: 3}\n");
    DeviceBank bank = Devices.bank(Presets.find(file.toString()), 5, 0);
    bank.model().draw(bank, 0, 5, NOISE);
    for (int i = 0; i < 5; i++) {
      assertEquals(151e3, bank.state(StatisticalCycles.NOW)[i], 1e-6);
    }
    assertEquals(StatisticalCycles.HISTORY + 12, bank.model().states().size());
    for (String wrong :
        new String[] {"cycles: {order: 11}", "cycles: {ordr: 3}", "cycles: {coefficients: x}"}) {
      Files.writeString(file, head + wrong + "\n");
      InputException e =
          assertThrows(
              InputException.class, () -> Devices.bank(Presets.find(file.toString()), 1, 0));
      assertTrue(e.getMessage() != null && e.getMessage().length() < 400, e.getMessage());
    }
  }
}
