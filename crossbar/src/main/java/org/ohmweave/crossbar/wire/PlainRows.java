package org.ohmweave.crossbar.wire;

/** The kernels without the Vector API. */
final class PlainRows implements RowKernels {
  private static final int SIDE = SchurFields.SIDE;

  @Override
  public void turn(SchurFields s, double beta, int at, int x, int n, double[] sums) {
    double[] c = s.c;
    double[] cp = s.cp;
    double[] f = s.words.factor;
    for (int i = 0; i < SIDE; i++) {
      int o = at + i * s.stride;
      for (int k = 0; k < n; k++) {
        double y = c[o + k] + beta * cp[o + k];
        cp[o + k] = y;
        sums[x + k] += f[o + k] * y * y;
      }
    }
  }

  @Override
  public void gather(
      SchurFields s, double[] p, int pAt, int pStride, int at, int x, int n, double[] sums) {
    double[] g = s.g;
    double[] q = s.q;
    double[] f = s.bits.factor;
    for (int i = SIDE - 1; i >= 0; i--) {
      int o = at + i * s.stride;
      int below = o + s.stride;
      int from = pAt + i * pStride;
      for (int k = 0; k < n; k++) {
        double y = g[o + k] * p[from + k] + f[below + k] * q[below + k];
        q[o + k] = y;
        sums[x + k] += f[o + k] * y * y;
      }
    }
  }

  @Override
  public void pass(
      SchurFields s,
      boolean head,
      double[] above,
      double[] out,
      int outStride,
      int at,
      int x,
      int n,
      boolean keep) {
    double[] g = s.g;
    double[] q = s.q;
    double[] f = s.bits.factor;
    double r = s.bitOhms;
    for (int i = 0; i < SIDE; i++) {
      int o = at + i * s.stride;
      boolean given = head && i == 0;
      for (int k = 0; k < n; k++) {
        double v = given ? above[x + k] : f[o + k] * (above[x + k] + r * q[o + k]);
        above[x + k] = v;
        out[i * outStride + k] = g[o + k] * v;
        if (keep) {
          q[o + k] = v;
        }
      }
    }
  }

  @Override
  public void settle(
      SchurFields s, double alpha, double[] u, int uStride, int at, int x, int n, double[] sums) {
    double[] c = s.c;
    double[] cp = s.cp;
    double[] cw = s.cw;
    double[] f = s.words.factor;
    for (int i = 0; i < SIDE; i++) {
      int o = at + i * s.stride;
      for (int k = 0; k < n; k++) {
        double y = c[o + k] - alpha * (cp[o + k] - u[i * uStride + k]);
        c[o + k] = y;
        cw[o + k] += alpha * cp[o + k];
        sums[x + k] += f[o + k] * y * y;
      }
    }
  }

  @Override
  public void compare(
      SchurFields s,
      double[] u,
      int uStride,
      int at,
      int x,
      int n,
      double[] sums,
      double[] power,
      double[] highest) {
    double[] c = s.c;
    double[] cw = s.cw;
    double[] f = s.words.factor;
    for (int i = 0; i < SIDE; i++) {
      int o = at + i * s.stride;
      for (int k = 0; k < n; k++) {
        double y = u[i * uStride + k] - cw[o + k];
        c[o + k] = y;
        sums[x + k] += f[o + k] * y * y;
        double across = s.w[o + k] - s.q[o + k];
        power[x + k] += s.g[o + k] * across * across;
        double high = Math.max(Math.abs(s.w[o + k]), Math.abs(s.q[o + k]));
        highest[x + k] = Math.max(highest[x + k], high);
      }
    }
  }

  @Override
  public void factor(
      double[] siemens, double[] factor, double[] seen, double r, int at, int nearer, int n) {
    for (int k = 0; k < n; k++) {
      double f = 1 / (1 + r * seen[k]);
      factor[at + k] = f;
      seen[k] = siemens[nearer + k] + seen[k] * f;
    }
  }

  @Override
  public void violation(double[] c, double[] f, int at, int n, double[] highest) {
    for (int k = 0; k < n; k++) {
      double amps = c[at + k] - f[at + k + 1] * c[at + k + 1];
      highest[k] = Math.max(highest[k], Math.abs(amps));
    }
  }

  @Override
  public void restrict(
      double[] tile,
      int stride,
      int n,
      double[] share,
      int row,
      double[] sums,
      int first,
      int second) {
    for (int i = 0; i < SIDE; i++) {
      double t = share[row + i];
      for (int k = 0; k < n; k++) {
        double value = tile[i * stride + k];
        sums[first + k] += value * (1 - t);
        sums[second + k] += value * t;
      }
    }
  }

  @Override
  public void restrictGathered(
      SchurFields s,
      double[] c,
      double[] share,
      int row,
      int at,
      int n,
      double[] sums,
      int first,
      int second) {
    double[] f = s.words.factor;
    for (int i = 0; i < SIDE; i++) {
      double t = share[row + i];
      int o = at + i * s.stride;
      for (int k = 0; k < n; k++) {
        double value = c[o + k] - f[o + k + 1] * c[o + k + 1];
        sums[first + k] += value * (1 - t);
        sums[second + k] += value * t;
      }
    }
  }

  @Override
  public void lift(
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
      int x) {
    for (int i = 0; i < SIDE; i++) {
      double t = share[row + i];
      for (int k = 0; k < n; k++) {
        double u = coarse[first + k] + (coarse[second + k] - coarse[first + k]) * t;
        tile[i * stride + k] += u;
        sums[x + k] += s.g[at + i * s.stride + k] * u * u;
      }
    }
  }

  @Override
  public void lower(
      SchurFields s,
      double[] tile,
      int stride,
      double[] share,
      int row,
      int at,
      int n,
      double[] coarse,
      int first,
      int second) {
    for (int i = 0; i < SIDE; i++) {
      double t = share[row + i];
      for (int k = 0; k < n; k++) {
        double u = coarse[first + k] + (coarse[second + k] - coarse[first + k]) * t;
        tile[i * stride + k] -= s.g[at + i * s.stride + k] * u;
      }
    }
  }
}
