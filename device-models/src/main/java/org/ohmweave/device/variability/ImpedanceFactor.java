package org.ohmweave.device.variability;

import java.util.Map;
import org.ohmweave.core.InputException;
import org.ohmweave.device.DeviceBank;

/**
 * Exact scaling of a cell's impedance: currents and heat capacities times a factor, resistances and
 * thermal resistances over it. Every voltage, temperature and switching time stays as it is; it is
 * the same cell, wider or narrower. So a law whose conductances span less than a wanted range
 * covers it with a factor of its own for each device.
 *
 * <p>Derived from the equations of each law; a test holds it to rounding.
 */
public final class ImpedanceFactor {
  private static final Map<String, Map<String, Double>> EXPONENTS =
      Map.of(
          "jart-v1b",
              Map.of(
                  "r_var",
                  0.5,
                  "r_det",
                  0.5,
                  "R_th0",
                  -1.0,
                  "R_TiOx",
                  -1.0,
                  "R_0",
                  -1.0,
                  "R_thline",
                  -1.0,
                  "R_s",
                  -1.0),
          "stanford-th", Map.of("I0", 1.0, "C_th", 1.0, "R_s", -1.0),
          "stanford-v1", Map.of("I0", 1.0, "R_th", -1.0, "R_s", -1.0),
          "pcmo-reaction-drift", Map.of("A", 1.0, "C_th", 1.0, "R_th", -1.0, "R_s", -1.0),
          "pickett", Map.of("A", 1.0, "R_s", -1.0, "i_off", 1.0, "i_on", 1.0, "b", 1.0),
          "soft-bounds", Map.of("G_min", 1.0, "G_max", 1.0));

  private ImpedanceFactor() {}

  /** Multiplies the conductance of device i by {@code factors[i]}, each {@code > 0}. */
  public static void apply(DeviceBank bank, double[] factors) {
    Map<String, Double> exponents = EXPONENTS.get(bank.model().law());
    if (exponents == null) {
      throw new InputException(
          "law "
              + bank.model().law()
              + " has no exact conductance factor; laws that have one are "
              + EXPONENTS.keySet().stream().sorted().toList());
    }
    if (factors.length != bank.size()) {
      throw new InputException(
          bank.size()
              + " devices need "
              + bank.size()
              + " conductance factors, got "
              + factors.length);
    }
    for (int i = 0; i < factors.length; i++) {
      if (!(factors[i] > 0) || Double.isInfinite(factors[i])) {
        throw new InputException(
            "conductance factor of device "
                + i
                + " must be positive and finite [1], got "
                + factors[i]);
      }
    }
    exponents.forEach(
        (symbol, exponent) -> {
          int parameter = bank.indexOf(symbol);
          double[] values = new double[bank.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = bank.parameter(parameter, i) * Math.pow(factors[i], exponent);
          }
          bank.setColumn(parameter, values);
        });
  }

  /** Multiplies the conductance of all devices by one factor. */
  public static void apply(DeviceBank bank, double factor) {
    double[] factors = new double[bank.size()];
    java.util.Arrays.fill(factors, factor);
    apply(bank, factors);
  }
}
