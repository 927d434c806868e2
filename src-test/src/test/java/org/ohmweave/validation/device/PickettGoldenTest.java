package org.ohmweave.validation.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.validation.Golden;

/**
 * TiO2 (Pickett) against golden/devices: an independent Python program, confirmed by ngspice;
 * tolerances called good there.
 */
class PickettGoldenTest {
  private static final double TIME = Math.pow(10, 1e-4);

  private static OneDevice at(double width) {
    return new OneDevice("tio2/pickett").at(0, width);
  }

  /** tio2_iv_summary.csv: voltage of the SET jump within 1e-4 V, end width 1e-5 nm. */
  @ParameterizedTest
  @CsvSource({
    "tio2_iv_m1V_p1.2V_1Vps.csv, 1, 1.2, 1, 1.8, -0.957540861, 1.510249432",
    "tio2_iv_m1.1V_p1.5V_100Vps.csv, 1.1, 1.5, 100, 1.8, -1.011047347, 1.693648415",
  })
  void sweeps(
      String file, double neg, double pos, double rate, double start, double set, double end) {
    OneDevice device = at(start);
    device.ramp(0, set + 1e-4, -(set + 1e-4) / rate);
    assertTrue(device.state(0) > 1.2, "SET too early: " + device.state(0));
    device.ramp(set + 1e-4, set - 1e-4, 2e-4 / rate);
    assertEquals(1.1, device.state(0), 1e-9, "SET too late");
    device.ramp(set - 1e-4, -neg, (neg + set - 1e-4) / rate);
    device.ramp(-neg, 0, neg / rate);
    device.ramp(0, pos, pos / rate);
    device.ramp(pos, 0, pos / rate);
    assertEquals(end, device.state(0), 1e-5);
  }

  /** Current at equal time, 1e-4, outside 5 mV around the jump and above 10 mV. */
  @ParameterizedTest
  @CsvSource({
    "tio2_iv_m1V_p1.2V_1Vps.csv, 1, 1.2, 1, 1.8, -0.957540861",
    "tio2_iv_m1.1V_p1.5V_100Vps.csv, 1.1, 1.5, 100, 1.8, -1.011047347",
    "tio2_iv_m1.2V_p1.8V_10000Vps.csv, 1.2, 1.8, 1e4, 1.8, -1.046",
    "tio2_iv_m0.7V_p1.2V_1Vps.csv, 0.7, 1.2, 1, 1.7, -9",
  })
  void rows(String file, double neg, double pos, double rate, double start, double set) {
    CsvTable golden = CsvTable.read(Golden.file("devices/" + file));
    double[] t = golden.column("t_s");
    double[] v = golden.column("V_V");
    double[] i = golden.column("I_A");
    OneDevice device = at(start);
    int compared = 0;
    for (int k = 1; k < t.length; k++) {
      Replay.triangle(device, t[k - 1], v[k - 1], t[k], v[k], -neg, pos, neg / rate, pos / rate);
      if (Math.abs(v[k] - set) > 5e-3 && Math.abs(v[k]) > 0.01) {
        assertEquals(
            i[k], device.amps(v[k]), 1e-4 * Math.abs(i[k]), "at " + t[k] + " s, " + v[k] + " V");
        compared++;
      }
    }
    assertTrue(compared > 200, "rows compared: " + compared);
  }

  /** Voltage and width give the current: 1e-6, 4e-6 where the width is printed to six decimals. */
  @ParameterizedTest
  @CsvSource({
    "tio2_iv_m1V_p1.2V_1Vps.csv, 1e-6",
    "tio2_iv_m1.2V_p1.8V_10000Vps.csv, 1e-6",
    "tio2_set_transients.csv, 5e-6",
    "tio2_reset_transients.csv, 5e-6",
  })
  void staticLaw(String file, double tolerance) {
    CsvTable golden = CsvTable.read(Golden.file("devices/" + file));
    for (int k = 0; k < golden.rows(); k++) {
      double i = golden.column("I_A")[k];
      double found = at(golden.column("w_nm")[k]).amps(golden.column("V_V")[k]);
      assertEquals(i, found, tolerance * Math.abs(i), file + " row " + k);
    }
  }

  /** Times at which the width passes each level: 1e-4 decades. */
  @ParameterizedTest
  @CsvSource({"tio2_set_times.csv, 1.8", "tio2_reset_times.csv, 1.2"})
  void switchingTimes(String file, double start) {
    CsvTable golden = CsvTable.read(Golden.file("devices/" + file));
    for (int row = 0; row < golden.rows(); row++) {
      double volts = golden.column("V_V")[row];
      for (String name : golden.header()) {
        if (name.startsWith("t_s_at_w_")) {
          double level = Double.parseDouble(name.substring(9, name.length() - 2));
          double seconds = golden.column(name)[row];
          OneDevice early = at(start);
          OneDevice late = at(start);
          early.hold(volts, seconds / TIME);
          late.hold(volts, seconds * TIME);
          double low = Math.min(early.state(0), late.state(0));
          double high = Math.max(early.state(0), late.state(0));
          assertTrue(
              low <= level + 1e-9 && level <= high,
              volts + " V, " + level + " nm: " + low + " .. " + high);
        }
      }
    }
  }

  /** Read conductance after each of 60 pulses: 1e-3. */
  @Test
  void pulseTrain() {
    CsvTable golden = CsvTable.read(Golden.file("devices/tio2_pulse_train_-0.75V_1.1V.csv"));
    OneDevice device = at(1.75);
    for (int k = 1; k < golden.rows(); k++) {
      device.hold(golden.column("V_V")[k], golden.column("width_s")[k]);
      double g = golden.column("G_after_at_0.2V_S")[k];
      assertEquals(g, device.amps(0.2) / 0.2, 1e-3 * g, "pulse " + k);
    }
  }

  /** Strukov 2008 without window: R squared falls linearly with the flux. */
  @Test
  void linearDriftInClosedForm() {
    OneDevice device = new OneDevice("tio2/linear-drift").at(0, 0.3);
    double before = 0.5 / device.amps(0.5);
    device.ramp(0, 1, 0.02);
    device.hold(1, 0.01);
    double rate = 1e-14 * 100 / (1e-8 * 1e-8);
    double square = before * before - 2 * 15900 * rate * 0.02;
    assertEquals(Math.sqrt(square), 0.5 / device.amps(0.5), 1e-9 * before);
  }

  /**
   * VTEAM above threshold: constant speed at constant voltage, the integral of the law along a
   * ramp.
   */
  @Test
  void vteamInClosedForm() {
    OneDevice device = new OneDevice("tio2/vteam").at(0, 0);
    device.hold(0.1, 1e-7);
    assertEquals(5e-4 * (0.1 / 0.02 - 1) * 1e-7, device.state(0), 1e-20);
    OneDevice ramp = new OneDevice("tio2/vteam").at(0, 3e-9);
    ramp.ramp(0, -0.4, 1e-9);
    // from -0.2 to -0.4 V in half the time: integral of -10 (v/-0.2 - 1)^3
    assertEquals(3e-9 - 10 * 0.5e-9 / 4, ramp.state(0), 1e-18);
  }
}
