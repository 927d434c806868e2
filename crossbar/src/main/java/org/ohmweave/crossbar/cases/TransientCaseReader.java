package org.ohmweave.crossbar.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.io.Json;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.wave.PiecewiseLinear;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.dynamics.Sources;
import org.ohmweave.crossbar.dynamics.TransientCase;
import org.ohmweave.device.CellDynamics;
import org.ohmweave.device.DeviceBank;

/**
 * Reads arrays in time from JSON: {@code rows}, {@code cols}, {@code rWord}, {@code rBit}, {@code
 * rLeft}, {@code rRight}, {@code rTop}, {@code rBottom}, {@code cNode}, {@code model}, {@code
 * polarity}, {@code params}, {@code state0}, {@code level}, {@code waveforms}, {@code vLeft},
 * {@code vRight}, {@code vTop}, {@code vBottom}, {@code selected}, {@code tEnd}, and the sample
 * times {@code result.times} or {@code times}. Other keys are ignored, so stored results may stay
 * in the file. SI units, except for the states and for lengths of {@code jart-v1b} (nm).
 */
public final class TransientCaseReader {
  private final CaseTree tree;
  private final Map<String, PiecewiseLinear> waveforms = new LinkedHashMap<>();

  private TransientCaseReader(Path file) {
    this.tree = new CaseTree(file, Json.read(file));
  }

  /**
   * Reads a case file; every mistake is named with its key.
   *
   * @param noise origin of stochastic switching
   */
  public static TransientCase read(Path file, NoiseSource noise) {
    TransientCaseReader reader = new TransientCaseReader(file);
    return reader.tree.guarded(() -> reader.read(noise));
  }

  private TransientCase read(NoiseSource noise) {
    int rows = tree.size("rows");
    int columns = tree.size("cols");
    double[] left = tree.ends("rLeft", rows);
    double[] right = tree.ends("rRight", rows);
    double[] top = tree.ends("rTop", columns);
    double[] bottom = tree.ends("rBottom", columns);
    Wires wires =
        new Wires(
            tree.number("rWord", "ohm"),
            tree.number("rBit", "ohm"),
            new Ends(left, right, top, bottom));
    double endSeconds = tree.number("tEnd", "s");
    if (!(endSeconds > 0)) {
      throw tree.wrong("tEnd", "a positive time in s", tree.need("tEnd"));
    }
    double farads = 0;
    JsonNode node = tree.get("cNode");
    if (node != null) {
      farads = tree.number("cNode", "F");
      if (!(farads > 0)) {
        throw tree.wrong("cNode", "a positive capacitance in F, or absent", node);
      }
    }
    readWaveforms();
    List<@Nullable PiecewiseLinear> waves = new ArrayList<>();
    waves.addAll(lines("vLeft", rows));
    waves.addAll(lines("vRight", rows));
    waves.addAll(lines("vTop", columns));
    waves.addAll(lines("vBottom", columns));
    CellModel model = CellModel.named(tree, tree.text("model"));
    DeviceBank bank = model.bank(tree, rows * columns);
    CellDynamics dynamics = bank.model().dynamics(bank, noise);
    model.states(tree, rows, columns, bank, dynamics);
    Sources sources = new Sources(rows, columns, waves);
    double polarity =
        tree.get("polarity") == null ? bank.model().setSign() : tree.number("polarity", "1");
    JsonNode name = tree.get("name");
    return new TransientCase(
        name == null ? tree.fileName() : name.asText(),
        rows,
        columns,
        wires,
        farads,
        bank,
        dynamics,
        polarity,
        sources,
        tree.get("level") == null ? Double.NaN : tree.number("level", "unit of the first state"),
        selected(rows, columns),
        endSeconds,
        times(endSeconds));
  }

  private void readWaveforms() {
    JsonNode all = tree.need("waveforms");
    if (!all.isObject()) {
      throw tree.wrong("waveforms", "an object of named waveforms with t and v", all);
    }
    for (var entry : all.properties()) {
      String key = "waveforms." + entry.getKey();
      double[] t = tree.numbers(key + ".t", entry.getValue().path("t"), "s");
      double[] v = tree.numbers(key + ".v", entry.getValue().path("v"), "V");
      waveforms.put(entry.getKey(), new PiecewiseLinear(key, t, v));
    }
  }

  private List<@Nullable PiecewiseLinear> lines(String key, int lines) {
    List<@Nullable PiecewiseLinear> waves = new ArrayList<>();
    JsonNode list = tree.get(key);
    if (list != null && (!list.isArray() || list.size() != lines)) {
      throw tree.wrong(key, "a list of " + lines + " waveform names or nulls", list);
    }
    for (int k = 0; k < lines; k++) {
      JsonNode one = list == null ? null : list.get(k);
      if (one == null || one.isNull()) {
        waves.add(null);
        continue;
      }
      PiecewiseLinear wave = one.isTextual() ? waveforms.get(one.asText()) : null;
      if (wave == null) {
        throw tree.wrong(
            key + "[" + k + "]", "null or one of the waveforms " + waveforms.keySet(), one);
      }
      waves.add(wave);
    }
    return waves;
  }

  private List<int[]> selected(int rows, int columns) {
    List<int[]> cells = new ArrayList<>();
    JsonNode list = tree.get("selected");
    if (list == null) {
      return cells;
    }
    for (int k = 0; k < list.size(); k++) {
      int row = list.get(k).path(0).asInt(-1);
      int column = list.get(k).path(1).asInt(-1);
      if (row < 0 || row >= rows || column < 0 || column >= columns) {
        throw tree.wrong(
            "selected[" + k + "]", "[row, column] of a cell of the array", list.get(k));
      }
      cells.add(new int[] {row, column});
    }
    return cells;
  }

  private double[] times(double endSeconds) {
    JsonNode result = tree.get("result");
    JsonNode list = result == null ? null : result.get("times");
    String key = "result.times";
    if (list == null || list.isNull()) {
      list = tree.get("times");
      key = "times";
    }
    if (list != null) {
      return tree.numbers(key, list, "s");
    }
    TreeSet<Double> corners = new TreeSet<>(List.of(0.0, endSeconds));
    for (PiecewiseLinear wave : waveforms.values()) {
      for (int k = 0; k < wave.size(); k++) {
        if (wave.seconds(k) >= 0 && wave.seconds(k) <= endSeconds) {
          corners.add(wave.seconds(k));
        }
      }
    }
    return corners.stream().mapToDouble(t -> t).toArray();
  }
}
