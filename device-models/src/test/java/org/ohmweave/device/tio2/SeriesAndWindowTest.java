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

/** VTEAM behind a resistor and linear drift in a window, against commons-math. */
class SeriesAndWindowTest {
  private static final NoiseSource NOISE = NoiseSource.seeded(1);

  private static DeviceBank bank(String preset, Object... settings) {
    DeviceBank bank = Devices.bank(Presets.find(preset), 1, 0);
    for (int k = 0; k < settings.length; k += 2) {
      bank.setShared(bank.indexOf((String) settings[k]), (Double) settings[k + 1]);
    }
    return bank;
  }

  private static double vteam(double x, double v, double series) {
    double film = 50 + 950 * Math.max(0, Math.min(3e-9, x)) / 3e-9;
    double u = v * film / (film + series);
    if (u > 0.02) {
      return 5e-4 * (u / 0.02 - 1);
    }
    return u < -0.2 ? -10 * Math.pow(u / -0.2 - 1, 3) : 0;
  }

  private static void compareVteam(double x, double v0, double v1, double seconds) {
    DeviceBank bank = bank("tio2/vteam", "R_s", 300.0);
    bank.state(0)[0] = x;
    bank.model().ramp(bank, 0, 1, new double[] {v0}, new double[] {v1}, seconds, NOISE, 1);
    double end =
        ReferenceFlow.end((t, y) -> vteam(y, v0 + (v1 - v0) * t / seconds, 300), x, seconds, 3e-9);
    double expected = Math.max(0, Math.min(3e-9, end));
    assertTrue(Math.abs(expected - x) > 1e-15, "the case moves the state");
    assertEquals(expected, bank.state(0)[0], 3e-17, v0 + " .. " + v1 + " V");
  }

  @Test
  void thresholdsApplyToTheFilm() {
    compareVteam(1e-9, 0.2, 0.2, 1e-8);
    compareVteam(1e-9, 0.2, 0.2, 1e-6);
    compareVteam(2e-9, -0.5, -0.5, 1e-12);
    compareVteam(2e-9, -0.5, -0.5, 1e-6); // comes to rest where the film falls below v_on
    compareVteam(2e-9, 0, -0.6, 1e-9);
    compareVteam(2e-9, -0.5, 0.3, 1e-7);
    DeviceBank bank = bank("tio2/vteam", "R_s", 300.0);
    bank.state(0)[0] = 2e-9;
    bank.model().hold(bank, 0, 1, new double[] {-0.5}, 1, NOISE, 1);
    // 0.5 V R / (R + 300) = 0.2 V at R = 200 ohm, by hand
    assertEquals(3e-9 * 150 / 950, bank.state(0)[0], 1e-13);
  }

  private static double window(int kind, double p, double x, double sign) {
    return switch (kind) {
      case 1 -> 1 - Math.pow((2 * x - 1) * (2 * x - 1), p);
      case 2 -> 1 - Math.pow(Math.abs(x - (sign < 0 ? 1 : 0)), 2 * p);
      default -> 0.8 * (1 - Math.pow((x - 0.5) * (x - 0.5) + 0.75, p));
    };
  }

  @Test
  void windowsWithWholeAndBrokenExponents() {
    double scale = 1e-14 * 100 / 1e-16;
    for (int kind = 1; kind <= 3; kind++) {
      for (double p : new double[] {1, 1.5, 2, 3.7}) {
        for (double v : new double[] {0.7, -0.7}) {
          for (double seconds : new double[] {1e-4, 2e-2, 0.3}) {
            double x = 0.37;
            int which = kind;
            DeviceBank bank = bank("tio2/linear-drift", "window", (double) kind, "p", p, "j", 0.8);
            bank.state(0)[0] = x;
            bank.model().hold(bank, 0, 1, new double[] {v}, seconds, NOISE, 1);
            double end =
                ReferenceFlow.end(
                    (t, y) -> {
                      double inside = Math.max(0, Math.min(1, y));
                      return scale
                          * v
                          / (100 * inside + 16e3 * (1 - inside))
                          * window(which, p, inside, v);
                    },
                    x,
                    seconds,
                    1);
            assertEquals(
                Math.max(0, Math.min(1, end)),
                bank.state(0)[0],
                2e-7,
                kind + ", p " + p + ", " + v + " V, " + seconds + " s");
          }
        }
      }
    }
  }

  @Test
  void refusesHalfAWindow() {
    DeviceBank bank = bank("tio2/linear-drift", "window", 1.5);
    String message = assertThrows(InputException.class, bank::check).getMessage();
    assertTrue(message.contains("window") && message.contains("1.5"), message);
  }
}
