package org.ohmweave.study.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.Json;
import org.ohmweave.core.io.YamlFile;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.study.kind.Studies;
import org.ohmweave.study.run.StudyRun;

/** Studies of kind {@code transient}: against single devices, conservation, and the schemes. */
class TransientStudyTest {
  @TempDir Path folder;

  private Path run(YamlNode node, int threads, String name) {
    new StudyRun("test", "test", 1, threads)
        .add("", Studies.read(node), node.toMap())
        .into(folder.resolve(name), false);
    return folder.resolve(name);
  }

  private Path run(String yaml, int threads, String name) {
    return run(YamlFile.parse("test.yaml", "kind: transient\n" + yaml), threads, name);
  }

  private static JsonNode metrics(Path result) {
    return Json.read(result.resolve("result.json")).get("metrics");
  }

  private static List<String[]> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",")).toList();
  }

  /** The example of the documentation, the same on one and two threads. */
  @Test
  void theExample() throws IOException {
    Path example = Path.of("..", "docs", "how-to", "array-disturb.yaml");
    Path one = run(YamlFile.read(example), 1, "one");
    Path two = run(YamlFile.read(example), 2, "two");
    for (String file : new String[] {"cells.csv", "events.csv", "sources.csv"}) {
      assertEquals(Files.readString(one.resolve(file)), Files.readString(two.resolve(file)), file);
    }
    for (String file : new String[] {"change-map.png", "course.png", "disturb.png"}) {
      assertTrue(Files.size(one.resolve(file)) > 1000, file);
    }
    JsonNode classes = metrics(one).get("classes");
    assertEquals(2, classes.get(0).get("count").asInt());
    assertEquals(450, classes.get(3).get("count").asInt());
    assertTrue(classes.get(0).get("conductanceChangeMin").asDouble() > 100); // set
    assertEquals("down", metrics(one).get("selectedEvents").get(0).get("event").asText());
    assertEquals(0, metrics(one).get("disturbedCellsSwitched").asInt());
    JsonNode disturb = metrics(one).get("largestChangeByPulse").get("half-bit");
    for (int p = 1; p < 20; p++) {
      assertTrue(disturb.get(p).asDouble() > disturb.get(p - 1).asDouble());
    }
    double sum = 0;
    double largest = 0;
    for (String[] line : lines(one.resolve("sources.csv"))) {
      sum += Double.parseDouble(line[3]);
      largest = Math.max(largest, Math.abs(Double.parseDouble(line[3])));
    }
    assertEquals(0, sum, 1e-8 * largest); // charge is kept
  }

  /** One cell between ideal sources, against the device driven alone through the same trapezoid. */
  @ParameterizedTest
  @CsvSource({
    "reram/stanford-th, gap_m, 2.4, 1e9, 50e-9, 1e-4",
    "hfo2/jart-v1b, Ndisc_1e26m3, 0.9, 0, 2e-6, 1e-4",
    "pcmo/reaction-drift, N_m3, 4, 0, 1e-5, 1e-4"
  })
  void oneCellIsOneDevice(
      String preset, String column, double volts, double scale, double seconds, double tolerance)
      throws IOException {
    String yaml =
        "preset: %s\nrows: 1\ncolumns: 1\nselected: {row: 0, columns: [0]}\npulse: {amplitude: %s V, width: %s s, rise: 1 ns}\nwires: {segment: 0 ohm}\ndriver: 0 ohm\nsense: 0 ohm\n"
            .formatted(preset, volts, seconds);
    Path result = run(yaml, 1, "single");
    double change = Double.parseDouble(lines(result.resolve("cells.csv")).get(0)[7]);
    DeviceBank bank = Devices.bank(Presets.find(preset), 1, 0);
    bank.model().reset(bank, 0, 1, false);
    int state = 0;
    while (!bank.model().states().get(state).column().equals(column)) {
      state++;
    }
    double before = bank.state(state)[0];
    double[] zero = {0};
    double[] full = {bank.model().setSign() * volts};
    NoiseSource noise = NoiseSource.seeded(1);
    bank.model().ramp(bank, 0, 1, zero, full, 1e-9, noise, 0);
    bank.model().ramp(bank, 0, 1, full, full, seconds, noise, 1);
    bank.model().ramp(bank, 0, 1, full, zero, 1e-9, noise, 2);
    bank.model().ramp(bank, 0, 1, zero, zero, 10e-9, noise, 3);
    double after = bank.state(state)[0];
    double expected = scale > 0 ? scale * (after - before) : Math.log(after / before);
    assertTrue(Math.abs(expected) > 1e-3, "it moves: " + expected);
    assertEquals(expected, change, tolerance * Math.max(1, Math.abs(expected)));
  }

  /** Ideal lines: what each class sees is what the scheme says. */
  @ParameterizedTest
  @CsvSource({
    "half, 0.5, 0.5, 0",
    "third, 0.3333333333333333, 0.3333333333333333, -0.3333333333333333",
    "grounded, 1, 0, 0"
  })
  void classesSeeTheScheme(String scheme, double word, double bit, double other) {
    String yaml =
        "rows: 3\ncolumns: 4\nscheme: "
            + scheme
            + "\nselected: {row: 1, columns: [0, 2]}\npulse: {amplitude: 0.9 V, width: 10 ns}\nwires: {segment: 0 ohm}\ndriver: 0 ohm\nsense: 0 ohm\n";
    JsonNode classes = metrics(run(yaml, 1, "scheme")).get("classes");
    double[] shares = {1, word, bit, other};
    int[] counts = {2, 2, 4, 4};
    for (int c = 0; c < 4; c++) {
      assertEquals(counts[c], classes.get(c).get("count").asInt());
      assertEquals(0.9 * shares[c], classes.get(c).get("voltsMin").asDouble(), 1e-12);
      assertEquals(0.9 * shares[c], classes.get(c).get("voltsMax").asDouble(), 1e-12);
    }
  }

  /**
   * In an array of resistors in equal states, floating lines share the voltage by the sneak path.
   */
  @Test
  void floatingLinesShareTheVoltage() {
    String yaml =
        "rows: 5\ncolumns: 5\nscheme: floating\nbackground: hrs\nset: {R_s: 1e8 ohm}\npulse: {amplitude: 0.5 V, width: 10 ns}\nwires: {segment: 0 ohm}\ndriver: 0 ohm\nsense: 0 ohm\n";
    JsonNode classes = metrics(run(yaml, 1, "floating")).get("classes");
    // sneak path of n = 5: R/4 + R/16 + R/4, so half-selected cells see 4/9 and the others 1/9
    assertEquals(0.5 * 4 / 9, classes.get(1).get("voltsMedian").asDouble(), 1e-3);
    assertEquals(0.5 * 4 / 9, classes.get(2).get("voltsMedian").asDouble(), 1e-3);
    assertEquals(-0.5 / 9, classes.get(3).get("voltsMedian").asDouble(), 1e-3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pulse: {amplitude: 0 V, width: 1 ns}",
        "pulse: {amplitude: 1 V, width: 0 ns}",
        "pulse: {amplitude: 1 V, width: 1 ns, rise: 0 ns}",
        "pulse: {amplitude: 1 V, width: 1 ns, pulse: 2}",
        "pulse: {amplitude: 1 V, width: 1 ns}\nscheme: quarter",
        "pulse: {amplitude: 1 V, width: 1 ns}\nselected: {row: 16}",
        "pulse: {amplitude: 1 V, width: 1 ns}\nselected: {columns: [1, 1]}",
        "pulse: {amplitude: 1 V, width: 1 ns}\nbackground: on",
        "pulse: {amplitude: 1 V, width: 1 ns}\nstart: on",
        "pulse: {amplitude: 1 V, width: 1 ns}\nread: 0 V",
        "pulse: {amplitude: 1 V, width: 1 ns}\ntolerance: 0.1",
        "pulse: {amplitude: 1 V, width: 1 ns}\narrays: 5000",
        "pulse: {amplitude: 1 V, width: 1 ns}\npreset: tio2/vteam",
        "pulse: {amplitude: 1 V, width: 1 ns}\nwidth: 3"
      })
  void refusesInOneSentence(String rest) {
    YamlNode node = YamlFile.parse("test.yaml", "kind: transient\n" + rest + "\n");
    InputException mistake = assertThrows(InputException.class, () -> Studies.read(node));
    assertTrue(mistake.getMessage().startsWith("test.yaml"), mistake.getMessage());
  }
}
