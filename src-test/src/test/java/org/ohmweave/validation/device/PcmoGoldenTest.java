package org.ohmweave.validation.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.validation.Golden;

/**
 * PCMO against golden/devices-b: an independent Python program (Radau), SET confirmed by ngspice;
 * tolerances of its README.
 */
class PcmoGoldenTest {
  private static final double N_MIN = 2.5e25;

  private static OneDevice film() {
    return new OneDevice("pcmo/reaction-drift");
  }

  /**
   * Frozen traps, T at its steady value: current 1e-6; the steady T is found by letting the film
   * heat for 50 time constants with frozen ions.
   */
  @Test
  void staticCurve() {
    CsvTable golden = CsvTable.read(Golden.file("devices-b/pcmo-static-iv.csv"));
    for (int k = 0; k < golden.rows(); k++) {
      OneDevice device =
          film()
              .with("T_amb", golden.column("Tamb_K")[k])
              .with("f0", 0)
              .at(0, golden.column("N_m3")[k]);
      double volts = golden.column("v_app_V")[k];
      device.hold(volts, 2e-5);
      double amps = golden.column("i_A")[k];
      assertEquals(amps, device.amps(volts), 1e-6 * Math.abs(amps), "row " + k);
      assertEquals(golden.column("T_K")[k], device.state(1), 1e-3, "row " + k);
    }
  }

  /** metrics.csv: SET voltages within 2 mV (asked: 0.2), final state 0.5 % (asked: 0.05). */
  @ParameterizedTest
  @CsvSource({
    "pcmo-iv-2p5V-1Vps.csv, 2.5, 1, -2.055139749, 14.94468122",
    "pcmo-iv-2p2V-100Vps.csv, 2.2, 100, -2.189490862, 8.130942111",
    "pcmo-iv-2p5V-10000Vps.csv, 2.5, 1e4, -2.382670445, 10.66649841",
  })
  void sweeps(String file, double peak, double rate, double set, double end) {
    OneDevice device = film().at(0, 7 * N_MIN);
    device.ramp(0, set + 2e-4, -(set + 2e-4) / rate);
    assertTrue(device.state(0) > 3.5 * N_MIN, "SET too early");
    device.ramp(set + 2e-4, set - 2e-4, 4e-4 / rate);
    assertTrue(device.state(0) < 3.5 * N_MIN, "SET too late");
    device.ramp(set - 2e-4, -peak, (peak + set - 2e-4) / rate);
    device.ramp(-peak, 0, peak / rate);
    device.ramp(0, peak, peak / rate);
    device.ramp(peak, 0, peak / rate);
    assertEquals(end, device.state(0) / N_MIN, 5e-4 * end);

    CsvTable golden = CsvTable.read(Golden.file("devices-b/" + file));
    double[] t = golden.column("t_s");
    double[] v = golden.column("v_app_V");
    OneDevice row = film().at(0, 7 * N_MIN);
    for (int k = 1; k < t.length; k++) {
      Replay.triangle(row, t[k - 1], v[k - 1], t[k], v[k], -peak, peak, peak / rate, peak / rate);
      if (Math.abs(v[k] - set) > 5e-3) {
        compare(golden, k, v[k], row);
      }
    }
  }

  private static void compare(CsvTable golden, int k, double volts, OneDevice device) {
    String at = "row " + k + ", " + volts + " V";
    assertEquals(0, Math.log(device.state(0) / golden.column("N_m3")[k]), 0.005, at);
    double amps = golden.column("i_A")[k];
    assertEquals(amps, device.amps(volts), 0.01 * Math.abs(amps) + 1e-15, at);
    double kelvin = golden.column("T_K")[k];
    assertEquals(kelvin, device.state(1), Math.max(0.5, 0.005 * kelvin), at);
  }

  /** metrics.csv: time to N = 3.5 N_min; tolerance 0.5 %, asked here: the aim, 0.1 %. */
  @ParameterizedTest
  @CsvSource({
    "-2.0, 298.15, 0.2077674187",
    "-2.1, 298.15, 0.005417716193",
    "-2.3, 298.15, 2.155990664e-05",
    "-2.6, 298.15, 9.719371664e-07",
    "-1.8, 358.15, 0.01938667709",
  })
  void setTimes(double volts, double ambient, double seconds) {
    OneDevice early = film().with("T_amb", ambient).at(0, 7 * N_MIN);
    OneDevice late = film().with("T_amb", ambient).at(0, 7 * N_MIN);
    early.hold(volts, seconds * (1 - 1e-3));
    late.hold(volts, seconds * (1 + 1e-3));
    assertTrue(early.state(0) > 3.5 * N_MIN && late.state(0) < 3.5 * N_MIN);
  }

  /** Voltage steps at the stored times, outside 2 % of time around the SET. */
  @ParameterizedTest
  @CsvSource({
    "pcmo-set-m2V.csv, 298.15",
    "pcmo-set-m2p1V.csv, 298.15",
    "pcmo-set-m2p3V.csv, 298.15",
    "pcmo-set-m2p6V.csv, 298.15",
    "pcmo-set-m1p8V-Tamb358K.csv, 358.15",
    "pcmo-reset-1p6V.csv, 298.15",
    "pcmo-reset-1p9V.csv, 298.15",
    "pcmo-reset-2p2V.csv, 298.15",
    "pcmo-reset-2p6V.csv, 298.15",
    "pcmo-reset-2V-Tamb358K.csv, 358.15",
  })
  void steps(String file, double ambient) {
    CsvTable golden = CsvTable.read(Golden.file("devices-b/" + file));
    double[] t = golden.column("t_s");
    double volts = golden.column("v_app_V")[0];
    double crossing = volts > 0 ? -1 : crossing(golden);
    OneDevice device = film().with("T_amb", ambient).at(0, volts < 0 ? 7 * N_MIN : N_MIN);
    for (int k = 1; k < t.length; k++) {
      device.hold(volts, t[k] - t[k - 1]);
      if (crossing < 0 || Math.abs(t[k] / crossing - 1) > 0.03) {
        compare(golden, k, volts, device);
      }
    }
  }

  /** First row with N below 3.5 N_min. */
  private static double crossing(CsvTable golden) {
    for (int k = 0; k < golden.rows(); k++) {
      if (golden.column("N_m3")[k] < 3.5 * N_MIN) {
        return golden.column("t_s")[k];
      }
    }
    return -1;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pcmo-pulses-2V-10us.csv", "pcmo-pulses-2V-1ms.csv", "pcmo-ispp-10us.csv"})
  void pulseTrains(String file) {
    CsvTable golden = CsvTable.read(Golden.file("devices-b/" + file));
    OneDevice device = film().at(0, N_MIN);
    for (int k = 1; k < golden.rows(); k++) {
      device.cool();
      device.hold(golden.column("v_app_V")[k], golden.column("width_s")[k]);
      assertEquals(0, Math.log(device.state(0) / golden.column("N_m3")[k]), 0.005, "pulse " + k);
      device.cool();
      double g = golden.column("g_read_0p2V_S")[k];
      assertEquals(g, device.amps(0.2) / 0.2, 0.01 * g, "pulse " + k);
    }
  }
}
