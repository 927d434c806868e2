package org.ohmweave.validation.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Numbers of Pickett's law that no golden file holds: a table of an independent Python program,
 * printed with two to four digits; tolerances are half its last digit.
 */
class PickettSheetValuesTest {

  private static OneDevice at(double width) {
    return new OneDevice("tio2/pickett").at(0, width);
  }

  /** Resistance at 10 mV, 0.2 V and 0.5 V. */
  @ParameterizedTest
  @CsvSource({
    "1.055, 1.13e3, 997, 786",
    "1.1, 1.56e3, 1.33e3, 980",
    "1.2, 3.45e3, 2.79e3, 1.74e3",
    "1.3, 8.24e3, 6.38e3, 3.40e3",
    "1.5, 52.2e3, 38.2e3, 16.2e3",
    "1.7, 350e3, 246e3, 87.8e3",
    "1.8, 916e3, 631e3, 208e3",
    "1.9, 2.41e6, 1.63e6, 497e3",
    "2.0, 6.36e6, 4.20e6, 1.19e6",
  })
  void resistances(double width, double atTenMillivolts, double atFifth, double atHalf) {
    OneDevice cell = at(width);
    assertEquals(atTenMillivolts, 0.01 / cell.amps(0.01), 5e-3 * atTenMillivolts);
    assertEquals(atFifth, 0.2 / cell.amps(0.2), 5e-3 * atFifth);
    assertEquals(atHalf, 0.5 / cell.amps(0.5), 5e-3 * atHalf);
  }

  /**
   * Barrier voltage of the largest current and largest voltage with a solution. Beyond it the
   * barrier voltage is held (our continuation), so the resistor's share gives it away.
   */
  @ParameterizedTest
  @CsvSource({
    "1.055, 0.888, 1.80",
    "1.1, 0.942, 1.97",
    "1.2, 1.029, 2.33",
    "1.3, 1.087, 2.65",
    "1.5, 1.162, 3.18",
    "1.7, 1.208, 3.59",
    "1.8, 1.225, 3.76",
    "1.9, 1.240, 3.92",
    "2.0, 1.253, 4.06",
  })
  void endOfTheLaw(double width, double barrierVolts, double largest) {
    double beyond = 5;
    assertEquals(barrierVolts, beyond - 215 * at(width).amps(beyond), 6e-4);
    double below = largest - 0.006;
    double above = largest + 0.006;
    assertTrue(below - 215 * at(width).amps(below) < barrierVolts + 5e-4, "solution below");
    assertEquals(barrierVolts, above - 215 * at(width).amps(above), 6e-4);
  }

  /** Widths of the user's resistances at 0.2 V, four digits: 1 % of resistance is 0.001 nm. */
  @ParameterizedTest
  @CsvSource({"1.055, 1e3", "1.352, 10e3", "1.604, 100e3", "1.849, 1e6"})
  void widthsOfResistances(double width, double ohms) {
    assertEquals(ohms, 0.2 / at(width).amps(0.2), 0.01 * ohms);
  }

  private static double seconds(double volts, double from, double to) {
    double low = -18;
    double high = 2;
    while (high - low > 1e-6) {
      double middle = 0.5 * (low + high);
      OneDevice cell = at(from);
      cell.hold(volts, Math.pow(10, middle));
      boolean passed = volts < 0 ? cell.state(0) <= to : cell.state(0) >= to;
      low = passed ? low : middle;
      high = passed ? middle : high;
    }
    return Math.pow(10, high);
  }

  /** SET below a nanosecond, one digit: 2e-11 s at -1.10 V, 4e-17 s at -1.15 V (not physical). */
  @ParameterizedTest
  @CsvSource({"-1.10, 2e-11", "-1.15, 4e-17"})
  void setBeyondPhysics(double volts, double expected) {
    assertEquals(
        expected, seconds(volts, 1.8, 1.1), 0.5 * Math.pow(10, Math.floor(Math.log10(expected))));
  }

  /** SET 68, 31 and 14 mV per decade; RESET 110 and 87 mV. */
  @ParameterizedTest
  @CsvSource({
    "-0.8, -0.9, 1.8, 1.1, 68",
    "-0.9, -1.0, 1.8, 1.1, 31",
    "-1.0, -1.1, 1.8, 1.1, 14",
    "0.8, 1.0, 1.2, 1.3, 110",
    "1.0, 1.2, 1.2, 1.3, 87",
  })
  void millivoltsPerDecade(double slow, double fast, double from, double to, double expected) {
    double decades = Math.log10(seconds(slow, from, to) / seconds(fast, from, to));
    assertEquals(expected, 1000 * Math.abs(fast - slow) / decades, 0.6);
  }

  /**
   * Sheet: below 0.75 V no runaway within seconds; w lingers near 1.4 to 1.5 nm (at -0.7 V between
   * a hundred seconds and hours).
   */
  @Test
  void slowSetLingers() {
    OneDevice cell = at(1.7);
    cell.hold(-0.7, 3);
    assertTrue(cell.state(0) > 1.65, "width after 3 s: " + cell.state(0));
    cell.hold(-0.7, 997);
    assertTrue(cell.state(0) > 1.4 && cell.state(0) < 1.5, "after 1000 s: " + cell.state(0));
  }

  /**
   * Barriers lower or thinner than the published ones: the current stays finite, grows with the
   * voltage and never exceeds what the resistor lets through.
   */
  @ParameterizedTest
  @CsvSource({"0.95, 0.8", "0.95, 0.9", "0.6, 1.1", "0.7, 1.1", "0.8, 1.1", "0.7, 1.5"})
  void lowBarriersHaveACurrent(double height, double width) {
    OneDevice cell = new OneDevice("tio2/pickett").with("phi_0", height).at(0, width);
    double before = 0;
    for (double volts = 0.05; volts < 2; volts += 0.05) {
      double amps = cell.amps(volts);
      assertTrue(amps >= before && amps <= volts / 215, volts + " V: " + amps + " A");
      before = amps;
    }
    assertTrue(before > 0, "current at 2 V");
  }

  /** V_SET at 1e4 V/s; 27, then 18 mV per decade of rate; read resistances after the sweeps. */
  @ParameterizedTest
  @CsvSource({
    "1, 1.0, 1.2, -0.957540861, 41977.00049",
    "100, 1.1, 1.5, -1.011047347, 231608.25042",
    "1e4, 1.2, 1.8, -1.046429287, 2801131.07721",
  })
  void sweeps(double rate, double negative, double positive, double set, double ohms) {
    OneDevice cell = at(1.8);
    cell.ramp(0, set + 1e-4, -(set + 1e-4) / rate);
    assertTrue(cell.state(0) > 1.1, "SET too early");
    cell.ramp(set + 1e-4, set - 1e-4, 2e-4 / rate);
    assertEquals(1.1, cell.state(0), 1e-9, "SET too late");
    cell.ramp(set - 1e-4, -negative, (negative + set - 1e-4) / rate);
    cell.ramp(-negative, 0, negative / rate);
    cell.ramp(0, positive, positive / rate);
    cell.ramp(positive, 0, positive / rate);
    assertEquals(ohms, 0.2 / cell.amps(0.2), 1e-4 * ohms); // tio2_iv_summary.csv
  }
}
