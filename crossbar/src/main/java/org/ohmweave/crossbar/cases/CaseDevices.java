package org.ohmweave.crossbar.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.ohmweave.core.InputException;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.StateVariable;
import org.ohmweave.device.effect.StateOfConductance;

/**
 * Simulated devices of a case: {@code model} and {@code params} as in a transient, and where the
 * devices are: {@code states}, or the conductances {@code g} that they show at {@code readVolts}.
 */
final class CaseDevices {
  /** How exactly a device must show the conductance that the file asks for, relative. */
  private static final double CLOSE = 1e-6;

  private CaseDevices() {}

  /** Devices in their HRS, or where {@code states} puts them. */
  static DeviceBank read(CaseTree tree, int rows, int columns) {
    DeviceBank bank = CellModel.named(tree, tree.text("model")).bank(tree, rows * columns);
    bank.model().reset(bank, 0, bank.size(), false);
    JsonNode states = tree.get("states");
    if (states == null) {
      return bank;
    }
    if (states.isObject()) {
      columns(tree, states, rows, columns, bank);
    } else {
      for (int k = 0; k < bank.size(); k++) {
        bound(tree, states, rows, columns, bank, k);
      }
    }
    return bank;
  }

  private static void columns(
      CaseTree tree, JsonNode states, int rows, int columns, DeviceBank bank) {
    DeviceModel model = bank.model();
    List<String> names = model.states().stream().map(StateVariable::column).toList();
    tree.object("states", states).only(names);
    for (int s = 0; s < names.size(); s++) {
      JsonNode value = states.get(names.get(s));
      if (value == null || value.isNull()) {
        continue;
      }
      String key = "states." + names.get(s);
      String unit = "in the unit of its name";
      double[] each;
      if (value.isArray()) {
        each = tree.matrix(key, value, rows, columns, unit);
      } else if (value.isNumber()) {
        each = new double[bank.size()];
        Arrays.fill(each, value.asDouble());
      } else {
        throw tree.wrong(key, "a number or a nested list " + unit, value);
      }
      for (int k = 0; k < each.length; k++) {
        inside(tree, bank, s, k, columns, names.get(s), each[k], value.isArray());
        bank.state(s)[k] = each[k];
      }
    }
  }

  /** The first state must lie between its bounds, where the law has bounds; others just exist. */
  private static void inside(
      CaseTree tree,
      DeviceBank bank,
      int state,
      int cell,
      int columns,
      String name,
      double value,
      boolean list) {
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    if (state == 0 && bank.model().highResistanceIsBound()) {
      double kept = bank.state(0)[cell];
      bank.model().reset(bank, cell, cell + 1, true);
      double lrs = bank.state(0)[cell];
      bank.model().reset(bank, cell, cell + 1, false);
      double hrs = bank.state(0)[cell];
      bank.state(0)[cell] = kept;
      low = Math.min(lrs, hrs);
      high = Math.max(lrs, hrs);
    }
    double slack = 1e-12 * Math.max(Math.abs(low), Math.abs(high));
    boolean bounded = !Double.isInfinite(low);
    if (!Double.isFinite(value) || bounded && (value < low - slack || value > high + slack)) {
      throw new InputException(
          tree.file()
              + ": states."
              + name
              + (list ? "[" + cell / columns + "][" + cell % columns + "]" : "")
              + (bounded ? " must lie in " + low + " .. " + high : " must be finite")
              + ", got "
              + value);
    }
  }

  private static void bound(
      CaseTree tree, JsonNode states, int rows, int columns, DeviceBank bank, int cell) {
    int i = cell / columns;
    int j = cell % columns;
    JsonNode one = states;
    String key = "states";
    if (states.isArray()) {
      if (states.size() != rows || states.get(i).size() != columns) {
        throw tree.wrong("states", rows + " lists of " + columns + " words lrs or hrs", states);
      }
      one = states.get(i).get(j);
      key = "states[" + i + "][" + j + "]";
    }
    if (!one.asText().equals("lrs") && !one.asText().equals("hrs")) {
      throw tree.wrong(
          key, "lrs, hrs, or an object of state columns such as {\"gap_m\": 1e-9}", one);
    }
    bank.model().reset(bank, cell, cell + 1, one.asText().equals("lrs"));
  }

  /** Puts every device where it shows this conductance at {@code readVolts} on the word line. */
  static void conductances(CaseTree tree, DeviceBank bank, double[] siemens, int columns) {
    double volts = tree.number("readVolts", "V");
    if (volts == 0) {
      throw tree.wrong("readVolts", "a voltage other than 0 [V]", tree.need("readVolts"));
    }
    StateOfConductance state = new StateOfConductance(bank, bank.model().setSign() * volts);
    for (int k = 0; k < siemens.length; k++) {
      bank.model().reset(bank, k, k + 1, true);
      double lrs = state.siemens(k);
      bank.model().reset(bank, k, k + 1, false);
      double hrs = state.siemens(k);
      state.set(k, siemens[k]);
      if (!(Math.abs(state.siemens(k) - siemens[k]) <= CLOSE * siemens[k])) {
        throw new InputException(
            tree.file()
                + ": g["
                + k / columns
                + "]["
                + k % columns
                + "] must be a conductance that "
                + tree.text("model")
                + " can have at "
                + volts
                + " V, "
                + (float) hrs
                + " .. "
                + (float) lrs
                + " [S], got "
                + siemens[k]);
      }
    }
  }
}
