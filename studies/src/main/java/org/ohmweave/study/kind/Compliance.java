package org.ohmweave.study.kind;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.device.drive.CurrentCompliance;

/**
 * The key {@code compliance}: a current that limits the SET alone ({@code 100 uA}), or limits for
 * each polarity ({@code {set: 100 uA, reset: 1 mA}}).
 */
final class Compliance {
  private static final String KEY = "compliance";

  private Compliance() {}

  static @Nullable CurrentCompliance read(YamlNode node) {
    if (!node.has(KEY)) {
      return null;
    }
    if (!node.nested(KEY)) {
      return limits(node, KEY, node.quantity(KEY, "A"), Double.POSITIVE_INFINITY);
    }
    YamlNode both = node.child(KEY);
    double set = both.quantity("set", "A", Double.POSITIVE_INFINITY);
    double reset = both.quantity("reset", "A", Double.POSITIVE_INFINITY);
    both.finish();
    if (Double.isInfinite(set) && Double.isInfinite(reset)) {
      throw new InputException(
          node.where(KEY) + " limits nothing; give set or reset, such as {set: 100 uA}");
    }
    return limits(node, KEY, set, reset);
  }

  private static CurrentCompliance limits(YamlNode node, String key, double set, double reset) {
    if (!(set > 0 && reset > 0)) {
      throw new InputException(
          node.where(key) + " must be positive [A], got " + Math.min(set, reset));
    }
    return new CurrentCompliance(set, reset);
  }

  static Map<String, Object> describe(CurrentCompliance limits) {
    Map<String, Object> description = new LinkedHashMap<>();
    if (Double.isFinite(limits.setAmps())) {
      description.put("setAmps", limits.setAmps());
    }
    if (Double.isFinite(limits.resetAmps())) {
      description.put("resetAmps", limits.resetAmps());
    }
    return description;
  }
}
