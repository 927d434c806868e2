package org.ohmweave.crossbar.wire;

/**
 * The elementwise work of the sweeps, on tiles of {@link SchurFields#SIDE} rows and a multiple of 8
 * columns. Implementations give the same bits: every element sees the same operations in the same
 * order, and sums run per column, rows in sweep order.
 */
interface RowKernels {
  /**
   * Takes the new direction: {@code cp = c + beta cp}, and adds {@code fw cp^2} to {@code sums}.
   *
   * @param at index of the tile's first element
   * @param x index of its first column in {@code sums}
   */
  void turn(SchurFields s, double beta, int at, int x, int n, double[] sums);

  /**
   * Gathers along bit lines, last row first: {@code q = g p + fb' q'}, primes one row below; adds
   * {@code fb q^2} to {@code sums}.
   *
   * @param p word-line voltages of the tile, rows {@code pStride} apart from {@code pAt}
   */
  void gather(SchurFields s, double[] p, int pAt, int pStride, int at, int x, int n, double[] sums);

  /**
   * Passes voltages down bit lines: {@code v = fb (v' + r q)}, primes one row above, and {@code out
   * = g v}.
   *
   * @param head whether the tile's first row is the first of the array, whose voltages are given
   * @param above (modified) voltages of the row above the tile (or of a given first row), then of
   *     its last row
   * @param keep whether to leave the voltages in {@code q}
   */
  void pass(
      SchurFields s,
      boolean head,
      double[] above,
      double[] out,
      int outStride,
      int at,
      int x,
      int n,
      boolean keep);

  /**
   * Steps: {@code c -= alpha (cp - u)}, {@code cw += alpha cp}, and adds {@code fw c^2} to {@code
   * sums}.
   */
  void settle(
      SchurFields s, double alpha, double[] u, int uStride, int at, int x, int n, double[] sums);

  /**
   * Compares with the equations: {@code c = u - cw}, and adds {@code fw c^2} to {@code sums},
   * {@code g (w - q)^2} to {@code power}.
   */
  void compare(
      SchurFields s,
      double[] u,
      int uStride,
      int at,
      int x,
      int n,
      double[] sums,
      double[] power,
      double[] highest);

  /**
   * One step of the factors of bit lines: {@code factor = 1 / (1 + r seen)}, {@code seen = siemens'
   * + seen factor}, prime one cell nearer.
   */
  void factor(
      double[] siemens, double[] factor, double[] seen, double r, int at, int nearer, int n);

  /** Raises {@code highest} to the magnitude of {@code c - f' c'}, primes one cell to the right. */
  void violation(double[] c, double[] f, int at, int n, double[] highest);

  /**
   * Sums the rows of a tile, weighted with {@code 1 - share} into {@code sums} from {@code first},
   * with {@code share} from {@code second}.
   *
   * @param row index of the tile's first row in {@code share}
   */
  void restrict(
      double[] tile,
      int stride,
      int n,
      double[] share,
      int row,
      double[] sums,
      int first,
      int second);

  /** Same with the currents {@code c - f' c'}, primes one column to the right. */
  void restrictGathered(
      SchurFields s,
      double[] c,
      double[] share,
      int row,
      int at,
      int n,
      double[] sums,
      int first,
      int second);

  /**
   * Adds {@code u = (1 - share) coarse + share coarse'} to a tile, and {@code g u^2} to {@code
   * sums}.
   */
  void lift(
      SchurFields s,
      double[] tile,
      int stride,
      double[] share,
      int row,
      int at,
      int n,
      double[] coarse,
      int first,
      int second,
      double[] sums,
      int x);

  /** Subtracts {@code g u} from a tile. */
  void lower(
      SchurFields s,
      double[] tile,
      int stride,
      double[] share,
      int row,
      int at,
      int n,
      double[] coarse,
      int first,
      int second);
}
