package org.ohmweave.validation.spice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.Json;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.cases.CaseReader;
import org.ohmweave.crossbar.cases.CaseSolution;
import org.ohmweave.crossbar.cases.CrossbarCase;
import org.ohmweave.crossbar.cases.TransientCaseReader;
import org.ohmweave.crossbar.dynamics.TransientCase;
import org.ohmweave.crossbar.spice.ArrayNetlist;
import org.ohmweave.crossbar.spice.DeviceCells;
import org.ohmweave.crossbar.spice.OhmicCells;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.spice.SpiceLaw;
import org.ohmweave.validation.Golden;

/** Our netlists, solved by ngspice, against our own solution. */
class SpiceCrossCheckTest {
  @TempDir Path folder;

  /** Operating points agree to 1e-9 of the largest current. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "lin-8x8-basic",
        "lin-32x32-alllrs",
        "two-10x14-all",
        "zero-8x6-ideal",
        "sinh-8x8",
        "sinh-8x8-floating"
      })
  void arrays(String name) throws IOException, InterruptedException {
    Ngspice.assumeInstalled();
    CrossbarCase network = CaseReader.read(Golden.file("crossbar").resolve(name + ".json"));
    ArraySolution ours = CaseSolution.solve(network).get(0);
    Map<String, Double> theirs =
        Ngspice.currents(
            Ngspice.run(
                folder,
                ArrayNetlist.operatingPoint(
                    network.name(),
                    network.rows(),
                    network.columns(),
                    network.wires(),
                    new OhmicCells(network.siemens(), network.sinhVolts()),
                    network.runs().get(0))));
    double largest = largest(ours);
    Ends ends = network.wires().ends();
    compare("left", ends.leftOhms(), ours.leftAmps(), theirs, largest);
    compare("right", ends.rightOhms(), ours.rightAmps(), theirs, largest);
    compare("top", ends.topOhms(), ours.topAmps(), theirs, largest);
    compare("bottom", ends.bottomOhms(), ours.bottomAmps(), theirs, largest);
  }

  private static double largest(ArraySolution s) {
    double largest = 0;
    for (double[] amps : List.of(s.leftAmps(), s.rightAmps(), s.topAmps(), s.bottomAmps())) {
      for (double a : amps) {
        largest = Double.isNaN(a) ? largest : Math.max(largest, Math.abs(a));
      }
    }
    return largest;
  }

  private static void compare(
      String side, double[] ohms, double[] ours, Map<String, Double> theirs, double largest) {
    for (int k = 0; k < ohms.length; k++) {
      if (!Double.isInfinite(ohms[k])) {
        Double amps = theirs.get(side + k);
        assertTrue(amps != null, "ngspice printed no current of " + side + k);
        assertEquals(amps, ours[k], 1e-9 * largest, side + k);
      }
    }
  }

  /** Static currents of the physical laws, both polarities, states from bound to bound. */
  @ParameterizedTest
  @CsvSource({
    "reram/stanford-th, 1.5",
    "reram/stanford-v1, 1.2",
    "pcmo/reaction-drift, 2",
    "hfo2/jart-v1b, 1",
    "tio2/pickett, 0.9"
  })
  void staticCurrents(String preset, double volts) throws IOException, InterruptedException {
    Ngspice.assumeInstalled();
    int rows = 6;
    DeviceBank bank = between(preset, rows);
    double[] each = new double[rows];
    double[] drive = new double[rows];
    for (int i = 0; i < rows; i++) {
      each[i] = volts * (i % 2 == 0 ? 1 : -1) * (0.2 + 0.8 * i / (rows - 1.0));
      drive[i] = bank.model().setSign() * each[i];
    }
    double[] amps = new double[rows];
    bank.model().currents(bank, 0, rows, each, amps);
    double[] none = new double[rows];
    double[] open = new double[rows];
    Arrays.fill(open, Ends.OPEN);
    Ends ends = new Ends(none, open, new double[] {Ends.OPEN}, new double[] {0});
    String printed =
        Ngspice.run(
            folder,
            ArrayNetlist.operatingPoint(
                preset,
                rows,
                1,
                new Wires(0, 0, ends),
                new DeviceCells(bank, SpiceLaw.Form.FROZEN),
                Drive.left(drive, 1)));
    Map<String, Double> theirs = Ngspice.currents(printed);
    for (int i = 0; i < rows; i++) {
      Double out = theirs.get("left" + i);
      assertTrue(out != null, printed);
      double expected = -bank.model().setSign() * amps[i];
      assertEquals(expected, out, 1e-9 * Math.abs(expected), preset + " at " + each[i] + " V");
    }
  }

  private static DeviceBank between(String preset, int size) {
    DeviceBank bank = Devices.bank(Presets.find(preset), size, 0);
    DeviceBank low = bank.copy();
    bank.model().reset(bank, 0, size, false);
    low.model().reset(low, 0, size, true);
    for (int i = 0; i < size; i++) {
      double share = i / (size - 1.0);
      bank.state(0)[i] = bank.state(0)[i] * Math.pow(low.state(0)[i] / bank.state(0)[i], share);
    }
    return bank;
  }

  /**
   * A SET pulse with edges on one cell behind a resistor. ngspice with its step capped at 1/4000 of
   * the run; its own error was seen to be 1e-5 .. 1e-3 of the switching time at such settings
   * (reference program's comparison of thirteen arrays: within 5e-5 at 1e-4 of the run).
   */
  @ParameterizedTest
  @CsvSource({
    // law, volts, seconds, start, tolerance of the end state
    "reram/stanford-th, 2.2, 1e-6, 1.5e-9, 1e-3",
    "pcmo/reaction-drift, 2.4, 2e-5, 1.75e26, 2e-3",
    "hfo2/jart-v1b, 0.82, 8e-7, 0.05, 2e-3",
    "tio2/pickett, 0.75, 5, 1.7, 1e-4"
  })
  void pulses(String preset, double volts, double seconds, double start, double tolerance)
      throws IOException, InterruptedException {
    Ngspice.assumeInstalled();
    DeviceBank bank = Devices.bank(Presets.find(preset), 1, 0);
    bank.model().reset(bank, 0, 1, false);
    bank.state(0)[0] = start;
    if (preset.equals("reram/stanford-th")) {
      bank.setShared(bank.indexOf("R_s"), 5000);
    }
    double edge = seconds / 50;
    double[] t = {0, edge, seconds - edge, seconds};
    double[] v = {0, volts, volts, 0};
    Ends ends =
        new Ends(new double[1], new double[] {Ends.OPEN}, new double[] {Ends.OPEN}, new double[1]);
    String state =
        switch (preset) {
          case "reram/stanford-th" -> "gap";
          case "tio2/pickett" -> "w";
          default -> "x";
        };
    Ngspice.run(
        folder,
        ArrayNetlist.transients(
            preset,
            1,
            1,
            new Wires(0, 0, ends),
            new DeviceCells(bank, SpiceLaw.Form.MOVING),
            i -> ArrayNetlist.piecewiseLinear(t, v),
            j -> "DC 0",
            0,
            seconds,
            seconds / 4000,
            List.of("v(xc0_0." + state + ")"),
            "out.dat"));
    double theirs = Ngspice.lastRow(folder.resolve("out.dat"))[1];
    double[] from = new double[1];
    double[] to = new double[1];
    for (int k = 1; k < t.length; k++) {
      from[0] = bank.model().setSign() * v[k - 1];
      to[0] = bank.model().setSign() * v[k];
      bank.model().ramp(bank, 0, 1, from, to, t[k] - t[k - 1], NoiseSource.seeded(1), k);
    }
    double ours =
        switch (preset) {
          case "reram/stanford-th" -> 1e9 * bank.state(0)[0];
          case "tio2/pickett" -> bank.state(0)[0];
          default -> Math.log(bank.state(0)[0]);
        };
    double before =
        switch (preset) {
          case "reram/stanford-th" -> 1e9 * start;
          case "tio2/pickett" -> start;
          default -> Math.log(start);
        };
    assertTrue(Math.abs(ours - before) > 0.02, preset + " did not move: " + ours);
    assertEquals(ours, theirs, tolerance * Math.abs(ours - before), preset);
  }

  /**
   * Whole arrays in time: end states of two golden cases by ngspice, within what its step of
   * 1/10000 was seen to cost (reference: 5e-5 of switching times, 4e-6 on end states).
   */
  @ParameterizedTest
  @ValueSource(strings = {"th-2x2-set-half", "pcmo-3x3-set-half"})
  void arraysInTime(String name) throws IOException, InterruptedException {
    Ngspice.assumeInstalled();
    Path file = Golden.file("array-transient").resolve(name + ".json");
    TransientCase input = TransientCaseReader.read(file, NoiseSource.seeded(1));
    String printed =
        Ngspice.run(folder, ArrayNetlist.of(input, 1e-4 * input.endSeconds(), "out.dat"));
    double[] row = Ngspice.lastRow(folder.resolve("out.dat"));
    var ends = Json.read(file).at("/result/stateEnd");
    for (int i = 0; i < input.rows(); i++) {
      for (int j = 0; j < input.columns(); j++) {
        double expected = ends.get(i).get(j).asDouble();
        assertEquals(expected, row[1 + i * input.columns() + j], 1e-4, printed);
      }
    }
  }

  @Test
  void lawsWithoutText() {
    DeviceBank v1 = Devices.bank(Presets.find("reram/stanford-v1"), 1, 0);
    DeviceBank soft = Devices.bank(Presets.find("behavioural/soft-bounds"), 1, 0);
    assertTrue(
        assertThrows(InputException.class, () -> SpiceLaw.of(v1.model(), SpiceLaw.Form.MOVING))
            .getMessage()
            .contains("hard threshold"));
    assertTrue(
        assertThrows(InputException.class, () -> SpiceLaw.of(soft.model(), SpiceLaw.Form.FROZEN))
            .getMessage()
            .contains("stanford-th"));
  }
}
