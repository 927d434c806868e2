package org.ohmweave.crossbar.wire;

/** The kernels for eight vectors without the Vector API. */
final class PlainEight implements EightKernels {
  private static final int LANES = SchurSolver.LANES;

  @Override
  public void direct(SchurFields s, int row, double[] betas, double[] wordSums, double[] bitSums) {
    double[] fw = s.words.factor;
    double[] fb = s.bits.factor;
    double near = s.words.currentOhms[row];
    double r = s.wordOhms;
    double[] p = new double[LANES];
    int line = row * s.stride;
    for (int j = 0; j < s.columns; j++) {
      int k = line + j;
      for (int lane = 0; lane < LANES; lane++) {
        int at = k * LANES + lane;
        double y = s.c[at] + betas[lane] * s.cp[at];
        s.cp[at] = y;
        wordSums[lane] += fw[k] * y * y;
        p[lane] = (p[lane] + (j == 0 ? near : r) * y) * (j == 0 ? 1 : fw[k]);
        double q = s.g[k] * p[lane] + fb[k + s.stride] * s.q[at + s.stride * LANES];
        s.q[at] = q;
        bitSums[lane] += fb[k] * q * q;
      }
    }
  }

  @Override
  public void respond(SchurFields s, int row, double[] above, double[] alphas, double[] sums) {
    double[] fw = s.words.factor;
    double[] t = new double[LANES];
    int line = row * s.stride;
    for (int j = s.columns - 1; j >= 0; j--) {
      int k = line + j;
      for (int lane = 0; lane < LANES; lane++) {
        int at = k * LANES + lane;
        double v = bitVolts(s, row, j, lane, above);
        double u = t[lane] + s.g[k] * v;
        t[lane] = fw[k] * u;
        double y = s.c[at] - alphas[lane] * (s.cp[at] - u);
        s.c[at] = y;
        s.cw[at] += alphas[lane] * s.cp[at];
        sums[lane] += fw[k] * y * y;
      }
    }
  }

  private static double bitVolts(SchurFields s, int row, int j, int lane, double[] above) {
    int k = row * s.stride + j;
    int x = j * LANES + lane;
    double r = row == 0 ? 0 : s.bitOhms;
    double v = (above[x] + r * s.q[k * LANES + lane]) * (row == 0 ? 1 : s.bits.factor[k]);
    above[x] = v;
    return v;
  }

  @Override
  public void drive(SchurFields s, int row, double[] from) {
    double[] fw = s.words.factor;
    double near = s.words.currentOhms[row];
    double r = s.wordOhms;
    double[] v = new double[LANES];
    System.arraycopy(s.wordNear, row * LANES, v, 0, LANES);
    int line = row * s.stride;
    for (int j = 0; j < s.columns; j++) {
      int k = line + j;
      for (int lane = 0; lane < LANES; lane++) {
        int at = k * LANES + lane;
        v[lane] = (v[lane] + (j == 0 ? near : r) * s.cw[at]) * (j == 0 ? 1 : fw[k]);
        boolean prescribed = j == s.columns - 1 && s.words.fixed[row];
        double volts = v[lane] + s.wordFar[row * LANES + lane] * (prescribed ? 1 : 0);
        s.w[at] = volts;
        s.q[at] =
            s.g[k] * volts
                + s.bits.factor[k + s.stride] * s.q[at + s.stride * LANES]
                + from[j * LANES + lane];
      }
    }
  }

  @Override
  public void compare(
      SchurFields s,
      int row,
      double[] above,
      double[] last,
      double[] sums,
      double[] watts,
      double[] highest) {
    double[] fw = s.words.factor;
    double[] t = new double[LANES];
    int line = row * s.stride;
    boolean fixed = s.words.fixed[row];
    for (int j = s.columns - 1; j >= 0; j--) {
      int k = line + j;
      for (int lane = 0; lane < LANES; lane++) {
        int at = k * LANES + lane;
        double v = bitVolts(s, row, j, lane, above) + last[j * LANES + lane];
        s.q[at] = v;
        boolean end = j == s.columns - 1;
        double share = fixed ? (j == s.columns - 2 ? 1 / s.wordOhms : 0) : (end ? 1 : 0);
        double b = (fixed && end ? 0 : s.g[k]) * v + s.wordFar[row * LANES + lane] * share;
        double u = t[lane] + b;
        t[lane] = fw[k] * u;
        double y = u - s.cw[at];
        s.c[at] = y;
        sums[lane] += fw[k] * y * y;
        double across = s.w[at] - v;
        watts[lane] += s.g[k] * across * across;
        double high = Math.max(Math.abs(s.w[at]), Math.abs(v));
        highest[lane] = Math.max(highest[lane], high);
      }
    }
  }
}
