package org.ohmweave.device.hfo2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;

/** The walk of limits and filament; fixed seed, false alarms for a fresh one are noted. */
class JartV1bCyclesTest {
  private static final int N = 3000;
  private static final int FIRST_TARGET = 3;

  private static DeviceBank bank() {
    return Devices.bank(Presets.find("hfo2/jart-v1b-cycles"), N, 0);
  }

  /** A touch of voltage of this sign: a half cycle that moves nothing but the walk. */
  private static void touch(DeviceBank bank, double volts, long event) {
    double[] v = new double[N];
    Arrays.fill(v, volts);
    bank.model().hold(bank, 0, N, v, 1e-12, NoiseSource.seeded(11), event);
    bank.model().cool(bank, 0, N);
  }

  @Test
  void stepsAreUniformAndIndependent() {
    DeviceBank bank = bank();
    touch(bank, -1e-3, 1);
    double[][] before = new double[4][];
    for (int w = 0; w < 4; w++) {
      before[w] = bank.state(FIRST_TARGET + w).clone();
    }
    touch(bank, -1e-3, 2);
    for (int w = 0; w < 4; w++) {
      assertEquals(before[w][7], bank.state(FIRST_TARGET + w)[7], "same sign does not walk");
    }
    bank.setShared(bank.indexOf("N_min_least"), 1e-9);
    bank.setShared(bank.indexOf("N_min_most"), 1);
    bank.setShared(bank.indexOf("r_var_least"), 1e-9);
    bank.setShared(bank.indexOf("r_var_most"), 1);
    touch(bank, 1e-3, 3);
    double[] disc = new double[N];
    double[] radius = new double[N];
    for (int i = 0; i < N; i++) {
      disc[i] = bank.state(FIRST_TARGET)[i] / before[0][i] - 1;
      radius[i] = bank.state(FIRST_TARGET + 2)[i] / before[2][i] - 1;
    }
    KolmogorovSmirnovTest ks = new KolmogorovSmirnovTest();
    // false alarm 1e-4 each; largest steps 0.9 and 0.1 after the user guide, chapter 4
    assertTrue(ks.kolmogorovSmirnovTest(new UniformRealDistribution(-0.9, 0.9), disc) > 1e-4);
    assertTrue(ks.kolmogorovSmirnovTest(new UniformRealDistribution(-0.1, 0.1), radius) > 1e-4);
    // false alarm 7e-6
    double r = new PearsonsCorrelation().correlation(disc, radius);
    assertTrue(Math.abs(r) < 4.5 / Math.sqrt(N), "correlation " + r);
  }

  @Test
  void theWalkKeepsItsLimits() {
    DeviceBank bank = bank();
    for (int k = 1; k <= 60; k++) {
      touch(bank, k % 2 == 0 ? 1e-3 : -1e-3, k);
    }
    double[] disc = bank.state(FIRST_TARGET);
    double least = Arrays.stream(disc).min().orElseThrow();
    double most = Arrays.stream(disc).max().orElseThrow();
    assertEquals(0.004, least, 1e-12, "figure 4.2 b");
    assertEquals(0.016, most, 1e-12, "figure 4.2 b");
  }
}
