package org.ohmweave.crossbar.wire;

/**
 * Solves all word lines: node voltages from currents into the nodes. The recursion along a line
 * waits for itself, so eight lines go side by side. With several vectors at once, their values lie
 * innermost.
 */
final class WordSweep {
  private static final int SIDE = 8;
  private final LineFactors f;
  private final int lanes;
  private final double[] carried;
  private final double[] lineDot;

  WordSweep(LineFactors factors, int lanes) {
    this.f = factors;
    this.lanes = lanes;
    this.carried = new double[lanes];
    this.lineDot = new double[lanes];
  }

  /**
   * Solves.
   *
   * @param b (input) currents into the nodes, those of far sources included
   * @param v (output) node voltages
   * @param nearShare what the near source alone makes of node 0, per line and lane; zeros without
   *     sources
   * @param lastVolts what an ideal far source prescribes, per line and lane; zeros without sources
   * @param dot (output) sum of {@code b * v} per lane; each line is summed by itself, then the
   *     lines in order
   */
  void solve(double[] b, double[] v, double[] nearShare, double[] lastVolts, double[] dot) {
    java.util.Arrays.fill(dot, 0);
    if (lanes == 1) {
      int i = 0;
      for (; i + SIDE <= f.lines; i += SIDE) {
        dot[0] = eight(b, v, i, nearShare, dot[0]);
      }
      for (; i < f.lines; i++) {
        wide(b, v, i, nearShare, dot);
      }
    } else {
      for (int i = 0; i < f.lines; i++) {
        wide(b, v, i, nearShare, dot);
      }
    }
    for (int i = 0; i < f.lines; i++) {
      int last = (i * f.lineStride + f.cells - 1) * lanes;
      for (int lane = 0; lane < lanes; lane++) {
        v[last + lane] += lastVolts[i * lanes + lane];
      }
    }
  }

  private double eight(double[] b, double[] v, int i, double[] nearShare, double sum) {
    final double[] factor = f.factor;
    final double r = f.segmentOhms;
    final int stride = f.lineStride;
    final int n = f.cells;
    final int o0 = i * stride;
    final int o1 = o0 + stride;
    final int o2 = o1 + stride;
    final int o3 = o2 + stride;
    final int o4 = o3 + stride;
    final int o5 = o4 + stride;
    final int o6 = o5 + stride;
    final int o7 = o6 + stride;
    double c0 = 0;
    double c1 = 0;
    double c2 = 0;
    double c3 = 0;
    double c4 = 0;
    double c5 = 0;
    double c6 = 0;
    double c7 = 0;
    for (int k = n - 1; k >= 0; k--) {
      // v holds c / (factor of its own node) until the way back
      c0 += b[o0 + k];
      c1 += b[o1 + k];
      c2 += b[o2 + k];
      c3 += b[o3 + k];
      c4 += b[o4 + k];
      c5 += b[o5 + k];
      c6 += b[o6 + k];
      c7 += b[o7 + k];
      v[o0 + k] = c0;
      v[o1 + k] = c1;
      v[o2 + k] = c2;
      v[o3 + k] = c3;
      v[o4 + k] = c4;
      v[o5 + k] = c5;
      v[o6 + k] = c6;
      v[o7 + k] = c7;
      c0 *= factor[o0 + k];
      c1 *= factor[o1 + k];
      c2 *= factor[o2 + k];
      c3 *= factor[o3 + k];
      c4 *= factor[o4 + k];
      c5 *= factor[o5 + k];
      c6 *= factor[o6 + k];
      c7 *= factor[o7 + k];
    }
    double v0 = nearShare[i] + f.currentOhms[i] * v[o0];
    double v1 = nearShare[i + 1] + f.currentOhms[i + 1] * v[o1];
    double v2 = nearShare[i + 2] + f.currentOhms[i + 2] * v[o2];
    double v3 = nearShare[i + 3] + f.currentOhms[i + 3] * v[o3];
    double v4 = nearShare[i + 4] + f.currentOhms[i + 4] * v[o4];
    double v5 = nearShare[i + 5] + f.currentOhms[i + 5] * v[o5];
    double v6 = nearShare[i + 6] + f.currentOhms[i + 6] * v[o6];
    double v7 = nearShare[i + 7] + f.currentOhms[i + 7] * v[o7];
    v[o0] = v0;
    v[o1] = v1;
    v[o2] = v2;
    v[o3] = v3;
    v[o4] = v4;
    v[o5] = v5;
    v[o6] = v6;
    v[o7] = v7;
    double d0 = b[o0] * v0;
    double d1 = b[o1] * v1;
    double d2 = b[o2] * v2;
    double d3 = b[o3] * v3;
    double d4 = b[o4] * v4;
    double d5 = b[o5] * v5;
    double d6 = b[o6] * v6;
    double d7 = b[o7] * v7;
    for (int k = 1; k < n; k++) {
      v0 = factor[o0 + k] * (v0 + r * v[o0 + k]);
      v1 = factor[o1 + k] * (v1 + r * v[o1 + k]);
      v2 = factor[o2 + k] * (v2 + r * v[o2 + k]);
      v3 = factor[o3 + k] * (v3 + r * v[o3 + k]);
      v4 = factor[o4 + k] * (v4 + r * v[o4 + k]);
      v5 = factor[o5 + k] * (v5 + r * v[o5 + k]);
      v6 = factor[o6 + k] * (v6 + r * v[o6 + k]);
      v7 = factor[o7 + k] * (v7 + r * v[o7 + k]);
      v[o0 + k] = v0;
      v[o1 + k] = v1;
      v[o2 + k] = v2;
      v[o3 + k] = v3;
      v[o4 + k] = v4;
      v[o5 + k] = v5;
      v[o6 + k] = v6;
      v[o7 + k] = v7;
      d0 += b[o0 + k] * v0;
      d1 += b[o1 + k] * v1;
      d2 += b[o2 + k] * v2;
      d3 += b[o3 + k] * v3;
      d4 += b[o4 + k] * v4;
      d5 += b[o5 + k] * v5;
      d6 += b[o6 + k] * v6;
      d7 += b[o7 + k] * v7;
    }
    return sum + d0 + d1 + d2 + d3 + d4 + d5 + d6 + d7;
  }

  private void wide(double[] b, double[] v, int i, double[] nearShare, double[] dot) {
    double[] factor = f.factor;
    double r = f.segmentOhms;
    int line = i * f.lineStride;
    double[] c = carried;
    double[] d = lineDot;
    java.util.Arrays.fill(c, 0);
    for (int k = f.cells - 1; k >= 0; k--) {
      int at = (line + k) * lanes;
      double share = factor[line + k];
      for (int lane = 0; lane < lanes; lane++) {
        double sum = c[lane] + b[at + lane];
        v[at + lane] = sum;
        c[lane] = sum * share;
      }
    }
    for (int lane = 0; lane < lanes; lane++) {
      double volts = nearShare[i * lanes + lane] + f.currentOhms[i] * v[line * lanes + lane];
      c[lane] = volts;
      v[line * lanes + lane] = volts;
      d[lane] = b[line * lanes + lane] * volts;
    }
    for (int k = 1; k < f.cells; k++) {
      int at = (line + k) * lanes;
      double share = factor[line + k];
      for (int lane = 0; lane < lanes; lane++) {
        double volts = share * (c[lane] + r * v[at + lane]);
        c[lane] = volts;
        v[at + lane] = volts;
        d[lane] += b[at + lane] * volts;
      }
    }
    for (int lane = 0; lane < lanes; lane++) {
      dot[lane] += d[lane];
    }
  }
}
