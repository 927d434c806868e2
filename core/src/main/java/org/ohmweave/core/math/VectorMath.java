package org.ohmweave.core.math;

/**
 * Elementary operations over arrays. There is a plain path and a Vector API path; both give the
 * same bits: elementwise operations use the same formula, sums run in eight logical lanes.
 */
public interface VectorMath {
  /** {@code "plain"} or {@code "vector"}; results record it. */
  String name();

  /** {@code out[i] = exp(in[i])} for {@code from <= i < to}; the arrays may be the same. */
  void exp(double[] in, double[] out, int from, int to);

  /** Sum of {@code x[i] * y[i]} for {@code from <= i < to}. */
  double dot(double[] x, double[] y, int from, int to);

  /** {@code y[i] += a * x[i]} for {@code from <= i < to}. */
  void addScaled(double a, double[] x, double[] y, int from, int to);

  /** {@code y[yFrom + i] += a * x[xFrom + i]} for {@code 0 <= i < count}. */
  void addScaled(double a, double[] x, int xFrom, double[] y, int yFrom, int count);

  /**
   * Adds a row vector times a matrix: {@code y[yFrom + j] += a[aFrom + i] * x[xFrom + i * count +
   * j]} for {@code 0 <= j < count}, for one row i after the other, {@code 0 <= i < rows}.
   *
   * @param x (input) rows x count, row-major from {@code xFrom}
   * @param y (modified) must not be x or a
   */
  void addRows(
      double[] a, int aFrom, int rows, double[] x, int xFrom, double[] y, int yFrom, int count);

  /** The fastest path of this machine. */
  static VectorMath active() {
    return VectorMathChoice.ACTIVE;
  }

  /** The path that every machine has. */
  static VectorMath plain() {
    return VectorMathChoice.PLAIN;
  }
}
