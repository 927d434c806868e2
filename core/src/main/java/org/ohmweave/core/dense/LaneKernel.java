package org.ohmweave.core.dense;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The path on the Vector API: twelve registers of sums, three in a row, so that sixteen registers
 * are enough. Loaded by name only when the module is there.
 */
final class LaneKernel implements BlockKernel {
  private static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public int width() {
    return 3 * WIDE.length();
  }

  @Override
  public int floatWidth() {
    return 3 * FLOATS.length();
  }

  @Override
  public void add(
      double[] a, int aAt, double[] b, int bAt, int depth, double[] c, int cAt, int stride) {
    DoubleVector s00 = DoubleVector.zero(WIDE);
    DoubleVector s01 = DoubleVector.zero(WIDE);
    DoubleVector s02 = DoubleVector.zero(WIDE);
    DoubleVector s10 = DoubleVector.zero(WIDE);
    DoubleVector s11 = DoubleVector.zero(WIDE);
    DoubleVector s12 = DoubleVector.zero(WIDE);
    DoubleVector s20 = DoubleVector.zero(WIDE);
    DoubleVector s21 = DoubleVector.zero(WIDE);
    DoubleVector s22 = DoubleVector.zero(WIDE);
    DoubleVector s30 = DoubleVector.zero(WIDE);
    DoubleVector s31 = DoubleVector.zero(WIDE);
    DoubleVector s32 = DoubleVector.zero(WIDE);
    int lanes = WIDE.length();
    for (int k = 0; k < depth; k++) {
      int at = bAt + 3 * lanes * k;
      DoubleVector b0 = DoubleVector.fromArray(WIDE, b, at);
      DoubleVector b1 = DoubleVector.fromArray(WIDE, b, at + lanes);
      DoubleVector b2 = DoubleVector.fromArray(WIDE, b, at + 2 * lanes);
      DoubleVector f0 = DoubleVector.broadcast(WIDE, a[aAt + 4 * k]);
      s00 = f0.fma(b0, s00);
      s01 = f0.fma(b1, s01);
      s02 = f0.fma(b2, s02);
      DoubleVector f1 = DoubleVector.broadcast(WIDE, a[aAt + 4 * k + 1]);
      s10 = f1.fma(b0, s10);
      s11 = f1.fma(b1, s11);
      s12 = f1.fma(b2, s12);
      DoubleVector f2 = DoubleVector.broadcast(WIDE, a[aAt + 4 * k + 2]);
      s20 = f2.fma(b0, s20);
      s21 = f2.fma(b1, s21);
      s22 = f2.fma(b2, s22);
      DoubleVector f3 = DoubleVector.broadcast(WIDE, a[aAt + 4 * k + 3]);
      s30 = f3.fma(b0, s30);
      s31 = f3.fma(b1, s31);
      s32 = f3.fma(b2, s32);
    }
    store(s00, s01, s02, c, cAt);
    store(s10, s11, s12, c, cAt + stride);
    store(s20, s21, s22, c, cAt + 2 * stride);
    store(s30, s31, s32, c, cAt + 3 * stride);
  }

  private static void store(DoubleVector s0, DoubleVector s1, DoubleVector s2, double[] c, int at) {
    int lanes = WIDE.length();
    DoubleVector.fromArray(WIDE, c, at).add(s0).intoArray(c, at);
    DoubleVector.fromArray(WIDE, c, at + lanes).add(s1).intoArray(c, at + lanes);
    DoubleVector.fromArray(WIDE, c, at + 2 * lanes).add(s2).intoArray(c, at + 2 * lanes);
  }

  @Override
  public void add(
      float[] a, int aAt, float[] b, int bAt, int depth, float[] c, int cAt, int stride) {
    FloatVector s00 = FloatVector.zero(FLOATS);
    FloatVector s01 = FloatVector.zero(FLOATS);
    FloatVector s02 = FloatVector.zero(FLOATS);
    FloatVector s10 = FloatVector.zero(FLOATS);
    FloatVector s11 = FloatVector.zero(FLOATS);
    FloatVector s12 = FloatVector.zero(FLOATS);
    FloatVector s20 = FloatVector.zero(FLOATS);
    FloatVector s21 = FloatVector.zero(FLOATS);
    FloatVector s22 = FloatVector.zero(FLOATS);
    FloatVector s30 = FloatVector.zero(FLOATS);
    FloatVector s31 = FloatVector.zero(FLOATS);
    FloatVector s32 = FloatVector.zero(FLOATS);
    int lanes = FLOATS.length();
    for (int k = 0; k < depth; k++) {
      int at = bAt + 3 * lanes * k;
      FloatVector b0 = FloatVector.fromArray(FLOATS, b, at);
      FloatVector b1 = FloatVector.fromArray(FLOATS, b, at + lanes);
      FloatVector b2 = FloatVector.fromArray(FLOATS, b, at + 2 * lanes);
      FloatVector f0 = FloatVector.broadcast(FLOATS, a[aAt + 4 * k]);
      s00 = f0.fma(b0, s00);
      s01 = f0.fma(b1, s01);
      s02 = f0.fma(b2, s02);
      FloatVector f1 = FloatVector.broadcast(FLOATS, a[aAt + 4 * k + 1]);
      s10 = f1.fma(b0, s10);
      s11 = f1.fma(b1, s11);
      s12 = f1.fma(b2, s12);
      FloatVector f2 = FloatVector.broadcast(FLOATS, a[aAt + 4 * k + 2]);
      s20 = f2.fma(b0, s20);
      s21 = f2.fma(b1, s21);
      s22 = f2.fma(b2, s22);
      FloatVector f3 = FloatVector.broadcast(FLOATS, a[aAt + 4 * k + 3]);
      s30 = f3.fma(b0, s30);
      s31 = f3.fma(b1, s31);
      s32 = f3.fma(b2, s32);
    }
    store(s00, s01, s02, c, cAt);
    store(s10, s11, s12, c, cAt + stride);
    store(s20, s21, s22, c, cAt + 2 * stride);
    store(s30, s31, s32, c, cAt + 3 * stride);
  }

  private static void store(FloatVector s0, FloatVector s1, FloatVector s2, float[] c, int at) {
    int lanes = FLOATS.length();
    FloatVector.fromArray(FLOATS, c, at).add(s0).intoArray(c, at);
    FloatVector.fromArray(FLOATS, c, at + lanes).add(s1).intoArray(c, at + lanes);
    FloatVector.fromArray(FLOATS, c, at + 2 * lanes).add(s2).intoArray(c, at + 2 * lanes);
  }

  @Override
  public void addRow(double[] x, int xAt, double[] b, int bAt, int depth, double[] y, int yAt) {
    int lanes = WIDE.length();
    DoubleVector s0 = DoubleVector.zero(WIDE);
    DoubleVector s1 = DoubleVector.zero(WIDE);
    DoubleVector s2 = DoubleVector.zero(WIDE);
    for (int k = 0; k < depth; k++) {
      int at = bAt + 3 * lanes * k;
      DoubleVector f = DoubleVector.broadcast(WIDE, x[xAt + k]);
      s0 = f.fma(DoubleVector.fromArray(WIDE, b, at), s0);
      s1 = f.fma(DoubleVector.fromArray(WIDE, b, at + lanes), s1);
      s2 = f.fma(DoubleVector.fromArray(WIDE, b, at + 2 * lanes), s2);
    }
    store(s0, s1, s2, y, yAt);
  }

  @Override
  public void addRow(float[] x, int xAt, float[] b, int bAt, int depth, float[] y, int yAt) {
    int lanes = FLOATS.length();
    FloatVector s0 = FloatVector.zero(FLOATS);
    FloatVector s1 = FloatVector.zero(FLOATS);
    FloatVector s2 = FloatVector.zero(FLOATS);
    for (int k = 0; k < depth; k++) {
      int at = bAt + 3 * lanes * k;
      FloatVector f = FloatVector.broadcast(FLOATS, x[xAt + k]);
      s0 = f.fma(FloatVector.fromArray(FLOATS, b, at), s0);
      s1 = f.fma(FloatVector.fromArray(FLOATS, b, at + lanes), s1);
      s2 = f.fma(FloatVector.fromArray(FLOATS, b, at + 2 * lanes), s2);
    }
    store(s0, s1, s2, y, yAt);
  }
}
