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
 * Stanford V1 against golden/devices-b: an independent Python program, confirmed by quadrature and
 * ngspice; tolerances of its README.
 */
class StanfordV1GoldenTest {

  private static OneDevice film() {
    return new OneDevice("reram/stanford-v1");
  }

  /**
   * metrics.csv: voltage at a gap of 0.95 nm within 0.2 mV (allowed: 2 mV); rows outside 5 mV
   * around them.
   */
  @ParameterizedTest
  @CsvSource({
    "reram-v1-iv-1p5V-1Vps.csv, 1.5, 1, 1.391927322, -1.097028229",
    "reram-v1-iv-1p6V-10000Vps.csv, 1.6, 1e4, 1.396770095, -1.097028229",
    "reram-v1-iv-1p8V-1e06Vps.csv, 1.8, 1e6, 1.562800369, -1.310142357",
  })
  void sweeps(String file, double peak, double rate, double set, double reset) {
    OneDevice device = film();
    device.ramp(0, set - 2e-4, (set - 2e-4) / rate);
    assertTrue(device.state(0) > 0.95e-9, "SET too early");
    device.ramp(set - 2e-4, set + 2e-4, 4e-4 / rate);
    assertTrue(device.state(0) < 0.95e-9, "SET too late");
    device.ramp(set + 2e-4, peak, (peak - set - 2e-4) / rate);
    device.ramp(peak, 0, peak / rate);
    device.ramp(0, reset + 2e-4, -(reset + 2e-4) / rate);
    assertTrue(device.state(0) < 0.95e-9, "RESET too early");
    device.ramp(reset + 2e-4, reset - 2e-4, 4e-4 / rate);
    assertTrue(device.state(0) > 0.95e-9, "RESET too late");

    CsvTable golden = CsvTable.read(Golden.file("devices-b/" + file));
    double[] t = golden.column("t_s");
    double[] v = golden.column("v_V");
    OneDevice row = film();
    for (int k = 1; k < t.length; k++) {
      Replay.triangle(row, t[k - 1], v[k - 1], t[k], v[k], peak, -peak, peak / rate, peak / rate);
      if (Math.abs(v[k] - set) > 5e-3 && Math.abs(v[k] - reset) > 5e-3) {
        compare(golden, k, v[k], row);
      }
    }
  }

  private static void compare(CsvTable golden, int k, double volts, OneDevice device) {
    String at = "row " + k + ", " + volts + " V";
    assertEquals(golden.column("gap_m")[k], device.state(0), 5e-13, at);
    double amps = golden.column("i_A")[k];
    assertEquals(amps, device.amps(volts), 0.01 * Math.abs(amps) + 1e-15, at);
    double kelvin = golden.column("T_K")[k];
    assertEquals(kelvin, device.kelvin(volts), Math.max(0.5, 0.005 * kelvin), at);
  }

  /** Steps: every row, outside 2 % of time around the crossing of 0.95 nm for SET. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "reram-v1-set-1p4V.csv",
        "reram-v1-set-1p5V.csv",
        "reram-v1-set-1p7V.csv",
        "reram-v1-set-2V.csv",
        "reram-v1-reset-m1p06V.csv",
        "reram-v1-reset-m1p15V.csv",
        "reram-v1-reset-m1p3V.csv",
        "reram-v1-reset-m1p5V.csv"
      })
  void steps(String file) {
    CsvTable golden = CsvTable.read(Golden.file("devices-b/" + file));
    double[] t = golden.column("t_s");
    double volts = golden.column("v_V")[0];
    double crossing = -1;
    for (int k = golden.rows() - 1; volts > 0 && k >= 0; k--) {
      crossing = golden.column("gap_m")[k] < 0.95e-9 ? t[k] : crossing;
    }
    OneDevice device = film();
    if (volts < 0) {
      device.lrs();
    }
    for (int k = 1; k < t.length; k++) {
      device.hold(volts, t[k] - t[k - 1]);
      if (crossing < 0 || Math.abs(t[k] / crossing - 1) > 0.02) {
        compare(golden, k, volts, device);
      }
    }
  }

  @Test
  void pulseTrain() {
    CsvTable golden = CsvTable.read(Golden.file("devices-b/reram-v1-pulses.csv"));
    OneDevice device = film();
    for (int k = 1; k < golden.rows(); k++) {
      device.hold(golden.column("v_V")[k], golden.column("width_s")[k]);
      assertEquals(golden.column("gap_m")[k], device.state(0), 5e-13, "pulse " + k);
    }
  }

  /**
   * Sheet: 542 ohm .. 218.6 kohm at 0.1 V (r_on and r_off of MemTorch); SET threshold from gap_max
   * at 1.391927 V, RESET from gap_min at 1.050420 V.
   */
  @Test
  void closedForms() {
    OneDevice device = film();
    assertEquals(218.6e3, 0.1 / device.amps(0.1), 50);
    device.ramp(0, 1.3919, 1);
    assertEquals(1.7e-9, device.state(0));
    device.lrs();
    assertEquals(542, 0.1 / device.amps(0.1), 0.5);
    device.ramp(0, -1.0504, 1);
    assertEquals(2e-10, device.state(0));
    device.ramp(-1.0504, -1.2, 1);
    double stop = Math.cbrt((16 - 1.4e9 * 12e-9 / 1.2) / 0.8) * 1e-9;
    assertEquals(stop, device.state(0), 1e-15);
  }
}
