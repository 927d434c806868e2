package org.ohmweave.device.behavioural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;

class SoftBoundsTest {
  private static DeviceBank bank(int size, double cycleToCycle) {
    DeviceBank bank = Devices.bank(Presets.find("behavioural/soft-bounds"), size, 0);
    bank.setShared(SoftBounds.C2C, cycleToCycle);
    Arrays.fill(bank.state(SoftBounds.SHARE), 0.4);
    return bank;
  }

  private static void pulse(DeviceBank bank, double volts, long event) {
    double[] v = new double[bank.size()];
    Arrays.fill(v, volts);
    bank.model().hold(bank, 0, bank.size(), v, 1e-6, NoiseSource.seeded(11), event);
  }

  @Test
  void crossedBoundsAreRefused() {
    DeviceBank bank = bank(1, 0);
    bank.setShared(SoftBounds.G_MIN, 2e-4);
    assertThrows(InputException.class, bank::check);
  }

  @Test
  void stepsFollowTheLaw() {
    DeviceBank bank = bank(1, 0);
    pulse(bank, 0.5, 0); // exactly at threshold: counts
    double up = 0.4 + 0.01 * Math.exp(-3 * 0.4);
    assertEquals(up, bank.state(0)[0], 1e-15);
    pulse(bank, -0.6, 1);
    assertEquals(up - 0.005 * Math.exp(-3 * (1 - up)), bank.state(0)[0], 1e-15);
    double before = bank.state(0)[0];
    pulse(bank, 0.4999999, 2);
    assertEquals(before, bank.state(0)[0]);
  }

  /** Steps are normal around the nominal step with the relative sd asked for, new each pulse. */
  @Test
  void cycleToCycleIsNormalAndFresh() {
    int n = 4000;
    DeviceBank bank = bank(n, 0.3);
    pulse(bank, 1, 5);
    double nominal = 0.01 * Math.exp(-3 * 0.4);
    double[] first = Arrays.stream(bank.state(0)).map(g -> (g - 0.4) / nominal).toArray();
    double p =
        new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(1, 0.3), first);
    assertTrue(p > 1e-4, "KS p-value " + p); // false alarm 1e-4
    DeviceBank again = bank(n, 0.3);
    pulse(again, 1, 6);
    double[] second = Arrays.stream(again.state(0)).map(g -> (g - 0.4) / nominal).toArray();
    double r =
        new org.apache.commons.math3.stat.correlation.PearsonsCorrelation()
            .correlation(first, second);
    assertTrue(
        Math.abs(r) < 4.5 / Math.sqrt(n), "correlation between pulses " + r); // false alarm 7e-6
  }
}
