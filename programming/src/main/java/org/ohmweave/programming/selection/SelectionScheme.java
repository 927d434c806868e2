package org.ohmweave.programming.selection;

/**
 * Line voltages while one cell is selected with {@code volts} (word line against bit line), as
 * shares of that voltage.
 *
 * <p>With ideal wires a half-selected cell on the selected word line sees {@code 1 - otherBit}, one
 * on the selected bit line {@code otherWord}, all others {@code otherWord - otherBit}. What they
 * see through wire resistance is a network: {@link LineBias} makes its sources.
 */
public enum SelectionScheme {
  /** Unselected lines at half the voltage: half-selected cells see 1/2, the others nothing. */
  HALF(0.5, 0.5),
  /**
   * Unselected word lines at one third, bit lines at two thirds: every other cell sees 1/3 in size.
   */
  THIRD(1.0 / 3, 2.0 / 3),
  /**
   * Unselected lines at 0 V: cells on the selected word line see all of it, the others nothing. For
   * reading: no current but the selected cell's reaches its bit line.
   */
  GROUNDED(0, 0),
  /** Unselected lines connected nowhere; what their cells see follows from the others. */
  FLOATING(Double.NaN, Double.NaN);

  private final double otherWord;
  private final double otherBit;

  SelectionScheme(double otherWord, double otherBit) {
    this.otherWord = otherWord;
    this.otherBit = otherBit;
  }

  /** Whether unselected lines are open. */
  public boolean floating() {
    return Double.isNaN(otherWord);
  }

  /** Voltage of an unselected word line, NaN if it floats; the selected one is at {@code volts}. */
  public double otherWordVolts(double volts) {
    return otherWord * volts;
  }

  /** Voltage of an unselected bit line, NaN if it floats; the selected one is at 0 V. */
  public double otherBitVolts(double volts) {
    return otherBit * volts;
  }
}
