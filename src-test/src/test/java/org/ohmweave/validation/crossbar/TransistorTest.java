package org.ohmweave.validation.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.junit.jupiter.api.Test;
import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.cell.CellLaw;
import org.ohmweave.crossbar.cell.OhmicLaw;
import org.ohmweave.crossbar.cell.SeriesLaw;
import org.ohmweave.crossbar.cell.SinhLaw;
import org.ohmweave.crossbar.cell.Transistor;
import org.ohmweave.crossbar.wire.OneTransistorArray;

/** The access transistor against its textbook limits, and cells and arrays of 1T1R. */
class TransistorTest {
  private static final double BETA = 2e-4;
  private static final double SLOPE = 1.3;
  private static final Transistor T = new Transistor(0.45, BETA, SLOPE, 300);

  /** kT/q at 300 K from the exact SI constants. */
  private static final double THERMAL = 1.380649e-23 * 300 / 1.602176634e-19;

  @Test
  void triode() {
    // beta (VG - VT0) VDS - n/2 beta VDS^2, exact in strong inversion up to exp(-(VG - VT0)/n UT)
    for (double vds : new double[] {1e-6, 1e-3, 0.1, 0.3}) {
      double expected = BETA * ((1.8 - 0.45) * vds - SLOPE / 2 * vds * vds);
      assertEquals(expected, T.amps(1.8, 0, vds), 1e-6 * expected);
    }
  }

  @Test
  void saturation() {
    double expected = BETA * Math.pow(1.2 - 0.45, 2) / (2 * SLOPE);
    // up to the tail exp(-(VG - VT0) / 2 n UT) of the interpolation, 3e-6 here
    assertEquals(expected, T.amps(1.2, 0, 1.5), 1e-5 * expected);
    assertEquals(expected, T.amps(1.2, 0, 3), 1e-5 * expected);
    assertEquals(0, T.drainSlope(1.2, 0, 3), 1e-12);
  }

  @Test
  void belowThreshold() {
    // a decade per n UT ln 10, and 1 - exp(-VDS/UT) over the drain voltage
    double decade = SLOPE * THERMAL * Math.log(10);
    assertEquals(10, T.amps(-0.2 + decade, 0, 1) / T.amps(-0.2, 0, 1), 0.003);
    double saturated = T.amps(0, 0, 1);
    assertEquals(-Math.expm1(-0.02 / THERMAL) * saturated, T.amps(0, 0, 0.02), 1e-2 * saturated);
    assertTrue(saturated < 1e-11 && saturated > 0);
  }

  @Test
  void sourceAndDrainChangePlaces() {
    for (double vds : new double[] {1e-9, 0.03, 0.4, 1.7}) {
      double forth = T.amps(1.5, 0.2, vds);
      double back = T.amps(1.5, 0.2 + vds, -vds);
      assertEquals(forth, -back, 1e-13 * forth + 1e-21);
    }
  }

  @Test
  void slopesAndMonotony() {
    for (double gate : new double[] {0, 0.3, 0.5, 1, 2}) {
      double before = Double.NEGATIVE_INFINITY;
      for (double v = -1.5; v <= 1.5; v += 0.0501) {
        double h = 1e-6;
        double difference = (T.amps(gate, 0.3, v + h) - T.amps(gate, 0.3, v - h)) / (2 * h);
        double slope = T.drainSlope(gate, 0.3, v);
        double now = T.amps(gate, 0.3, v);
        assertEquals(difference, slope, 1e-6 * slope + 1e-9 * Math.abs(now) + 1e-24);
        assertTrue(now >= before - 1e-14 * Math.abs(now));
        before = now;
      }
    }
  }

  @Test
  void onResistance() {
    Transistor t = Transistor.ofOnOhms(15e3, 1.2, 0.4);
    assertEquals(15e3, 1e-6 / t.amps(1.2, 0, 1e-6), 1e-3 * 15e3 * 1e-2);
  }

  /** One cell: word source, memory, transistor, sense resistor, against Brent's method. */
  @Test
  void oneCellAgainstAScalarSolve() {
    double memory = 8e3;
    double sense = 3e3;
    for (double gate : new double[] {0.2, 0.7, 1, 1.8}) {
      for (double volts : new double[] {0.1, 1, 2, -1}) {
        OneTransistorArray array =
            new OneTransistorArray(
                1,
                1,
                new OhmicLaw(new double[] {1 / memory}),
                T,
                new Wires(0, 0, Ends.driveLeftSenseBottom(1, 1, 0, sense)));
        array.transistors().gates(gate);
        double found = array.solve(Drive.left(new double[] {volts}, 1)).bottomAmps()[0];
        double expected =
            new BrentSolver(1e-14, 1e-18, 1e-16)
                .solve(
                    500,
                    i -> i - T.amps(gate, i * sense, volts - i * (sense + memory)),
                    -2e-3,
                    2e-3);
        assertEquals(expected, found, 1e-8 * Math.abs(expected) + 1e-17, gate + " " + volts);
      }
    }
  }

  /** With the gate far open the transistor is a resistor of 1 / (beta (VG - VT0)). */
  @Test
  void openGateIsAResistorInSeries() {
    SeriesLaw law =
        new SeriesLaw(
            new OhmicLaw(new double[] {1e-4}),
            (from, to, volts, amps, siemens) -> {
              for (int k = from; k < to; k++) {
                amps[k] = T.amps(3, 0, volts[k]);
                siemens[k] = T.drainSlope(3, 0, volts[k]);
              }
            },
            1);
    double[] amps = new double[1];
    law.evaluate(0, 1, new double[] {1e-3}, amps, new double[1]);
    double ohms = 1e4 + 1 / (BETA * (3 - 0.45));
    assertEquals(1e-3 / ohms, amps[0], 1e-4 * 1e-3 / ohms);
  }

  @Test
  void gatesChooseRowsOrColumns() {
    int rows = 6;
    int columns = 9;
    double[] g = new double[rows * columns];
    Arrays.fill(g, 5e-5);
    Wires wires = new Wires(1, 1, Ends.driveLeftSenseBottom(rows, columns, 1, 1));
    OneTransistorArray array = new OneTransistorArray(rows, columns, new SinhLaw(g, 0.4), T, wires);
    double[] left = new double[rows];
    Arrays.fill(left, 0.2);
    Drive drive = Drive.left(left, columns);

    array.transistors().gatesByRow(new double[] {0, 0, 2, 0, 0, 0});
    ArraySolution byRow = array.solve(drive);
    double one = byRow.bottomAmps()[0];
    assertTrue(one > 8e-6 && one < 1e-5, "a single open cell per column, got " + one);
    assertTrue(-byRow.leftAmps()[0] < 1e-3 * one, "closed gates leak little");
    assertEquals(one * columns, -byRow.leftAmps()[2], 0.02 * one * columns);

    double[] gates = new double[columns];
    gates[4] = 2;
    array.transistors().gatesByColumn(gates);
    ArraySolution byColumn = array.solve(drive);
    assertTrue(byColumn.bottomAmps()[0] < 1e-3 * byColumn.bottomAmps()[4]);
    assertThrows(
        InputException.class, () -> array.transistors().gatesByRow(new double[] {1, 2, 3, 4}));
  }

  /** Many open cells on long bit lines lift the sources of their transistors; the answer stands. */
  @Test
  void kirchhoffWithSourceDegeneration() {
    int n = 48;
    double[] g = new double[n * n];
    Arrays.fill(g, 2e-4);
    CellLaw memory = new OhmicLaw(g);
    Wires wires = new Wires(3, 3, Ends.driveLeftSenseBottom(n, n, 20, 20));
    OneTransistorArray array = new OneTransistorArray(n, n, memory, T, wires);
    array.transistors().gates(1.5);
    double[] left = new double[n];
    Arrays.fill(left, 1);
    Drive drive = Drive.left(left, n);
    ArraySolution s = array.solve(drive);
    assertArrayEquals(s.bitVolts(), array.transistors().bitVolts(), 1e-11);
    double[] across = new double[n * n];
    for (int k = 0; k < n * n; k++) {
      across[k] = s.wordVolts()[k] - s.bitVolts()[k];
    }
    SeriesLaw law = new SeriesLaw(memory, array.transistors(), n * n);
    assertTrue(Kirchhoff.violation(n, n, law, wires, drive, s) < 1e-9);
    double[] memoryVolts = array.memoryVolts(s);
    int far = n * n - 1;
    double throughTransistor = T.amps(1.5, s.bitVolts()[far], across[far] - memoryVolts[far]);
    assertEquals(g[far] * memoryVolts[far], throughTransistor, 1e-9 * throughTransistor);
    assertTrue(s.bitVolts()[n / 2] > 0.05, "bit lines are lifted, " + s.bitVolts()[n / 2]);
    assertTrue(array.passes() < 30, "passes " + array.passes());
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(InputException.class, () -> new Transistor(0.4, 0, 1.3, 300));
    assertThrows(InputException.class, () -> new Transistor(0.4, 1e-4, 0.9, 300));
    assertThrows(InputException.class, () -> new Transistor(0.4, 1e-4, 1.3, -1));
    assertThrows(InputException.class, () -> Transistor.ofOnOhms(1e4, 0.3, 0.4));
  }
}
