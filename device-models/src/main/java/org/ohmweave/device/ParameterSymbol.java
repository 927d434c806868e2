package org.ohmweave.device;

import org.ohmweave.core.InputException;

/**
 * One parameter of a law, under its published symbol.
 *
 * @param symbol as the law's source writes it, ASCII ({@code "R_th0"})
 * @param unit SI unit of the bank's column ({@code "K/W"}; {@code "1"} for a pure number)
 * @param meaning a few words
 * @param sign which values make sense
 */
public record ParameterSymbol(String symbol, String unit, String meaning, Sign sign) {
  /** Which values of a parameter make sense; all must be finite. */
  public enum Sign {
    /** Above zero. */
    POSITIVE("positive"),
    /** Zero or above. */
    NOT_NEGATIVE("zero or positive"),
    /** Below zero. */
    NEGATIVE("negative"),
    /** Zero or below. */
    NOT_POSITIVE("zero or negative"),
    /** Any number. */
    ANY("a number");

    private final String words;

    Sign(String words) {
      this.words = words;
    }

    private boolean allows(double value) {
      return switch (this) {
        case POSITIVE -> value > 0;
        case NOT_NEGATIVE -> value >= 0;
        case NEGATIVE -> value < 0;
        case NOT_POSITIVE -> value <= 0;
        case ANY -> !Double.isNaN(value);
      };
    }
  }

  /** A parameter that must be positive. */
  public ParameterSymbol(String symbol, String unit, String meaning) {
    this(symbol, unit, meaning, Sign.POSITIVE);
  }

  /** A parameter that may be zero, such as a resistor that need not be there. */
  public static ParameterSymbol orZero(String symbol, String unit, String meaning) {
    return new ParameterSymbol(symbol, unit, meaning, Sign.NOT_NEGATIVE);
  }

  /** A parameter of either sign. */
  public static ParameterSymbol signed(String symbol, String unit, String meaning) {
    return new ParameterSymbol(symbol, unit, meaning, Sign.ANY);
  }

  /** Refuses a value that makes no sense. */
  void check(String law, double value) {
    if (!sign.allows(value) || Double.isInfinite(value)) {
      throw new InputException(
          "parameter "
              + symbol
              + " of law "
              + law
              + " must be "
              + sign.words
              + " and finite ["
              + unit
              + "], got "
              + value);
    }
  }
}
