package org.ohmweave.core.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.ohmweave.core.math.VectorMath;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;

/** Both paths against each other bit for bit, and against the defining sums. */
class DensePathsTest {
  private static final Purpose DRAW = NoiseSource.seeded(8).purpose("dense");

  private static double[] values(int count, int k) {
    double[] v = new double[count];
    for (int i = 0; i < count; i++) {
      v[i] = DRAW.uniform(k, i);
    }
    return v;
  }

  @Test
  void productsAgreeWithSumsAndPathsWithEachOther() {
    int[][] shapes = {{1, 1, 1}, {5, 3, 7}, {300, 37, 9}, {257, 48, 4}, {530, 65, 71}};
    for (int[] s : shapes) {
      int rows = s[0];
      int columns = s[1];
      int vectors = s[2];
      double[] m = values(rows * columns, rows);
      double[] x = values(vectors * rows, rows + 1);
      double[] y = new double[vectors * columns];
      double[] plain = new double[y.length];
      new PackedMatrix(rows, columns, m).multiply(x, vectors, y);
      new PackedMatrix(rows, columns, m, KernelChoice.PLAIN).multiply(x, vectors, plain);
      assertArrayEquals(plain, y, 0);
      double[] alone = new double[columns];
      double[] first = java.util.Arrays.copyOf(x, rows);
      new PackedMatrix(rows, columns, m).multiply(first, 1, alone);
      for (int j = 0; j < columns; j++) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
          sum += x[i] * m[i * columns + j];
        }
        assertEquals(sum, y[j], 1e-13 * rows);
        assertEquals(alone[j], y[j], 0);
      }
      floats(rows, columns, vectors, m, x, y);
    }
  }

  private static void floats(
      int rows, int columns, int vectors, double[] m, double[] x, double[] y) {
    float[] single = new float[y.length];
    float[] plain = new float[y.length];
    new PackedFloatMatrix(rows, columns, narrow(m)).multiply(narrow(x), vectors, single);
    new PackedFloatMatrix(rows, columns, narrow(m), KernelChoice.PLAIN)
        .multiply(narrow(x), vectors, plain);
    assertArrayEquals(plain, single, 0);
    for (int k = 0; k < y.length; k++) {
      assertEquals(y[k], single[k], 6e-8 * rows * rows);
    }
  }

  private static float[] narrow(double[] values) {
    float[] narrow = new float[values.length];
    for (int k = 0; k < values.length; k++) {
      narrow[k] = (float) values[k];
    }
    return narrow;
  }

  private static double[] network(int nodes) {
    int stride = NodeElimination.stride(nodes);
    double[] w = new double[NodeElimination.length(nodes)];
    for (int i = 0; i < nodes; i++) {
      for (int j = i + 1; j < nodes; j++) {
        w[i * stride + j] = DRAW.uniform(nodes, 1000L * i + j);
      }
    }
    return w;
  }

  /** Star to mesh: conductances a and b in series, and the triangle of a three-pointed star. */
  @Test
  void starBecomesMesh() {
    int stride = NodeElimination.stride(4);
    double[] w = new double[NodeElimination.length(4)];
    w[1] = 1;
    w[2] = 2;
    w[3] = 3;
    NodeElimination.eliminate(w, 4, 1);
    assertEquals(2 / 6.0, w[stride + 2], 1e-16);
    assertEquals(3 / 6.0, w[stride + 3], 1e-16);
    assertEquals(6 / 6.0, w[2 * stride + 3], 1e-16);
  }

  @Test
  void eliminationIsTheSameOnBothPathsAndInOneStepOrNodeByNode() {
    for (int nodes : new int[] {3, 40, 150, 421}) {
      int pivots = nodes / 2;
      int stride = NodeElimination.stride(nodes);
      double[] active = network(nodes);
      double[] plain = active.clone();
      double[] scalar = active.clone();
      NodeElimination.eliminate(active, nodes, pivots);
      NodeElimination.eliminate(plain, nodes, pivots, KernelChoice.PLAIN, VectorMath.plain());
      for (int k = 0; k < pivots; k++) {
        double sum = 0;
        for (int j = k + 1; j < nodes; j++) {
          sum += scalar[k * stride + j];
        }
        for (int i = k + 1; i < nodes; i++) {
          for (int j = i + 1; j < nodes; j++) {
            scalar[i * stride + j] += scalar[k * stride + i] * scalar[k * stride + j] / sum;
          }
        }
      }
      for (int i = pivots; i < nodes; i++) {
        for (int j = i + 1; j < nodes; j++) {
          int at = i * stride + j;
          assertEquals(plain[at], active[at], 0);
          assertEquals(scalar[at], active[at], 1e-12 * scalar[at]);
        }
      }
    }
  }
}
