package org.ohmweave.crossbar.wire;

/** The passes over the array that a conjugate gradient step and its check consist of. */
interface Sweeps {
  /**
   * First half of a step, rows from last to first: takes the new direction {@code p = z + beta p},
   * and gathers along the bit lines what it makes the cells carry.
   *
   * @param curvature (output) {@code p S p} per lane
   */
  void direct(double[] betas, double[] curvature);

  /**
   * Second half, rows from first to last: the bit lines' answer, the step along the direction, and
   * the new residual.
   *
   * @param rho (output) {@code r z} per lane: {@code r A^-1 r} unless something more is added to
   *     the preconditioner
   */
  void respond(double[] alphas, double[] rho);

  /**
   * Gathers the sources, and, unless {@code silent}, the currents from given bit-line voltages into
   * the solution's word lines.
   */
  void start(boolean silent);

  /**
   * Makes all voltages and the residual anew from the solution's word lines.
   *
   * @param rho (output) {@code r A^-1 r} per lane
   * @param watts (output) power in the conductances per lane
   * @param highest (output) largest voltage in magnitude per lane
   */
  void check(double[] rho, double[] watts, double[] highest);

  /**
   * Before the first step after a check.
   *
   * @param rho (modified) {@code r A^-1 r}, becomes {@code r z}
   */
  default void prepare(double[] rho) {}

  /** After the last step before a check. */
  default void finish() {}
}
