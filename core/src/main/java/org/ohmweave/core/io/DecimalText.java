package org.ohmweave.core.io;

import java.util.regex.Pattern;

/** Numbers as people and files write them, without what only Java reads as one: {@code 1d}. */
public final class DecimalText {
  private static final Pattern SHAPE =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

  private DecimalText() {}

  /** The number of a text, or NaN if it is none; infinite if too large. */
  public static double parse(String text) {
    String words = text.strip();
    return SHAPE.matcher(words).matches() ? Double.parseDouble(words) : Double.NaN;
  }
}
