package org.ohmweave.calibration;

/**
 * One value of a parameter set.
 *
 * @param symbol as its source writes it
 * @param value in {@code unit}
 * @param unit as the set gives it
 * @param status how much it can be trusted
 * @param source where it stands
 */
public record PresetValue(String symbol, double value, String unit, Status status, String source) {
  /** Where a value comes from. */
  public enum Status {
    /** Read in a paper or an official document. */
    PUBLISHED,
    /** Read in published program text of the law's authors or users. */
    CODE,
    /** Fitted by this project; the source says to what. */
    FITTED,
    /** Chosen by this project; the source says why. */
    OUR_CHOICE
  }
}
