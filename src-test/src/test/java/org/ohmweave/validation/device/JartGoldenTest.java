package org.ohmweave.validation.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.validation.Golden;

/**
 * HfO2 against golden/devices: an independent Python program (Brent, Radau, quadrature). Tolerances
 * are the figures its README calls good.
 */
class JartGoldenTest {
  private static final double TIME = Math.pow(10, 1e-4); // 1e-4 decades
  private static final int SET_LEVEL = 0;

  private static OneDevice cell(double thermalOhms) {
    return new OneDevice("hfo2/jart-v1b").with("R_th0", thermalOhms);
  }

  /** Events of a sweep 0, -peak, 0, +peak, 0 from hfo2_iv_summary.csv. */
  @ParameterizedTest
  @CsvSource({
    "hfo2_iv_1.3V_1Vps.csv, 15.72e6, 1.3, 1, -0.590162208, 0.928408346, 8.00950790e-03",
    "hfo2_iv_1.5V_1Vps_Rth10e6.csv, 10e6, 1.5, 1, -0.663987693, 1.165295651, 8.21081008e-03",
    "hfo2_iv_1.6V_10000Vps.csv, 15.72e6, 1.6, 1e4, -0.836652630, 1.376789068, 1.03811791e-02",
  })
  void sweep(
      String file, double rTh, double peak, double rate, double set, double reset, double end) {
    OneDevice before = cell(rTh);
    before.ramp(0, set + 1e-4, -(set + 1e-4) / rate);
    OneDevice after = cell(rTh);
    after.ramp(0, set - 1e-4, -(set - 1e-4) / rate);
    assertTrue(before.state(SET_LEVEL) < 0.4 && after.state(SET_LEVEL) > 0.4, "SET crossing");

    OneDevice back = cell(rTh);
    back.ramp(0, -peak, peak / rate);
    back.ramp(-peak, 0, peak / rate);
    back.ramp(0, reset - 1e-4, (reset - 1e-4) / rate);
    assertTrue(back.state(0) > 0.4, "RESET crossing too early");
    back.ramp(reset - 1e-4, reset + 1e-4, 2e-4 / rate);
    assertTrue(back.state(0) < 0.4, "RESET crossing too late");
    back.ramp(reset + 1e-4, peak, (peak - reset - 1e-4) / rate);
    back.ramp(peak, 0, peak / rate);
    assertEquals(end, back.state(0), 1e-4 * end);

    pointwise(file, rTh, peak, rate, set, reset);
  }

  /** Current at equal time, outside 5 mV around the events and above 10 mV: 1e-4. */
  private static void pointwise(
      String file, double rTh, double peak, double rate, double set, double reset) {
    CsvTable golden = CsvTable.read(Golden.file("devices/" + file));
    double[] t = golden.column("t_s");
    double[] v = golden.column("V_V");
    double[] i = golden.column("I_A");
    OneDevice cell = cell(rTh);
    int compared = 0;
    for (int k = 1; k < t.length; k++) {
      double corner = nextCorner(t[k - 1], peak / rate);
      if (corner < t[k] * (1 - 1e-9)) {
        double atCorner = wave(corner, peak, rate);
        cell.ramp(v[k - 1], atCorner, corner - t[k - 1]);
        cell.ramp(atCorner, v[k], t[k] - corner);
      } else {
        cell.ramp(v[k - 1], v[k], t[k] - t[k - 1]);
      }
      boolean nearEvent = Math.abs(v[k] - set) < 5e-3 || Math.abs(v[k] - reset) < 5e-3;
      if (!nearEvent && Math.abs(v[k]) > 0.01) {
        assertEquals(
            i[k], cell.amps(v[k]), 1e-4 * Math.abs(i[k]), "at " + t[k] + " s, " + v[k] + " V");
        compared++;
      }
    }
    assertTrue(compared > 380, "rows compared: " + compared);
  }

  private static double nextCorner(double t, double quarter) {
    return quarter * (Math.floor(t / quarter * (1 + 1e-12) + 1e-9) + 1);
  }

  private static double wave(double t, double peak, double rate) {
    int quarter = (int) Math.round(t * rate / peak);
    return quarter == 1 ? -peak : quarter == 3 ? peak : 0;
  }

  /** Every row gives voltage and state; current and temperature follow: 1e-6. */
  @ParameterizedTest
  @CsvSource({
    "hfo2_iv_1.3V_1Vps.csv, 15.72e6",
    "hfo2_iv_1.5V_1Vps_Rth10e6.csv, 10e6",
    "hfo2_iv_1.6V_10000Vps.csv, 15.72e6",
    "hfo2_set_transients.csv, 15.72e6",
    "hfo2_reset_transients.csv, 15.72e6",
  })
  void staticLaw(String file, double rTh) {
    CsvTable golden = CsvTable.read(Golden.file("devices/" + file));
    double[] v = golden.column("V_V");
    double[] n = golden.column("Ndisc_1e26m3");
    double[] i = golden.column("I_A");
    double[] kelvin = golden.column("T_K");
    for (int k = 0; k < v.length; k++) {
      OneDevice cell = cell(rTh).at(0, n[k]);
      assertEquals(i[k], cell.amps(v[k]), 1e-6 * Math.abs(i[k]), "row " + k);
      assertEquals(kelvin[k], cell.kelvin(v[k]), 1e-6 * kelvin[k], "row " + k);
      if (golden.header().contains("Gread_at_0.2V_S")) {
        double g = golden.column("Gread_at_0.2V_S")[k];
        assertEquals(g, cell.amps(0.2) / 0.2, 1e-6 * g, "row " + k);
      }
    }
  }

  /**
   * The same with radius and disc length of every row (a walk of both from cycle to cycle): 1e-6.
   */
  @Test
  void staticLawOfOtherFilaments() {
    CsvTable golden = CsvTable.read(Golden.file("devices/hfo2_c2c_listing_cell0.csv"));
    for (int k = 0; k < golden.rows(); k++) {
      double volts = golden.column("V_V")[k];
      double amps = golden.column("I_A")[k];
      double kelvin = golden.column("T_K")[k];
      OneDevice cell =
          new OneDevice("hfo2/jart-v1b")
              .with("r_var", golden.column("rvar_nm")[k] * 1e-9)
              .with("l_var", golden.column("lvar_nm")[k] * 1e-9)
              .at(0, golden.column("Ndisc_1e26m3")[k]);
      assertEquals(amps, cell.amps(volts), 1e-6 * Math.abs(amps), "row " + k);
      assertEquals(kelvin, cell.kelvin(volts), 1e-6 * kelvin, "row " + k);
    }
  }

  /** The time at which N passes a level: 1e-4 decades. */
  @ParameterizedTest
  @CsvSource({"hfo2_set_times.csv, false", "hfo2_reset_times.csv, true"})
  void switchingTimes(String file, boolean fromLrs) {
    CsvTable golden = CsvTable.read(Golden.file("devices/" + file));
    for (int row = 0; row < golden.rows(); row++) {
      double volts = golden.column("V_V")[row];
      for (String name : golden.header()) {
        if (name.startsWith("t_s_at_N_")) {
          double level = Double.parseDouble(name.substring(9));
          bracket(volts, golden.column(name)[row], level, fromLrs);
        }
      }
    }
  }

  private static void bracket(double volts, double seconds, double level, boolean fromLrs) {
    OneDevice early = cell(15.72e6);
    OneDevice late = cell(15.72e6);
    if (fromLrs) {
      early.lrs();
      late.lrs();
    }
    early.hold(volts, seconds / TIME);
    late.hold(volts, seconds * TIME);
    boolean between =
        fromLrs
            ? early.state(0) >= level && late.state(0) <= level
            : early.state(0) <= level && late.state(0) >= level;
    assertTrue(
        between, volts + " V, N = " + level + ": " + early.state(0) + " .. " + late.state(0));
  }

  /** Every row of the transients, the same way. */
  @ParameterizedTest
  @CsvSource({"hfo2_set_transients.csv, false", "hfo2_reset_transients.csv, true"})
  void transients(String file, boolean fromLrs) {
    CsvTable golden = CsvTable.read(Golden.file("devices/" + file));
    double[] t = golden.column("t_s");
    for (int k = 0; k < t.length; k++) {
      double level = golden.column("Ndisc_1e26m3")[k];
      if (t[k] > 0 && level < 19.99 && level > 0.00801) {
        bracket(golden.column("V_V")[k], t[k], level, fromLrs);
      }
    }
  }

  /** Read conductance after each of 60 pulses: 1e-3. */
  @Test
  void pulseTrain() {
    CsvTable golden = CsvTable.read(Golden.file("devices/hfo2_pulse_train_-0.4V_0.75V.csv"));
    OneDevice cell = new OneDevice("hfo2/jart-v1b").at(0, 0.3);
    for (int k = 1; k < golden.rows(); k++) {
      cell.hold(golden.column("V_V")[k], golden.column("width_s")[k]);
      double g = golden.column("G_after_at_0.2V_S")[k];
      assertEquals(g, cell.amps(0.2) / 0.2, 1e-3 * g, "pulse " + k);
    }
  }
}
