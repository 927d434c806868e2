package org.ohmweave.crossbar.wire;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The kernels for eight vectors on the Vector API: two registers of four lanes. */
final class LaneEight implements EightKernels {
  private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;
  private static final int LANES = SchurSolver.LANES;

  private static DoubleVector load(double[] a, int at) {
    return DoubleVector.fromArray(FOUR, a, at);
  }

  @Override
  public void direct(SchurFields s, int row, double[] betas, double[] wordSums, double[] bitSums) {
    direct(s, row, 0, betas, wordSums, bitSums);
    direct(s, row, 4, betas, wordSums, bitSums);
  }

  private static void direct(
      SchurFields s, int row, int half, double[] betas, double[] wordSums, double[] bitSums) {
    double[] fw = s.words.factor;
    double[] fb = s.bits.factor;
    double[] g = s.g;
    double[] c = s.c;
    double[] cp = s.cp;
    double[] q = s.q;
    double r = s.wordOhms;
    double near = s.words.currentOhms[row];
    int line = row * s.stride;
    int stride = s.stride;
    DoubleVector beta = load(betas, half);
    DoubleVector wordSum = load(wordSums, half);
    DoubleVector bitSum = load(bitSums, half);
    DoubleVector p = DoubleVector.zero(FOUR);
    for (int j = 0; j < s.columns; j++) {
      int k = line + j;
      int at = k * LANES + half;
      DoubleVector y = load(c, at).add(beta.mul(load(cp, at)));
      y.intoArray(cp, at);
      DoubleVector f = DoubleVector.broadcast(FOUR, fw[k]);
      wordSum = wordSum.add(f.mul(y).mul(y));
      p = p.add(y.mul(j == 0 ? near : r)).mul(j == 0 ? 1 : fw[k]);
      DoubleVector x = p.mul(g[k]).add(load(q, at + stride * LANES).mul(fb[k + stride]));
      x.intoArray(q, at);
      bitSum = bitSum.add(x.mul(fb[k]).mul(x));
    }
    wordSum.intoArray(wordSums, half);
    bitSum.intoArray(bitSums, half);
  }

  @Override
  public void respond(SchurFields s, int row, double[] above, double[] alphas, double[] sums) {
    respond(s, row, 0, above, alphas, sums);
    respond(s, row, 4, above, alphas, sums);
  }

  private static void respond(
      SchurFields s, int row, int half, double[] above, double[] alphas, double[] sums) {
    double[] fw = s.words.factor;
    double[] fb = s.bits.factor;
    double[] g = s.g;
    double[] c = s.c;
    double[] cp = s.cp;
    double[] cw = s.cw;
    double[] q = s.q;
    double r = row == 0 ? 0 : s.bitOhms;
    int line = row * s.stride;
    DoubleVector alpha = load(alphas, half);
    DoubleVector sum = load(sums, half);
    DoubleVector t = DoubleVector.zero(FOUR);
    for (int j = s.columns - 1; j >= 0; j--) {
      int k = line + j;
      int at = k * LANES + half;
      int x = j * LANES + half;
      DoubleVector v = load(above, x).add(load(q, at).mul(r)).mul(row == 0 ? 1 : fb[k]);
      v.intoArray(above, x);
      DoubleVector u = t.add(v.mul(g[k]));
      DoubleVector f = DoubleVector.broadcast(FOUR, fw[k]);
      t = f.mul(u);
      DoubleVector direction = load(cp, at);
      DoubleVector y = load(c, at).sub(alpha.mul(direction.sub(u)));
      y.intoArray(c, at);
      load(cw, at).add(alpha.mul(direction)).intoArray(cw, at);
      sum = sum.add(f.mul(y).mul(y));
    }
    sum.intoArray(sums, half);
  }

  @Override
  public void drive(SchurFields s, int row, double[] from) {
    double near = s.words.currentOhms[row];
    double r = s.wordOhms;
    double[] fw = s.words.factor;
    double[] fb = s.bits.factor;
    int line = row * s.stride;
    int stride = s.stride;
    for (int half = 0; half < LANES; half += 4) {
      DoubleVector v = load(s.wordNear, row * LANES + half);
      DoubleVector far = load(s.wordFar, row * LANES + half);
      for (int j = 0; j < s.columns; j++) {
        int k = line + j;
        int at = k * LANES + half;
        DoubleVector c = load(s.cw, at);
        v = v.add(c.mul(j == 0 ? near : r)).mul(j == 0 ? 1 : fw[k]);
        boolean prescribed = j == s.columns - 1 && s.words.fixed[row];
        DoubleVector volts = v.add(far.mul(prescribed ? 1 : 0));
        volts.intoArray(s.w, at);
        volts
            .mul(s.g[k])
            .add(load(s.q, at + stride * LANES).mul(fb[k + stride]))
            .add(load(from, j * LANES + half))
            .intoArray(s.q, at);
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
    double[] fb = s.bits.factor;
    int line = row * s.stride;
    boolean fixed = s.words.fixed[row];
    double r = row == 0 ? 0 : s.bitOhms;
    for (int half = 0; half < LANES; half += 4) {
      DoubleVector sum = load(sums, half);
      DoubleVector power = load(watts, half);
      DoubleVector high = load(highest, half);
      DoubleVector t = DoubleVector.zero(FOUR);
      DoubleVector far = load(s.wordFar, row * LANES + half);
      for (int j = s.columns - 1; j >= 0; j--) {
        int k = line + j;
        int at = k * LANES + half;
        int x = j * LANES + half;
        boolean end = j == s.columns - 1;
        DoubleVector v = load(above, x).add(load(s.q, at).mul(r)).mul(row == 0 ? 1 : fb[k]);
        v.intoArray(above, x);
        v = v.add(load(last, x));
        v.intoArray(s.q, at);
        double share = fixed ? (j == s.columns - 2 ? 1 / s.wordOhms : 0) : (end ? 1 : 0);
        DoubleVector b = v.mul(fixed && end ? 0 : s.g[k]).add(far.mul(share));
        DoubleVector u = t.add(b);
        t = u.mul(fw[k]);
        DoubleVector y = u.sub(load(s.cw, at));
        y.intoArray(s.c, at);
        sum = sum.add(y.mul(fw[k]).mul(y));
        DoubleVector word = load(s.w, at);
        high = high.max(word.abs().max(v.abs()));
        DoubleVector across = word.sub(v);
        power = power.add(across.mul(s.g[k]).mul(across));
      }
      sum.intoArray(sums, half);
      power.intoArray(watts, half);
      high.intoArray(highest, half);
    }
  }
}
