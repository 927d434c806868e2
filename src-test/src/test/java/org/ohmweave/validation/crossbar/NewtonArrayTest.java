package org.ohmweave.validation.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.ConvergenceException;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.cell.BankLaw;
import org.ohmweave.crossbar.cell.CellLaw;
import org.ohmweave.crossbar.cell.ExponentialSelector;
import org.ohmweave.crossbar.cell.OhmicLaw;
import org.ohmweave.crossbar.cell.SinhLaw;
import org.ohmweave.crossbar.wire.LinearArray;
import org.ohmweave.crossbar.wire.NewtonArray;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;

/** Nonlinear networks: Kirchhoff's law checked node by node, and how much work it takes. */
class NewtonArrayTest {
  private static final int N = 24;
  private static final Purpose RANDOM = NoiseSource.seeded(12).purpose("cells");

  private static double[] logUniformSiemens(int cells) {
    double[] g = new double[cells];
    for (int k = 0; k < cells; k++) {
      g[k] = 1e-6 * Math.pow(100, RANDOM.uniform(k, 0));
    }
    return g;
  }

  private static Wires wires(int rows, int columns, double ohms) {
    return new Wires(ohms, ohms, Ends.driveLeftSenseBottom(rows, columns, ohms, ohms));
  }

  /** Half the voltage on all lines but the selected two. */
  private static Drive half(int rows, int columns, double volts) {
    double[] left = new double[rows];
    double[] bottom = new double[columns];
    Arrays.fill(left, volts / 2);
    Arrays.fill(bottom, volts / 2);
    left[rows / 2] = volts;
    bottom[columns / 3] = 0;
    return new Drive(left, new double[rows], new double[columns], bottom);
  }

  private static Drive all(int rows, int columns, double volts) {
    double[] left = new double[rows];
    Arrays.fill(left, volts);
    return Drive.left(left, columns);
  }

  @ParameterizedTest
  @CsvSource({
    "hfo2/jart-v1b, 1.3",
    "hfo2/jart-v1b, -1.3",
    "pcmo/reaction-drift, 3.0",
    "pcmo/reaction-drift, -3.0",
    "reram/stanford-th, 2.5",
    "reram/stanford-v1, 2.0",
    "tio2/pickett, 1.5",
    "tio2/vteam, 1.0"
  })
  void arraysOfEveryFamilyObeyKirchhoff(String preset, double volts) {
    DeviceBank bank = Devices.bank(Presets.find(preset), N * N, 0);
    for (int k = 0; k < bank.size(); k++) {
      bank.model().reset(bank, k, k + 1, RANDOM.uniform(k, 1) < 0.5);
    }
    Wires wires = wires(N, N, 3);
    CellLaw law = new BankLaw(bank);
    NewtonArray array = new NewtonArray(N, N, law, wires);
    for (Drive drive : List.of(half(N, N, volts), all(N, N, volts))) {
      ArraySolution s = array.solve(drive);
      double off = Kirchhoff.violation(N, N, law, wires, drive, s);
      assertTrue(off < 1e-9, preset + " " + off);
      assertTrue(array.report().linearSolves() <= 10, array.report().toString());
      assertTrue(array.report().residualAmps() < 1e-9, array.report().toString());
    }
  }

  @Test
  void aPositiveWordLineSetsWhateverTheFamilysSign() {
    for (String preset : List.of("hfo2/jart-v1b", "reram/stanford-th")) {
      DeviceBank bank = Devices.bank(Presets.find(preset), 1, 0);
      double[] amps = new double[1];
      double[] slope = new double[1];
      new BankLaw(bank).evaluate(0, 1, new double[] {0.7}, amps, slope);
      double[] published = new double[1];
      bank.model().currents(bank, 0, 1, new double[] {bank.model().setSign() * 0.7}, published);
      assertEquals(bank.model().setSign() * published[0], amps[0], 0);
      assertTrue(amps[0] > 0 && slope[0] > 0);
    }
  }

  /** 60 mV per decade over up to 2 V is 33 decades: the solver must not crawl. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 2, -2})
  void steepDiodesConvergeInFewSteps(double volts) {
    CellLaw law = new ExponentialSelector(1e-15, 0.06);
    Wires wires = wires(N, N, 1);
    NewtonArray array = new NewtonArray(N, N, law, wires);
    Drive drive = all(N, N, volts);
    ArraySolution s = array.solve(drive);
    double off = Kirchhoff.violation(N, N, law, wires, drive, s);
    assertTrue(off < 1e-8, "violation " + off);
    assertTrue(array.report().linearSolves() <= 9, array.report().toString());
    assertEquals(0, array.report().searchSteps());
  }

  /** Long lines, whose far cells are decades below the near ones: the promise is 10 solves. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 2})
  void steepDiodesOnLongLines(double volts) {
    int n = 256;
    CellLaw law = new ExponentialSelector(1e-12, 0.06);
    Wires wires = wires(n, n, 1);
    Drive drive = all(n, n, volts);
    NewtonArray array = new NewtonArray(n, n, law, wires);
    ArraySolution s = array.solve(drive);
    double off = Kirchhoff.violation(n, n, law, wires, drive, s);
    assertTrue(off < 1e-8, "violation " + off);
    assertTrue(array.report().linearSolves() <= 8, array.report().toString());
  }

  /** After a pulse the sources are at one voltage again: no rest of the start may remain. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.7})
  void equalSourcesAfterAPulse(double volts) {
    NewtonArray array = new NewtonArray(N, N, new ExponentialSelector(1e-12, 0.06), wires(N, N, 1));
    array.solve(all(N, N, 2));
    double[] level = new double[N];
    Arrays.fill(level, volts);
    ArraySolution s = array.solve(new Drive(level, level, level, level));
    for (int j = 0; j < N; j++) {
      assertEquals(0, s.bottomAmps()[j], 1e-20);
      assertEquals(volts, s.wordVolts()[j], 1e-12);
    }
  }

  @Test
  void floatingLinesBetweenSteepCells() {
    double[] open = new double[N];
    Arrays.fill(open, Ends.OPEN);
    double[] left = open.clone();
    left[0] = 1;
    double[] bottom = open.clone();
    bottom[0] = 1;
    CellLaw law = new ExponentialSelector(1e-12, 0.06);
    Wires wires = new Wires(1, 1, new Ends(left, open, open, bottom));
    double[] volts = new double[N];
    volts[0] = 1.5;
    Drive drive = Drive.left(volts, N);
    NewtonArray array = new NewtonArray(N, N, law, wires);
    ArraySolution s = array.solve(drive);
    // the sneak path crosses three cells; the 23 x 23 in the middle share the current
    double direct = s.wordVolts()[0] - s.bitVolts()[0];
    double inner = s.wordVolts()[N + 1] - s.bitVolts()[N + 1];
    assertTrue(direct > 0.5 && inner < 0 && inner > -direct / 2, direct + " " + inner);
    assertEquals(-s.leftAmps()[0], s.bottomAmps()[0], 1e-9 * s.bottomAmps()[0]);
    assertTrue(array.report().linearSolves() <= 16, array.report().toString());
  }

  @Test
  void ohmicCellsGiveTheLinearAnswer() {
    double[] g = logUniformSiemens(N * N);
    ArraySolution expected = new LinearArray(N, N, g, wires(N, N, 5)).solve(all(N, N, 0.3));
    ArraySolution found =
        new NewtonArray(N, N, new OhmicLaw(g), wires(N, N, 5)).solve(all(N, N, 0.3));
    assertArrayEquals(expected.bottomAmps(), found.bottomAmps(), 1e-16);
  }

  @Test
  void aWarmStartCostsOneOrTwoSolves() {
    NewtonArray array =
        new NewtonArray(N, N, new SinhLaw(logUniformSiemens(N * N), 0.2), wires(N, N, 5));
    ArraySolution cold = array.solve(all(N, N, 1));
    ArraySolution warm = array.solve(all(N, N, 1));
    assertTrue(array.report().linearSolves() <= 2, array.report().toString());
    assertArrayEquals(cold.bottomAmps(), warm.bottomAmps(), 1e-12 * cold.bottomAmps()[0]);
    array.cold();
    assertArrayEquals(cold.bottomAmps(), array.solve(all(N, N, 1)).bottomAmps(), 0);
  }

  /** Cells that hold charge give current back without any source; they are not passive. */
  @Test
  void cellsThatAreNotPassive() {
    double[] g = logUniformSiemens(N * N);
    CellLaw charged =
        (from, to, volts, amps, siemens) -> {
          for (int k = from; k < to; k++) {
            amps[k] = g[k] * volts[k] + 1e-3 * (volts[k] - 2);
            siemens[k] = g[k] + 1e-3;
          }
        };
    Wires wires = wires(N, N, 2);
    Drive none = all(N, N, 0);
    NewtonArray array = new NewtonArray(N, N, charged, wires);
    ArraySolution s = array.solve(none);
    assertTrue(Kirchhoff.violation(N, N, charged, wires, none, s) < 1e-9);
    assertTrue(s.leftAmps()[0] > 1e-4, "charge leaves through the word lines");
  }

  /** A current limiter is flat: its slope underflows to zero on lines that only it feeds. */
  @Test
  void flatLaws() {
    CellLaw limiter =
        (from, to, volts, amps, siemens) -> {
          for (int k = from; k < to; k++) {
            double t = Math.tanh(volts[k] / 0.02);
            amps[k] = 1e-5 * (1 + k % 5) * t;
            siemens[k] = 5e-4 * (1 + k % 5) * (1 - t * t);
          }
        };
    double[] open = new double[N];
    Arrays.fill(open, Ends.OPEN);
    double[] left = open.clone();
    left[3] = 1;
    double[] bottom = open.clone();
    bottom[5] = 1;
    double[] volts = new double[N];
    volts[3] = 5;
    ArraySolution s =
        new NewtonArray(N, N, limiter, new Wires(1, 1, new Ends(left, open, open, bottom)))
            .solve(Drive.left(volts, N));
    // one column of 24 limiters feeds the sensed line; it cannot give more than they let through
    double limit = 0;
    for (int i = 0; i < N; i++) {
      limit += 1e-5 * (1 + (i * N + 5) % 5);
    }
    assertTrue(s.bottomAmps()[5] > 0 && s.bottomAmps()[5] <= limit);
    assertEquals(-s.leftAmps()[3], s.bottomAmps()[5], 1e-9 * limit);
  }

  @Test
  void aLawThatBreaksIsNamedWithItsCell() {
    CellLaw broken =
        (from, to, volts, amps, siemens) -> {
          for (int k = from; k < to; k++) {
            amps[k] = k == 7 ? Double.NaN : volts[k];
            siemens[k] = 1;
          }
        };
    NewtonArray array = new NewtonArray(3, 5, broken, wires(3, 5, 1));
    ConvergenceException e =
        assertThrows(ConvergenceException.class, () -> array.solve(all(3, 5, 1)));
    assertTrue(e.getMessage().contains("row 1, column 2"), e.getMessage());
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(
        InputException.class,
        () -> new NewtonArray(0, 5, new OhmicLaw(new double[0]), wires(1, 1, 1)));
    assertThrows(InputException.class, () -> new SinhLaw(new double[] {1}, 0));
    assertThrows(InputException.class, () -> new SinhLaw(new double[] {-1}, 1));
    assertThrows(InputException.class, () -> new ExponentialSelector(1e-9, 0));
    assertThrows(InputException.class, () -> new ExponentialSelector(Double.NaN, 0.06));
  }
}
