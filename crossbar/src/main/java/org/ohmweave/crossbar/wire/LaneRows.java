package org.ohmweave.crossbar.wire;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The kernels on the Vector API; loaded by name only when the module is there. */
final class LaneRows implements RowKernels {
  private static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_PREFERRED;
  private static final int STEP = WIDE.length();
  private static final int SIDE = SchurFields.SIDE;

  private static DoubleVector load(double[] a, int at) {
    return DoubleVector.fromArray(WIDE, a, at);
  }

  @Override
  public void turn(SchurFields s, double beta, int at, int x, int n, double[] sums) {
    double[] c = s.c;
    double[] cp = s.cp;
    double[] f = s.words.factor;
    int stride = s.stride;
    for (int k = 0; k < n; k += STEP) {
      DoubleVector sum = load(sums, x + k);
      for (int i = 0, o = at + k; i < SIDE; i++, o += stride) {
        DoubleVector y = load(c, o).add(load(cp, o).mul(beta));
        y.intoArray(cp, o);
        sum = sum.add(load(f, o).mul(y).mul(y));
      }
      sum.intoArray(sums, x + k);
    }
  }

  @Override
  public void gather(
      SchurFields s, double[] p, int pAt, int pStride, int at, int x, int n, double[] sums) {
    double[] g = s.g;
    double[] q = s.q;
    double[] f = s.bits.factor;
    int stride = s.stride;
    for (int k = 0; k < n; k += STEP) {
      DoubleVector sum = load(sums, x + k);
      int o = at + k + SIDE * stride;
      DoubleVector carried = load(f, o).mul(load(q, o));
      for (int i = SIDE - 1; i >= 0; i--) {
        o -= stride;
        DoubleVector y = load(g, o).mul(load(p, pAt + i * pStride + k)).add(carried);
        y.intoArray(q, o);
        carried = load(f, o).mul(y);
        sum = sum.add(carried.mul(y));
      }
      sum.intoArray(sums, x + k);
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
    int stride = s.stride;
    double r = s.bitOhms;
    int first = head ? 1 : 0;
    for (int k = 0; k < n; k += STEP) {
      DoubleVector v = load(above, x + k);
      int o = at + k;
      if (head) {
        load(g, o).mul(v).intoArray(out, k);
        if (keep) {
          v.intoArray(q, o);
        }
      }
      o += first * stride;
      for (int i = first; i < SIDE; i++, o += stride) {
        v = load(f, o).mul(v.add(load(q, o).mul(r)));
        load(g, o).mul(v).intoArray(out, i * outStride + k);
        if (keep) {
          v.intoArray(q, o);
        }
      }
      v.intoArray(above, x + k);
    }
  }

  @Override
  public void settle(
      SchurFields s, double alpha, double[] u, int uStride, int at, int x, int n, double[] sums) {
    double[] c = s.c;
    double[] cp = s.cp;
    double[] cw = s.cw;
    double[] f = s.words.factor;
    int stride = s.stride;
    for (int k = 0; k < n; k += STEP) {
      DoubleVector sum = load(sums, x + k);
      for (int i = 0, o = at + k; i < SIDE; i++, o += stride) {
        DoubleVector direction = load(cp, o);
        DoubleVector y = load(c, o).sub(direction.sub(load(u, i * uStride + k)).mul(alpha));
        y.intoArray(c, o);
        load(cw, o).add(direction.mul(alpha)).intoArray(cw, o);
        sum = sum.add(load(f, o).mul(y).mul(y));
      }
      sum.intoArray(sums, x + k);
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
    double[] g = s.g;
    double[] w = s.w;
    double[] q = s.q;
    double[] c = s.c;
    double[] cw = s.cw;
    double[] f = s.words.factor;
    int stride = s.stride;
    for (int k = 0; k < n; k += STEP) {
      DoubleVector sum = load(sums, x + k);
      DoubleVector watts = load(power, x + k);
      DoubleVector high = load(highest, x + k);
      for (int i = 0, o = at + k; i < SIDE; i++, o += stride) {
        DoubleVector y = load(u, i * uStride + k).sub(load(cw, o));
        y.intoArray(c, o);
        sum = sum.add(load(f, o).mul(y).mul(y));
        DoubleVector word = load(w, o);
        DoubleVector bit = load(q, o);
        high = high.max(word.abs().max(bit.abs()));
        DoubleVector across = word.sub(bit);
        watts = watts.add(load(g, o).mul(across).mul(across));
      }
      sum.intoArray(sums, x + k);
      watts.intoArray(power, x + k);
      high.intoArray(highest, x + k);
    }
  }

  @Override
  public void factor(
      double[] siemens, double[] factor, double[] seen, double r, int at, int nearer, int n) {
    int whole = n / STEP * STEP;
    DoubleVector one = DoubleVector.broadcast(WIDE, 1);
    for (int k = 0; k < whole; k += STEP) {
      DoubleVector sum = load(seen, k);
      DoubleVector f = one.div(sum.mul(r).add(one));
      f.intoArray(factor, at + k);
      load(siemens, nearer + k).add(sum.mul(f)).intoArray(seen, k);
    }
    for (int k = whole; k < n; k++) {
      double f = 1 / (1 + r * seen[k]);
      factor[at + k] = f;
      seen[k] = siemens[nearer + k] + seen[k] * f;
    }
  }

  @Override
  public void violation(double[] c, double[] f, int at, int n, double[] highest) {
    int whole = n / STEP * STEP;
    for (int k = 0; k < whole; k += STEP) {
      DoubleVector amps = load(c, at + k).sub(load(f, at + k + 1).mul(load(c, at + k + 1)));
      load(highest, k).max(amps.abs()).intoArray(highest, k);
    }
    for (int k = whole; k < n; k++) {
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
    for (int k = 0; k < n; k += STEP) {
      DoubleVector one = load(sums, first + k);
      DoubleVector two = load(sums, second + k);
      for (int i = 0; i < SIDE; i++) {
        DoubleVector value = load(tile, i * stride + k);
        one = one.add(value.mul(1 - share[row + i]));
        two = two.add(value.mul(share[row + i]));
      }
      one.intoArray(sums, first + k);
      two.intoArray(sums, second + k);
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
    int stride = s.stride;
    for (int k = 0; k < n; k += STEP) {
      DoubleVector one = load(sums, first + k);
      DoubleVector two = load(sums, second + k);
      for (int i = 0, o = at + k; i < SIDE; i++, o += stride) {
        DoubleVector value = load(c, o).sub(load(f, o + 1).mul(load(c, o + 1)));
        one = one.add(value.mul(1 - share[row + i]));
        two = two.add(value.mul(share[row + i]));
      }
      one.intoArray(sums, first + k);
      two.intoArray(sums, second + k);
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
    double[] g = s.g;
    int apart = s.stride;
    for (int k = 0; k < n; k += STEP) {
      DoubleVector one = load(coarse, first + k);
      DoubleVector rise = load(coarse, second + k).sub(one);
      DoubleVector sum = load(sums, x + k);
      for (int i = 0, o = at + k; i < SIDE; i++, o += apart) {
        DoubleVector u = one.add(rise.mul(share[row + i]));
        load(tile, i * stride + k).add(u).intoArray(tile, i * stride + k);
        sum = sum.add(load(g, o).mul(u).mul(u));
      }
      sum.intoArray(sums, x + k);
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
    double[] g = s.g;
    int apart = s.stride;
    for (int k = 0; k < n; k += STEP) {
      DoubleVector one = load(coarse, first + k);
      DoubleVector rise = load(coarse, second + k).sub(one);
      for (int i = 0, o = at + k; i < SIDE; i++, o += apart) {
        DoubleVector u = one.add(rise.mul(share[row + i]));
        load(tile, i * stride + k).sub(load(g, o).mul(u)).intoArray(tile, i * stride + k);
      }
    }
  }
}
