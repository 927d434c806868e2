package org.ohmweave.device.variability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;

/**
 * Self-test of device-to-device spread; fixed seed, false-alarm probabilities for a fresh one are
 * noted.
 */
class SpreadTest {
  private static final int N = 4000;

  private static double[] draw(String symbol, Spread spread, long seed, long firstSite) {
    DeviceBank bank = Devices.bank(Presets.find("behavioural/soft-bounds"), N, firstSite);
    double nominal = bank.parameter(bank.indexOf(symbol), 0);
    spread.apply(bank, symbol, NoiseSource.seeded(seed));
    return Arrays.stream(bank.column(bank.indexOf(symbol))).map(v -> v / nominal).toArray();
  }

  @Test
  void normalAndLognormalHaveTheirDistribution() {
    double[] normal = draw("G_max", Spread.normal(0.1), 3, 0);
    double[] log =
        Arrays.stream(draw("G_max", Spread.lognormal(0.4), 4, 0)).map(Math::log).toArray();
    KolmogorovSmirnovTest ks = new KolmogorovSmirnovTest();
    // false alarm 1e-4 each; the cut at zero lies ten sd away
    assertTrue(ks.kolmogorovSmirnovTest(new NormalDistribution(1, 0.1), normal) > 1e-4);
    assertTrue(ks.kolmogorovSmirnovTest(new NormalDistribution(0, 0.4), log) > 1e-4);
  }

  @Test
  void parametersDevicesAndSeedsAreIndependent() {
    double[] base = draw("G_max", Spread.normal(0.1), 3, 0);
    double bound = 4.5 / Math.sqrt(N); // false alarm 7e-6 each
    PearsonsCorrelation r = new PearsonsCorrelation();
    assertTrue(Math.abs(r.correlation(base, draw("G_min", Spread.normal(0.1), 3, 0))) < bound);
    assertTrue(Math.abs(r.correlation(base, draw("G_max", Spread.normal(0.1), 4, 0))) < bound);
    assertTrue(Math.abs(r.correlation(base, draw("G_max", Spread.normal(0.1), 3, N))) < bound);
    assertNotEquals(base[0], base[1]);
  }

  @Test
  void siteNotPositionDecides() {
    double[] all = draw("a_p", Spread.normal(0.2), 9, 0);
    double[] later = draw("a_p", Spread.normal(0.2), 9, 100);
    assertEquals(all[150], later[50]);
  }
}
