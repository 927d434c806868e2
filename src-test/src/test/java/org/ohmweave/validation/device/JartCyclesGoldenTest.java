package org.ohmweave.validation.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.validation.Golden;

/**
 * The walk from cycle to cycle against golden/devices hfo2_c2c_listing_cell0: the user guide's
 * example table of limits and filaments, one row each half cycle of a +-1.3 V, 1 V/s sweep, solved
 * by an independent Python program. Tolerances are those of its README.
 */
class JartCyclesGoldenTest {
  private static final String[] COLUMNS = {"Nmin", "Nmax", "rnew_m", "lnew_nm"};
  private static final double[] SCALE = {1, 1, 1, 1e-9};
  private static final int FIRST_TARGET = 3;

  @Test
  void fourHalfCyclesOfTheExampleTable() {
    CsvTable rows = CsvTable.read(Golden.file("devices/hfo2_c2c_listing_cell0_summary.csv"));
    CsvTable trace = CsvTable.read(Golden.file("devices/hfo2_c2c_listing_cell0.csv"));
    OneDevice cell =
        new OneDevice("hfo2/jart-v1b-cycles")
            .with("d_N_min", 0)
            .with("d_N_max", 0)
            .with("d_r_var", 0)
            .with("d_l_var", 0)
            .with("N_min", rows.column("Nmin")[0])
            .with("r_var", rows.column("rnew_m")[0])
            .with("l_var", rows.column("lnew_nm")[0] * 1e-9);
    double[] t = trace.column("t_s");
    double[] v = trace.column("V_V");
    double[] amps = trace.column("I_A");
    double[] disc = trace.column("Ndisc_1e26m3");
    double[] half = trace.column("half_cycle");
    int at = 0;
    int compared = 0;
    for (int k = 0; k < rows.rows(); k++) {
      for (int w = 0; w < COLUMNS.length; w++) {
        cell.at(FIRST_TARGET + w, rows.column(COLUMNS[w])[k] * SCALE[w]);
      }
      double began = 2.6 * k;
      double sign = k % 2 == 0 ? -1 : 1;
      double now = began;
      for (; at < t.length && half[at] == k; at++) {
        if (t[at] > now) {
          double corner = began + 1.3;
          if (now < corner - 1e-9 && t[at] > corner + 1e-9) {
            cell.ramp(sign * (now - began), sign * 1.3, corner - now);
            cell.ramp(sign * 1.3, v[at], t[at] - corner);
          } else {
            cell.ramp(wave(now - began, sign), v[at], t[at] - now);
          }
          now = t[at];
        }
        boolean moving =
            at > 0
                && at + 1 < t.length
                && (Math.abs(disc[at + 1] / disc[at] - 1) > 0.02
                    || Math.abs(disc[at] / disc[at - 1] - 1) > 0.02);
        if (!moving && Math.abs(v[at]) > 0.01) {
          assertEquals(
              amps[at], cell.amps(v[at]), 1e-4 * Math.abs(amps[at]), "half " + k + " row " + at);
          compared++;
        }
      }
      if (now < began + 2.6) {
        cell.ramp(wave(now - began, sign), 0, began + 2.6 - now);
      }
      double end = rows.column("N_end")[k];
      assertEquals(end, cell.state(0), 1e-4 * end, "N after half cycle " + k);
      double radius = rows.column("rvar_end_nm")[k] * 1e-9;
      assertEquals(radius, cell.state(1), 1e-6 * radius, "radius");
      double length = rows.column("lvar_end_nm")[k] * 1e-9;
      assertEquals(length, cell.state(2), 1e-6 * length, "length");
      double ohms = rows.column("Rread_end_at_0.2V_ohm")[k];
      assertEquals(ohms, 0.2 / cell.amps(0.2), 1e-4 * ohms, "read resistance");
    }
    assertTrue(compared > 640, "rows compared: " + compared);
  }

  private static double wave(double seconds, double sign) {
    return sign * (seconds <= 1.3 ? seconds : 2.6 - seconds);
  }
}
