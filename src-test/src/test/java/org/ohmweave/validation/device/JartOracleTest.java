package org.ohmweave.validation.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The drift of HfO2 cells against two other ways to the same number (the rate equation of
 * docs/models/jart-v1b.md written out here and integrated by commons-math3; ramps of almost no
 * slope), and published figures of the law.
 */
class JartOracleTest {
  private static final double E = 1.602176634e-19;
  private static final double K = 1.380649e-23;

  /** d ln N / dt from current and temperature, with the numbers of hfo2/jart-v1b. */
  private static double logRate(OneDevice cell, double volts, double logN) {
    double n = Math.exp(logN);
    cell.at(0, n);
    double amps = cell.amps(volts);
    double thermal = K * cell.kelvin(volts) / E;
    double lines = 650 + 719.2437 * (1 + 719.2437 * 3.92e-3 * 90471.47 * amps * amps);
    double discOhms = 0.4e-9 / (E * 2 * n * 1e26 * 4e-6 * Math.PI * 45e-9 * 45e-9);
    double field = volts < 0 ? amps * discOhms / 0.4e-9 : (volts - amps * lines) / 3e-9;
    double gamma = 2 * 0.25e-9 * field / (Math.PI * 1.35);
    double limit = 1 - Math.pow(volts > 0 ? 0.008 / n : n / 20, 10);
    double barrier = 1.35 * (Math.sqrt(1 - gamma * gamma) + gamma * Math.asin(gamma));
    return -(20 + n)
        / 2
        * 0.25e-9
        * 2e13
        / (0.4e-9 * n)
        * limit
        * Math.exp(-barrier / thermal)
        * 2
        * Math.sinh(2 * 0.25e-9 * field / (2 * thermal));
  }

  private static double seconds(double volts, double from, double to) {
    OneDevice cell = new OneDevice("hfo2/jart-v1b");
    double sum = 0;
    int panels = 60;
    double a = Math.log(from);
    double width = (Math.log(to) - a) / panels;
    for (int k = 0; k < panels; k++) {
      double x = a + k * width;
      sum +=
          Math.signum(width)
              * new IterativeLegendreGaussIntegrator(8, 1e-11, 1e-300)
                  .integrate(
                      1_000_000,
                      y -> 1 / logRate(cell, volts, y),
                      Math.min(x, x + width),
                      Math.max(x, x + width));
    }
    return sum;
  }

  /** After the time of the quadrature N is there: ln N within 1e-8 of the rate times the time. */
  @ParameterizedTest
  @CsvSource({
    "-0.4, 0.3, 0.5",
    "-0.6, 0.008, 0.02",
    "-0.75, 0.008, 0.3",
    "-0.9, 0.01, 5",
    "-1.3, 0.008, 19.9",
    "-1.3, 21, 20.01",
    "0.75, 15, 3",
    "0.95, 19, 0.5",
    "1.1, 15, 0.03",
    "1.6, 19.9, 0.0085",
  })
  void holdsAgainstQuadrature(double volts, double from, double to) {
    double time = seconds(volts, from, to);
    OneDevice held = new OneDevice("hfo2/jart-v1b").at(0, from);
    held.hold(volts, time);
    double condition =
        Math.abs(logRate(new OneDevice("hfo2/jart-v1b"), volts, Math.log(to))) * time;
    assertEquals(Math.log(to), Math.log(held.state(0)), 1e-9 * Math.max(1, condition));
  }

  /** The implicit steps of ramps and the quadrature of holds share the rate and nothing else. */
  @ParameterizedTest
  @CsvSource({
    "-0.4, 0.3, 1e-6",
    "-0.75, 0.1, 1e-3",
    "-1, 0.008, 1e-7",
    "-1.3, 2, 1e-3",
    "0.75, 10, 1e-2",
    "1.1, 20, 1e-4",
    "1.3, 20, 1",
  })
  void flatRampsAreHolds(double volts, double from, double seconds) {
    OneDevice held = new OneDevice("hfo2/jart-v1b").at(0, from);
    held.hold(volts, seconds);
    OneDevice ramped = new OneDevice("hfo2/jart-v1b").at(0, from);
    ramped.ramp(volts, volts * (1 + 1e-14), seconds);
    assertEquals(Math.log(held.state(0)), Math.log(ramped.state(0)), 3e-7);
  }

  /**
   * Currents and temperatures of a loop of 1.5 V at 1 V/s with R_th0 = 10e6 K/W, read off published
   * plots of the Verilog-A model in Cadence Spectre (a public C++ port shows them): SET about -0.67
   * V, current peak about 0.68 mA at +1.17 V, 1900 K at -1.5 V, about 1100 K in the SET and 950 K
   * before the RESET. Reading error: 0.01 V, 0.01 mA, 20 K.
   */
  @Test
  void publishedLoop() {
    OneDevice cell = new OneDevice("hfo2/jart-v1b-user-guide");
    double set = 0;
    double before = 0;
    for (double v = 0; v > -1.4995; v -= 5e-4) {
      boolean high = cell.state(0) < 0.4;
      cell.ramp(v, v - 5e-4, 5e-4);
      if (high && cell.state(0) > 0.4) {
        set = v;
      }
      before = v - 5e-4;
    }
    assertEquals(-0.67, set, 0.01);
    assertEquals(1900, cell.kelvin(-1.5), 20);
    assertEquals(1100, hottest(set), 20);
    cell.ramp(before, 0, 1.5);
    double peak = 0;
    double at = 0;
    for (double v = 0; v < 1.4995; v += 5e-4) {
      cell.ramp(v, v + 5e-4, 5e-4);
      double amps = cell.amps(v + 5e-4);
      if (amps > peak) {
        peak = amps;
        at = v + 5e-4;
      }
    }
    assertEquals(1.17, at, 0.02);
    assertEquals(0.68e-3, peak, 0.01e-3);
    assertEquals(950, hottest(at), 20);
  }

  /** Temperature of the spike of an event so fast that the voltage stands still. */
  private static double hottest(double volts) {
    OneDevice cell = new OneDevice("hfo2/jart-v1b-user-guide");
    double kelvin = 0;
    for (double n = 0.008; n < 20; n *= 1.02) {
      kelvin = Math.max(kelvin, cell.at(0, n).kelvin(volts));
    }
    return kelvin;
  }

  /**
   * Read resistances at +0.2 V and -0.2 V from an independent Python program, three to four digits;
   * the user guide's LRS group is 1.58 .. 1.67 kohm.
   */
  @ParameterizedTest
  @CsvSource({
    "0.2, 0.008, 65.6e3, 0.1e3",
    "0.2, 0.02, 27.2e3, 0.06e3",
    "0.2, 0.05, 11.7e3, 0.06e3",
    "0.2, 0.1, 6.57e3, 6",
    "0.2, 0.4, 2.82e3, 6",
    "0.2, 1, 2.08e3, 6",
    "0.2, 2, 1.84e3, 6",
    "0.2, 20, 1.619e3, 0.6",
    "-0.2, 0.008, 104.7e3, 0.06e3",
  })
  void readResistances(double volts, double disc, double ohms, double tolerance) {
    OneDevice cell = new OneDevice("hfo2/jart-v1b").at(0, disc);
    assertEquals(ohms, volts / cell.amps(volts), tolerance);
  }

  /**
   * SET takes 75 mV per decade between -0.6 and -1.2 V and RESET 144 mV between 1.0 and 1.6 V
   * (independent Python program, rounded).
   */
  @Test
  void kinetics() {
    double set = 600 / Math.log10(seconds(-0.6, 0.008, 0.4) / seconds(-1.2, 0.008, 0.4));
    double reset = 600 / Math.log10(seconds(1.0, 20, 2) / seconds(1.6, 20, 2));
    assertEquals(75, set, 0.6);
    assertEquals(144, reset, 0.6);
    assertTrue(seconds(-1.2, 0.008, 0.4) < 2e-10); // 0.183 ns there
  }
}
