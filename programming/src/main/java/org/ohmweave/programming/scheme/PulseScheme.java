package org.ohmweave.programming.scheme;

/** Decides, read by read, which pulse a cell gets next. Array convention: positive voltages SET. */
public interface PulseScheme {
  /** Name for command lines and reports. */
  String name();

  /**
   * Starts with one cell.
   *
   * @param targetSiemens wanted conductance at the read voltage
   * @param accepted relative deviation of a read that counts as reached
   */
  Sequence begin(double targetSiemens, double accepted);

  /** The pulses of one cell. */
  interface Sequence {
    /**
     * Takes a read; true if a pulse is to follow, false if the cell has reached its target.
     *
     * @param readSiemens conductance as read, noise included
     */
    boolean next(double readSiemens);

    /** Amplitude of the pulse to follow. */
    double volts();

    /** Duration of the pulse to follow. */
    double seconds();
  }
}
