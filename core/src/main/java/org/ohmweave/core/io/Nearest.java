package org.ohmweave.core.io;

import java.util.Collection;
import java.util.Locale;

/** The known word that a mistyped one most likely meant. */
public final class Nearest {
  private static final int SHORTEST = 3;

  private Nearest() {}

  /**
   * {@code "; did you mean 'x'?"}, or nothing if no known word is near.
   *
   * @param word as typed
   * @param known what it may be
   */
  public static String hint(String word, Collection<String> known) {
    String typed = word.toLowerCase(Locale.ROOT);
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String each : known) {
      int distance = distance(each.toLowerCase(Locale.ROOT), typed);
      boolean part = typed.length() >= 3 && each.toLowerCase(Locale.ROOT).contains(typed);
      int score = part ? Math.min(1, distance) : distance;
      if (score < least) {
        least = score;
        best = each;
      }
    }
    boolean near = least <= Math.max(1, Math.min(typed.length(), best.length()) / 2);
    return near && !best.isEmpty() ? "; did you mean '" + best + "'?" : "";
  }

  /**
   * The known word that this one is a slip of: another case, or one letter too many, too few or
   * wrong; empty if there is none or it has fewer than three letters. Narrower than {@link #hint},
   * for words that may as well be somebody's own.
   */
  public static String slipOf(String word, Collection<String> known) {
    String typed = word.toLowerCase(Locale.ROOT);
    for (String each : known) {
      if (each.length() >= SHORTEST && distance(each.toLowerCase(Locale.ROOT), typed) <= 1) {
        return each;
      }
    }
    return "";
  }

  /** Levenshtein's edit distance. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
