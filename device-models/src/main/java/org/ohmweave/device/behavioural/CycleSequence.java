package org.ohmweave.device.behavioural;

import org.ohmweave.core.InputException;

/**
 * The stationary vector autoregression {@code x_n = A_1 x_(n-1) + .. + A_p x_(n-p) + B e_n} of four
 * normal scores over cycles, e_n independent standard normals (T. Hennen et al., Front. Neurosci.
 * 16:941753, 2022).
 *
 * <p>It begins exactly in its stationary distribution: the covariance of p neighbouring cycles is
 * the fixed point of {@code S = F S F' + Q} (F companion matrix, Q noise), summed by doubling, and
 * its Cholesky factor turns 4 p normals into a history.
 */
final class CycleSequence {
  static final int FEATURES = 4;
  private static final int DOUBLINGS = 40;
  private final int order;
  private final double[] noiseRoot;
  private final double[] lags;
  private final double[] historyRoot;

  /**
   * A sequence.
   *
   * @param coefficients 4 x 4 (p + 1), row-major: B, then the matrices of lag p, .., 1
   * @param where place of the coefficients, for messages
   */
  CycleSequence(double[] coefficients, int order, String where) {
    this.order = order;
    int width = FEATURES * (order + 1);
    this.noiseRoot = new double[FEATURES * FEATURES];
    this.lags = new double[order * FEATURES * FEATURES];
    for (int row = 0; row < FEATURES; row++) {
      for (int column = 0; column < FEATURES; column++) {
        noiseRoot[row * FEATURES + column] = coefficients[row * width + column];
        for (int lag = 1; lag <= order; lag++) {
          lags[((lag - 1) * FEATURES + row) * FEATURES + column] =
              coefficients[row * width + FEATURES * (order + 1 - lag) + column];
        }
      }
    }
    this.historyRoot = root(stationary(where), FEATURES * order, where);
  }

  int order() {
    return order;
  }

  /**
   * A history.
   *
   * @param normals (input) 4 p standard normals
   * @param history (output) {@code [4 (lag - 1) + feature]}, the newest cycle first
   */
  void begin(double[] normals, double[] history) {
    int n = FEATURES * order;
    for (int row = 0; row < n; row++) {
      double sum = 0;
      for (int column = 0; column <= row; column++) {
        sum += historyRoot[row * n + column] * normals[column];
      }
      history[row] = sum;
    }
  }

  /** Weight of feature {@code from} at a lag in feature {@code to} now. */
  double weight(int lag, int to, int from) {
    return lags[((lag - 1) * FEATURES + to) * FEATURES + from];
  }

  /** Weight of noise {@code from} in feature {@code to}. */
  double noise(int to, int from) {
    return noiseRoot[to * FEATURES + from];
  }

  private double[] stationary(String where) {
    int n = FEATURES * order;
    double[] power = new double[n * n];
    double[] sum = new double[n * n];
    for (int row = 0; row < FEATURES; row++) {
      for (int column = 0; column < n; column++) {
        power[row * n + column] = weight(column / FEATURES + 1, row, column % FEATURES);
      }
      for (int other = 0; other < FEATURES; other++) {
        for (int k = 0; k < FEATURES; k++) {
          sum[row * n + other] += noise(row, k) * noise(other, k);
        }
      }
    }
    for (int row = FEATURES; row < n; row++) {
      power[row * n + row - FEATURES] = 1;
    }
    for (int k = 0; k < DOUBLINGS; k++) {
      double[] more = product(product(power, sum, n, false), power, n, true);
      double largest = 0;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += more[i];
        largest = Math.max(largest, Math.abs(more[i]));
      }
      if (largest < 1e-18) {
        return sum;
      }
      if (!(largest < 1e12)) {
        break;
      }
      power = product(power, power, n, false);
    }
    throw new InputException(
        where + " is not stationary; the eigenvalues of its companion matrix must lie below 1");
  }

  private static double[] product(double[] a, double[] b, int n, boolean transposed) {
    double[] c = new double[n * n];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += a[row * n + k] * (transposed ? b[column * n + k] : b[k * n + column]);
        }
        c[row * n + column] = sum;
      }
    }
    return c;
  }

  private static double[] root(double[] covariance, int n, String where) {
    double[] root = new double[n * n];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column <= row; column++) {
        double rest = covariance[row * n + column];
        for (int k = 0; k < column; k++) {
          rest -= root[row * n + k] * root[column * n + k];
        }
        if (row == column && !(rest > 0)) {
          throw new InputException(
              where + " has a feature without noise of its own; its covariance has no root");
        }
        root[row * n + column] = row == column ? Math.sqrt(rest) : rest / root[column * n + column];
      }
    }
    return root;
  }
}
