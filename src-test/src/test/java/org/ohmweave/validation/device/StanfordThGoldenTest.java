package org.ohmweave.validation.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.validation.Golden;

/**
 * ReRAM (thermal variant) with 5 kohm in series against golden/devices-b: an independent Python
 * program (Radau), parts of it confirmed by ngspice. Tolerances are those of its README; where the
 * aim is ten times tighter and met, the aim is asked.
 */
class StanfordThGoldenTest {
  private static final int GAP = 0;
  private static final int KELVIN = 1;
  private static final double LEVEL = 0.9e-9;

  private static OneDevice cell() {
    return new OneDevice("reram/stanford-th").with("R_s", 5000);
  }

  /**
   * metrics.csv: applied voltage at a gap of 0.9 nm, within 2 mV or two steps; asked here: 0.2 mV.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 1, 1.600133917, -1.473045077",
    "2.2, 1e3, 1.936385157, -1.910363075",
    "2.5, 1e5, 2.167250525, -2.292775058",
  })
  void sweepEvents(double peak, double rate, double set, double reset) {
    double margin = 2e-4;
    OneDevice cell = cell();
    cell.ramp(0, set - margin, (set - margin) / rate);
    assertTrue(cell.state(GAP) > LEVEL, "SET too early: " + cell.state(GAP));
    cell.ramp(set - margin, set + margin, 2 * margin / rate);
    assertTrue(cell.state(GAP) < LEVEL, "SET too late: " + cell.state(GAP));
    cell.ramp(set + margin, peak, (peak - set - margin) / rate);
    cell.ramp(peak, 0, peak / rate);
    cell.ramp(0, reset + margin, -(reset + margin) / rate);
    assertTrue(cell.state(GAP) < LEVEL, "RESET too early: " + cell.state(GAP));
    cell.ramp(reset + margin, reset - margin, 2 * margin / rate);
    assertTrue(cell.state(GAP) > LEVEL, "RESET too late: " + cell.state(GAP));
    cell.ramp(reset - margin, -peak, (peak + reset - margin) / rate);
    cell.ramp(-peak, 0, peak / rate);
    assertEquals(1.7e-9, cell.state(GAP), 0.005 * 1.7e-9);
  }

  /**
   * Sweeps at the stored times: gap 5e-13 m, current 1 %, temperature 0.5 K or 0.5 %, outside 5 mV
   * around the events.
   */
  @ParameterizedTest
  @CsvSource({
    "reram-th-iv-2V-1Vps.csv, 2, 1, 1.600133917, -1.473045077",
    "reram-th-iv-2p2V-1000Vps.csv, 2.2, 1e3, 1.936385157, -1.910363075",
    "reram-th-iv-2p5V-100000Vps.csv, 2.5, 1e5, 2.167250525, -2.292775058",
  })
  void sweepRows(String file, double peak, double rate, double set, double reset) {
    CsvTable golden = CsvTable.read(Golden.file("devices-b/" + file));
    double[] t = golden.column("t_s");
    double[] v = golden.column("v_app_V");
    OneDevice cell = cell();
    int compared = 0;
    for (int k = 1; k < t.length; k++) {
      double quarter = peak / rate;
      double corner = quarter * (Math.floor(t[k - 1] / quarter + 1e-9) + 1);
      if (corner < t[k] * (1 - 1e-9)) {
        int which = (int) Math.round(corner / quarter);
        double atCorner = which == 1 ? peak : which == 3 ? -peak : 0;
        cell.ramp(v[k - 1], atCorner, corner - t[k - 1]);
        cell.ramp(atCorner, v[k], t[k] - corner);
      } else {
        cell.ramp(v[k - 1], v[k], t[k] - t[k - 1]);
      }
      if (Math.abs(v[k] - set) < 5e-3 || Math.abs(v[k] - reset) < 5e-3) {
        continue;
      }
      String at = file + " at " + t[k] + " s, " + v[k] + " V";
      assertEquals(golden.column("gap_m")[k], cell.state(GAP), 5e-13, at);
      double amps = golden.column("i_A")[k];
      assertEquals(amps, cell.amps(v[k]), 0.01 * Math.abs(amps) + 1e-15, at);
      // the slow sweeps' temperature column is off (README); the quasi-static formula is true there
      double kelvin =
          rate > 1e4
              ? golden.column("T_K")[k]
              : 298 + 7.227e5 * Math.abs(golden.column("v_dev_V")[k] * amps);
      assertEquals(kelvin, cell.state(KELVIN), Math.max(0.5, 0.005 * kelvin), at);
      compared++;
    }
    assertTrue(compared > 200, "rows compared: " + compared);
  }

  /** metrics.csv: time to a gap of 0.9 nm; tolerance 0.5 %, asked here: the aim, 0.1 %. */
  @ParameterizedTest
  @CsvSource({
    "1.6, 0.04924931452",
    "1.8, 0.0007994961339",
    "2, 1.391646225e-05",
    "2.3, 4.149153537e-08",
    "-1.4, 0.2069434606",
    "-1.6, 0.006676271711",
    "-2, 2.367617796e-05",
    "-2.4, 3.435417028e-07",
  })
  void switchingTimes(double volts, double seconds) {
    OneDevice early = cell();
    OneDevice late = cell();
    if (volts < 0) {
      early.lrs();
      late.lrs();
    }
    early.hold(volts, seconds * (1 - 1e-3));
    late.hold(volts, seconds * (1 + 1e-3));
    double low = Math.min(early.state(GAP), late.state(GAP));
    double high = Math.max(early.state(GAP), late.state(GAP));
    assertTrue(low <= LEVEL && LEVEL <= high, low + " .. " + high);
  }

  /** Steps at the stored times, outside 2 % of time around the crossing. */
  @ParameterizedTest
  @CsvSource({
    "reram-th-set-1p6V.csv, 0.04924931452",
    "reram-th-set-1p8V.csv, 0.0007994961339",
    "reram-th-set-2V.csv, 1.391646225e-05",
    "reram-th-set-2p3V.csv, 4.149153537e-08",
    "reram-th-reset-m1p4V.csv, 0.2069434606",
    "reram-th-reset-m1p6V.csv, 0.006676271711",
    "reram-th-reset-m2V.csv, 2.367617796e-05",
    "reram-th-reset-m2p4V.csv, 3.435417028e-07",
  })
  void stepRows(String file, double crossing) {
    CsvTable golden = CsvTable.read(Golden.file("devices-b/" + file));
    double[] t = golden.column("t_s");
    double volts = golden.column("v_app_V")[0];
    OneDevice cell = cell();
    if (volts < 0) {
      cell.lrs();
    }
    for (int k = 1; k < t.length; k++) {
      cell.hold(volts, t[k] - t[k - 1]);
      if (Math.abs(t[k] / crossing - 1) < 0.02) {
        continue;
      }
      String at = file + " at " + t[k] + " s";
      assertEquals(golden.column("gap_m")[k], cell.state(GAP), 5e-13, at);
      double amps = golden.column("i_A")[k];
      assertEquals(amps, cell.amps(volts), 0.01 * Math.abs(amps), at);
      double kelvin = golden.column("T_K")[k];
      assertEquals(kelvin, cell.state(KELVIN), Math.max(0.5, 0.005 * kelvin), at);
    }
  }

  /** 60 pulses: gap within 5e-13 m after each; read conductance of the film at 0.1 V. */
  @Test
  void pulseTrain() {
    CsvTable golden = CsvTable.read(Golden.file("devices-b/reram-th-pulses.csv"));
    OneDevice cell = cell();
    for (int k = 1; k < golden.rows(); k++) {
      cell.cool();
      cell.hold(golden.column("v_app_V")[k], golden.column("width_s")[k]);
      assertEquals(golden.column("gap_m")[k], cell.state(GAP), 5e-13, "pulse " + k);
      double g = golden.column("g_read_0p1V_S")[k];
      OneDevice film = new OneDevice("reram/stanford-th").at(GAP, cell.state(GAP));
      assertEquals(g, film.amps(0.1) / 0.1, 0.01 * g, "pulse " + k);
    }
  }

  /**
   * Low-field resistance of the film from the closed form V0 / I0 exp(g/g0), read at 0.1 V: sheet
   * values 9.98 kohm and 3.355 Mohm.
   */
  @Test
  void resistanceRange() {
    OneDevice film = new OneDevice("reram/stanford-th");
    assertEquals(3.355e6, 0.1 / film.amps(0.1), 0.0005 * 3.355e6);
    film.lrs();
    assertEquals(9.98e3, 0.1 / film.amps(0.1), 0.0005 * 9.98e3);
  }
}
