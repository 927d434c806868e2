package org.ohmweave.core.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The path on the Vector API; loaded by name only when the module is there. */
final class LaneMath implements VectorMath {
  private static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public void exp(double[] in, double[] out, int from, int to) {
    int i = from;
    for (; i <= to - WIDE.length(); i += WIDE.length()) {
      exp(DoubleVector.fromArray(WIDE, in, i)).intoArray(out, i);
    }
    for (; i < to; i++) {
      out[i] = Exponential.exp(in[i]);
    }
  }

  private static DoubleVector exp(DoubleVector x) {
    DoubleVector bounded = x.min(Exponential.HIGHEST).max(Exponential.LOWEST);
    DoubleVector whole =
        bounded.mul(Exponential.LOG2_E).add(Exponential.ROUNDER).sub(Exponential.ROUNDER);
    DoubleVector r =
        bounded.sub(whole.mul(Exponential.LN2_HIGH)).sub(whole.mul(Exponential.LN2_LOW));
    DoubleVector half = whole.mul(0.5).add(Exponential.ROUNDER);
    DoubleVector other = whole.sub(half.sub(Exponential.ROUNDER)).add(Exponential.ROUNDER);
    DoubleVector value = r.add(r.mul(r).mul(tail(r))).add(1);
    return value.mul(power(half)).mul(power(other));
  }

  private static DoubleVector tail(DoubleVector r) {
    double[] c = Exponential.SERIES;
    DoubleVector r2 = r.mul(r);
    DoubleVector r4 = r2.mul(r2);
    DoubleVector low = pair(r, c, 0).add(pair(r, c, 2).mul(r2));
    DoubleVector middle = pair(r, c, 4).add(pair(r, c, 6).mul(r2));
    DoubleVector high = pair(r, c, 8).add(pair(r, c, 10).mul(r2));
    return low.add(middle.mul(r4)).add(high.mul(r4.mul(r4)));
  }

  private static DoubleVector pair(DoubleVector r, double[] c, int k) {
    return r.mul(c[k + 1]).add(c[k]);
  }

  /** Two to the whole number that sits in the low bits of a value shifted by the rounder. */
  private static DoubleVector power(DoubleVector shifted) {
    LongVector bits = shifted.reinterpretAsLongs();
    return bits.lanewise(VectorOperators.LSHL, 52).add(Exponential.ONE_BITS).reinterpretAsDoubles();
  }

  @Override
  public double dot(double[] x, double[] y, int from, int to) {
    DoubleVector low = DoubleVector.zero(FOUR);
    DoubleVector high = DoubleVector.zero(FOUR);
    int i = from;
    for (; i <= to - 8; i += 8) {
      low = low.add(DoubleVector.fromArray(FOUR, x, i).mul(DoubleVector.fromArray(FOUR, y, i)));
      high =
          high.add(
              DoubleVector.fromArray(FOUR, x, i + 4).mul(DoubleVector.fromArray(FOUR, y, i + 4)));
    }
    DoubleVector both = low.add(high);
    double sum = (both.lane(0) + both.lane(1)) + (both.lane(2) + both.lane(3));
    for (; i < to; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  @Override
  public void addScaled(double a, double[] x, double[] y, int from, int to) {
    addScaled(a, x, from, y, from, to - from);
  }

  @Override
  public void addScaled(double a, double[] x, int xFrom, double[] y, int yFrom, int count) {
    int i = 0;
    for (; i <= count - WIDE.length(); i += WIDE.length()) {
      DoubleVector.fromArray(WIDE, y, yFrom + i)
          .add(DoubleVector.fromArray(WIDE, x, xFrom + i).mul(a))
          .intoArray(y, yFrom + i);
    }
    for (; i < count; i++) {
      y[yFrom + i] += a * x[xFrom + i];
    }
  }

  /** Four registers of sums stay in the processor for all rows. */
  @Override
  public void addRows(
      double[] a, int aFrom, int rows, double[] x, int xFrom, double[] y, int yFrom, int count) {
    int wide = WIDE.length();
    int j = 0;
    for (; j <= count - 4 * wide; j += 4 * wide) {
      int to = yFrom + j;
      DoubleVector s0 = DoubleVector.fromArray(WIDE, y, to);
      DoubleVector s1 = DoubleVector.fromArray(WIDE, y, to + wide);
      DoubleVector s2 = DoubleVector.fromArray(WIDE, y, to + 2 * wide);
      DoubleVector s3 = DoubleVector.fromArray(WIDE, y, to + 3 * wide);
      for (int i = 0; i < rows; i++) {
        int row = xFrom + i * count + j;
        DoubleVector factor = DoubleVector.broadcast(WIDE, a[aFrom + i]);
        s0 = s0.add(DoubleVector.fromArray(WIDE, x, row).mul(factor));
        s1 = s1.add(DoubleVector.fromArray(WIDE, x, row + wide).mul(factor));
        s2 = s2.add(DoubleVector.fromArray(WIDE, x, row + 2 * wide).mul(factor));
        s3 = s3.add(DoubleVector.fromArray(WIDE, x, row + 3 * wide).mul(factor));
      }
      s0.intoArray(y, to);
      s1.intoArray(y, to + wide);
      s2.intoArray(y, to + 2 * wide);
      s3.intoArray(y, to + 3 * wide);
    }
    for (int i = 0; i < rows && j < count; i++) {
      addScaled(a[aFrom + i], x, xFrom + i * count + j, y, yFrom + j, count - j);
    }
  }
}
