package org.ohmweave.device.behavioural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;

/** Waiting times of the random switch; false alarms are noted. */
class PoissonSwitchTest {
  private static final int N = 20000;
  private static final NoiseSource NOISE = NoiseSource.seeded(12);

  private static DeviceBank bank() {
    return Devices.bank(Presets.find("behavioural/poisson-switch"), N, 0);
  }

  private static double[] all(double volts) {
    double[] v = new double[N];
    Arrays.fill(v, volts);
    return v;
  }

  private static double share(DeviceBank bank) {
    return Arrays.stream(bank.state(PoissonSwitch.ON)).sum() / N;
  }

  /** P = 1 - exp(-t/tau) after one pulse, 1 - exp(-n t/tau) after n (calibration facts R-13). */
  @Test
  void pulsesAddUp() {
    double tau = 2.85e5 * Math.exp(-2.6 / 0.156);
    assertEquals(15e-3, tau, 2e-3, "the preset's mean time at 2.6 V");
    DeviceBank bank = bank();
    double[] v = all(2.6);
    for (int n = 1; n <= 4; n++) {
      bank.model().hold(bank, 0, N, v, 0.3 * tau, NOISE, n);
      double expected = -Math.expm1(-0.3 * n);
      // five sd of a proportion, false alarm 6e-7 each
      assertEquals(expected, share(bank), 5 * Math.sqrt(expected * (1 - expected) / N));
    }
  }

  @Test
  void waitingTimesAreExponential() {
    double tau = 2.85e5 * Math.exp(-2.6 / 0.156);
    int n = 3000;
    double[] times = new double[n];
    DeviceBank bank = bank();
    double step = tau / 400;
    boolean[] done = new boolean[n];
    for (int k = 0; k < 6000; k++) {
      bank.model().hold(bank, 0, n, all(2.6), step, NOISE, k);
      for (int i = 0; i < n; i++) {
        if (!done[i] && bank.state(PoissonSwitch.ON)[i] == 1) {
          done[i] = true;
          times[i] = (k + NOISE.purpose("jitter").uniform(i, 0)) * step;
        }
      }
    }
    // false alarm 1e-4
    assertTrue(
        new KolmogorovSmirnovTest()
                .kolmogorovSmirnovTest(new ExponentialDistribution(null, tau), times)
            > 1e-4);
  }

  /** Ramp 0 to v in t seconds: hazard t V_set / (v tau) (exp(v / V_set) - 1). */
  @Test
  void rampsIntegrateTheRate() {
    DeviceBank bank = bank();
    double v0 = 0.156;
    double seconds = 0.05;
    bank.model().ramp(bank, 0, N, all(0), all(2.6), seconds, NOISE, 1);
    double hazard = seconds * v0 / 2.6 / 2.85e5 * Math.expm1(2.6 / v0);
    double expected = -Math.expm1(-hazard);
    assertEquals(expected, share(bank), 5 * Math.sqrt(expected * (1 - expected) / N)); // 6e-7
  }

  /** Half the voltage switches exp(V / (2 V0)) times slower (calibration facts, half-select). */
  @Test
  void halfSelectedCellsAreSlower() {
    DeviceBank bank = bank();
    double tau = 2.85e5 * Math.exp(-2.6 / 0.156);
    bank.model().hold(bank, 0, N, all(1.3), tau * Math.exp(1.3 / 0.156) * 0.5, NOISE, 1);
    double expected = -Math.expm1(-0.5);
    assertEquals(expected, share(bank), 5 * Math.sqrt(expected * (1 - expected) / N)); // 6e-7
  }

  @Test
  void resetGoesBack() {
    DeviceBank bank = bank();
    bank.model().hold(bank, 0, N, all(4), 1, NOISE, 1);
    assertEquals(1, share(bank));
    bank.model().hold(bank, 0, N, all(-4), 1, NOISE, 2);
    assertEquals(0, share(bank));
  }
}
