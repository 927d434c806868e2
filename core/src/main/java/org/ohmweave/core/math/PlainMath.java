package org.ohmweave.core.math;

/** The path without the Vector API. */
final class PlainMath implements VectorMath {
  @Override
  public String name() {
    return "plain";
  }

  @Override
  public void exp(double[] in, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = Exponential.exp(in[i]);
    }
  }

  @Override
  public double dot(double[] x, double[] y, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int i = from;
    for (; i <= to - 8; i += 8) {
      s0 += x[i] * y[i];
      s1 += x[i + 1] * y[i + 1];
      s2 += x[i + 2] * y[i + 2];
      s3 += x[i + 3] * y[i + 3];
      s4 += x[i + 4] * y[i + 4];
      s5 += x[i + 5] * y[i + 5];
      s6 += x[i + 6] * y[i + 6];
      s7 += x[i + 7] * y[i + 7];
    }
    double sum = ((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7));
    for (; i < to; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  @Override
  public void addScaled(double a, double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] += a * x[i];
    }
  }

  @Override
  public void addScaled(double a, double[] x, int xFrom, double[] y, int yFrom, int count) {
    for (int i = 0; i < count; i++) {
      y[yFrom + i] += a * x[xFrom + i];
    }
  }

  @Override
  public void addRows(
      double[] a, int aFrom, int rows, double[] x, int xFrom, double[] y, int yFrom, int count) {
    for (int i = 0; i < rows; i++) {
      addScaled(a[aFrom + i], x, xFrom + i * count, y, yFrom, count);
    }
  }
}
