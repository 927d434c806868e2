package org.ohmweave.validation.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Numbers of both Stanford laws that no golden file holds: closed forms of the equations, and a
 * table of an independent Python program (quadrature, Radau; parts confirmed by ngspice), printed
 * with two to six digits.
 */
class StanfordSheetValuesTest {

  private static OneDevice v1() {
    return new OneDevice("reram/stanford-v1");
  }

  /** Closed form: F_min tox/gamma(g) from gap_max and gap_min, to the microvolt. */
  @Test
  void thresholdsToTheMicrovolt() {
    OneDevice at = v1();
    at.hold(1.391926, 1);
    assertEquals(1.7e-9, at.state(0));
    at.hold(1.391928, 1e-3);
    assertEquals(0.2e-9, at.state(0), 1e-18);
    at.lrs();
    at.hold(-1.050419, 1);
    assertEquals(0.2e-9, at.state(0));
    at.hold(-1.050421, 1e-3);
    assertTrue(at.state(0) > 0.2e-9, "RESET starts");
  }

  /** Sheet: SET from gap_max to gap_min, and RESET at the same size of voltage in the same time. */
  @ParameterizedTest
  @CsvSource({
    "1.40, 476e-9, 0.5e-9",
    "1.5, 162.857e-9, 0.0005e-9",
    "-1.5, 162.857e-9, 0.0005e-9",
    "1.7, 19.4e-9, 0.05e-9",
    "2.0, 0.90e-9, 0.005e-9",
    "2.2, 0.18590e-9, 0.00002e-9", // scipy quad of dg/|v|; sheet 0.19
  })
  void fromBoundToBound(double volts, double seconds, double tolerance) {
    OneDevice early = v1();
    OneDevice late = v1();
    if (volts < 0) {
      early.lrs();
      late.lrs();
    }
    double bound = volts > 0 ? 0.2e-9 : 1.7e-9;
    early.hold(volts, seconds - tolerance);
    late.hold(volts, seconds + tolerance);
    assertTrue(early.state(0) != bound, "there too early");
    assertEquals(bound, late.state(0), 1e-18, "not there in time");
  }

  /** Closed form: g_stop = ((gamma0 - F_min tox/|V|)/beta)^(1/3) nm, with the sheet's digits. */
  @ParameterizedTest
  @CsvSource({"-1.06, 0.574", "-1.10, 0.969", "-1.20, 1.357", "-1.30, 1.567", "-1.392, 1.7"})
  void whereResetStops(double volts, double nanometres) {
    OneDevice slow = v1().lrs();
    slow.ramp(0, volts, -volts);
    assertEquals(nanometres, slow.state(0) * 1e9, 6e-4);
    OneDevice step = v1().lrs();
    step.hold(volts, 1);
    double stop = Math.min(1.7, Math.cbrt((16 + 1.4e9 * 12e-9 / volts) / 0.8));
    assertEquals(stop, step.state(0) * 1e9, 1e-6);
  }

  /** Sheet: ratio of the bounds at 0.1 V, 403 and 336; the bare V1 film at 2 V in the LRS. */
  @Test
  void windowsAndTheBareFilm() {
    double hrs = v1().amps(0.1);
    assertEquals(403, v1().lrs().amps(0.1) / hrs, 0.5);
    double high = new OneDevice("reram/stanford-th").amps(0.1);
    assertEquals(336, new OneDevice("reram/stanford-th").lrs().amps(0.1) / high, 0.5);
    assertEquals(0.67, v1().lrs().amps(2), 0.005);
    assertEquals(3100, v1().lrs().kelvin(2), 50);
  }

  /** Closed form sinh(x)/x: 2.7 % more conductance of V1 at 0.1 V than at no voltage. */
  @Test
  void ohmicBelowATenth() {
    OneDevice film = v1().lrs();
    assertEquals(1.027, film.amps(0.1) / 0.1 / (film.amps(1e-6) / 1e-6), 0.0005);
  }

  /**
   * Sheet: conductance factors that put V1 over 100 ohm .. 1 Mohm between 0.22 and 5.4, and TH
   * divided by 3.5 at 2.9 kohm .. 0.96 Mohm.
   */
  @Test
  void factorsForTheWholeRange() {
    double low = 0.1 / v1().lrs().amps(0.1);
    double high = 0.1 / v1().amps(0.1);
    assertEquals(5.4, low / 100, 0.05);
    assertEquals(0.22, high / 1e6, 0.005);
    OneDevice full = new OneDevice("reram/full-range");
    assertEquals(0.96e6, 0.1 / full.amps(0.1), 0.005e6);
    assertEquals(2.9e3, 0.1 / full.lrs().amps(0.1), 0.05e3);
  }

  /** Sheet: R_th = tau_th/C_th = 7.227e5 K/W, and about 115 mV per decade of SET time. */
  @Test
  void heatAndSlopeOfTheThermalVariant() {
    OneDevice film = new OneDevice("reram/stanford-th").with("Vel0", 0).with("R_s", 5000).lrs();
    film.hold(1, 1e-7);
    double amps = film.amps(1);
    double watts = amps * (1 - 5000 * amps);
    assertEquals(7.227e5, (film.state(1) - 298) / watts, 0.0005e5);
    double decades = Math.log10(thermalSet(1.6) / thermalSet(2.3));
    assertEquals(115, 700 / decades, 1);
  }

  private static double thermalSet(double volts) {
    double low = -9;
    double high = 1;
    while (high - low > 1e-6) {
      double middle = 0.5 * (low + high);
      OneDevice cell = new OneDevice("reram/stanford-th").with("R_s", 5000);
      cell.hold(volts, Math.pow(10, middle));
      boolean passed = cell.state(0) < 0.9e-9;
      low = passed ? low : middle;
      high = passed ? middle : high;
    }
    return Math.pow(10, high);
  }

  /**
   * Sheet: at 0 V and 298 K the gap of the thermal variant opens at 2.5e-25 m/s, not at rest; in
   * closed form Vel0 (exp(-Ear/kT) - exp(-Eag/kT)). Ten thousand years move 1 nm by 8e-14 m.
   */
  @Test
  void theGapOpensAtRest() {
    double thermal = 8.617333262e-5 * 298;
    double rate = 150 * (Math.exp(-1.5 / thermal) - Math.exp(-1.501 / thermal));
    assertEquals(2.5e-25, rate, 0.05e-25);
    OneDevice film = new OneDevice("reram/stanford-th").at(0, 1e-9).at(1, 298);
    film.hold(0, 3e11);
    assertEquals(rate * 3e11, film.state(0) - 1e-9, 1e-3 * rate * 3e11);
  }

  /** Without F_min the gap moves from the first volt on; scipy's solve_ivp (Radau, rtol 1e-10). */
  @Test
  void withoutAThreshold() {
    OneDevice none = v1().with("F_min", 0);
    none.ramp(0, 1.5, 1e-6);
    assertEquals(1.62038887043e-9, none.state(0), 1e-17);
  }
}
