package org.ohmweave.core.io;

import java.util.Arrays;

/**
 * An array of numbers as an NPY file holds it.
 *
 * @param shape length of each axis; empty for a single number
 * @param values in row-major (C) order, not copied
 */
public record NpyArray(int[] shape, double[] values) {
  /** Shape and content must agree. */
  public NpyArray {
    long count = 1;
    for (int length : shape) {
      count *= length;
    }
    if (count != values.length) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(shape) + " needs " + count + " values, got " + values.length);
    }
  }

  /** Rows of a matrix. */
  public int rows() {
    return shape[0];
  }

  /** Columns of a matrix. */
  public int columns() {
    return shape[1];
  }
}
