package org.ohmweave.device.behavioural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.ReferenceFlow;
import org.ohmweave.device.presets.Devices;

/** Both forms against their equations, written anew here and integrated by commons-math. */
class DataDrivenTest {
  private static final NoiseSource NOISE = NoiseSource.seeded(1);

  private static double quadratic(double ohms, double v) {
    double s =
        v > 0
            ? 600.10075 * (Math.exp(v / -0.0212028) - 1)
            : -34.5988399 * (Math.exp(-v / -0.05343997) - 1);
    double r = v > 0 ? 2699.2336 - 672.930205 * v : 649.413746 - 1474.32358 * v;
    return s * (r - ohms) > 0 ? s * (r - ohms) * (r - ohms) : 0;
  }

  private static double exponential(double ohms, double v) {
    if (v > 0) {
      double left = 16719 - ohms;
      return left > 0 ? 743.47 * (Math.exp(6.51 * v) - 1) * (Math.exp(5.11e-4 * left) - 1) : 0;
    }
    double left = ohms - (29304.82557 + 23692.77225 * v);
    return left > 0
        ? -68012.28374 * (Math.exp(-0.31645 * v) - 1) * (Math.exp(1.17e-3 * left) - 1)
        : 0;
  }

  private static void compare(
      boolean square, double ohms, double v0, double v1, double seconds, double tolerance) {
    DeviceBank bank =
        Devices.bank(Presets.find("behavioural/data-driven" + (square ? "" : "-2018")), 1, 0);
    bank.state(0)[0] = ohms;
    bank.model().ramp(bank, 0, 1, new double[] {v0}, new double[] {v1}, seconds, NOISE, 1);
    double end =
        ReferenceFlow.end(
            (t, r) -> {
              double v = v0 + (v1 - v0) * t / seconds;
              return square ? quadratic(r, v) : exponential(r, v);
            },
            ohms,
            seconds,
            1e4);
    double expected =
        square ? Math.max(1600, Math.min(3000, end)) : Math.max(1280, Math.min(17e3, end));
    assertTrue(Math.abs(expected - ohms) > 1, "the case moves the state");
    assertEquals(expected, bank.state(0)[0], tolerance * ohms, v0 + " .. " + v1 + " V");
  }

  @Test
  void constantVoltageIsExact() {
    compare(true, 2500, 1.2, 1.2, 1e-6, 1e-10);
    compare(true, 2500, 1.2, 1.2, 1e-3, 1e-10);
    compare(true, 1800, -1.5, -1.5, 1e-4, 1e-10);
    compare(true, 1800, -1.5, -1.5, 1, 1e-10);
    compare(false, 2000, 1, 1, 1e-6, 1e-10);
    compare(false, 2000, 0.5, 0.5, 1e-2, 1e-10);
    compare(false, 16000, -1, -1, 1e-5, 1e-10);
    compare(false, 16000, -0.8, -0.8, 1e-2, 1e-10);
  }

  @Test
  void rampsFollowTheEquations() {
    compare(true, 2900, 0, 1.5, 1e-5, 1e-7);
    compare(true, 1700, -1.5, 0, 1e-3, 1e-7);
    compare(true, 1700, -1.4, 1, 1e-3, 1e-7);
    compare(false, 3000, 0, 1, 1e-5, 1e-7);
    compare(false, 15000, -1, 0.5, 1e-4, 1e-7);
  }

  /** A resistance beyond the bound of a polarity stays: positive SETs the one, RESETs the other. */
  @Test
  void nothingMovesAwayFromItsBound() {
    DeviceBank square = Devices.bank(Presets.find("behavioural/data-driven"), 1, 0);
    square.state(0)[0] = 1700; // r_p(1 V) = 2026.3
    square.model().hold(square, 0, 1, new double[] {1}, 1, NOISE, 1);
    assertEquals(1700, square.state(0)[0]);
    DeviceBank other = Devices.bank(Presets.find("behavioural/data-driven-2018"), 1, 0);
    other.state(0)[0] = 5000; // r_n(-1 V) = 5612.05
    other.model().hold(other, 0, 1, new double[] {-1}, 1, NOISE, 1);
    assertEquals(5000, other.state(0)[0]);
  }
}
