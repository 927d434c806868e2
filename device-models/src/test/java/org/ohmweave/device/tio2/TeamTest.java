package org.ohmweave.device.tio2;

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

/** TEAM against its equations, written anew here and integrated by commons-math. */
class TeamTest {
  private static final NoiseSource NOISE = NoiseSource.seeded(1);
  private static final double RANGE = 3e-9;

  private static DeviceBank bank(double... settings) {
    DeviceBank bank = Devices.bank(Presets.find("tio2/team"), 1, 0);
    for (int k = 0; k < settings.length; k += 2) {
      bank.setShared((int) settings[k], settings[k + 1]);
    }
    bank.check();
    return bank;
  }

  private static double ohms(DeviceBank b, double x) {
    double on = b.parameter(Team.R_ON, 0);
    double off = b.parameter(Team.R_OFF, 0);
    double film =
        b.parameter(Team.RESISTANCE, 0) == 0
            ? on + (off - on) * x / RANGE
            : on * Math.pow(off / on, x / RANGE);
    return film + b.parameter(Team.R_S, 0);
  }

  private static double rate(DeviceBank b, double x, double volts) {
    double i = volts / ohms(b, x);
    boolean window = b.parameter(Team.WINDOW, 0) == 1;
    double xc = b.parameter(Team.X_C, 0);
    if (i > b.parameter(Team.I_OFF, 0)) {
      return b.parameter(Team.K_OFF, 0)
          * Math.pow(i / b.parameter(Team.I_OFF, 0) - 1, b.parameter(Team.ALPHA_OFF, 0))
          * (window ? Math.exp(-Math.exp((x - b.parameter(Team.A_OFF, 0)) / xc)) : 1);
    }
    if (i < b.parameter(Team.I_ON, 0)) {
      return b.parameter(Team.K_ON, 0)
          * Math.pow(i / b.parameter(Team.I_ON, 0) - 1, b.parameter(Team.ALPHA_ON, 0))
          * (window ? Math.exp(-Math.exp((b.parameter(Team.A_ON, 0) - x) / xc)) : 1);
    }
    return 0;
  }

  private static void compare(DeviceBank bank, double x, double v0, double v1, double seconds) {
    bank.state(0)[0] = x;
    bank.model().ramp(bank, 0, 1, new double[] {v0}, new double[] {v1}, seconds, NOISE, 1);
    double end =
        ReferenceFlow.end(
            (t, y) -> rate(bank, Math.max(0, Math.min(RANGE, y)), v0 + (v1 - v0) * t / seconds),
            x,
            seconds,
            RANGE);
    double expected = Math.max(0, Math.min(RANGE, end));
    assertTrue(Math.abs(expected - x) > 1e-7 * RANGE, "the case moves the state");
    assertEquals(expected, bank.state(0)[0], 1e-8 * RANGE, v0 + " .. " + v1 + " V");
  }

  @Test
  void pulsesFollowTheEquations() {
    for (double law : new double[] {0, 1}) {
      for (double series : new double[] {0, 500}) {
        for (double alpha : new double[] {1, 3, 2.7}) {
          double[] set = {
            Team.RESISTANCE,
            law,
            Team.R_S,
            series,
            Team.ALPHA_ON,
            alpha,
            Team.ALPHA_OFF,
            alpha,
            Team.K_ON,
            -1e-9,
            Team.K_OFF,
            1e-9
          };
          DeviceBank bank = bank(set);
          compare(bank, 1.2e-9, 40, 40, 0.3); // off
          compare(bank, 1.2e-9, -2, -2, 1e-4); // a short move to on
          compare(bank, 1.2e-9, -2, -2, 0.03);
        }
      }
    }
  }

  @Test
  void windowedPulsesFollowTheEquations() {
    for (double law : new double[] {0, 1}) {
      double[] set = {
        Team.RESISTANCE,
        law,
        Team.WINDOW,
        1,
        Team.A_ON,
        0.3e-9,
        Team.A_OFF,
        2.7e-9,
        Team.K_ON,
        -1e-9,
        Team.K_OFF,
        1e-9
      };
      compare(bank(set), 0.35e-9, -0.5, -0.5, 1e-5);
      compare(bank(set), 1.5e-9, -1.5, -1.5, 1);
      compare(bank(set), 1.5e-9, 60, 60, 1e-3);
      compare(bank(set), 1.5e-9, 60, 60, 1);
    }
  }

  @Test
  void rampsFollowTheEquations() {
    double[] set = {Team.K_ON, -1e-9, Team.K_OFF, 1e-9};
    compare(bank(set), 1.2e-9, 0, 40, 0.6);
    compare(bank(set), 1.2e-9, -2.2, 0, 0.01);
    compare(bank(set), 1.2e-9, -2, 40, 0.05);
  }

  /** Between i_on and i_off nothing moves, and exactly at a threshold neither. */
  @Test
  void deadZone() {
    DeviceBank bank = bank();
    for (double amps : new double[] {-8.9e-6, -8.8e-6, 0, 114e-6, 115e-6}) {
      bank.state(0)[0] = 1.5e-9;
      double[] v = {amps * ohms(bank, 1.5e-9)};
      bank.model().hold(bank, 0, 1, v, 1e6, NOISE, 1);
      assertEquals(1.5e-9, bank.state(0)[0], 1e-18);
    }
  }

  @Test
  void refusesWrongSignsAndSwitches() {
    String sign = assertThrows(InputException.class, () -> bank(Team.I_ON, 8.9e-6)).getMessage();
    assertTrue(sign.contains("i_on") && sign.contains("negative") && sign.contains("[A]"), sign);
    String window = assertThrows(InputException.class, () -> bank(Team.WINDOW, 2)).getMessage();
    assertTrue(window.contains("window") && window.contains("2"), window);
    assertThrows(InputException.class, () -> bank(Team.X_ON, 4e-9));
  }
}
