package org.ohmweave.validation.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmweave.calibration.Presets;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.variability.ImpedanceFactor;

/**
 * Observables of the PCMO law: numbers of an independent Python program (Radau), printed with two
 * to four digits, and what the abstracts of arXiv:1605.08755 and arXiv:1612.05293 report (SCLC
 * slope near 2, RESET current falling as the power -1/10 of time, rise at about 100 ns).
 */
class PcmoSheetValuesTest {
  private static final double N_MIN = 2.5e25;

  private static OneDevice film() {
    return new OneDevice("pcmo/reaction-drift");
  }

  /** Current with frozen traps at the steady temperature. */
  private static double steadyAmps(double traps, double volts, double ambient) {
    OneDevice film = film().with("f0", 0).with("T_amb", ambient).at(0, traps);
    film.hold(volts, 1e-3); // feedback slows the heating near the shoot-up
    return film.amps(volts);
  }

  private static double slope(double traps, double volts) {
    double h = 1e-3;
    double high = steadyAmps(traps, volts * Math.exp(h), 298.15);
    double low = steadyAmps(traps, volts * Math.exp(-h), 298.15);
    return Math.log(high / low) / (2 * h);
  }

  /**
   * Sheet: d ln I/d ln V along the self-heated curve; published regimes: 1, about 2, much above.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0.02, 1.14, 0.005",
    "1, 0.2, 1.60, 0.005",
    "1, 0.5, 1.91, 0.005",
    "1, 0.7, 2.2, 0.05",
    "1, 1.16, 3.4, 0.05",
    "1, 3, 1.43, 0.005",
    "7, 0.5, 1.83, 0.005",
    "7, 0.9, 2.05, 0.005",
    "7, 2.05, 7.5, 0.05",
  })
  void regimesOfTheStaticCurve(double times, double volts, double expected, double tolerance) {
    assertEquals(expected, slope(times * N_MIN, volts), tolerance);
  }

  /** Published: the current shoots up (slope much above 2), then the series resistor takes over. */
  @ParameterizedTest
  @CsvSource({"1, 1.16", "7, 2.05"})
  void shootUpBetweenTwoGentlerRegimes(double times, double volts) {
    double top = slope(times * N_MIN, volts);
    assertTrue(top > 1.1 * slope(times * N_MIN, volts - 0.3), "rises before");
    assertTrue(top > 1.1 * slope(times * N_MIN, volts + 0.3), "falls after");
  }

  /**
   * Sheet: d ln I/d ln t of the RESET from the LRS, least squares over 81 points evenly spaced in
   * the logarithm of time, 1e-5 .. 1e-1 s; published: about -0.1. Those with four digits and 85 C
   * are in golden/devices-b/metrics.csv; tolerance 0.003 there, half a digit here. At 3 V the sheet
   * prints -0.013; scipy's solve_ivp (Radau, rtol 1e-9) of the same equations gives -0.010868889.
   */
  @ParameterizedTest
  @CsvSource({
    "1.5, 298.15, -0.114, 6e-4",
    "1.6, 298.15, -0.1355692994, 1e-4",
    "1.9, 298.15, -0.1268239439, 1e-4",
    "2.0, 298.15, -0.121, 6e-4",
    "2.2, 298.15, -0.1139065117, 1e-4",
    "2.4, 298.15, -0.107, 6e-4",
    "2.6, 298.15, -0.08914157906, 1e-4",
    "3.0, 298.15, -0.010868889, 1e-5",
    "2.0, 358.15, -0.1416130402, 1e-4",
  })
  void powerLawOfTheReset(double volts, double ambient, double expected, double tolerance) {
    OneDevice film = film().with("T_amb", ambient).lrs();
    double before = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (int k = 0; k <= 80; k++) {
      double t = Math.pow(10, -5 + k / 20.0);
      film.hold(volts, t - before);
      before = t;
      double u = Math.log(t);
      double w = Math.log(film.amps(volts));
      x += u / 81;
      y += w / 81;
      xx += u * u / 81;
      xy += u * w / 81;
    }
    assertEquals(expected, (xy - x * y) / (xx - x * x), tolerance);
  }

  /** Sheet: on/off at 0.2 V after 30 pulses of 2 V, 1 ms; metrics.csv: after a sweep of 2.5 V. */
  @Test
  void onOffRatios() {
    OneDevice pulsed = film().lrs();
    double lrs = pulsed.amps(0.2);
    for (int k = 0; k < 30; k++) {
      pulsed.hold(2, 1e-3);
      pulsed.cool();
    }
    assertEquals(6.6, lrs / pulsed.amps(0.2), 0.05); // Park et al., IEDM 2013, have 6.84
    OneDevice swept = film().at(0, 7 * N_MIN);
    swept.ramp(0, -2.5, 2.5);
    swept.ramp(-2.5, 0, 2.5);
    swept.ramp(0, 2.5, 2.5);
    swept.ramp(2.5, 0, 2.5);
    swept.cool();
    assertEquals(14.04961157, lrs / swept.amps(0.2), 0.005); // metrics.csv
  }

  /** metrics.csv: largest RESET current at 1.275 V on a grid of 25 mV; sheet +1.28 V. */
  @Test
  void voltageOfTheLargestResetCurrent() {
    OneDevice film = film().at(0, 7 * N_MIN);
    film.ramp(0, -2.5, 2.5);
    film.ramp(-2.5, 0, 2.5);
    double most = 0;
    double at = 0;
    for (double v = 0; v < 2; v += 5e-3) {
      film.ramp(v, v + 5e-3, 5e-3);
      double amps = film.amps(v + 5e-3);
      at = amps > most ? v + 5e-3 : at;
      most = Math.max(most, amps);
    }
    assertEquals(1.28, at, 0.015);
  }

  /** metrics.csv: largest current of the RESET steps among the stored rows, 1e-3. */
  @ParameterizedTest
  @CsvSource({
    "1.6, 298.15, 0.001482571127",
    "1.9, 298.15, 0.00211327507",
    "2.2, 298.15, 0.00266501714",
    "2.6, 298.15, 0.003381998018",
    "2.0, 358.15, 0.002336962168",
  })
  void peakOfTheReset(double volts, double ambient, double expected) {
    OneDevice film = film().with("T_amb", ambient).lrs();
    double before = 0;
    double most = 0;
    double at = 0;
    for (double t = 1e-10; t < 1e-2; t *= 1.02) {
      film.hold(volts, t - before);
      before = t;
      double amps = film.amps(volts);
      at = amps > most ? t : at;
      most = Math.max(most, amps);
    }
    assertEquals(expected, most, 1e-3 * expected);
    assertTrue(at > 1e-8 && at < 2e-6, "rise by self-heating, some 100 ns: " + at + " s");
  }

  /**
   * Sheet: two SET times that metrics.csv lacks, about 65 mV per decade, and over 10 s at -1.8 V.
   */
  @Test
  void setTimes() {
    assertEquals(0.23e-3, setSeconds(-2.2), 0.005e-3);
    assertEquals(4.5e-6, setSeconds(-2.4), 0.05e-6);
    assertEquals(65, 100 / Math.log10(setSeconds(-2.0) / setSeconds(-2.1)), 3);
    OneDevice cold = film().at(0, 7 * N_MIN);
    cold.hold(-1.8, 10);
    assertTrue(cold.state(0) > 3.5 * N_MIN, "SET at -1.8 V takes over 10 s");
  }

  private static double setSeconds(double volts) {
    double low = -8;
    double high = 0;
    while (high - low > 1e-4) {
      double middle = 0.5 * (low + high);
      OneDevice film = film().at(0, 7 * N_MIN);
      film.hold(volts, Math.pow(10, middle));
      boolean passed = film.state(0) < 3.5 * N_MIN;
      low = passed ? low : middle;
      high = passed ? middle : high;
    }
    return Math.pow(10, high);
  }

  /** Sheet: I(0.2 V) rises 2.4 times from 25 to 125 C. */
  @Test
  void ambientTemperature() {
    double ratio = steadyAmps(N_MIN, 0.2, 398.15) / steadyAmps(N_MIN, 0.2, 298.15);
    assertEquals(2.4, ratio, 0.05);
  }

  /** Sheet: conductance factors 14, 1/19 and 1/1616 for 1 kohm, 10 Mohm and Park's 23 Mohm LRS. */
  @ParameterizedTest
  @CsvSource({
    "14, true, 1e3, 0.02",
    "0.05263157895, false, 10e6, 0.02",
    "6.188e-4, true, 23e6, 2e-3"
  })
  void resistancesAfterScaling(double factor, boolean lowResistance, double ohms, double share) {
    DeviceBank bank = Devices.bank(Presets.find("pcmo/full-range"), 1, 0);
    ImpedanceFactor.apply(bank, factor);
    bank.model().reset(bank, 0, 1, lowResistance);
    double[] amps = new double[1];
    bank.model().currents(bank, 0, 1, new double[] {0.2}, amps);
    assertEquals(ohms, 0.2 / amps[0], share * ohms);
  }

  /**
   * Sheet: tau = R_th C_th = 108 ns, the published 100 ns; ohmic and SCLC parts equal at 0.12 V.
   */
  @Test
  void scalesOfTheFit() {
    assertEquals(108e-9, 1.8e5 * 6e-13, 1e-12);
    OneDevice film = film().with("R_s", 0).with("f0", 0).lrs();
    double crossover = 0.12;
    double low = film.amps(1e-6) / 1e-6;
    assertEquals(2, film.amps(crossover) / crossover / low, 0.03);
    film.hold(0.05, 108e-9); // so little heat that it does not feed itself
    double heated = film.state(1) - 298.15;
    film.hold(0.05, 5e-6);
    assertEquals(1 - Math.exp(-1), heated / (film.state(1) - 298.15), 0.02);
  }
}
