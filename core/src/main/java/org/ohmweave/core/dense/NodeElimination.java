package org.ohmweave.core.dense;

import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import org.ohmweave.core.math.VectorMath;

/**
 * Eliminates nodes from a network of conductances (star-mesh transformation, Kron reduction). The
 * network is kept as the conductances between its nodes, ground being the last node, and not as a
 * matrix with a diagonal: eliminating node k with conductances {@code w_kj} and their sum {@code
 * d_k} adds {@code w_ki w_kj / d_k} between all others. Nothing is ever subtracted, so every
 * conductance keeps its relative accuracy however unlike the conductances are: a symmetric variant
 * of Gaussian elimination for M-matrices with the pivots from off-diagonal sums (the idea that is
 * known for Markov chains as the algorithm of Grassmann, Taksar and Heyman [memory]).
 *
 * <p>Panels of pivots are eliminated row by row, the rest of the network is then updated by one
 * blocked product. Inside a fork-join task, large updates are split; the bits do not depend on it.
 */
public final class NodeElimination {
  private static final int PANEL = 64;
  private static final int SMALL_PANEL = 32;
  private static final int SMALL = 400;

  /** Multiply-adds above which an update is worth splitting. */
  private static final long SPLIT = 4_000_000;

  private NodeElimination() {}

  /** Row stride of an array for n nodes. */
  public static int stride(int nodes) {
    return (nodes + BlockKernel.WIDEST + 7) / 8 * 8 | 8; // an odd number of cache lines
  }

  /** Length of an array for n nodes. */
  public static int length(int nodes) {
    return Math.multiplyExact(nodes + BlockKernel.ROWS, stride(nodes));
  }

  /**
   * Eliminates the first nodes.
   *
   * @param siemens (modified) conductance between nodes i and j, {@code i < j < nodes}, at {@code i
   *     * stride(nodes) + j}, not negative; other entries below {@code nodes} rows and columns mean
   *     nothing; padding must be 0. The rows from {@code pivots} on hold the reduced network
   *     afterwards
   * @param pivots number of nodes to eliminate, {@code < nodes}
   */
  public static void eliminate(double[] siemens, int nodes, int pivots) {
    eliminate(siemens, nodes, pivots, BlockKernel.active(), VectorMath.active());
  }

  static void eliminate(
      double[] siemens, int nodes, int pivots, BlockKernel kernel, VectorMath math) {
    int panel = nodes < SMALL ? SMALL_PANEL : PANEL;
    int most = Math.min(panel, pivots);
    int width = kernel.width();
    int strips = (nodes + width - 1) / width;
    double[] scaled = new double[most * (nodes + BlockKernel.ROWS)];
    double[] packed = new double[most * strips * width];
    double[] perSum = new double[most];
    for (int from = 0; from < pivots; from += panel) {
      int to = Math.min(from + panel, pivots);
      rows(siemens, nodes, from, to, perSum, math);
      new Update(siemens, nodes, from, to, perSum, scaled, packed, kernel).run();
    }
  }

  private static void rows(
      double[] w, int nodes, int from, int to, double[] perSum, VectorMath math) {
    int stride = stride(nodes);
    for (int k = from; k < to; k++) {
      int row = k * stride;
      double sum = sum(w, row + k + 1, row + nodes);
      double inverse = sum > 0 ? 1 / sum : 0; // a node without any conductance changes nothing
      perSum[k - from] = inverse;
      for (int m = k + 1; m < to; m++) {
        double share = w[row + m] * inverse;
        if (share != 0) {
          math.addScaled(share, w, row + m + 1, w, m * stride + m + 1, nodes - m - 1);
        }
      }
    }
  }

  private static double sum(double[] w, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int j = from;
    for (; j <= to - 4; j += 4) {
      s0 += w[j];
      s1 += w[j + 1];
      s2 += w[j + 2];
      s3 += w[j + 3];
    }
    for (; j < to; j++) {
      s0 += w[j];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** What one panel adds to all later rows. */
  private static final class Update {
    private final double[] w;
    private final int stride;
    private final int first;
    private final int count;
    private final int depth;
    private final int pivot;
    private final double[] perSum;
    private final double[] scaled;
    private final double[] packed;
    private final BlockKernel kernel;

    Update(
        double[] w,
        int nodes,
        int from,
        int to,
        double[] perSum,
        double[] scaled,
        double[] packed,
        BlockKernel kernel) {
      this.w = w;
      this.stride = stride(nodes);
      this.first = to;
      this.count = nodes - to;
      this.depth = to - from;
      this.pivot = from;
      this.perSum = perSum;
      this.scaled = scaled;
      this.packed = packed;
      this.kernel = kernel;
    }

    void run() {
      pack();
      int strips = (count + kernel.width() - 1) / kernel.width();
      if (ForkJoinTask.inForkJoinPool() && (long) count * count / 2 * depth > SPLIT) {
        new Strips(this, 0, strips).invoke();
      } else {
        strips(0, strips);
      }
    }

    private void pack() {
      int width = kernel.width();
      int blocks = (count + BlockKernel.ROWS - 1) / BlockKernel.ROWS;
      int strips = (count + width - 1) / width;
      for (int k = 0; k < depth; k++) {
        int row = (pivot + k) * stride + first;
        for (int b = 0; b < blocks; b++) {
          int to = (b * depth + k) * BlockKernel.ROWS;
          for (int r = 0; r < BlockKernel.ROWS; r++) {
            int j = b * BlockKernel.ROWS + r;
            scaled[to + r] = j < count ? w[row + j] * perSum[k] : 0;
          }
        }
        for (int s = 0; s < strips; s++) {
          int to = (s * depth + k) * width;
          int real = Math.min(width, count - s * width);
          System.arraycopy(w, row + s * width, packed, to, real);
          java.util.Arrays.fill(packed, to + real, to + width, 0);
        }
      }
    }

    /** Updates some strips of columns, from row {@code first} down to the diagonal. */
    void strips(int from, int to) {
      int width = kernel.width();
      for (int s = from; s < to; s++) {
        int rows = Math.min(count, (s + 1) * width);
        for (int i = 0; i < rows; i += BlockKernel.ROWS) {
          kernel.add(
              scaled,
              i * depth,
              packed,
              s * depth * width,
              depth,
              w,
              (first + i) * stride + first + s * width,
              stride);
        }
      }
    }
  }

  @SuppressWarnings("serial")
  private static final class Strips extends RecursiveAction {
    private final transient Update update;
    private final int from;
    private final int to;

    Strips(Update update, int from, int to) {
      this.update = update;
      this.from = from;
      this.to = to;
    }

    @Override
    protected void compute() {
      if (to - from <= 4) {
        update.strips(from, to);
      } else {
        int middle = (from + to) / 2;
        invokeAll(new Strips(update, from, middle), new Strips(update, middle, to));
      }
    }
  }
}
