package org.ohmweave.crossbar.effective;

/** Gaussian elimination with row exchange for the few equations of a low-rank change. */
final class SmallSystem {
  private SmallSystem() {}

  /**
   * Solves in place.
   *
   * @param m (destroyed) count x count, row-major
   * @param x (modified) right-hand sides, count x width, then the solution
   * @param smallest pivots below are refused
   * @return false when refused
   */
  static boolean solve(double[] m, int count, double[] x, int width, double smallest) {
    for (int k = 0; k < count; k++) {
      int best = k;
      for (int i = k + 1; i < count; i++) {
        best = Math.abs(m[i * count + k]) > Math.abs(m[best * count + k]) ? i : best;
      }
      if (!(Math.abs(m[best * count + k]) >= smallest)) {
        return false;
      }
      swap(m, k, best, count);
      swap(x, k, best, width);
      double pivot = 1 / m[k * count + k];
      for (int i = k + 1; i < count; i++) {
        double share = m[i * count + k] * pivot;
        subtract(m, i, k, share, count, k);
        subtract(x, i, k, share, width, 0);
      }
    }
    for (int k = count - 1; k >= 0; k--) {
      for (int i = k + 1; i < count; i++) {
        subtract(x, k, i, m[k * count + i], width, 0);
      }
      double pivot = 1 / m[k * count + k];
      for (int j = 0; j < width; j++) {
        x[k * width + j] *= pivot;
      }
    }
    return true;
  }

  private static void subtract(double[] m, int to, int from, double share, int width, int first) {
    if (share != 0) {
      for (int j = first; j < width; j++) {
        m[to * width + j] -= share * m[from * width + j];
      }
    }
  }

  private static void swap(double[] m, int a, int b, int width) {
    for (int j = 0; j < width && a != b; j++) {
      double keep = m[a * width + j];
      m[a * width + j] = m[b * width + j];
      m[b * width + j] = keep;
    }
  }
}
