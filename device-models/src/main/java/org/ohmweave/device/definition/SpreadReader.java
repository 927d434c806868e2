package org.ohmweave.device.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.StateVariable;
import org.ohmweave.device.variability.Distribution;
import org.ohmweave.device.variability.Spread;

/**
 * Reads distributions. A bare {@code 10 %} is a normal with that sd relative to the device's own
 * value. A mapping names a distribution; without a place of its own (mean, median, scale) it is one
 * of factors on that value:
 *
 * <pre>
 * {distribution: normal, sd: 10 %}                              relative
 * {distribution: truncated-normal, mean: 45 nm, sd: 5 nm, least: 40 nm, most: 50 nm}
 * {distribution: lognormal, sd: 0.2}          {distribution: lognormal, median: 1 uA, sd: 0.2}
 * {distribution: weibull, scale: 1 uA, shape: 3}
 * {distribution: uniform, least: 90 %, most: 110 %}
 * {distribution: mixture, parts: [{weight: 0.95, distribution: normal, sd: 3 %},
 *                                 {weight: 0.05, distribution: lognormal, sd: 0.5}]}
 * </pre>
 */
final class SpreadReader {
  private final DeviceBank sample;

  SpreadReader(DeviceBank sample) {
    this.sample = sample;
  }

  Map<String, Spread> parameters(YamlNode node) {
    Map<String, Spread> spreads = new LinkedHashMap<>();
    for (String symbol : node.keys()) {
      int p = index(node, symbol);
      spreads.put(symbol, spread(node, symbol, sample.model().parameters().get(p).unit()));
    }
    return spreads;
  }

  Map<String, Spread> states(YamlNode node) {
    Map<String, Spread> spreads = new LinkedHashMap<>();
    List<String> columns = sample.model().states().stream().map(StateVariable::column).toList();
    for (String column : node.keys()) {
      if (!columns.contains(column)) {
        throw new InputException(
            node.where(column)
                + " is not a state of law "
                + sample.model().law()
                + "; it has "
                + columns);
      }
      spreads.put(column, spread(node, column, "1"));
    }
    return spreads;
  }

  private int index(YamlNode node, String symbol) {
    try {
      return sample.indexOf(symbol);
    } catch (InputException e) {
      throw new InputException(node.where(symbol) + ": " + e.getMessage(), e);
    }
  }

  private static Spread spread(YamlNode node, String key, String unit) {
    if (!node.nested(key)) {
      String words = node.text(key);
      if (!words.contains("%")) {
        throw new InputException(
            node.where(key)
                + ": '"
                + words
                + "' must be a relative sd such as '10 %', or a mapping");
      }
      return Spread.normal(relative(node, key));
    }
    YamlNode one = node.child(key);
    try {
      boolean[] absolute = new boolean[1];
      Distribution distribution = distribution(one, unit, absolute);
      one.finish();
      return absolute[0] ? Spread.absolute(distribution) : Spread.relative(distribution);
    } catch (InputException e) {
      String place = node.where(key);
      throw e.getMessage().startsWith(place)
          ? e
          : new InputException(place + ": " + e.getMessage(), e);
    }
  }

  private static double relative(YamlNode node, String key) {
    double sd = node.quantity(key, "1");
    if (!(sd >= 0 && sd <= 5)) {
      throw new InputException(
          node.where(key) + " must lie in 0 % .. 500 %, got " + node.text(key));
    }
    return sd;
  }

  private static Distribution distribution(YamlNode node, String unit, boolean[] absolute) {
    String kind = node.text("distribution");
    double inf = Double.POSITIVE_INFINITY;
    switch (kind) {
      case "normal", "truncated-normal":
        if (node.has("mean")) {
          absolute[0] = true;
          return new Distribution.TruncatedNormal(
              node.quantity("mean", unit),
              node.quantity("sd", unit),
              node.quantity("least", unit, -inf),
              node.quantity("most", unit, inf));
        }
        return new Distribution.TruncatedNormal(
            1,
            relative(node, "sd"),
            node.quantity("least", "1", -inf),
            node.quantity("most", "1", inf));
      case "lognormal":
        absolute[0] = node.has("median");
        return new Distribution.Lognormal(
            absolute[0] ? node.quantity("median", unit) : 1, relative(node, "sd"));
      case "weibull":
        absolute[0] = node.has("scale");
        return new Distribution.Weibull(
            absolute[0] ? node.quantity("scale", unit) : 1, node.quantity("shape", "1"));
      case "uniform":
        absolute[0] = !node.text("least").contains("%");
        String kindOfUnit = absolute[0] ? unit : "1";
        return new Distribution.Uniform(
            node.quantity("least", kindOfUnit), node.quantity("most", kindOfUnit));
      case "mixture":
        return mixture(node, unit, absolute);
      default:
        throw new InputException(
            node.where("distribution")
                + " '"
                + kind
                + "' is unknown; it may be normal, truncated-normal, lognormal, weibull, uniform or mixture");
    }
  }

  private static Distribution mixture(YamlNode node, String unit, boolean[] absolute) {
    List<Double> weights = new ArrayList<>();
    List<Distribution> parts = new ArrayList<>();
    for (YamlNode part : node.children("parts")) {
      boolean[] own = new boolean[1];
      weights.add(part.quantity("weight", "1"));
      parts.add(distribution(part, unit, own));
      part.finish();
      if (parts.size() > 1 && own[0] != absolute[0]) {
        throw new InputException(
            node.where("parts") + " must all be absolute or all relative, not both");
      }
      absolute[0] = own[0];
    }
    return new Distribution.Mixture(weights, parts);
  }
}
