package org.ohmweave.device.behavioural;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.device.DeviceModel;

/**
 * Coefficients of {@link StatisticalCycles}, read strictly. Features are in the order log10(R_HRS /
 * ohm), U_SET, R_LRS, U_RESET (SI).
 */
public final class CycleCoefficients {
  private static final int FEATURES = CycleSequence.FEATURES;
  private static final int DEVICE = 2 * FEATURES;
  private static final int MOST_ORDER = 100;
  private static final Map<Integer, DeviceModel> PUBLISHED = new ConcurrentHashMap<>();

  final double[] medians;
  final double[] sigmas;
  final DeviceMixture mixture;
  final double[] marginals;
  final int degree;
  final CycleSequence sequence;
  final MixedCurrent current;

  private CycleCoefficients(YamlNode node, int order) {
    node.text("title", "");
    node.texts("references");
    medians = exactly(node, "medians", FEATURES);
    sigmas = exactly(node, "sigmas", FEATURES);
    if (!(medians[1] < 0 && medians[2] > 0 && medians[3] > 0)) {
      throw new InputException(
          node.where("medians")
              + " must hold log10(R_HRS/ohm), a negative U_SET, a positive R_LRS and U_RESET");
    }
    List<YamlNode> parts = node.children("components");
    if (parts.isEmpty()) {
      throw new InputException(node.where("components") + " is missing; give at least one device");
    }
    double[] weights = new double[parts.size()];
    double[][] means = new double[parts.size()][];
    double[][] roots = new double[parts.size()][];
    for (int k = 0; k < weights.length; k++) {
      YamlNode part = parts.get(k);
      weights[k] = part.quantity("weight", "1");
      if (!(weights[k] > 0)) {
        throw new InputException(part.where("weight") + " must be positive [1], got " + weights[k]);
      }
      means[k] = exactly(part, "means", DEVICE);
      roots[k] = exactly(part, "root", DEVICE * DEVICE);
      part.finish();
    }
    mixture = new DeviceMixture(weights, means, roots);
    marginals = node.quantities("marginals", "1");
    if (marginals.length == 0 || marginals.length % FEATURES != 0) {
      throw new InputException(
          node.where("marginals")
              + " must hold one polynomial of the same length for each of 4 features, got "
              + marginals.length
              + " numbers");
    }
    degree = marginals.length / FEATURES - 1;
    double[] high = node.quantities("highOhmsCurrent", "1");
    double[] low = node.quantities("lowOhmsCurrent", "1");
    if (high.length == 0
        || low.length == 0
        || high[high.length - 1] != 0
        || low[low.length - 1] != 0) {
      throw new InputException(
          node.where("highOhmsCurrent")
              + " and lowOhmsCurrent must be polynomials that end with 0 (no current at 0 V)");
    }
    double read = node.quantity("readVolts", "V");
    if (!(read > 0)) {
      throw new InputException(node.where("readVolts") + " must be positive [V], got " + read);
    }
    current = new MixedCurrent(low, high, read);
    YamlNode orders = node.child("autoregression");
    String key = "order-" + order;
    if (!orders.has(key)) {
      throw new InputException(
          orders.where(key) + " is missing; there are " + orders.keys() + ", choose one of them");
    }
    sequence =
        new CycleSequence(
            exactly(orders, key, FEATURES * FEATURES * (order + 1)), order, orders.where(key));
    node.finish();
  }

  /**
   * The law with the coefficients that the key {@code cycles} of a preset names.
   *
   * @param cycles may hold {@code coefficients} (a name or a file) and {@code order}
   * @throws InputException naming file, key, value and remedy
   */
  public static DeviceModel law(YamlNode cycles) {
    String name = cycles.text("coefficients", Presets.CYCLE_COEFFICIENTS);
    int order = cycles.whole("order", 10, 1, MOST_ORDER);
    cycles.finish();
    if (name.equals(Presets.CYCLE_COEFFICIENTS)) {
      return PUBLISHED.computeIfAbsent(order, p -> read(name, p));
    }
    return read(name, order);
  }

  private static DeviceModel read(String name, int order) {
    return new StatisticalCycles(new CycleCoefficients(Presets.cycleCoefficients(name), order));
  }

  private static double[] exactly(YamlNode node, String key, int count) {
    double[] values = node.quantities(key, "1");
    if (values.length != count) {
      throw new InputException(
          node.where(key) + " must hold " + count + " numbers, got " + values.length);
    }
    return values;
  }

  /** Normalised feature of a normal score. */
  double marginal(int feature, double score) {
    double y = 0;
    int at = feature * (degree + 1);
    for (int k = 0; k <= degree; k++) {
      y = y * score + marginals[at + k];
    }
    return y;
  }
}
