package org.ohmweave.core.unit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ohmweave.core.InputException;

/** Reads quantities such as {@code "1.2 kohm"}, {@code "45 nm"}, {@code "10 %"} at the boundary. */
public final class Quantity {
  private static final Pattern SHAPE =
      Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(.*?)\\s*");

  private Quantity() {}

  /**
   * The value in the asked unit.
   *
   * @param text number and unit; the unit may be left out only where {@code unit} is {@code "1"}
   * @param unit what the caller computes with; any unit of the same kind is accepted and converted
   * @param where file and key, for the message
   * @throws InputException naming place, text and unit
   */
  public static double parse(String text, String unit, String where) {
    Unit wanted = Unit.parse(unit);
    if (wanted == null) {
      throw new IllegalArgumentException("unit '" + unit + "' is not known");
    }
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      throw new InputException(
          where
              + ": '"
              + text
              + "' is not a quantity; give a finite number with a unit of the kind "
              + unit);
    }
    String given = shape.group(2);
    if (given.isEmpty() && !wanted.sameKind(new Unit(1, new int[6]))) {
      throw new InputException(
          where
              + ": '"
              + text
              + "' has no unit; write for example '"
              + text.strip()
              + " "
              + unit
              + "'");
    }
    Unit found = given.isEmpty() ? new Unit(1, new int[6]) : Unit.parse(given);
    if (found == null) {
      throw new InputException(
          where
              + ": unit '"
              + given
              + "' is not known; give a unit of the kind "
              + unit
              + ", made of "
              + Unit.known());
    }
    if (!found.sameKind(wanted)) {
      throw new InputException(
          where + ": '" + text + "' has the wrong unit; give a unit of the kind " + unit);
    }
    double number = Double.parseDouble(shape.group(1));
    double value =
        found.factor() == wanted.factor()
            ? number
            : scaled(number, found.factor(), wanted.factor());
    if (!Double.isFinite(value)) {
      throw new InputException(
          where + ": '" + text + "' is out of range; give a finite number in " + unit);
    }
    return value;
  }

  /** Decimal prefixes are applied by dividing by a power of ten: "1.7 nm" is the double 1.7e-9. */
  private static double scaled(double number, double from, double to) {
    double ratio = from / to;
    double power = Math.rint(-Math.log10(ratio));
    if (power > 0 && power <= 22 && Math.abs(ratio * Math.pow(10, power) - 1) < 1e-12) {
      return number / Math.pow(10, power);
    }
    return number * ratio;
  }
}
