package org.ohmweave.crossbar.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.dynamics.Crossing;
import org.ohmweave.crossbar.dynamics.TransientCase;
import org.ohmweave.crossbar.dynamics.TransientResult;
import org.ohmweave.device.StateVariable;

/** Lays the course of an array out as the command {@code transient} writes it. */
public final class TransientSolution {
  private TransientSolution() {}

  /** The answer as a tree of maps and lists; open ends are null. */
  public static Map<String, Object> describe(TransientCase input, TransientResult r) {
    Map<String, Object> result = new LinkedHashMap<>();
    int rows = input.rows();
    int columns = input.columns();
    Ends ends = input.wires().ends();
    result.put("times", r.times());
    put(result, "iLeft", samples(r.endAmps(), 0, ends.leftOhms()));
    put(result, "iRight", samples(r.endAmps(), rows, ends.rightOhms()));
    put(result, "iTop", samples(r.endAmps(), 2 * rows, ends.topOhms()));
    put(result, "iBottom", samples(r.endAmps(), 2 * rows + columns, ends.bottomOhms()));
    result.put("vCell", r.cellVolts());
    List<StateVariable> coordinates = input.dynamics().coordinates();
    int n = coordinates.size();
    for (int s = 0; s < n; s++) {
      double[][] values = new double[r.times().length][];
      for (int t = 0; t < values.length; t++) {
        values[t] = column(r.coordinates()[t], n, s);
      }
      result.put(coordinates.get(s).column(), values);
    }
    List<Map<String, Object>> crossings = new ArrayList<>();
    for (Crossing c : r.crossings()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("i", c.row());
      one.put("j", c.column());
      one.put("t", c.seconds());
      one.put("kind", c.kind());
      crossings.add(one);
    }
    result.put("crossings", crossings);
    double[] end = column(r.finalCoordinates(), n, 0);
    double[] disturb = column(r.startCoordinates(), n, 0);
    for (int k = 0; k < end.length; k++) {
      disturb[k] = end[k] - disturb[k];
    }
    result.put("stateEnd", nested(end, rows, columns));
    result.put("stateChange", nested(disturb, rows, columns));
    put(result, "chargeLeft", connected(r.charge(), 0, ends.leftOhms()));
    put(result, "chargeRight", connected(r.charge(), rows, ends.rightOhms()));
    put(result, "chargeTop", connected(r.charge(), 2 * rows, ends.topOhms()));
    put(result, "chargeBottom", connected(r.charge(), 2 * rows + columns, ends.bottomOhms()));
    put(result, "energyLeft", connected(r.energy(), 0, ends.leftOhms()));
    put(result, "energyRight", connected(r.energy(), rows, ends.rightOhms()));
    put(result, "energyTop", connected(r.energy(), 2 * rows, ends.topOhms()));
    put(result, "energyBottom", connected(r.energy(), 2 * rows + columns, ends.bottomOhms()));
    result.put("steps", r.steps());
    result.put("networkSolves", r.networkSolves());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("name", input.name());
    answer.put("result", result);
    return answer;
  }

  private static void put(Map<String, Object> to, String key, @Nullable Object value) {
    if (value != null) {
      to.put(key, value);
    }
  }

  private static @Nullable List<List<@Nullable Double>> samples(
      double[][] amps, int from, double[] ohms) {
    List<List<@Nullable Double>> list = new ArrayList<>();
    for (double[] sample : amps) {
      List<@Nullable Double> line = connected(sample, from, ohms);
      if (line == null) {
        return null;
      }
      list.add(line);
    }
    return list;
  }

  /** One value per end, null where it is open; null altogether when all ends are. */
  private static @Nullable List<@Nullable Double> connected(
      double[] values, int from, double[] ohms) {
    List<@Nullable Double> list = new ArrayList<>();
    boolean any = false;
    for (int k = 0; k < ohms.length; k++) {
      boolean open = Double.isInfinite(ohms[k]);
      list.add(open ? null : values[from + k]);
      any |= !open;
    }
    return any ? list : null;
  }

  private static double[] column(double[] y, int n, int s) {
    double[] values = new double[y.length / n];
    for (int k = 0; k < values.length; k++) {
      values[k] = y[k * n + s];
    }
    return values;
  }

  private static double[][] nested(double[] values, int rows, int columns) {
    double[][] lists = new double[rows][];
    for (int i = 0; i < rows; i++) {
      lists[i] = java.util.Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
    }
    return lists;
  }
}
