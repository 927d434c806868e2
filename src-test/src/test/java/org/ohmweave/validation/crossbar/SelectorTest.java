package org.ohmweave.validation.crossbar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.cell.BankLaw;
import org.ohmweave.crossbar.cell.CellLaw;
import org.ohmweave.crossbar.cell.ExponentialSelector;
import org.ohmweave.crossbar.cell.OhmicLaw;
import org.ohmweave.crossbar.cell.SeriesLaw;
import org.ohmweave.crossbar.cell.ThresholdSelector;
import org.ohmweave.crossbar.wire.NewtonArray;
import org.ohmweave.crossbar.wire.ThresholdArray;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;

/** Selectors alone and in series with memory elements. */
class SelectorTest {
  private static double[] one(CellLaw law, double volts) {
    double[] amps = new double[1];
    double[] slope = new double[1];
    law.evaluate(0, 1, new double[] {volts}, amps, slope);
    return new double[] {amps[0], slope[0]};
  }

  @Test
  void twoResistorsInSeries() {
    SeriesLaw law =
        new SeriesLaw(new OhmicLaw(new double[] {1e-3}), new OhmicLaw(new double[] {4e-3}), 1);
    for (double v : new double[] {-1, -1e-9, 0, 1e-12, 0.3, 40}) {
      assertEquals(8e-4 * v, one(law, v)[0], 1e-15 * 8e-4 * Math.abs(v));
      assertEquals(8e-4, one(law, v)[1], 1e-18);
    }
  }

  /** The voltage of selector and resistor at a given current is explicit: i R + v0 asinh(i/2I0). */
  @Test
  void exponentialSelectorAndResistor() {
    double scale = 1e-12;
    double decade = 0.06;
    double ohms = 1e4;
    SeriesLaw law =
        new SeriesLaw(
            new ExponentialSelector(scale, decade), new OhmicLaw(new double[] {1 / ohms}), 1);
    for (double amps = 1e-16; amps < 1e-2; amps *= 3) {
      double volts = amps * ohms + decade / Math.log(10) * FastMath.asinh(amps / (2 * scale));
      double[] found = one(law, volts);
      assertEquals(amps, found[0], 1e-12 * amps);
      assertEquals(-amps, one(law, -volts)[0], 1e-12 * amps);
      // di/dv = 1 / (R + dv/di of the selector)
      double slope =
          1 / (ohms + decade / Math.log(10) / Math.sqrt(amps * amps + 4 * scale * scale));
      assertEquals(slope, found[1], 1e-8 * slope);
    }
  }

  @Test
  void limitsOfASelector() {
    CellLaw s = new ExponentialSelector(1e-12, 0.1);
    assertEquals(1e-12 * 1e10, one(s, 1.0)[0], 1e-12 * 1e10 * 1e-12);
    assertEquals(2e-12 * Math.log(10) / 0.1, one(s, 0)[1], 1e-22);
    // a decade per 100 mV
    assertEquals(10, one(s, 0.8)[0] / one(s, 0.7)[0], 1e-9);
  }

  @Test
  void openElements() {
    OhmicLaw open = new OhmicLaw(new double[] {0});
    OhmicLaw closed = new OhmicLaw(new double[] {1e-3});
    assertEquals(0, one(new SeriesLaw(open, closed, 1), 1)[0], 0);
    assertEquals(0, one(new SeriesLaw(closed, open, 1), 1)[0], 0);
    assertEquals(0, one(new SeriesLaw(closed, open, 1), 1)[1], 0);
    double[] first = new double[1];
    new SeriesLaw(open, closed, 1).firstVolts(0, 1, new double[] {1}, first);
    assertEquals(1, first[0], 0);
  }

  /** Slopes against central differences and monotone currents, selector with a real memory. */
  @Test
  void selectorWithADeviceModel() {
    for (String preset : new String[] {"hfo2/jart-v1b", "pcmo/reaction-drift"}) {
      DeviceBank bank = Devices.bank(Presets.find(preset), 1, 0);
      for (boolean lrs : new boolean[] {false, true}) {
        bank.model().reset(bank, 0, 1, lrs);
        SeriesLaw law = new SeriesLaw(new ExponentialSelector(1e-11, 0.09), new BankLaw(bank), 1);
        double before = Double.NEGATIVE_INFINITY;
        for (double v = -1.45; v < 1.5; v += 0.1) {
          double[] now = one(law, v);
          double h = 1e-5;
          double difference = (one(law, v + h)[0] - one(law, v - h)[0]) / (2 * h);
          assertEquals(difference, now[1], 1e-5 * difference, preset + " at " + v);
          assertTrue(now[0] > before);
          assertTrue(now[0] * v > 0);
          before = now[0];
        }
      }
    }
  }

  @Test
  void arrayOfSelectorsAndMemoriesObeysKirchhoff() {
    int n = 20;
    DeviceBank bank = Devices.bank(Presets.find("reram/stanford-th"), n * n, 0);
    for (int k = 0; k < n * n; k += 2) {
      bank.model().reset(bank, k, k + 1, true);
    }
    CellLaw law = new SeriesLaw(new ExponentialSelector(1e-12, 0.06), new BankLaw(bank), n * n);
    double[] left = new double[n];
    double[] bottom = new double[n];
    Arrays.fill(left, 1);
    Arrays.fill(bottom, 1);
    left[4] = 2;
    bottom[7] = 0;
    Wires wires = new Wires(2, 2, Ends.driveLeftSenseBottom(n, n, 2, 2));
    Drive drive = new Drive(left, new double[n], new double[n], bottom);
    NewtonArray array = new NewtonArray(n, n, law, wires);
    ArraySolution s = array.solve(drive);
    double off = Kirchhoff.violation(n, n, law, wires, drive, s);
    assertTrue(off < 1e-9, "violation " + off);
    assertTrue(array.report().linearSolves() <= 10, array.report().toString());
  }

  private static final ThresholdSelector.Parameters SWITCH =
      new ThresholdSelector.Parameters(0.5, 0.2, 500, 2e-6, 1e-12, 0.1);

  private static ThresholdArray single(double memoryOhms) {
    return new ThresholdArray(
        1,
        1,
        new OhmicLaw(new double[] {1 / memoryOhms}),
        SWITCH,
        new Wires(0, 0, Ends.driveLeftSenseBottom(1, 1, 100, 0)));
  }

  private static double amps(ThresholdArray array, double volts) {
    return array.solve(Drive.left(new double[] {volts}, 1)).bottomAmps()[0];
  }

  /** On above 0.5 V, off where (V - 0.2 V) / 5600 ohm falls below 2 uA: at 0.2112 V. */
  @Test
  void hysteresisOfAThresholdSelector() {
    ThresholdArray array = single(5000);
    assertTrue(amps(array, 0.49) < 1e-6);
    assertFalse(array.switches().isOn(0));
    // off leakage at the selector's 0.2 .. 0.4 V adds at most 2 I0 sinh: 1e-8 A
    assertEquals((0.6 - 0.2) / 5600, amps(array, 0.6), 2e-8);
    assertTrue(array.switches().isOn(0));
    assertEquals((0.49 - 0.2) / 5600, amps(array, 0.49), 2e-8);
    assertEquals((0.22 - 0.2) / 5600, amps(array, 0.22), 2e-8);
    assertTrue(array.switches().isOn(0));
    assertTrue(amps(array, 0.21) < 1e-8);
    assertFalse(array.switches().isOn(0));
    assertTrue(amps(array, -0.6) < -7e-5);
    assertEquals(0, array.oscillating());
  }

  /**
   * Behind 300 kohm the on state would carry 1.4 uA, below the holding current: no state stands.
   */
  @Test
  void aSwitchWithoutStandingStateIsCounted() {
    ThresholdArray array = single(3e5);
    double leak = amps(array, 0.6);
    assertEquals(1, array.oscillating());
    assertFalse(array.switches().isOn(0));
    assertTrue(leak > 0 && leak < 1e-6);
  }

  /** V/2: only the selected cell fires when V/2 < V_th < V; then others are left alone. */
  @Test
  void onlyTheSelectedCellFires() {
    int n = 12;
    double[] g = new double[n * n];
    Arrays.fill(g, 1e-4);
    double[] left = new double[n];
    double[] bottom = new double[n];
    Arrays.fill(left, 0.4);
    Arrays.fill(bottom, 0.4);
    left[3] = 0.8;
    bottom[9] = 0;
    ThresholdArray array =
        new ThresholdArray(
            n, n, new OhmicLaw(g), SWITCH, new Wires(2, 2, Ends.driveLeftSenseBottom(n, n, 2, 2)));
    ArraySolution s = array.solve(new Drive(left, new double[n], new double[n], bottom));
    assertEquals(1, array.switches().countOn());
    assertTrue(array.switches().isOn(3 * n + 9));
    assertEquals((0.8 - 0.2) / (1e4 + 500), s.bottomAmps()[9], 0.02 * 5.7e-5);
    // everything at full voltage: all fire, at once or one after another
    Arrays.fill(left, 0.9);
    array.switches().allOff();
    array.solve(Drive.left(left, n));
    assertEquals(n * n, array.switches().countOn());
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(
        InputException.class,
        () -> new ThresholdSelector.Parameters(0.2, 0.3, 500, 1e-6, 1e-12, 0.1));
    assertThrows(
        InputException.class,
        () -> new ThresholdSelector.Parameters(0.5, 0.3, 0, 1e-6, 1e-12, 0.1));
  }
}
