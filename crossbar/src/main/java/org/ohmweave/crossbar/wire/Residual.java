package org.ohmweave.crossbar.wire;

/** How well a solution obeys Kirchhoff's law. */
final class Residual {
  private Residual() {}

  /**
   * Largest violation at a word-line node, all lanes, from the gathered residual of the last check.
   * Prescribed nodes take what comes; on a line without resistance all nodes are one.
   */
  static double largestAmps(SchurFields s) {
    double largest = 0;
    double[] f = s.words.factor;
    double[] c = s.c;
    int lanes = s.lanes;
    for (int i = 0; i < s.rows; i++) {
      boolean ideal = s.words.nearOhms(i) == 0;
      int first = i * s.stride;
      int last = s.words.fixed[i] ? s.columns - 1 : s.columns;
      if (s.wordOhms == 0) {
        for (int lane = 0; lane < lanes && !ideal; lane++) {
          largest = Math.max(largest, Math.abs(c[first * lanes + lane]));
        }
        continue;
      }
      for (int j = ideal ? 1 : 0; j < last; j++) {
        int k = first + j;
        for (int lane = 0; lane < lanes; lane++) {
          double amps = Math.abs(c[k * lanes + lane] - f[k + 1] * c[(k + 1) * lanes + lane]);
          largest = amps > largest ? amps : largest;
        }
      }
    }
    return largest;
  }
}
