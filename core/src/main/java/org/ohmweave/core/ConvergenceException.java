package org.ohmweave.core;

/** A solver gave up; carries how long it tried, how far it got, and where. */
public final class ConvergenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int iterations;
  private final double residual;

  /**
   * A failed solve.
   *
   * @param place what was being solved, for a reader: "word-line Schur complement of 64 x 64"
   * @param iterations steps done
   * @param residual the measure that should have become small, in the unit {@code place} states
   */
  public ConvergenceException(String place, int iterations, double residual) {
    super(
        place + " did not converge: residual " + residual + " after " + iterations + " iterations");
    this.iterations = iterations;
    this.residual = residual;
  }

  /** Steps done. */
  public int iterations() {
    return iterations;
  }

  /** The measure that should have become small. */
  public double residual() {
    return residual;
  }
}
