package org.ohmweave.crossbar.dynamics;

/** A small dense matrix, factorised with row pivoting. */
final class DenseSolver {
  private final int n;
  private final double[] a;
  private final int[] order;
  private final double[] x;

  DenseSolver(int n) {
    this.n = n;
    this.a = new double[n * n];
    this.order = new int[n];
    this.x = new double[n];
  }

  void set(int row, int column, double value) {
    a[row * n + column] = value;
  }

  /** False if the matrix is singular or not finite. */
  boolean factorise() {
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(a[i * n + k]) > Math.abs(a[pivot * n + k])) {
          pivot = i;
        }
      }
      order[k] = pivot;
      if (!(Math.abs(a[pivot * n + k]) > 0)) {
        return false;
      }
      for (int j = 0; j < n && pivot != k; j++) {
        double swap = a[k * n + j];
        a[k * n + j] = a[pivot * n + j];
        a[pivot * n + j] = swap;
      }
      double per = 1 / a[k * n + k];
      for (int i = k + 1; i < n; i++) {
        double factor = a[i * n + k] * per;
        a[i * n + k] = factor;
        for (int j = k + 1; j < n && factor != 0; j++) {
          a[i * n + j] -= factor * a[k * n + j];
        }
      }
    }
    return true;
  }

  /** Solves in place. */
  void solve(double[] b) {
    System.arraycopy(b, 0, x, 0, n);
    for (int k = 0; k < n; k++) {
      double swap = x[k];
      x[k] = x[order[k]];
      x[order[k]] = swap;
    }
    for (int i = 0; i < n; i++) {
      double sum = x[i];
      for (int j = 0; j < i; j++) {
        sum -= a[i * n + j] * x[j];
      }
      x[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = x[i];
      for (int j = i + 1; j < n; j++) {
        sum -= a[i * n + j] * x[j];
      }
      x[i] = sum / a[i * n + i];
    }
    System.arraycopy(x, 0, b, 0, n);
  }
}
