package org.ohmweave.crossbar.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The passes for one vector, tile by tile so that a tile's work stays in the nearest cache: a
 * direct pass goes from the last rows to the first, columns left to right, a respond pass from the
 * first rows to the last, columns right to left.
 */
final class OneVector implements Sweeps {
  private static final int SIDE = SchurFields.SIDE;
  private static final int CHUNK = 256;
  private static final int SCRATCH = CHUNK + 8;
  private final SchurFields s;
  private final RowKernels kernels;
  private final double[] tile = new double[SIDE * SCRATCH];
  private final double[] edge = new double[SIDE];
  private final double[] above;
  private final double[] wordSums;
  private final double[] bitSums;
  private final double[] high;
  private final double[] coarseSums;
  private @Nullable CoarseGrid coarse;

  OneVector(SchurFields fields, RowKernels kernels) {
    this.s = fields;
    this.kernels = kernels;
    this.above = new double[s.width];
    this.wordSums = new double[s.width];
    this.bitSums = new double[s.width];
    this.high = new double[s.width];
    this.coarseSums = new double[s.width];
  }

  /** Adds a coarse space to the preconditioner, or takes it away. */
  void coarse(@Nullable CoarseGrid grid) {
    coarse = grid;
  }

  @Override
  public void prepare(double[] rho) {
    CoarseGrid grid = coarse;
    if (grid == null) {
      return;
    }
    grid.reset();
    grid.beginRestriction();
    for (int block = 0; block < s.blocks; block++) {
      grid.restrict(s.c, block, 0, s.width);
    }
    rho[0] += grid.solve();
  }

  @Override
  public void finish() {
    CoarseGrid grid = coarse;
    if (grid == null) {
      return;
    }
    grid.expand(grid.solution);
    for (int block = 0; block < s.blocks; block++) {
      int row = block * SIDE * s.stride;
      Arrays.fill(edge, 0);
      for (int x = (s.width - 1) / CHUNK * CHUNK; x >= 0; x -= CHUNK) {
        int n = Math.min(CHUNK, s.width - x);
        Arrays.fill(tile, 0);
        grid.lower(tile, SCRATCH, block, x, n, grid.solution);
        gatherWords(row, x);
        for (int i = 0; i < SIDE; i++) {
          int o = row + i * s.stride + x;
          for (int k = 0; k < n; k++) {
            s.cw[o + k] -= tile[i * SCRATCH + k];
          }
        }
      }
    }
  }

  @Override
  public void direct(double[] betas, double[] curvature) {
    CoarseGrid grid = coarse;
    if (grid != null) {
      grid.turn(betas[0]);
      Arrays.fill(coarseSums, 0);
    }
    Arrays.fill(wordSums, 0);
    Arrays.fill(bitSums, 0);
    for (int block = s.blocks - 1; block >= 0; block--) {
      int row = block * SIDE * s.stride;
      for (int x = 0; x < s.width; x += CHUNK) {
        int n = Math.min(CHUNK, s.width - x);
        kernels.turn(s, betas[0], row + x, x, n, wordSums);
        passWords(s.cp, block, x, tile, 0, SCRATCH, false);
        if (grid != null) {
          grid.lift(tile, SCRATCH, block, x, n, coarseSums);
        }
        kernels.gather(s, tile, 0, SCRATCH, row + x, x, n, bitSums);
      }
    }
    double bitNear = 0;
    for (int j = 0; j < s.columns; j++) {
      bitNear += s.bits.currentOhms[j] * s.q[j] * s.q[j];
    }
    curvature[0] = wordNorm(s.cp) - (s.bitOhms * total(bitSums) + bitNear);
    if (grid != null) {
      curvature[0] += grid.curvature(total(coarseSums));
    }
  }

  @Override
  public void respond(double[] alphas, double[] rho) {
    CoarseGrid grid = coarse;
    if (grid != null) {
      grid.beginRestriction();
    }
    Arrays.fill(wordSums, 0);
    for (int j = 0; j < s.columns; j++) {
      above[j] = s.bits.currentOhms[j] * s.q[j];
    }
    for (int block = 0; block < s.blocks; block++) {
      int row = block * SIDE * s.stride;
      Arrays.fill(edge, 0);
      for (int x = (s.width - 1) / CHUNK * CHUNK; x >= 0; x -= CHUNK) {
        int n = Math.min(CHUNK, s.width - x);
        kernels.pass(s, block == 0, above, tile, SCRATCH, row + x, x, n, false);
        if (grid != null) {
          grid.lower(tile, SCRATCH, block, x, n, grid.direction);
        }
        gatherWords(row, x);
        kernels.settle(s, alphas[0], tile, SCRATCH, row + x, x, n, wordSums);
        if (grid != null) {
          grid.restrict(s.c, block, x, n);
        }
      }
    }
    rho[0] = wordNorm(s.c);
    if (grid != null) {
      grid.step(alphas[0]);
      rho[0] += grid.solve();
    }
  }

  /** Columns that are cells, of a chunk that starts at x. */
  private int cells(int x) {
    return Math.min(CHUNK, s.columns - x);
  }

  private void passWords(
      double[] c, int block, int x, double[] v, int vAt, int vStride, boolean sources) {
    int row = block * SIDE * s.stride;
    int skip = 0;
    if (x == 0) {
      for (int i = 0; i < SIDE; i++) {
        int line = block * SIDE + i;
        double volts = 0;
        if (line < s.rows) {
          volts = s.words.currentOhms[line] * c[row + i * s.stride];
          if (sources) {
            volts += s.wordNear[line];
          }
        }
        edge[i] = volts;
        v[vAt + i * vStride] = volts;
      }
      skip = 1;
    }
    LadderTile.pass(
        c,
        s.words.factor,
        row + x + skip,
        s.stride,
        cells(x) - skip,
        s.wordOhms,
        v,
        vAt + skip,
        vStride,
        edge);
  }

  private void gatherWords(int row, int x) {
    LadderTile.gather(tile, SCRATCH, s.words.factor, row + x, s.stride, cells(x), edge);
  }

  /** {@code y A^-1 y} of what has been gathered as c, of which the sums hold the part by f. */
  private double wordNorm(double[] c) {
    double near = 0;
    for (int i = 0; i < s.rows; i++) {
      double first = c[i * s.stride];
      near += s.words.currentOhms[i] * first * first;
    }
    return s.wordOhms * total(wordSums) + near;
  }

  private double total(double[] sums) {
    double total = 0;
    for (int j = 0; j < s.columns; j++) {
      total += sums[j];
    }
    return total;
  }

  @Override
  public void start(boolean silent) {
    Arrays.fill(s.cw, 0);
    for (int block = 0; block < s.blocks; block++) {
      int row = block * SIDE * s.stride;
      Arrays.fill(edge, 0);
      for (int x = (s.width - 1) / CHUNK * CHUNK; x >= 0; x -= CHUNK) {
        int n = Math.min(CHUNK, s.width - x);
        for (int i = 0; i < SIDE; i++) {
          int o = row + i * s.stride + x;
          for (int k = 0; k < n; k++) {
            tile[i * SCRATCH + k] = silent ? 0 : s.g[o + k] * s.q[o + k];
          }
        }
        wordSources(block, x, n);
        gatherWords(row, x);
        for (int i = 0; i < SIDE; i++) {
          System.arraycopy(tile, i * SCRATCH, s.cw, row + i * s.stride + x, n);
        }
      }
    }
  }

  /** Adds what sources at the far ends and the cells themselves put into the word lines. */
  private void wordSources(int block, int x, int n) {
    if (s.own.length > 0) {
      for (int i = 0; i < SIDE; i++) {
        int o = (block * SIDE + i) * s.stride + x;
        for (int k = 0; k < n; k++) {
          tile[i * SCRATCH + k] -= s.own[o + k];
        }
      }
    }
    int last = s.columns - 1 - x;
    for (int i = 0; i < SIDE && block * SIDE + i < s.rows; i++) {
      int line = block * SIDE + i;
      if (!s.words.fixed[line]) {
        if (last >= 0 && last < n) {
          tile[i * SCRATCH + last] += s.wordFar[line];
        }
      } else {
        if (last >= 0 && last < n) {
          tile[i * SCRATCH + last] = 0;
        }
        if (last >= 1 && last - 1 < n) {
          tile[i * SCRATCH + last - 1] += s.wordFar[line] / s.wordOhms;
        }
      }
    }
  }

  @Override
  public void check(double[] rho, double[] watts, double[] highest) {
    Arrays.fill(bitSums, 0);
    for (int block = s.blocks - 1; block >= 0; block--) {
      int row = block * SIDE * s.stride;
      for (int x = 0; x < s.width; x += CHUNK) {
        int n = Math.min(CHUNK, s.width - x);
        passWords(s.cw, block, x, s.w, row + x, s.stride, true);
        if (x + n == s.width) {
          prescribeWords(block);
        }
        kernels.gather(s, s.w, row + x, s.stride, row + x, x, n, bitSums);
      }
      if (s.own.length > 0 || block >= s.blocks - 2) {
        gatherAgain(block);
      }
    }
    Arrays.fill(wordSums, 0);
    Arrays.fill(bitSums, 0);
    Arrays.fill(high, 0);
    for (int j = 0; j < s.columns; j++) {
      above[j] = s.bitNear[j] + s.bits.currentOhms[j] * s.q[j];
    }
    for (int block = 0; block < s.blocks; block++) {
      int row = block * SIDE * s.stride;
      Arrays.fill(edge, 0);
      for (int x = (s.width - 1) / CHUNK * CHUNK; x >= 0; x -= CHUNK) {
        int n = Math.min(CHUNK, s.width - x);
        kernels.pass(s, block == 0, above, tile, SCRATCH, row + x, x, n, true);
        prescribeBits(block, x, n);
        wordSources(block, x, n);
        gatherWords(row, x);
        kernels.compare(s, tile, SCRATCH, row + x, x, n, wordSums, bitSums, high);
      }
    }
    rho[0] = wordNorm(s.c);
    watts[0] = total(bitSums);
    highest[0] = 0;
    for (double volts : high) {
      highest[0] = Math.max(highest[0], volts);
    }
  }

  private void prescribeWords(int block) {
    for (int i = block * SIDE; i < Math.min(s.rows, block * SIDE + SIDE); i++) {
      if (s.words.fixed[i]) {
        s.w[i * s.stride + s.columns - 1] = s.wordFar[i];
      }
    }
  }

  /** Gathers a block with the cells' own currents and the sources at the far ends. */
  private void gatherAgain(int block) {
    for (int i = Math.min(s.rows, block * SIDE + SIDE) - 1; i >= block * SIDE; i--) {
      int o = i * s.stride;
      int below = o + s.stride;
      for (int j = 0; j < s.columns; j++) {
        double b = s.g[o + j] * s.w[o + j];
        if (s.own.length > 0) {
          b += s.own[o + j];
        }
        if (i == s.rows - 1) {
          b += s.bitFar[j];
        } else if (i == s.rows - 2) {
          b += s.bitBeforeLast[j];
        }
        s.q[o + j] = b + s.bits.factor[below + j] * s.q[below + j];
      }
    }
  }

  private void prescribeBits(int block, int x, int n) {
    int i = s.rows - 1 - block * SIDE;
    if (i < 0 || i >= SIDE) {
      return;
    }
    int o = (s.rows - 1) * s.stride;
    for (int j = x; j < Math.min(x + n, s.columns); j++) {
      if (s.bits.fixed[j]) {
        s.q[o + j] = s.bitLast[j];
        tile[i * SCRATCH + j - x] = s.g[o + j] * s.bitLast[j];
      }
    }
  }
}
