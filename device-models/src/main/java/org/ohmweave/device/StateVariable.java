package org.ohmweave.device;

/**
 * One state of a law.
 *
 * @param column name with unit, as files print it ({@code "gap_m"})
 * @param meaning a few words
 * @param hidden memory that files need not print, such as the history of a random sequence
 */
public record StateVariable(String column, String meaning, boolean hidden) {
  /** A state that files print. */
  public StateVariable(String column, String meaning) {
    this(column, meaning, false);
  }
}
