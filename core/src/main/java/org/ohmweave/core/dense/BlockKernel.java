package org.ohmweave.core.dense;

/**
 * The innermost product: a block of four rows by one strip of columns. Every entry is one chain of
 * fused multiply-adds in the order of the depth, so the plain and the Vector API path give the same
 * bits for any width.
 */
interface BlockKernel {
  /** Rows of a block. */
  int ROWS = 4;

  /** Most columns that a strip of any kernel has. */
  int WIDEST = 64;

  /** {@code "plain"} or {@code "vector"}. */
  String name();

  /** Columns of a strip of doubles. */
  int width();

  /** Columns of a strip of floats. */
  int floatWidth();

  /**
   * {@code c[r][j] += sum over k of a[k][r] * b[k][j]}.
   *
   * @param a (input) depth x 4 from {@code aAt}
   * @param b (input) depth x width from {@code bAt}
   * @param c (modified) four rows of {@code width} from {@code cAt}, {@code stride} apart
   */
  void add(double[] a, int aAt, double[] b, int bAt, int depth, double[] c, int cAt, int stride);

  /** The same for floats. */
  void add(float[] a, int aAt, float[] b, int bAt, int depth, float[] c, int cAt, int stride);

  /** One row: {@code y[j] += sum over k of x[k] * b[k][j]}, the same bits as in a block. */
  void addRow(double[] x, int xAt, double[] b, int bAt, int depth, double[] y, int yAt);

  /** The same for floats. */
  void addRow(float[] x, int xAt, float[] b, int bAt, int depth, float[] y, int yAt);

  /** The fastest kernel of this machine. */
  static BlockKernel active() {
    return KernelChoice.ACTIVE;
  }
}
