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
        p[lane] = j == 0 ? near * y : fw[k] * (p[lane] + r * y);
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
        double v = bitVolts(s, row, j, lane, above, 0);
        double u = t[lane] + s.g[k] * v;
        t[lane] = fw[k] * u;
        double y = s.c[at] - alphas[lane] * (s.cp[at] - u);
        s.c[at] = y;
        s.cw[at] += alphas[lane] * s.cp[at];
        sums[lane] += fw[k] * y * y;
      }
    }
  }

  private static double bitVolts(
      SchurFields s, int row, int j, int lane, double[] above, double near) {
    int k = row * s.stride + j;
    double q = s.q[k * LANES + lane];
    int x = j * LANES + lane;
    double v =
        row == 0 ? near + s.bits.currentOhms[j] * q : s.bits.factor[k] * (above[x] + s.bitOhms * q);
    above[x] = v;
    return v;
  }

  @Override
  public void drive(SchurFields s, int row, double[] from) {
    double[] fw = s.words.factor;
    double near = s.words.currentOhms[row];
    double r = s.wordOhms;
    double[] v = new double[LANES];
    int line = row * s.stride;
    for (int j = 0; j < s.columns; j++) {
      int k = line + j;
      for (int lane = 0; lane < LANES; lane++) {
        int at = k * LANES + lane;
        v[lane] =
            j == 0
                ? s.wordNear[row * LANES + lane] + near * s.cw[at]
                : fw[k] * (v[lane] + r * s.cw[at]);
        double volts = v[lane];
        if (j == s.columns - 1 && s.words.fixed[row]) {
          volts += s.wordFar[row * LANES + lane];
        }
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
      SchurFields s, int row, double[] above, double[] last, double[] sums, double[] watts) {
    double[] fw = s.words.factor;
    double[] t = new double[LANES];
    int line = row * s.stride;
    boolean fixed = s.words.fixed[row];
    for (int j = s.columns - 1; j >= 0; j--) {
      int k = line + j;
      for (int lane = 0; lane < LANES; lane++) {
        int at = k * LANES + lane;
        double v =
            bitVolts(s, row, j, lane, above, s.bitNear[j * LANES + lane]) + last[j * LANES + lane];
        s.q[at] = v;
        double far = s.wordFar[row * LANES + lane];
        double b = s.g[k] * v;
        if (j == s.columns - 1) {
          b = fixed ? 0 : b + far;
        } else if (j == s.columns - 2 && fixed) {
          b += far / s.wordOhms;
        }
        double u = t[lane] + b;
        t[lane] = fw[k] * u;
        double y = u - s.cw[at];
        s.c[at] = y;
        sums[lane] += fw[k] * y * y;
        double across = s.w[at] - v;
        watts[lane] += s.g[k] * across * across;
      }
    }
  }
}
