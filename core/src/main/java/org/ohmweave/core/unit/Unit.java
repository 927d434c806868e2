package org.ohmweave.core.unit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit as text at the boundary: products and quotients of known units with powers and SI
 * prefixes, such as {@code kohm}, {@code m2/Vs}, {@code K/W}, {@code 1e26/m3}, {@code %}.
 *
 * <p>A single letter string may hold several units side by side ({@code Vs}). Electronvolts are a
 * unit of their own and are not turned into joules, because published barriers are entered into
 * formulas in electronvolts.
 *
 * @param factor size in SI base units (1 for electronvolts)
 * @param powers of m, kg, s, A, K, eV
 */
record Unit(double factor, int[] powers) {
  private static final int AXES = 6;
  private static final Map<String, Unit> NAMED = new LinkedHashMap<>();
  private static final Map<String, Double> PREFIXES = new LinkedHashMap<>();

  static {
    name("m", 1, 1, 0, 0, 0, 0, 0);
    name("g", 1e-3, 0, 1, 0, 0, 0, 0);
    name("s", 1, 0, 0, 1, 0, 0, 0);
    name("A", 1, 0, 0, 0, 1, 0, 0);
    name("K", 1, 0, 0, 0, 0, 1, 0);
    name("eV", 1, 0, 0, 0, 0, 0, 1);
    name("V", 1, 2, 1, -3, -1, 0, 0);
    name("ohm", 1, 2, 1, -3, -2, 0, 0);
    name("S", 1, -2, -1, 3, 2, 0, 0);
    name("W", 1, 2, 1, -3, 0, 0, 0);
    name("J", 1, 2, 1, -2, 0, 0, 0);
    name("F", 1, -2, -1, 4, 2, 0, 0);
    name("C", 1, 0, 0, 1, 1, 0, 0);
    name("Hz", 1, 0, 0, -1, 0, 0, 0);
    name("%", 0.01, 0, 0, 0, 0, 0, 0);
    PREFIXES.put("f", 1e-15);
    PREFIXES.put("p", 1e-12);
    PREFIXES.put("n", 1e-9);
    PREFIXES.put("u", 1e-6);
    PREFIXES.put("\u00b5", 1e-6);
    PREFIXES.put("\u03bc", 1e-6);
    PREFIXES.put("m", 1e-3);
    PREFIXES.put("c", 1e-2);
    PREFIXES.put("k", 1e3);
    PREFIXES.put("M", 1e6);
    PREFIXES.put("G", 1e9);
    PREFIXES.put("T", 1e12);
  }

  private static void name(String symbol, double factor, int... powers) {
    NAMED.put(symbol, new Unit(factor, powers));
  }

  /** All units and prefixes, for messages. */
  static String known() {
    return String.join(", ", NAMED.keySet())
        + " with the prefixes "
        + String.join(", ", PREFIXES.keySet());
  }

  /** The unit of a text, or null if it is none. */
  static @Nullable Unit parse(String text) {
    String words =
        text.strip()
            .replace("Ohm", "ohm")
            .replace("\u03a9", "ohm")
            .replace("\u2126", "ohm")
            .replace("^", "")
            .replace("\u00b0", "");
    String[] parts = words.split("/", -1);
    Unit unit = new Unit(1, new int[AXES]);
    for (int k = 0; k < parts.length; k++) {
      Unit part = product(parts[k]);
      if (part == null) {
        return null;
      }
      unit = unit.times(part, k == 0 ? 1 : -1);
    }
    return unit;
  }

  /** Units side by side, separated by space, dot or star, or written together. */
  private static @Nullable Unit product(String text) {
    Unit unit = new Unit(1, new int[AXES]);
    for (String token : text.strip().split("[ .*\u00b7](?![0-9])")) {
      if (token.matches("1|1e[0-9]+")) {
        unit = new Unit(unit.factor * Double.parseDouble(token), unit.powers);
        continue;
      }
      Unit power = power(token);
      if (power == null) {
        power = together(token);
      }
      if (power == null) {
        return null;
      }
      unit = unit.times(power, 1);
    }
    return unit;
  }

  private static @Nullable Unit together(String token) {
    for (int cut = 1; cut < token.length(); cut++) {
      Unit left = power(token.substring(0, cut));
      Unit right = left == null ? null : power(token.substring(cut));
      if (left != null && right != null) {
        return left.times(right, 1);
      }
    }
    return null;
  }

  private static @Nullable Unit power(String token) {
    int end = token.length();
    while (end > 0 && (Character.isDigit(token.charAt(end - 1)) || token.charAt(end - 1) == '-')) {
      end--;
    }
    Unit base = single(token.substring(0, end));
    if (base == null) {
      return null;
    }
    int exponent = 1;
    if (end < token.length()) {
      try {
        exponent = Integer.parseInt(token.substring(end));
      } catch (NumberFormatException e) {
        return null;
      }
    }
    return new Unit(1, new int[AXES]).times(base, exponent);
  }

  private static @Nullable Unit single(String symbol) {
    Unit named = NAMED.get(symbol);
    if (named != null || symbol.isEmpty()) {
      return named;
    }
    Double prefix = PREFIXES.get(symbol.substring(0, 1));
    Unit base = NAMED.get(symbol.substring(1));
    return prefix == null || base == null || symbol.endsWith("%")
        ? null
        : new Unit(prefix * base.factor, base.powers);
  }

  private Unit times(Unit other, int exponent) {
    int[] sum = powers.clone();
    for (int k = 0; k < AXES; k++) {
      sum[k] += exponent * other.powers[k];
    }
    return new Unit(factor * Math.pow(other.factor, exponent), sum);
  }

  boolean sameKind(Unit other) {
    return Arrays.equals(powers, other.powers);
  }
}
