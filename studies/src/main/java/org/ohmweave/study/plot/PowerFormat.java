package org.ohmweave.study.plot;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/**
 * Tick labels for very small and very large numbers: plain near one, otherwise a mantissa and a
 * power of ten.
 */
final class PowerFormat extends NumberFormat {
  private static final long serialVersionUID = 1L;
  private static final String SUPERSCRIPTS =
      "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

  private final boolean ofExponents;

  PowerFormat() {
    this(false);
  }

  /** With {@code ofExponents}, what is formatted is the decimal logarithm of the number. */
  PowerFormat(boolean ofExponents) {
    this.ofExponents = ofExponents;
  }

  @Override
  public StringBuffer format(double value, StringBuffer out, FieldPosition position) {
    double number = ofExponents ? Math.pow(10, value) : value;
    int exponent = number == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(number)) + 1e-9);
    double mantissa = number / Math.pow(10, exponent);
    if (number == 0 || Math.abs(exponent) <= 2) {
      return out.append(number == 0 ? "0" : trim(String.format(Locale.ROOT, "%.4g", number)));
    }
    if (Math.abs(mantissa - 1) > 1e-6) {
      out.append(trim(String.format(Locale.ROOT, "%.3g", mantissa))).append('\u00d7');
    }
    out.append("10");
    if (exponent < 0) {
      out.append('\u207b');
    }
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      out.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return out;
  }

  @Override
  public StringBuffer format(long number, StringBuffer out, FieldPosition position) {
    return format((double) number, out, position);
  }

  @Override
  public Number parse(String source, ParsePosition position) {
    return Double.valueOf(source);
  }

  private static String trim(String digits) {
    return digits.contains(".") ? digits.replaceAll("0+$", "").replaceAll("\\.$", "") : digits;
  }
}
