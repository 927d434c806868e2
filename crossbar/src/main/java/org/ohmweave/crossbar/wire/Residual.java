package org.ohmweave.crossbar.wire;

/** How well a solution obeys Kirchhoff's law. */
final class Residual {
  private Residual() {}

  /**
   * Largest violation at a word-line node of a single vector, from the gathered residual of the
   * last check. Prescribed nodes take what comes; on a line without resistance all nodes are one.
   */
  static double largestAmps(SchurFields s, RowKernels kernels) {
    double largest = 0;
    double[] f = s.words.factor;
    double[] c = s.c;
    double[] highest = new double[s.columns];
    for (int i = 0; i < s.rows; i++) {
      boolean ideal = s.words.nearOhms(i) == 0;
      int first = i * s.stride;
      if (s.wordOhms == 0) {
        largest = Math.max(largest, ideal ? 0 : Math.abs(c[first]));
      } else if (ideal || s.words.fixed[i]) {
        int last = s.words.fixed[i] ? s.columns - 1 : s.columns;
        for (int k = first + (ideal ? 1 : 0); k < first + last; k++) {
          largest = Math.max(largest, Math.abs(c[k] - f[k + 1] * c[k + 1]));
        }
      } else {
        kernels.violation(c, f, first, s.columns, highest);
      }
    }
    for (double amps : highest) {
      largest = Math.max(largest, amps);
    }
    return largest;
  }
}
