package org.ohmweave.validation.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.validation.Golden;

/**
 * Read resistances of 20,000 HfO2 devices whose N_min, N_max, radius and disc length differ,
 * against the quantiles of an independent program with its own draws. Tolerances are those of
 * golden/devices/README.md, three sigma of the sampling error: 24 comparisons at 0.3 % each, so a
 * fresh seed fails with a probability below 0.07.
 */
class JartSpreadTest {
  private static final int N = 20_000;
  private final NoiseSource noise = NoiseSource.seeded(2);

  /** Normal, truncated by rejection; each try has its own event. */
  private double[] truncated(String what, double mean, double sd, double low, double high) {
    Purpose purpose = noise.purpose(what);
    double[] values = new double[N];
    for (int i = 0; i < N; i++) {
      int event = 0;
      do {
        values[i] = mean + sd * purpose.gaussian(i, event++);
      } while (values[i] < low || values[i] > high);
    }
    return values;
  }

  @Test
  void resistancesHaveTheDistribution() {
    DeviceBank bank = Devices.bank(Presets.find("hfo2/jart-v1b"), N, 0);
    bank.setColumn(bank.indexOf("N_min"), truncated("N_min", 0.008, 0.002, 0.004, 0.016));
    bank.setColumn(bank.indexOf("N_max"), truncated("N_max", 20, 1, 18, 22));
    bank.setColumn(bank.indexOf("r_var"), truncated("r", 45e-9, 5e-9, 40.5e-9, 49.5e-9));
    bank.setColumn(bank.indexOf("l_var"), truncated("l", 0.4e-9, 0.04e-9, 0.36e-9, 0.44e-9));
    double[] hrs = ohms(bank, false);
    double[] lrs = ohms(bank, true);
    CsvTable golden = CsvTable.read(Golden.file("devices/hfo2_d2d_static_distribution_0.2V.csv"));
    for (int k = 0; k < golden.rows(); k++) {
      double which = golden.columns()[0][k];
      boolean tail = which >= 0 && (which < 0.05 || which > 0.95);
      double high = which <= -2 ? 0.02 : tail ? 0.04 : 0.02;
      double low = which <= -2 ? 0.02 : tail ? 0.002 : 0.001;
      check(which, golden.columns()[1][k], hrs, high);
      check(which, golden.columns()[2][k], lrs, low);
    }
  }

  private static double[] ohms(DeviceBank bank, boolean lowResistance) {
    bank.model().reset(bank, 0, N, lowResistance);
    double[] volts = new double[N];
    Arrays.fill(volts, 0.2);
    double[] amps = new double[N];
    bank.model().currents(bank, 0, N, volts, amps);
    return Arrays.stream(amps).map(i -> 0.2 / i).toArray();
  }

  private static void check(double which, double expected, double[] ohms, double tolerance) {
    DescriptiveStatistics s = new DescriptiveStatistics(ohms);
    double found =
        switch ((int) Math.round(which * 100)) {
          case -100 -> s.getMean();
          case -200 -> s.getStandardDeviation();
          case -300 ->
              new DescriptiveStatistics(Arrays.stream(ohms).map(Math::log).toArray())
                  .getStandardDeviation();
          default -> s.getPercentile(100 * which);
        };
    assertEquals(expected, found, tolerance * expected, List.of("row", which).toString());
  }
}
