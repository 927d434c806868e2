package org.ohmweave.device.variability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.ParameterSymbol.Sign;

/**
 * Device-to-device spread of several parameters, or of several initial states, with correlations.
 *
 * <p>Each quantity draws a standard normal addressed by its name and the device's site; the normals
 * are mixed by the Cholesky factor of their correlation matrix and turned into values by each
 * quantity's distribution. So a correlation is that of the normals (of the logarithms, for two
 * lognormals), and a quantity that is correlated with nothing keeps its draws whatever else varies.
 */
public final class JointSpread {
  private final List<String> names;
  private final List<Spread> spreads;
  private final double[][] mix;

  private JointSpread(List<String> names, List<Spread> spreads, double[][] mix) {
    this.names = names;
    this.spreads = spreads;
    this.mix = mix;
  }

  /** Correlation of two quantities, by name. */
  public record Correlation(String one, String other, double rho) {}

  /** Nothing varies with anything else. */
  public static JointSpread independent(Map<String, Spread> spreads) {
    return correlated(spreads, List.of());
  }

  /**
   * Spread with correlations; pairs that are not named are not correlated.
   *
   * @throws InputException if a name is not spread, or no joint distribution has these correlations
   */
  public static JointSpread correlated(
      Map<String, Spread> spreads, List<Correlation> correlations) {
    Map<String, Spread> ordered = new LinkedHashMap<>(spreads);
    List<String> names = new ArrayList<>(ordered.keySet());
    int n = names.size();
    double[][] rho = new double[n][n];
    for (int i = 0; i < n; i++) {
      rho[i][i] = 1;
    }
    for (Correlation c : correlations) {
      int i = index(names, c.one());
      int j = index(names, c.other());
      if (i == j || !(Math.abs(c.rho()) <= 1)) {
        throw new InputException(
            "correlation of "
                + c.one()
                + " and "
                + c.other()
                + " must name two quantities and lie in -1 .. 1, got "
                + c.rho());
      }
      rho[i][j] = c.rho();
      rho[j][i] = c.rho();
    }
    return new JointSpread(names, new ArrayList<>(ordered.values()), cholesky(names, rho));
  }

  private static int index(List<String> names, String name) {
    int i = names.indexOf(name);
    if (i < 0) {
      throw new InputException(
          "correlation names " + name + ", which is not spread; spread are " + names);
    }
    return i;
  }

  /** Lower factor; written out because rows of rank zero (rho = 1) are welcome here. */
  private static double[][] cholesky(List<String> names, double[][] rho) {
    int n = rho.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = rho[i][j];
        for (int k = 0; k < j; k++) {
          rest -= l[i][k] * l[j][k];
        }
        if (i == j) {
          if (rest < -1e-12) {
            throw new InputException(
                "the correlations of " + names.get(i) + " contradict those of the others");
          }
          l[i][i] = Math.sqrt(Math.max(0, rest));
        } else if (l[j][j] > 1e-9) {
          l[i][j] = rest / l[j][j];
        } else if (Math.abs(rest) > 1e-9) {
          throw new InputException(
              "the correlations of "
                  + names.get(i)
                  + " and "
                  + names.get(j)
                  + " contradict those of the others");
        }
      }
    }
    return l;
  }

  /** What is spread. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** Spreads parameters of every device, by their published symbols. */
  public void apply(DeviceBank bank, NoiseSource noise) {
    int[] columns = new int[names.size()];
    double[][] nominal = new double[names.size()][bank.size()];
    for (int k = 0; k < columns.length; k++) {
      columns[k] = bank.indexOf(names.get(k));
      for (int i = 0; i < bank.size(); i++) {
        nominal[k][i] = bank.parameter(columns[k], i);
      }
    }
    double[][] drawn = draw(bank, nominal, "device-to-device:", noise, columns);
    for (int k = 0; k < columns.length; k++) {
      bank.setColumn(columns[k], drawn[k]);
    }
  }

  /**
   * Spreads the present states of every device, by their columns ({@code "gap_m"}). A draw beyond
   * the HRS or LRS bound of its device is moved to the bound.
   */
  public void applyToStates(DeviceBank bank, NoiseSource noise) {
    double[][] states = new double[names.size()][];
    for (int k = 0; k < states.length; k++) {
      states[k] = bank.state(stateOf(bank, names.get(k)));
    }
    double[][] drawn = draw(bank, states, "initial-state:", noise, null);
    DeviceBank high = bank.copy();
    DeviceBank low = bank.copy();
    high.model().reset(high, 0, bank.size(), false);
    low.model().reset(low, 0, bank.size(), true);
    for (int k = 0; k < states.length; k++) {
      int state = stateOf(bank, names.get(k));
      for (int i = 0; i < bank.size(); i++) {
        double a = high.state(state)[i];
        double b = low.state(state)[i];
        states[k][i] =
            a == b ? drawn[k][i] : Math.max(Math.min(a, b), Math.min(Math.max(a, b), drawn[k][i]));
      }
    }
  }

  private static int stateOf(DeviceBank bank, String column) {
    List<String> columns = bank.model().states().stream().map(s -> s.column()).toList();
    int s = columns.indexOf(column);
    if (s < 0) {
      throw new InputException(
          "law " + bank.model().law() + " has no state '" + column + "'; it has " + columns);
    }
    return s;
  }

  private double[][] draw(
      DeviceBank bank,
      double[][] nominal,
      String purpose,
      NoiseSource noise,
      int @org.jspecify.annotations.Nullable [] columns) {
    int n = names.size();
    Purpose[] purposes =
        names.stream().map(s -> noise.purpose(purpose + s)).toArray(Purpose[]::new);
    Purpose[] picks =
        names.stream().map(s -> noise.purpose(purpose + "mixture:" + s)).toArray(Purpose[]::new);
    double[][] values = new double[n][bank.size()];
    double[] z = new double[n];
    for (int i = 0; i < bank.size(); i++) {
      long site = bank.firstSite() + i;
      for (int k = 0; k < n; k++) {
        z[k] = purposes[k].gaussian(site, 0);
      }
      for (int k = 0; k < n; k++) {
        double mixed = 0;
        for (int j = 0; j <= k; j++) {
          mixed += mix[k][j] * z[j];
        }
        Sign sign =
            columns == null ? Sign.NOT_NEGATIVE : bank.model().parameters().get(columns[k]).sign();
        values[k][i] = spreads.get(k).value(nominal[k][i], sign, mixed, picks[k].uniform(site, 0));
      }
    }
    return values;
  }
}
