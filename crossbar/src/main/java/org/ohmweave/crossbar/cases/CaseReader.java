package org.ohmweave.crossbar.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.Json;
import org.ohmweave.core.io.Npy;
import org.ohmweave.core.io.NpyArray;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.device.DeviceBank;

/**
 * Reads networks from JSON: {@code rows}, {@code cols}; cells by {@code g} (nested list) or {@code
 * gFile} (NPY beside the file) with {@code law}, or by {@code model} (see {@link CaseDevices});
 * {@code series} (see {@link CaseSeries}), {@code stuck}; wires and ends (see {@link CaseWires});
 * {@code runs} with {@code vLeft}, {@code vRight}, {@code vTop}, {@code vBottom}; {@code seed} of
 * what is drawn; and {@code effective}. Notes and stored results may stay in the file under other
 * keys; one that is a letter away from these is refused. Ohm, volt and siemens throughout.
 */
public final class CaseReader {
  private static final List<String> KEYS =
      List.of(
          "name",
          "rows",
          "cols",
          "g",
          "gFile",
          "law",
          "model",
          "params",
          "states",
          "readVolts",
          "series",
          "stuck",
          "rWord",
          "rBit",
          "wires",
          "variation",
          "broken",
          "seed",
          "rLeft",
          "rRight",
          "rTop",
          "rBottom",
          "runs",
          "effective");

  private static final List<String> SOURCES = List.of("vLeft", "vRight", "vTop", "vBottom");

  /** Stored answers that look like slips of sources and ends. */
  private static final List<String> ANSWERS =
      List.of("vWord", "vBit", "iLeft", "iRight", "iTop", "iBottom");

  private final Path file;
  private final CaseTree tree;

  private CaseReader(Path file) {
    this.file = file;
    JsonNode root = Json.read(file);
    if (!root.isObject()) {
      throw new InputException(
          file + " must hold one JSON object with rows, cols, g, rWord, rBit and runs");
    }
    this.tree = new CaseTree(file, root);
  }

  /** Reads a case file; every mistake is named with its key. */
  public static CrossbarCase read(Path file) {
    CaseReader reader = new CaseReader(file);
    return reader.tree.guarded(reader::read);
  }

  private CrossbarCase read() {
    tree.noSlips(KEYS, ANSWERS);
    int rows = tree.size("rows");
    int columns = tree.size("cols");
    NoiseSource noise = NoiseSource.seeded(tree.whole("seed", 1));
    double sinhVolts = sinhVolts();
    CaseSeries series = CaseSeries.read(tree, rows, columns);
    double[] stuck = CaseFaults.read(tree, rows, columns, noise);
    DeviceBank bank = tree.get("model") == null ? null : devices(rows, columns);
    double[] siemens = bank == null ? conductances(rows, columns) : new double[0];
    if (bank == null) {
      for (String key : List.of("params", "states", "readVolts")) {
        if (tree.get(key) != null) {
          throw new InputException(
              file + ": " + key + " belongs to simulated devices; name their preset as model");
        }
      }
      if (sinhVolts == 0) {
        for (int k = 0; k < stuck.length; k++) {
          siemens[k] = Double.isNaN(stuck[k]) ? siemens[k] : stuck[k];
        }
        if (series instanceof CaseSeries.Ohmic resistor) {
          for (int k = 0; k < siemens.length; k++) {
            siemens[k] /= 1 + siemens[k] * resistor.ohms();
          }
          series = new CaseSeries.None();
        }
      }
    }
    CaseWires wires = CaseWires.read(tree, rows, columns, noise);
    boolean effective = tree.get("effective") != null;
    return new CrossbarCase(
        tree.get("name") == null ? tree.fileName() : tree.need("name").asText(),
        rows,
        columns,
        siemens,
        sinhVolts,
        bank,
        series,
        stuck,
        wires,
        runs(rows, columns, effective),
        effective);
  }

  private DeviceBank devices(int rows, int columns) {
    if (tree.get("law") != null) {
      throw new InputException(
          file + ": law and model exclude each other; a model is the law of its cells");
    }
    boolean conductances = tree.get("g") != null || tree.get("gFile") != null;
    if (conductances && tree.get("states") != null) {
      throw new InputException(
          file + ": give states or conductances (g, gFile) of the devices, not both");
    }
    if (!conductances && tree.get("readVolts") != null) {
      throw new InputException(file + ": readVolts belongs to g or gFile, which are missing");
    }
    DeviceBank bank = CaseDevices.read(tree, rows, columns);
    if (conductances) {
      CaseDevices.conductances(tree, bank, conductances(rows, columns), columns);
    }
    return bank;
  }

  private double sinhVolts() {
    CaseTree law = tree.child("law");
    if (law == null) {
      return 0;
    }
    law.noSlips(List.of("type", "v0"), List.of());
    String type = law.text("type");
    if (type.equals("linear")) {
      return 0;
    }
    if (!type.equals("sinh")) {
      throw new InputException(
          file
              + ": law.type '"
              + type
              + "' is unknown; give linear or sinh, or name a preset as model");
    }
    return law.positive("v0", "V");
  }

  private double[] conductances(int rows, int columns) {
    JsonNode inline = tree.get("g");
    double[] values;
    if (inline != null) {
      values = tree.matrix("g", inline, rows, columns, "S");
    } else {
      JsonNode name = tree.get("gFile");
      if (name == null || !name.isTextual()) {
        throw new InputException(file + ": g (a list of rows) or gFile (an NPY file) is missing");
      }
      Path npy = file.toAbsolutePath().resolveSibling(name.asText());
      NpyArray array = Npy.read(npy);
      if (!Arrays.equals(array.shape(), new int[] {rows, columns})) {
        throw new InputException(
            npy
                + " has shape "
                + Arrays.toString(array.shape())
                + "; "
                + file
                + " needs "
                + rows
                + " x "
                + columns);
      }
      values = array.values();
    }
    for (int k = 0; k < values.length; k++) {
      if (!(values[k] >= 0) || Double.isInfinite(values[k])) {
        throw new InputException(
            file
                + ": g["
                + k / columns
                + "]["
                + k % columns
                + "] must be zero or positive and finite [S], got "
                + values[k]);
      }
    }
    return values;
  }

  private List<Drive> runs(int rows, int columns, boolean mayBeMissing) {
    JsonNode list = tree.get("runs");
    if (list == null || !list.isArray() || list.isEmpty()) {
      if (mayBeMissing) {
        return List.of();
      }
      throw new InputException(file + ": runs must be a list of at least one set of sources");
    }
    List<Drive> runs = new ArrayList<>();
    for (int k = 0; k < list.size(); k++) {
      String at = "runs[" + k + "]";
      CaseTree run = tree.object(at, list.get(k));
      run.noSlips(SOURCES, ANSWERS);
      runs.add(
          new Drive(
              volts(run, "vLeft", rows),
              volts(run, "vRight", rows),
              volts(run, "vTop", columns),
              volts(run, "vBottom", columns)));
    }
    return runs;
  }

  private static double[] volts(CaseTree run, String key, int lines) {
    JsonNode value = run.get(key);
    double[] volts = new double[lines];
    if (value == null) {
      return volts;
    }
    if (value.isArray() && value.size() != lines) {
      throw run.wrong(key, "one voltage or a list of " + lines, value);
    }
    for (int k = 0; k < lines; k++) {
      volts[k] = volt(run, key, value.isArray() ? value.get(k) : value);
    }
    return volts;
  }

  private static double volt(CaseTree run, String key, @Nullable JsonNode one) {
    if (one == null || one.isNull()) {
      return 0;
    }
    if (!one.isNumber() || !Double.isFinite(one.asDouble())) {
      throw run.wrong(key, "finite voltages [V]", one);
    }
    return one.asDouble();
  }
}
