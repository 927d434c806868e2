package org.ohmweave.crossbar.wire;

/**
 * The work of the sweeps on one row with eight vectors innermost. Implementations give the same
 * bits; sums run per lane, cell after cell in sweep order.
 */
interface EightKernels {
  /**
   * {@code cp = c + beta cp}, its voltages p, and {@code q = g p + fb' q'}; adds {@code fw cp^2} to
   * {@code wordSums}, {@code fb q^2} to {@code bitSums}.
   */
  void direct(SchurFields s, int row, double[] betas, double[] wordSums, double[] bitSums);

  /**
   * Bit-line voltages {@code v = fb (v' + r q)}, the gathering of g v along the word line, the step
   * of c and cw, and {@code fw c^2} added to {@code sums}.
   *
   * @param above (modified) voltages of the row above (for row 0, its own), then of this row;
   *     columns x lanes
   */
  void respond(SchurFields s, int row, double[] above, double[] alphas, double[] sums);

  /** Voltages w of the row from cw, and {@code q = g w + fb' q' + from}. */
  void drive(SchurFields s, int row, double[] from);

  /**
   * Bit-line voltages into q, the gathering of g v along the word line, and {@code c} as what that
   * leaves of cw; sums as in {@link #respond}, and {@code g (w - q)^2} added to {@code watts};
   * {@code highest} is raised to the magnitudes of w and q.
   *
   * @param last what ideal sources prescribe, added to q; columns x lanes
   */
  void compare(
      SchurFields s,
      int row,
      double[] above,
      double[] last,
      double[] sums,
      double[] watts,
      double[] highest);
}
