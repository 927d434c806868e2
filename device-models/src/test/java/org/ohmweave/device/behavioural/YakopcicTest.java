package org.ohmweave.device.behavioural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.ReferenceFlow;
import org.ohmweave.device.presets.Devices;

/** Against the law's equations, written anew here and integrated by commons-math. */
class YakopcicTest {
  private static final NoiseSource NOISE = NoiseSource.seeded(1);

  private static DeviceBank bank(double alphaP, double alphaN) {
    DeviceBank bank = Devices.bank(Presets.find("behavioural/yakopcic"), 1, 0);
    bank.setShared(Yakopcic.ALPHA_P, alphaP);
    bank.setShared(Yakopcic.ALPHA_N, alphaN);
    bank.setShared(Yakopcic.X_MIN, 1e-6);
    return bank;
  }

  private static double rate(double x, double v, double alphaP, double alphaN) {
    double xp = 0.3;
    double xn = 0.5;
    if (v > 0.16) {
      double f = x >= xp ? Math.exp(-alphaP * (x - xp)) * ((xp - x) / (1 - xp) + 1) : 1;
      return 4000 * (Math.exp(v) - Math.exp(0.16)) * f;
    }
    if (v < -0.15) {
      double f = x <= 1 - xn ? Math.exp(alphaN * (x + xn - 1)) * x / (1 - xn) : 1;
      return -4000 * (Math.exp(-v) - Math.exp(0.15)) * f;
    }
    return 0;
  }

  private static void compare(
      double x, double v0, double v1, double seconds, double ap, double an) {
    DeviceBank bank = bank(ap, an);
    bank.state(0)[0] = x;
    bank.model().ramp(bank, 0, 1, new double[] {v0}, new double[] {v1}, seconds, NOISE, 1);
    double expected =
        ReferenceFlow.end((t, y) -> rate(y, v0 + (v1 - v0) * t / seconds, ap, an), x, seconds, 1);
    assertTrue(Math.abs(expected - x) > 1e-9, "the case moves the state");
    assertEquals(expected, bank.state(0)[0], 2e-9, x + ": " + v0 + " .. " + v1 + " V");
  }

  @Test
  void pulsesAndRampsFollowTheEquations() {
    double[][] windows = {{1, 5}, {0, 0}, {9, 12}};
    for (double[] w : windows) {
      for (double x : new double[] {0.05, 0.31, 0.6, 0.97}) {
        compare(x, 0.5, 0.5, 3e-6, w[0], w[1]);
        compare(x, 0.5, 0.5, 1e-3, w[0], w[1]);
        compare(x, -0.5, -0.5, 1e-3, w[0], w[1]);
        compare(x, 0, 0.6, 2e-3, w[0], w[1]);
        compare(x, -0.6, 0.4, 2e-3, w[0], w[1]);
      }
    }
  }

  /** Without steepness the tail is y e^(-s/edge), s the integral of g (by hand). */
  @Test
  void exponentialTail() {
    DeviceBank bank = bank(0, 0);
    bank.state(0)[0] = 0.5;
    double s = 4000 * (Math.exp(0.5) - Math.exp(0.16)) * 2e-3;
    bank.model().hold(bank, 0, 1, new double[] {0.5}, 2e-3, NOISE, 1);
    assertEquals(1 - 0.5 * Math.exp(-s / 0.7), bank.state(0)[0], 1e-14);
  }

  /** I = 0.17 x sinh(0.05 V), by hand; nothing moves between the thresholds. */
  @Test
  void currentAndDeadZone() {
    DeviceBank bank = bank(1, 5);
    bank.state(0)[0] = 0.11;
    double[] amps = new double[1];
    bank.model().currents(bank, 0, 1, new double[] {0.4}, amps);
    assertEquals(0.17 * 0.11 * Math.sinh(0.02), amps[0], 1e-18);
    for (double v : new double[] {0.16, -0.15, 0.1}) {
      bank.model().hold(bank, 0, 1, new double[] {v}, 1, NOISE, 1);
      assertEquals(0.11, bank.state(0)[0]);
    }
  }

  @Test
  void refusesEdgesThatAreNoShares() {
    DeviceBank bank = bank(1, 5);
    bank.setShared(Yakopcic.X_P, 1.2);
    String message = assertThrows(InputException.class, bank::check).getMessage();
    assertTrue(message.contains("xp") && message.contains("1.2"), message);
  }
}
