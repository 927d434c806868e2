package org.ohmweave.core.dense;

/** The path that every machine has. */
final class PlainKernel implements BlockKernel {
  private static final int WIDTH = 8;

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int floatWidth() {
    return WIDTH;
  }

  @Override
  public void add(
      double[] a, int aAt, double[] b, int bAt, int depth, double[] c, int cAt, int stride) {
    for (int r = 0; r < ROWS; r++) {
      for (int j = 0; j < WIDTH; j++) {
        double sum = 0;
        for (int k = 0; k < depth; k++) {
          sum = Math.fma(a[aAt + ROWS * k + r], b[bAt + WIDTH * k + j], sum);
        }
        c[cAt + r * stride + j] += sum;
      }
    }
  }

  @Override
  public void add(
      float[] a, int aAt, float[] b, int bAt, int depth, float[] c, int cAt, int stride) {
    for (int r = 0; r < ROWS; r++) {
      for (int j = 0; j < WIDTH; j++) {
        float sum = 0;
        for (int k = 0; k < depth; k++) {
          sum = Math.fma(a[aAt + ROWS * k + r], b[bAt + WIDTH * k + j], sum);
        }
        c[cAt + r * stride + j] += sum;
      }
    }
  }

  @Override
  public void addRow(double[] x, int xAt, double[] b, int bAt, int depth, double[] y, int yAt) {
    for (int j = 0; j < WIDTH; j++) {
      double sum = 0;
      for (int k = 0; k < depth; k++) {
        sum = Math.fma(x[xAt + k], b[bAt + WIDTH * k + j], sum);
      }
      y[yAt + j] += sum;
    }
  }

  @Override
  public void addRow(float[] x, int xAt, float[] b, int bAt, int depth, float[] y, int yAt) {
    for (int j = 0; j < WIDTH; j++) {
      float sum = 0;
      for (int k = 0; k < depth; k++) {
        sum = Math.fma(x[xAt + k], b[bAt + WIDTH * k + j], sum);
      }
      y[yAt + j] += sum;
    }
  }
}
