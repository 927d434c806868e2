package org.ohmweave.device.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Preset;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.wave.PiecewiseLinear;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.presets.Devices;

class DriveTest {
  private static Drive drive(String preset) {
    return new Drive(Presets.find(preset));
  }

  private static CsvTable run(Drive drive, double[] t, double[] v) {
    return drive.run(new PiecewiseLinear("w.csv", t, v), NoiseSource.seeded(1));
  }

  @Test
  void columnsAndSteps() {
    CsvTable rows =
        run(
            drive("reram/stanford-th").seriesOhms(5000),
            new double[] {0, 0, 1e-5, 1e-5, 1e-5},
            new double[] {0, 2, 2, 7, 0});
    assertEquals(List.of("t_s", "v_V", "i_A", "gap_m", "T_K"), rows.header());
    assertEquals(5, rows.rows());
    assertEquals(0, rows.column("i_A")[0]);
    assertEquals(1.7e-9, rows.column("gap_m")[1]);
    assertEquals(298, rows.column("T_K")[1]);
    assertTrue(rows.column("gap_m")[2] < 1.695e-9);
    assertEquals(
        rows.column("gap_m")[2], rows.column("gap_m")[4]); // zero time, however high the middle row
  }

  @Test
  void overridesAndAliases() {
    double[] t = {0, 1e-3};
    double[] v = {-0.5, -0.5};
    double byAlias = run(drive("hfo2/jart-v1b").set("Rth0", 10e6), t, v).column("i_A")[1];
    double byPreset = run(drive("hfo2/jart-v1b-user-guide"), t, v).column("i_A")[1];
    assertEquals(byPreset, byAlias);
    double started =
        run(
                drive("hfo2/jart-v1b").initial("Ndisc_1e26m3", 0.3),
                new double[] {0},
                new double[] {0.2})
            .column("Ndisc_1e26m3")[0];
    assertEquals(0.3, started);
  }

  @Test
  void mistakesAreNamed() {
    assertTrue(message(() -> drive("reram/stanford")).contains("did you mean 'reram/stanford-th'"));
    assertTrue(message(() -> drive("reram/stanford-th").set("Rfoo", 1)).contains("Rfoo"));
    assertTrue(message(() -> drive("reram/stanford-th").initial("w_nm", 1)).contains("gap_m"));
    assertTrue(message(() -> drive("reram/stanford-th").seriesOhms(-1)).contains("[ohm], got -1"));
    assertTrue(
        message(() -> drive("behavioural/soft-bounds").ambientKelvin(300))
            .contains("no temperature"));
    assertTrue(
        message(() -> run(drive("reram/stanford-th"), new double[] {1, 0}, new double[] {0, 0}))
            .contains("runs backwards"));
    assertTrue(
        message(
                () ->
                    run(
                        drive("hfo2/jart-v1b").initial("Ndisc_1e26m3", -1),
                        new double[] {0},
                        new double[] {0}))
            .contains("positive"));
  }

  private static String message(org.junit.jupiter.api.function.Executable action) {
    return assertThrows(InputException.class, action).getMessage();
  }

  /** Every preset that comes with the project can be driven as it is. */
  @org.junit.jupiter.params.ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("presets")
  void everyPresetDrives(String preset) {
    PiecewiseLinear wave =
        new PiecewiseLinear("wave", new double[] {0, 1e-9, 2e-9}, new double[] {0, 0.1, 0});
    CsvTable rows = new Drive(Presets.find(preset)).run(wave, NoiseSource.seeded(1));
    assertEquals(3, rows.rows());
    assertTrue(rows.column("i_A")[1] > 0, "a positive voltage drives a positive current");
  }

  /** Every published symbol can be replaced, by a value two per cent away, and gives numbers. */
  @org.junit.jupiter.params.ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("presets")
  void everySymbolCanBeSet(String name) {
    Preset preset = Presets.find(name);
    DeviceBank bank = Devices.bank(preset, 1, 0);
    PiecewiseLinear wave =
        new PiecewiseLinear(
            "wave", new double[] {0, 1e-7, 2e-7, 3e-7, 4e-7}, new double[] {0, 1.2, 0, -1.2, 0});
    for (ParameterSymbol symbol : bank.model().parameters()) {
      double value = bank.parameter(bank.indexOf(symbol.symbol()), 0);
      CsvTable rows;
      try {
        rows = new Drive(preset).set(symbol.symbol(), 1.02 * value).run(wave, noise());
      } catch (InputException e) {
        // at the edge of what is valid, or a whole number: the other side, or the value itself
        double other = value == Math.rint(value) && Math.abs(value) < 10 ? value : 0.98 * value;
        rows = new Drive(preset).set(symbol.symbol(), other).run(wave, noise());
      }
      for (String column : rows.header()) {
        for (double cell : rows.column(column)) {
          assertTrue(Double.isFinite(cell), name + " with " + symbol.symbol() + ": " + column);
        }
      }
    }
  }

  private static NoiseSource noise() {
    return NoiseSource.seeded(1);
  }

  /** The limit acts on the SET side alone, and the temperature is that of what the device sees. */
  @Test
  void compliance() {
    double[] t = {0, 1e-3, 2e-3, 3e-3, 4e-3};
    double[] v = {0, 2.2, 0, -1.5, 0};
    CsvTable free = run(drive("reram/stanford-th").seriesOhms(5000), t, v);
    CsvTable limited =
        run(
            drive("reram/stanford-th").seriesOhms(5000).compliance(1e-4, Double.POSITIVE_INFINITY),
            t,
            v);
    assertTrue(free.column("i_A")[1] > 1.5e-4);
    assertEquals(1e-4, limited.column("i_A")[1], 1e-9);
    assertTrue(limited.column("gap_m")[1] > free.column("gap_m")[1]);
    assertTrue(limited.column("T_K")[1] < free.column("T_K")[1]);
    assertTrue(
        message(() -> drive("reram/stanford-th").compliance(-1, 1)).contains("must be positive"));
  }

  static java.util.List<String> presets() {
    return Presets.names();
  }
}
