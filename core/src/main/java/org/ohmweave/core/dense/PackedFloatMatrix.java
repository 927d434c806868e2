package org.ohmweave.core.dense;

import java.util.Arrays;
import org.ohmweave.core.InputException;

/**
 * A matrix of floats laid out for products {@code y = x M} of one vector or many. The layout costs
 * one copy; every product after that streams it once per {@value #VECTORS} vectors. A vector's
 * result has the same bits alone and in a batch, and on the plain and the Vector API path.
 * Immutable, free for concurrent use.
 */
public final class PackedFloatMatrix {
  /** Depth that keeps a strip in the first-level cache. */
  private static final int DEPTH = 256;

  private static final int VECTORS = 64;

  private final int rows;
  private final int columns;
  private final int width;
  private final int strips;
  private final float[] packed;
  private final BlockKernel kernel;

  /**
   * Lays a matrix out.
   *
   * @param values rows x columns, row-major, not modified
   */
  public PackedFloatMatrix(int rows, int columns, float[] values) {
    this(rows, columns, values, BlockKernel.active());
  }

  PackedFloatMatrix(int rows, int columns, float[] values, BlockKernel kernel) {
    if (rows < 1 || columns < 1 || values.length != (long) rows * columns) {
      throw new InputException(
          "a matrix of "
              + rows
              + " x "
              + columns
              + " needs at least one and as many values as entries, got "
              + values.length);
    }
    this.rows = rows;
    this.columns = columns;
    this.kernel = kernel;
    this.width = kernel.floatWidth();
    this.strips = (columns + width - 1) / width;
    this.packed = new float[Math.multiplyExact(Math.multiplyExact(rows, strips), width)];
    for (int s = 0; s < strips; s++) {
      int real = Math.min(width, columns - s * width);
      for (int k = 0; k < rows; k++) {
        System.arraycopy(values, k * columns + s * width, packed, (s * rows + k) * width, real);
      }
    }
  }

  /** Number of rows, the length of an input vector. */
  public int rows() {
    return rows;
  }

  /** Number of columns, the length of an output vector. */
  public int columns() {
    return columns;
  }

  /**
   * The product of some vectors.
   *
   * @param x (input) vectors x rows, row-major
   * @param y (output) vectors x columns, row-major
   */
  public void multiply(float[] x, int vectors, float[] y) {
    if (vectors < 1 || x.length != (long) vectors * rows || y.length != (long) vectors * columns) {
      throw new InputException(
          vectors
              + " vectors through a matrix of "
              + rows
              + " x "
              + columns
              + " do not fit "
              + x.length
              + " inputs and "
              + y.length
              + " outputs");
    }
    Arrays.fill(y, 0);
    if (vectors < BlockKernel.ROWS) {
      float[] edge = new float[width];
      for (int v = 0; v < vectors; v++) {
        one(x, v, y, edge);
      }
      return;
    }
    float[] edge = new float[BlockKernel.ROWS * width];
    float[] block = new float[(VECTORS + BlockKernel.ROWS) * Math.min(DEPTH, rows)];
    for (int v = 0; v < vectors; v += VECTORS) {
      int count = Math.min(VECTORS, vectors - v);
      for (int k = 0; k < rows; k += DEPTH) {
        several(x, v, count, k, Math.min(DEPTH, rows - k), y, block, edge);
      }
    }
  }

  private void one(float[] x, int v, float[] y, float[] edge) {
    for (int s = 0; s < strips; s++) {
      int to = v * columns + s * width;
      boolean whole = (s + 1) * width <= columns;
      if (!whole) {
        Arrays.fill(edge, 0);
      }
      for (int k = 0; k < rows; k += DEPTH) {
        int depth = Math.min(DEPTH, rows - k);
        kernel.addRow(
            x,
            v * rows + k,
            packed,
            (s * rows + k) * width,
            depth,
            whole ? y : edge,
            whole ? to : 0);
      }
      if (!whole) {
        System.arraycopy(edge, 0, y, to, columns - s * width);
      }
    }
  }

  private void several(
      float[] x, int v, int count, int k, int depth, float[] y, float[] block, float[] edge) {
    int rowsOfBlock = BlockKernel.ROWS;
    for (int r = 0; r < (count + rowsOfBlock - 1) / rowsOfBlock * rowsOfBlock; r++) {
      int to = r / rowsOfBlock * rowsOfBlock * depth + r % rowsOfBlock;
      for (int t = 0; t < depth; t++) {
        block[to + rowsOfBlock * t] = r < count ? x[(v + r) * rows + k + t] : 0;
      }
    }
    for (int s = 0; s < strips; s++) {
      int from = (s * rows + k) * width;
      int real = Math.min(width, columns - s * width);
      for (int r = 0; r < count; r += rowsOfBlock) {
        int to = (v + r) * columns + s * width;
        if (real == width && r + rowsOfBlock <= count) {
          kernel.add(block, r * depth, packed, from, depth, y, to, columns);
        } else {
          Arrays.fill(edge, 0);
          kernel.add(block, r * depth, packed, from, depth, edge, 0, width);
          for (int q = 0; q < Math.min(rowsOfBlock, count - r); q++) {
            for (int j = 0; j < real; j++) {
              y[to + q * columns + j] += edge[q * width + j];
            }
          }
        }
      }
    }
  }
}
