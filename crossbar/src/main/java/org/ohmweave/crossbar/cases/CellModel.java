package org.ohmweave.crossbar.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.device.CellDynamics;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.presets.Devices;

/**
 * What a case file calls a model: the parameter set it starts from, and the names and units that
 * files use. A parameter is one number for all cells, or a nested list with one number per cell.
 */
record CellModel(String preset, Map<String, String> aliases, List<String> nanometres) {
  private static final Map<String, CellModel> MODELS = new LinkedHashMap<>();

  static {
    Map<String, String> jart = new LinkedHashMap<>();
    jart.put("T0", "T_0");
    jart.put("un", "mu_n");
    jart.put("phibn0", "phi_Bn0");
    jart.put("phin", "phi_n");
    jart.put("epsphib", "eps_phiB");
    jart.put("eps", "eps_s");
    jart.put("nu0", "nu_0");
    jart.put("dWa", "dW");
    jart.put("Rscale", "s_RESET");
    jart.put("Rth0", "R_th0");
    jart.put("rdet", "r_det");
    jart.put("rvar", "r_var");
    jart.put("lcell", "l_cell");
    jart.put("ldet", "l_det");
    jart.put("lvar", "l_var");
    jart.put("RTiOx", "R_TiOx");
    jart.put("R0", "R_0");
    jart.put("Rthline", "R_thline");
    jart.put("alphaline", "alpha_line");
    jart.put("Nmin", "N_min");
    jart.put("Nmax", "N_max");
    jart.put("Nplug", "N_plug");
    MODELS.put("reram-th", new CellModel("reram/stanford-th", Map.of(), List.of()));
    MODELS.put("pcmo", new CellModel("pcmo/reaction-drift", Map.of(), List.of()));
    MODELS.put("jart-v1b", new CellModel("hfo2/jart-v1b", jart, List.of("lcell", "ldet", "lvar")));
    MODELS.put("pickett", new CellModel("tio2/pickett", Map.of(), List.of()));
    MODELS.put("reram-v1", new CellModel("reram/stanford-v1", Map.of(), List.of()));
  }

  static CellModel named(CaseTree tree, String name) {
    CellModel model = MODELS.get(name);
    if (model != null) {
      return model;
    }
    if (name.contains("/")) {
      return new CellModel(name, Map.of(), List.of());
    }
    throw tree.wrong(
        "model",
        "one of " + MODELS.keySet() + " or the name of a preset such as tio2/pickett",
        tree.need("model"));
  }

  /** A population with the parameters of the file. */
  DeviceBank bank(CaseTree tree, int cells) {
    DeviceBank bank = Devices.bank(Presets.find(preset), cells, 0);
    JsonNode params = tree.get("params");
    if (params != null) {
      for (var entry : params.properties()) {
        set(tree, bank, entry.getKey(), entry.getValue());
      }
      follow(bank, params, "r_det", "r_var", "rdet", "rvar");
      follow(bank, params, "l_det", "l_var", "ldet", "lvar");
    }
    bank.check();
    return bank;
  }

  private void set(CaseTree tree, DeviceBank bank, String key, JsonNode value) {
    String symbol = aliases.getOrDefault(key, key);
    List<String> known = bank.model().parameters().stream().map(ParameterSymbol::symbol).toList();
    int parameter = known.indexOf(symbol);
    if (parameter < 0) {
      TreeSet<String> names = new TreeSet<>(known);
      names.addAll(aliases.keySet());
      throw new InputException(
          "params." + key + " is not a parameter of " + preset + "; it has " + names);
    }
    String unit = bank.model().parameters().get(parameter).unit();
    boolean nm = nanometres.contains(key);
    double scale = nm ? 1e-9 : 1;
    if (value.isArray()) {
      int rows = tree.size("rows");
      double[] each =
          tree.matrix("params." + key, value, rows, bank.size() / rows, nm ? "nm" : unit);
      bank.setColumn(parameter, Arrays.stream(each).map(v -> v * scale).toArray());
    } else if (value.isNumber()) {
      bank.setShared(parameter, value.asDouble() * scale);
    } else {
      throw tree.wrong(
          "params." + key, "a number or a nested list [" + (nm ? "nm" : unit) + "]", value);
    }
  }

  /** The individual radius or length is the nominal one unless it is given itself. */
  private static void follow(
      DeviceBank bank, JsonNode params, String nominal, String own, String alias, String ownAlias) {
    List<String> known = bank.model().parameters().stream().map(ParameterSymbol::symbol).toList();
    boolean given = params.has(nominal) || params.has(alias);
    if (!known.contains(own) || !given || params.has(own) || params.has(ownAlias)) {
      return;
    }
    int from = known.indexOf(nominal);
    double[] column = bank.column(from);
    if (column.length == 1) {
      bank.setShared(known.indexOf(own), column[0]);
    } else {
      bank.setColumn(known.indexOf(own), column);
    }
  }

  /** Gives the cells the states of the file; a temperature starts at ambient. */
  void states(CaseTree tree, int rows, int columns, DeviceBank bank, CellDynamics dynamics) {
    int n = dynamics.coordinates().size();
    int cells = rows * columns;
    bank.model().reset(bank, 0, cells, false);
    double[] y = new double[cells * n];
    dynamics.read(0, cells, y);
    JsonNode given = tree.get("state0");
    if (given == null) {
      return;
    }
    String unit = dynamics.coordinates().get(0).column();
    double[] first = tree.matrix("state0", given, rows, columns, unit);
    List<String> outside = new ArrayList<>();
    for (int k = 0; k < cells; k++) {
      y[k * n] = first[k];
      boolean inside =
          first[k] >= dynamics.lowest(k) * (1 - 1e-12)
              && first[k] <= dynamics.highest(k) * (1 + 1e-12);
      if (!inside) {
        outside.add("state0[" + k / columns + "][" + k % columns + "]");
      }
    }
    if (!outside.isEmpty()) {
      throw new InputException(
          outside.get(0) + " must lie within the bounds of the law [" + unit + "]");
    }
    dynamics.write(0, cells, y);
  }
}
