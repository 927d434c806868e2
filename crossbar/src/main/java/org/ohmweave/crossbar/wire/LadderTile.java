package org.ohmweave.crossbar.wire;

/**
 * The recursions along word lines. Each step waits for the one before, so eight lines go side by
 * side; a tile is {@link SchurFields#SIDE} lines by some columns, and what passes from tile to tile
 * is kept per line.
 */
final class LadderTile {
  private LadderTile() {}

  /**
   * Voltages from gathered currents, left to right: {@code v = f (v' + r c)}.
   *
   * @param c (input) gathered currents, lines {@code stride} apart from {@code at}
   * @param f (input) factors at the same indices
   * @param v (output) voltages, lines {@code vStride} apart from {@code vAt}
   * @param last (modified) voltage left of the tile per line, then that of its last column
   */
  static void pass(
      double[] c,
      double[] f,
      int at,
      int stride,
      int n,
      double r,
      double[] v,
      int vAt,
      int vStride,
      double[] last) {
    final int o1 = at + stride;
    final int o2 = o1 + stride;
    final int o3 = o2 + stride;
    final int o4 = o3 + stride;
    final int o5 = o4 + stride;
    final int o6 = o5 + stride;
    final int o7 = o6 + stride;
    final int p1 = vAt + vStride;
    final int p2 = p1 + vStride;
    final int p3 = p2 + vStride;
    final int p4 = p3 + vStride;
    final int p5 = p4 + vStride;
    final int p6 = p5 + vStride;
    final int p7 = p6 + vStride;
    double v0 = last[0];
    double v1 = last[1];
    double v2 = last[2];
    double v3 = last[3];
    double v4 = last[4];
    double v5 = last[5];
    double v6 = last[6];
    double v7 = last[7];
    for (int k = 0; k < n; k++) {
      v0 = f[at + k] * (v0 + r * c[at + k]);
      v1 = f[o1 + k] * (v1 + r * c[o1 + k]);
      v2 = f[o2 + k] * (v2 + r * c[o2 + k]);
      v3 = f[o3 + k] * (v3 + r * c[o3 + k]);
      v4 = f[o4 + k] * (v4 + r * c[o4 + k]);
      v5 = f[o5 + k] * (v5 + r * c[o5 + k]);
      v6 = f[o6 + k] * (v6 + r * c[o6 + k]);
      v7 = f[o7 + k] * (v7 + r * c[o7 + k]);
      v[vAt + k] = v0;
      v[p1 + k] = v1;
      v[p2 + k] = v2;
      v[p3 + k] = v3;
      v[p4 + k] = v4;
      v[p5 + k] = v5;
      v[p6 + k] = v6;
      v[p7 + k] = v7;
    }
    last[0] = v0;
    last[1] = v1;
    last[2] = v2;
    last[3] = v3;
    last[4] = v4;
    last[5] = v5;
    last[6] = v6;
    last[7] = v7;
  }

  /**
   * Gathers currents, right to left: {@code c = b + t'}, {@code t = f c}, primes one column to the
   * right.
   *
   * @param b (input, becomes c) currents into the nodes, lines {@code bStride} apart from 0
   * @param f (input) factors, lines {@code stride} apart from {@code at}
   * @param carried (modified) t right of the tile per line, then that of its first column
   */
  static void gather(
      double[] b, int bStride, double[] f, int at, int stride, int n, double[] carried) {
    final int o1 = at + stride;
    final int o2 = o1 + stride;
    final int o3 = o2 + stride;
    final int o4 = o3 + stride;
    final int o5 = o4 + stride;
    final int o6 = o5 + stride;
    final int o7 = o6 + stride;
    final int p1 = bStride;
    final int p2 = p1 + bStride;
    final int p3 = p2 + bStride;
    final int p4 = p3 + bStride;
    final int p5 = p4 + bStride;
    final int p6 = p5 + bStride;
    final int p7 = p6 + bStride;
    double t0 = carried[0];
    double t1 = carried[1];
    double t2 = carried[2];
    double t3 = carried[3];
    double t4 = carried[4];
    double t5 = carried[5];
    double t6 = carried[6];
    double t7 = carried[7];
    for (int k = n - 1; k >= 0; k--) {
      t0 += b[k];
      t1 += b[p1 + k];
      t2 += b[p2 + k];
      t3 += b[p3 + k];
      t4 += b[p4 + k];
      t5 += b[p5 + k];
      t6 += b[p6 + k];
      t7 += b[p7 + k];
      b[k] = t0;
      b[p1 + k] = t1;
      b[p2 + k] = t2;
      b[p3 + k] = t3;
      b[p4 + k] = t4;
      b[p5 + k] = t5;
      b[p6 + k] = t6;
      b[p7 + k] = t7;
      t0 *= f[at + k];
      t1 *= f[o1 + k];
      t2 *= f[o2 + k];
      t3 *= f[o3 + k];
      t4 *= f[o4 + k];
      t5 *= f[o5 + k];
      t6 *= f[o6 + k];
      t7 *= f[o7 + k];
    }
    carried[0] = t0;
    carried[1] = t1;
    carried[2] = t2;
    carried[3] = t3;
    carried[4] = t4;
    carried[5] = t5;
    carried[6] = t6;
    carried[7] = t7;
  }

  /**
   * Factors of eight lines, right to left, from the last but one cell: {@code f = 1 / (1 + r s)},
   * {@code s = e + s f}.
   *
   * @param e (input) cell conductances, lines {@code stride} apart from {@code at}
   * @param f (output) factors at the same indices, those of the outermost cells untouched
   * @param seen (modified) conductance seen at the last but one cell, then at the first, from
   *     {@code line}
   */
  static void factor(
      double[] e, double[] f, int at, int stride, int n, double r, double[] seen, int line) {
    final int o1 = at + stride;
    final int o2 = o1 + stride;
    final int o3 = o2 + stride;
    final int o4 = o3 + stride;
    final int o5 = o4 + stride;
    final int o6 = o5 + stride;
    final int o7 = o6 + stride;
    double s0 = seen[line];
    double s1 = seen[line + 1];
    double s2 = seen[line + 2];
    double s3 = seen[line + 3];
    double s4 = seen[line + 4];
    double s5 = seen[line + 5];
    double s6 = seen[line + 6];
    double s7 = seen[line + 7];
    for (int k = n - 2; k > 0; k--) {
      double f0 = 1 / (1 + r * s0);
      double f1 = 1 / (1 + r * s1);
      double f2 = 1 / (1 + r * s2);
      double f3 = 1 / (1 + r * s3);
      double f4 = 1 / (1 + r * s4);
      double f5 = 1 / (1 + r * s5);
      double f6 = 1 / (1 + r * s6);
      double f7 = 1 / (1 + r * s7);
      f[at + k] = f0;
      f[o1 + k] = f1;
      f[o2 + k] = f2;
      f[o3 + k] = f3;
      f[o4 + k] = f4;
      f[o5 + k] = f5;
      f[o6 + k] = f6;
      f[o7 + k] = f7;
      s0 = e[at + k - 1] + s0 * f0;
      s1 = e[o1 + k - 1] + s1 * f1;
      s2 = e[o2 + k - 1] + s2 * f2;
      s3 = e[o3 + k - 1] + s3 * f3;
      s4 = e[o4 + k - 1] + s4 * f4;
      s5 = e[o5 + k - 1] + s5 * f5;
      s6 = e[o6 + k - 1] + s6 * f6;
      s7 = e[o7 + k - 1] + s7 * f7;
    }
    seen[line] = s0;
    seen[line + 1] = s1;
    seen[line + 2] = s2;
    seen[line + 3] = s3;
    seen[line + 4] = s4;
    seen[line + 5] = s5;
    seen[line + 6] = s6;
    seen[line + 7] = s7;
  }
}
