package org.ohmweave.study.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.io.Json;
import org.ohmweave.crossbar.array.WireGeometry;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.study.Ohmweave;

/**
 * The command {@code solve} with devices, selectors, faults and wires that differ. A single cell
 * between ideal sources has closed answers; larger cases are compared with the same network written
 * out in plain numbers, which the goldens validate.
 */
@ResourceLock(Resources.SYSTEM_ERR)
@ResourceLock(Resources.SYSTEM_OUT)
class SolveCommandTest {
  private static final String ONE =
      "'rows': 1, 'cols': 1, 'rWord': 0, 'rBit': 0, 'rLeft': 0, 'rBottom': 0";
  private static final String THREE =
      "'rows': 3, 'cols': 2, 'rLeft': 20, 'rBottom': 30, 'runs': [{'vLeft': [0.4, 0.3, 0.2]}]";
  private static final String G = "'g': [[1e-4, 2e-5], [5e-5, 1e-4], [3e-5, 4e-5]]";

  @TempDir private Path directory = Path.of("");

  private JsonNode solve(String text) throws IOException {
    Path file = directory.resolve("case.json");
    Files.writeString(file, ("{" + text + "}").replace('\'', '"'));
    Path out = directory.resolve("out.json");
    assertEquals(0, Ohmweave.run("solve", file.toString(), "--out", out.toString(), "--force"));
    return Json.read(out);
  }

  private double bottom(String text) throws IOException {
    return solve(text).get("runs").get(0).get("iBottom").get(0).asDouble();
  }

  private static double published(String preset, boolean lrs, double arrayVolts) {
    DeviceBank bank = Devices.bank(Presets.find(preset), 1, 0);
    bank.model().reset(bank, 0, 1, lrs);
    double sign = bank.model().setSign();
    double[] amps = new double[1];
    bank.model().currents(bank, 0, 1, new double[] {sign * arrayVolts}, amps);
    return sign * amps[0];
  }

  @ParameterizedTest
  @CsvSource({
    "hfo2/jart-v1b, true, 0.3",
    "hfo2/jart-v1b, false, -0.4",
    "reram/stanford-th, true, 0.5",
    "pcmo/reaction-drift, false, 0.7",
    "tio2/pickett, true, 0.4",
    "tio2/vteam, false, 0.3"
  })
  void aDeviceBetweenIdealSourcesCarriesItsOwnCurrent(String preset, boolean lrs, double volts)
      throws IOException {
    double expected = published(preset, lrs, volts);
    String states = lrs ? "'lrs'" : "[['hrs']]";
    double found =
        bottom(
            ONE
                + ", 'model': '"
                + preset
                + "', 'states': "
                + states
                + ", 'runs': [{'vLeft': "
                + volts
                + "}]");
    assertEquals(expected, found, 1e-9 * Math.abs(expected));
  }

  @Test
  void aDeviceShowsTheConductanceThatIsAskedFor() throws IOException {
    String device = ONE + ", 'model': 'reram/stanford-th', 'g': [[2e-5]], 'readVolts': 0.2, ";
    assertEquals(4e-6, bottom(device + "'runs': [{'vLeft': 0.2}]"), 1e-11);
    assertTrue(bottom(device + "'runs': [{'vLeft': 0.4}]") > 1.1 * 8e-6); // it is not a resistor
  }

  @Test
  void statesByTheirColumns() throws IOException {
    String device =
        ONE + ", 'model': 'reram-th', 'params': {'R_s': 0}, 'runs': [{'vLeft': 0.2}], 'states': ";
    double near = bottom(device + "{'gap_m': 0.5e-9}");
    double far = bottom(device + "{'gap_m': [[1.0e-9]]}");
    DeviceBank bank = Devices.bank(Presets.find("reram/stanford-th"), 1, 0);
    double decay = bank.parameter(bank.indexOf("g0"), 0); // I ~ exp(-gap / g0)
    assertEquals(0.5e-9 / decay, Math.log(near / far), 1e-6);
  }

  @Test
  void aSelectorHasItsOwnVoltageAndTheSameCurrent() throws IOException {
    String text =
        ONE
            + ", 'g': [[1e-4]], 'runs': [{'vLeft': 0.9}], 'series': {'type': 'exponential',"
            + " 'scaleAmps': 1e-12, 'voltsPerDecade': 0.06}";
    JsonNode run = solve(text).get("runs").get(0);
    double memory = run.get("vMemory").get(0).get(0).asDouble();
    double amps = run.get("iBottom").get(0).asDouble();
    assertEquals(1e-4 * memory, amps, 1e-9 * amps);
    double x = (0.9 - memory) * Math.log(10) / 0.06;
    assertEquals(2e-12 * Math.sinh(x), amps, 1e-7 * amps);
  }

  @Test
  void aResistorInSeriesOfAnyLaw() throws IOException {
    String resistor = ", 'series': {'type': 'ohmic', 'ohms': 5000}, 'runs': [{'vLeft': 0.5}]";
    assertEquals(0.5 / 15000, bottom(ONE + ", 'g': [[1e-4]]" + resistor), 1e-15);
    JsonNode sinh =
        solve(ONE + ", 'g': [[1e-4]], 'law': {'type': 'sinh', 'v0': 0.2}" + resistor)
            .get("runs")
            .get(0);
    double amps = sinh.get("iBottom").get(0).asDouble();
    double memory = 0.5 - 5000 * amps;
    assertEquals(2e-5 * Math.sinh(memory / 0.2), amps, 1e-10 * amps);
  }

  @Test
  void aThresholdSwitchGoesOnAboveItsThresholdAlone() throws IOException {
    String cell =
        ONE
            + ", 'g': [[1e-4]], 'series': {'type': 'threshold', 'thresholdVolts': 0.5,"
            + " 'holdVolts': 0.1, 'onOhms': 1000}, 'runs': [{'vLeft': 0.4}, {'vLeft': 0.7},"
            + " {'vLeft': 0.4}]";
    JsonNode runs = solve(cell).get("runs");
    assertEquals(0, runs.get(0).get("switchesOn").asInt());
    assertEquals(1, runs.get(1).get("switchesOn").asInt());
    assertEquals(0, runs.get(2).get("switchesOn").asInt()); // every run starts from rest
    assertEquals(0.6 / 11000, runs.get(1).get("iBottom").get(0).asDouble(), 1e-7);
  }

  @Test
  void aClosedGateBlocksItsRow() throws IOException {
    String base =
        THREE
            + ", 'rWord': 2, 'rBit': 2, "
            + G
            + ", 'series': {'type': 'transistor', 'gateVolts': ";
    JsonNode open = solve(base + "1.2}").get("runs").get(0);
    JsonNode one = solve(base + "[1.2, 0, 0], 'gates': 'rows'}").get("runs").get(0);
    double selected = -one.get("iLeft").get(0).asDouble();
    assertTrue(Math.abs(one.get("iLeft").get(1).asDouble()) < 1e-4 * selected);
    assertEquals(-open.get("iLeft").get(0).asDouble(), selected, 0.02 * selected);
    double memory = one.get("vMemory").get(0).get(0).asDouble();
    assertTrue(memory > 0 && memory < 0.4);
  }

  @Test
  void segmentsByListAreTheSameWires() throws IOException {
    String rest = THREE + ", " + G;
    double plain = bottom(rest + ", 'rWord': 2, 'rBit': 3");
    assertEquals(
        plain, bottom(rest + ", 'rWord': [2, 2, 2], 'rBit': [[3, 3], [3, 3]]"), 1e-12 * plain);
    double other = bottom(rest + ", 'rWord': [2, 2, 2000], 'rBit': [3, 3]");
    assertNotEquals(plain, other, 1e-12 * plain);
    assertEquals(other, bottom(rest + ", 'rWord': [[2], [2], [2000]], 'rBit': 3"), 1e-12 * plain);
  }

  @Test
  void behindABreakNothingIsDriven() throws IOException {
    String base =
        "'rows': 1, 'cols': 2, 'rWord': 1, 'rBit': 0, 'rLeft': 10, 'rBottom': 10, 'g': [[1e-4,"
            + " 1e-4]], 'runs': [{'vLeft': 1}]";
    JsonNode run = solve(base + ", 'broken': {'word': [[0, 0]]}").get("runs").get(0);
    assertEquals(1 / 10020.0, run.get("iBottom").get(0).asDouble(), 1e-15);
    assertEquals(0, run.get("iBottom").get(1).asDouble(), 1e-18);
    double nulls = bottom(base.replace("'rWord': 1", "'rWord': [[null]]"));
    assertEquals(1 / 10020.0, nulls, 1e-15);
  }

  @Test
  void wiresOfANode() throws IOException {
    double ohms = WireGeometry.ofNode(22e-9).segmentOhms(2);
    String rest = THREE + ", " + G;
    double plain = bottom(rest + ", 'rWord': " + ohms + ", 'rBit': " + 2 * ohms);
    double node = bottom(rest + ", 'wires': {'nodeMetres': 22e-9, 'bitPitch': 4}");
    assertEquals(plain, node, 1e-12 * plain);
    // rho L / A of a shape without barrier: 2e-8 * 2 * 5e-8 / (5e-8 * 1e-7) = 0.4 ohm
    double shape =
        bottom(
            rest
                + ", 'wires': {'widthMetres': 5e-8, 'heightMetres': 1e-7, 'resistivityOhmMetres':"
                + " 2e-8}");
    assertEquals(bottom(rest + ", 'rWord': 0.4, 'rBit': 0.4"), shape, 1e-12 * plain);
  }

  @Test
  void variedWiresFollowTheSeed() throws IOException {
    String rest =
        THREE + ", " + G + ", 'rWord': 20, 'rBit': 30, 'variation': {'line': 0.1, 'segment': 0.05}";
    double first = bottom(rest + ", 'seed': 1");
    assertEquals(first, bottom(rest), 0);
    assertNotEquals(first, bottom(rest + ", 'seed': 2"), 1e-9 * first);
    assertEquals(bottom(THREE + ", " + G + ", 'rWord': 20, 'rBit': 30"), first, 0.01 * first);
  }

  @Test
  void stuckCellsAreResistors() throws IOException {
    String wires = THREE + ", 'rWord': 2, 'rBit': 2, ";
    String stuck =
        ", 'stuck': {'lrs': [[0, 0]], 'hrs': [[1, 0]], 'open': [[2, 0]], 'lrsSiemens': 1e-3,"
            + " 'hrsSiemens': 1e-6}";
    double expected = bottom(wires + "'g': [[1e-3, 2e-5], [1e-6, 1e-4], [0, 4e-5]]");
    assertEquals(expected, bottom(wires + G + stuck), 1e-12 * expected);
    double device = bottom(wires + "'model': 'reram-th'" + stuck);
    assertTrue(device > 0.9 * expected);
    String random = ", 'stuck': {'lrsShare': 1, 'lrsSiemens': 2e-4}";
    double all = bottom(wires + "'g': [[2e-4, 2e-4], [2e-4, 2e-4], [2e-4, 2e-4]]");
    assertEquals(all, bottom(wires + G + random), 1e-12 * all);
  }

  /** Notes and stored results may stay in a case under any key. */
  @Test
  void keysOfOnesOwnAreIgnored() throws IOException {
    String rest = ONE + ", 'g': [[1]], 'runs': [{'vLeft': 1, 'answer': [1], 'iTop': null";
    Path file = directory.resolve("own.json");
    Files.writeString(
        file, ("{'n': 3, 'colour': 'red', 'iLeft': [1], " + rest + "}]}").replace('\'', '"'));
    assertEquals(
        0, Ohmweave.run("solve", file.toString(), "--out", directory.resolve("o.json").toString()));
  }

  @Test
  void theEffectiveMatrixOfUnevenWires() throws IOException {
    String rest = THREE + ", " + G + ", 'effective': true";
    JsonNode even = solve(rest + ", 'rWord': 2, 'rBit': 3").get("effective");
    JsonNode list = solve(rest + ", 'rWord': [2, 2, 2], 'rBit': 3").get("effective");
    assertEquals(even.get(2).get(1).asDouble(), list.get(2).get(1).asDouble(), 1e-17);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'rWord': 0 | 'rwords': 0                                | rwords is unknown; did you mean 'rWord'?
          'rWord': 0 | 'rWord': [1, 2]                            | rWord must be one number, a list of 1
          'rWord': 0 | 'rWord': -1                                | rWord must be a number
          'rWord': 0 | 'rWord': 0, 'wires': {'nodeMetres': 22e-9} | rWord must be left out
          'rWord': 0 | 'wires': {'nodeMetres': 22e-9}             | rBit must be left out
          'rWord': 0 | 'rWord': 0, 'variation': {'line': -0.1}    | variation.line must be 0 .. 5
          'rWord': 0 | 'rWord': 0, 'variation': {'lines': 0.1}    | variation.lines is unknown; did you mean 'line'?
          'rWord': 0 | 'rWord': 0, 'broken': {'word': [[0, 0]]}   | broken.word[0] must be [row, column]
          'rWord': 0 | 'rWord': 0, 'stuck': {'lrs': [[0, 1]]}     | stuck.lrs[0] must be [row, column]
          'rWord': 0 | 'rWord': 0, 'stuck': {'lrs': [[0, 0]]}     | stuck.lrsSiemens is missing
          'rWord': 0 | 'rWord': 0, 'stuck': {'hrsShare': 2}       | stuck.hrsShare must be a share
          'rWord': 0 | 'rWord': 0, 'seed': 1.5                    | seed must be a whole number
          'rWord': 0 | 'rWord': 0, 'states': 'lrs'                | name their preset as model
          'g': [[1]] | 'model': 'reram-x'                         | model must be one of
          'g': [[1]] | 'model': 'hfo2/jart-v1'                    | hfo2/jart-v1
          'g': [[1]] | 'model': 'reram-th', 'g': [[1]], 'readVolts': 0.1 | g[0][0] must be a conductance that reram-th can have
          'g': [[1]] | 'model': 'reram-th', 'g': [[1e-5]]         | readVolts is missing
          'g': [[1]] | 'model': 'reram-th', 'law': {'type': 'linear'} | law and model exclude each other
          'g': [[1]] | 'model': 'reram-th', 'states': 'on'        | states must be lrs, hrs
          'g': [[1]] | 'model': 'reram-th', 'states': {'gap': 1}  | states.gap is unknown; did you mean 'gap_m'?
          'g': [[1]] | 'model': 'reram-th', 'states': {'gap_m': 1} | states.gap_m must lie in
          'g': [[1]] | 'model': 'reram-th', 'params': {'q': 1}    | params.q is not a parameter
          'g': [[1]] | 'g': [[1]], 'series': {'type': 'diode'}    | series.type must be
          'g': [[1]] | 'g': [[1]], 'series': {'type': 'ohmic', 'ohms': -1} | series.ohms must be zero or positive
          'g': [[1]] | 'g': [[1]], 'series': {'type': 'exponential'} | series.scaleAmps is missing
          'g': [[1]] | 'g': [[1]], 'series': {'type': 'transistor', 'gateVolts': [1, 2]} | series.gateVolts must be one voltage
          'g': [[1]] | 'g': [[1]], 'law': {'type': 'cosh'}        | law.type 'cosh' is unknown
          'vLeft'    | 'vleft'                                    | runs[0].vleft is unknown; did you mean 'vLeft'?
          'vLeft'    | 'vLeftt'                                   | runs[0].vLeftt is unknown; did you mean 'vLeft'?
          """)
  void refusesInOneSentence(String from, String to, String sentence) throws IOException {
    String text = "{" + ONE + ", 'g': [[1]], 'runs': [{'vLeft': 1}]}";
    assertTrue(text.contains(from), from);
    Path file = directory.resolve("bad.json");
    Files.writeString(file, text.replace(from, to).replace('\'', '"'));
    PrintStream kept = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      assertEquals(2, Ohmweave.run("solve", file.toString()));
    } finally {
      System.setErr(kept);
    }
    String said = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains(sentence.strip()), said);
    assertTrue(said.contains("bad.json"), said);
    assertEquals(1, said.strip().lines().count(), said);
  }
}
