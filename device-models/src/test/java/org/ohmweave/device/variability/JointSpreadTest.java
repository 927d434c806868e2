package org.ohmweave.device.variability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.variability.Distribution.Lognormal;
import org.ohmweave.device.variability.Distribution.Mixture;
import org.ohmweave.device.variability.Distribution.TruncatedNormal;
import org.ohmweave.device.variability.Distribution.Uniform;
import org.ohmweave.device.variability.Distribution.Weibull;

/** Distributions and correlations of device parameters; false alarms are noted. */
class JointSpreadTest {
  private static final int N = 4000;

  private static double[] sample(Distribution distribution) {
    Purpose z = NoiseSource.seeded(1).purpose("z");
    Purpose pick = NoiseSource.seeded(1).purpose("pick");
    double[] sample = new double[N];
    for (int i = 0; i < N; i++) {
      sample[i] = distribution.at(z.gaussian(i, 0), pick.uniform(i, 0));
    }
    return sample;
  }

  /** Each against the distribution of an independent library; false alarm 1e-4 each. */
  @Test
  void distributionsAreWhatTheySay() {
    KolmogorovSmirnovTest ks = new KolmogorovSmirnovTest();
    assertTrue(
        ks.kolmogorovSmirnovTest(
                new LogNormalDistribution(null, Math.log(3), 0.5), sample(new Lognormal(3, 0.5)))
            > 1e-4);
    assertTrue(
        ks.kolmogorovSmirnovTest(
                new WeibullDistribution(null, 1.7, 2.5), sample(new Weibull(2.5, 1.7)))
            > 1e-4);
    assertTrue(
        ks.kolmogorovSmirnovTest(new UniformRealDistribution(-1, 4), sample(new Uniform(-1, 4)))
            > 1e-4);
    double[] cut = sample(new TruncatedNormal(10, 4, 8, 11));
    NormalDistribution whole = new NormalDistribution(10, 4);
    double below = whole.cumulativeProbability(8);
    double inside = whole.cumulativeProbability(11) - below;
    double[] ranks =
        Arrays.stream(cut).map(x -> (whole.cumulativeProbability(x) - below) / inside).toArray();
    assertTrue(ks.kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), ranks) > 1e-4);
    assertTrue(Arrays.stream(cut).allMatch(x -> x >= 8 && x <= 11));
  }

  @Test
  void mixturesChooseByWeight() {
    Mixture mixture =
        new Mixture(List.of(3.0, 1.0), List.of(new Uniform(0, 1), new Uniform(10, 12)));
    double[] all = sample(mixture);
    double low = Arrays.stream(all).filter(x -> x < 5).count() / (double) N;
    assertEquals(0.75, low, 5 * Math.sqrt(0.75 * 0.25 / N)); // false alarm 6e-7
    double[] high = Arrays.stream(all).filter(x -> x > 5).toArray();
    assertTrue(
        new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(10, 12), high)
            > 1e-4);
  }

  private static DeviceBank bank() {
    return Devices.bank(Presets.find("reram/stanford-v1"), N, 0);
  }

  @Test
  void correlationsAreThoseAskedFor() {
    Map<String, Spread> spreads = new LinkedHashMap<>();
    spreads.put("I0", Spread.lognormal(0.2));
    spreads.put("g0", Spread.lognormal(0.1));
    spreads.put("V0", Spread.lognormal(0.05));
    DeviceBank bank = bank();
    JointSpread.correlated(
            spreads,
            List.of(
                new JointSpread.Correlation("I0", "V0", -0.6),
                new JointSpread.Correlation("g0", "V0", 0.5)))
        .apply(bank, NoiseSource.seeded(8));
    double[][] log = new double[3][];
    int k = 0;
    for (String symbol : spreads.keySet()) {
      log[k++] = Arrays.stream(bank.column(bank.indexOf(symbol))).map(Math::log).toArray();
    }
    PearsonsCorrelation p = new PearsonsCorrelation();
    // five sd of a correlation, false alarm 6e-7 each
    assertEquals(-0.6, p.correlation(log[0], log[2]), 5 * 0.64 / Math.sqrt(N));
    assertEquals(0.5, p.correlation(log[1], log[2]), 5 * 0.75 / Math.sqrt(N));
    assertEquals(0, p.correlation(log[0], log[1]), 5 / Math.sqrt(N));
    assertEquals(
        0.05,
        new DescriptiveStatistics(log[2]).getStandardDeviation(),
        5 * 0.05 / Math.sqrt(2.0 * N));
  }

  @Test
  void anIndependentQuantityKeepsItsDraws() {
    DeviceBank alone = bank();
    Spread.normal(0.1).apply(alone, "I0", NoiseSource.seeded(3));
    DeviceBank together = bank();
    Map<String, Spread> both = new LinkedHashMap<>();
    both.put("g0", Spread.lognormal(0.1));
    both.put("I0", Spread.normal(0.1));
    JointSpread.independent(both).apply(together, NoiseSource.seeded(3));
    int p = alone.indexOf("I0");
    assertArrayEquals(alone.column(p), together.column(p));
  }

  @Test
  void statesSpreadToo() {
    DeviceBank bank = bank();
    String state = bank.model().states().get(0).column();
    double nominal = 1e-9;
    Arrays.fill(bank.state(0), nominal);
    JointSpread.independent(Map.of(state, Spread.normal(0.05)))
        .applyToStates(bank, NoiseSource.seeded(4));
    double[] relative = Arrays.stream(bank.state(0)).map(x -> x / nominal).toArray();
    // false alarm 1e-4
    assertTrue(
        new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(1, 0.05), relative)
            > 1e-4);
  }

  @Test
  void statesKeepTheBoundsOfTheirDevice() {
    DeviceBank bank = bank();
    String state = bank.model().states().get(0).column();
    double bound = bank.parameter(bank.indexOf("gap_max"), 0);
    JointSpread.independent(Map.of(state, Spread.normal(0.05)))
        .applyToStates(bank, NoiseSource.seeded(4));
    long at = Arrays.stream(bank.state(0)).filter(x -> x == bound).count();
    assertTrue(Arrays.stream(bank.state(0)).allMatch(x -> x <= bound));
    // half of a normal around the bound lies beyond it; five sd, false alarm 6e-7
    assertEquals(0.5, at / (double) N, 5 * 0.5 / Math.sqrt(N));
  }

  @Test
  void contradictionsAreRefused() {
    Map<String, Spread> spreads = new LinkedHashMap<>();
    for (String symbol : List.of("I0", "g0", "V0")) {
      spreads.put(symbol, Spread.lognormal(0.1));
    }
    InputException e =
        assertThrows(
            InputException.class,
            () ->
                JointSpread.correlated(
                    spreads,
                    List.of(
                        new JointSpread.Correlation("I0", "g0", 0.9),
                        new JointSpread.Correlation("g0", "V0", 0.9),
                        new JointSpread.Correlation("I0", "V0", -0.9))));
    assertTrue(e.getMessage().contains("contradict"), e.getMessage());
    assertThrows(
        InputException.class,
        () ->
            JointSpread.correlated(
                spreads, List.of(new JointSpread.Correlation("I0", "R_s", 0.1))));
  }
}
