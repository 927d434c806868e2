package org.ohmweave.crossbar.wire;

import java.util.Arrays;

/**
 * The passes for eight vectors at once, row by row; factors and conductances are read once for all.
 */
final class EightVectors implements Sweeps {
  private static final int LANES = SchurSolver.LANES;
  private final SchurFields s;
  private final EightKernels kernels;
  private final double[] above;
  private final double[] nothing;
  private final double[] wordSums = new double[LANES];
  private final double[] bitSums = new double[LANES];

  EightVectors(SchurFields fields, EightKernels kernels) {
    this.s = fields;
    this.kernels = kernels;
    this.above = new double[s.width * LANES];
    this.nothing = new double[s.width * LANES];
  }

  @Override
  public void direct(double[] betas, double[] curvature) {
    Arrays.fill(wordSums, 0);
    Arrays.fill(bitSums, 0);
    for (int i = s.rows - 1; i >= 0; i--) {
      kernels.direct(s, i, betas, wordSums, bitSums);
    }
    wordNorm(s.cp, curvature);
    for (int lane = 0; lane < LANES; lane++) {
      double near = 0;
      for (int j = 0; j < s.columns; j++) {
        double first = s.q[j * LANES + lane];
        near += s.bits.currentOhms[j] * first * first;
      }
      curvature[lane] -= s.bitOhms * bitSums[lane] + near;
    }
  }

  @Override
  public void respond(double[] alphas, double[] rho) {
    Arrays.fill(wordSums, 0);
    firstRow(nothing);
    for (int i = 0; i < s.rows; i++) {
      kernels.respond(s, i, above, alphas, wordSums);
    }
    wordNorm(s.c, rho);
  }

  private void firstRow(double[] near) {
    for (int x = 0; x < s.columns * LANES; x++) {
      above[x] = near[x] + s.bits.currentOhms[x / LANES] * s.q[x];
    }
  }

  private void wordNorm(double[] c, double[] norm) {
    for (int lane = 0; lane < LANES; lane++) {
      double near = 0;
      for (int i = 0; i < s.rows; i++) {
        double first = c[i * s.stride * LANES + lane];
        near += s.words.currentOhms[i] * first * first;
      }
      norm[lane] = s.wordOhms * wordSums[lane] + near;
    }
  }

  /** Always from rest: what is gathered comes from the far sources alone. */
  @Override
  public void start(boolean silent) {
    Arrays.fill(s.cw, 0);
    for (int i = 0; i < s.rows; i++) {
      for (int lane = 0; lane < LANES; lane++) {
        double far = s.wordFar[i * LANES + lane];
        if (far == 0) {
          continue;
        }
        int j = s.columns - 1;
        double carried = far;
        if (s.words.fixed[i]) {
          j--;
          carried = far / s.wordOhms;
        }
        for (; j >= 0; j--) {
          int k = i * s.stride + j;
          s.cw[k * LANES + lane] = carried;
          carried *= s.words.factor[k];
        }
      }
    }
  }

  @Override
  public void check(double[] rho, double[] watts, double[] highest) {
    for (int i = s.rows - 1; i >= 0; i--) {
      kernels.drive(s, i, i == s.rows - 1 ? s.bitFar : i == s.rows - 2 ? s.bitBeforeLast : nothing);
    }
    Arrays.fill(wordSums, 0);
    Arrays.fill(watts, 0);
    Arrays.fill(highest, 0);
    firstRow(s.bitNear);
    for (int i = 0; i < s.rows; i++) {
      kernels.compare(s, i, above, i == s.rows - 1 ? s.bitLast : nothing, wordSums, watts, highest);
    }
    wordNorm(s.c, rho);
  }
}
