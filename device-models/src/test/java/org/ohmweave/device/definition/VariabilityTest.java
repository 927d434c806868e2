package org.ohmweave.device.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmweave.calibration.Preset;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.drive.Drive;
import org.ohmweave.device.presets.Devices;

/** Devices as files: what is read does what it says, and mistakes name their place. */
class VariabilityTest {
  @TempDir Path folder;

  private static final String HEAD =
      "name: mine/cell\nextends: reram/stanford-v1\ntitle: a cell of mine\nvalues: {I0: 2 mA}\n";

  private Preset preset(String variability) throws IOException {
    Path file = folder.resolve("cell.yaml");
    Files.writeString(file, HEAD + "variability:\n  " + variability + "\n");
    return Presets.find(file.toString());
  }

  @Test
  void aFileTakesOverWhatItDoesNotSay() throws IOException {
    Preset mine = preset("deviceToDevice: {}");
    DeviceBank bank = Devices.bank(mine, 1, 0);
    DeviceBank base = Devices.bank(Presets.find("reram/stanford-v1"), 1, 0);
    assertEquals(2e-3, bank.parameter(bank.indexOf("I0"), 0));
    assertEquals(base.parameter(base.indexOf("g0"), 0), bank.parameter(bank.indexOf("g0"), 0));
  }

  @Test
  void spreadAndCorrelationAreThoseOfTheFile() throws IOException {
    Preset mine =
        preset(
            "deviceToDevice: {I0: {distribution: lognormal, sd: 20 %}, g0: {distribution: lognormal, sd: 0.1}}\n"
                + "  correlations: [{between: [I0, g0], rho: -0.5}]");
    int n = 4000;
    DeviceBank bank = Devices.bank(mine, n, 0);
    Variability.of(mine).spreadParameters(bank, NoiseSource.seeded(1));
    double[] i0 = logs(bank, "I0");
    double[] g0 = logs(bank, "g0");
    // five standard errors each, false alarm 6e-7
    assertEquals(
        0.2, new DescriptiveStatistics(i0).getStandardDeviation(), 5 * 0.2 / Math.sqrt(2.0 * n));
    assertEquals(-0.5, new PearsonsCorrelation().correlation(i0, g0), 5 * 0.75 / Math.sqrt(n));
  }

  private static double[] logs(DeviceBank bank, String symbol) {
    return java.util.Arrays.stream(bank.column(bank.indexOf(symbol))).map(Math::log).toArray();
  }

  @Test
  void everySourceIsReadAndCanBeSwitchedOff() throws IOException {
    Preset mine =
        preset(
            String.join(
                "\n  ",
                "deviceToDevice: {I0: 5 %}",
                "initialStates: {gap_m: 2 %}",
                "cycleToCycle: {I0: {sd: 5 %, correlation: 0.9}, g0: 1 %}",
                "readNoise:",
                "  white: 1 %",
                "  floor: 1 nS",
                "  shotAndThermal: {bandwidth: 1 MHz}",
                "  flicker: {perDecade: 0.3 %, from: 1 Hz, to: 1 MHz}",
                "  telegraph: {traps: 3, shortest: 1 us, longest: 10 s, share: 10 %, halfShareAt: 100 kohm}",
                "relaxation: {perLogSecond: -0.089 uS, sd: 0.41 uS, sdPerLogSecond: 0.042 uS}",
                "drift: {exponent: 0.02, sd: 0.01, after: 20 s}",
                "retention: {tau: 1e5 s, at: 400 K, activation: 1.2 eV}",
                "stuck: {lrs: 0.1 %, hrs: 0.1 %}",
                "endurance: {lifetime: 1e6, shape: 2, wear: {I0: {change: -50 %}}}",
                "forming: {virgin: 1 Gohm, t0: 1e6 s, perE: 0.2 V, shape: 1.5}"));
    Variability all = Variability.of(mine);
    Set<String> expected =
        new TreeSet<>(
            List.of(
                "device-to-device",
                "initial-states",
                "cycle-to-cycle",
                "read-noise",
                "relaxation",
                "drift",
                "retention",
                "stuck",
                "endurance",
                "forming"));
    assertEquals(expected, all.sources());
    assertEquals(12, all.effects(NoiseSource.seeded(1)).size());
    for (String name : expected) {
      Set<String> left = new TreeSet<>(expected);
      left.remove(name);
      assertEquals(left, all.without(List.of(name)).sources());
    }
    assertEquals(Set.of(), all.without(List.of("all")).sources());
    assertThrows(InputException.class, () -> all.without(List.of("noise")));
    InputException e = assertThrows(InputException.class, () -> new Drive(mine));
    assertTrue(e.getMessage().contains("read-noise"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deviceToDevice: {I9: 5 %}",
        "deviceToDevice: {I0: 5}",
        "deviceToDevice: {I0: {distribution: cauchy, sd: 5 %}}",
        "deviceToDevice: {I0: {distribution: normal, sd: -5 %}}",
        "deviceToDevice: {I0: {distribution: truncated-normal, mean: 1 V, sd: 1 mA}}",
        "initialStates: {N_m3: 5 %}",
        "correlations: [{between: [I0], rho: 0.5}]",
        "correlations: [{between: [I0, g0], rho: 0.5}]",
        "cycleToCycle: {I0: {sd: 5 %, correlation: 1.5}}",
        "readNoise: {pink: 1 %}",
        "readNoise: {flicker: {perDecade: 1 %, from: 1 MHz, to: 1 Hz}}",
        "readNoise: {vacancyJumps: {}}",
        "stuck: {lrs: 80 %, hrs: 30 %}",
        "retention: {tau: 1e5 s, at: 400 K}",
        "endurance: {lifetime: 1e6, shape: 2, wear: {I9: {change: 1 %}}}",
        "forming: {virgin: 1 kV, t0: 1 s, perE: 1 V, shape: 1}",
        "colour: blue",
      })
  void mistakesNameTheFile(String variability) throws IOException {
    Preset mine = preset(variability);
    InputException e = assertThrows(InputException.class, () -> Variability.of(mine));
    assertTrue(e.getMessage().contains("cell.yaml"), e.getMessage());
  }
}
