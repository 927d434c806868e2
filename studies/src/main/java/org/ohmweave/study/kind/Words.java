package org.ohmweave.study.kind;

import java.util.Locale;

/** Numbers as people read them. */
final class Words {
  private static final String[] PREFIXES = {"f", "p", "n", "\u00b5", "m", "", "k", "M", "G", "T"};

  private Words() {}

  /** Three significant digits with an SI prefix: {@code si(2.3e-5, "A")} is "23.0 \u00b5A". */
  static String si(double value, String unit) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    if (value == 0) {
      return "0 " + unit;
    }
    int step = (int) Math.floor(Math.log10(Math.abs(value) * (1 + 1e-12)) / 3);
    step = Math.max(-5, Math.min(4, step));
    return digits(value / Math.pow(1000, step), 3) + " " + PREFIXES[step + 5] + unit;
  }

  /** A share as a percentage with two decimals. */
  static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f %%", 100 * share) : "-";
  }

  /** Significant digits without an exponent where that is short. */
  static String digits(double value, int significant) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e5)) {
      return String.format(Locale.ROOT, "%." + (significant - 1) + "e", value);
    }
    int before = size < 1 ? 1 : (int) Math.floor(Math.log10(size)) + 1;
    return String.format(Locale.ROOT, "%." + Math.max(0, significant - before) + "f", value);
  }
}
