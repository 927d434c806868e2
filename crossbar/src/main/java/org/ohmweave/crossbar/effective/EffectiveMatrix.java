package org.ohmweave.crossbar.effective;

import org.ohmweave.core.dense.PackedFloatMatrix;
import org.ohmweave.core.dense.PackedMatrix;
import org.ohmweave.crossbar.array.Wires;

/**
 * An array as the linear map that it is: column currents of any number of input vectors are one
 * matrix product, as long as no conductance changes. Immutable, free for concurrent use.
 */
public final class EffectiveMatrix {
  private final double[] siemens;
  private final PackedMatrix product;

  private EffectiveMatrix(int rows, int columns, double[] siemens) {
    this.siemens = siemens;
    this.product = new PackedMatrix(rows, columns, siemens);
  }

  /** Computes the matrix of an array; see {@link HierarchicalReduction#effectiveSiemens}. */
  public static EffectiveMatrix of(
      int rows, int columns, double[] cellSiemens, Wires wires, int threads) {
    return new EffectiveMatrix(
        rows,
        columns,
        HierarchicalReduction.effectiveSiemens(rows, columns, cellSiemens, wires, threads));
  }

  /**
   * A matrix that is known already.
   *
   * @param siemens rows x columns, row-major, copied
   */
  public static EffectiveMatrix known(int rows, int columns, double[] siemens) {
    return new EffectiveMatrix(rows, columns, siemens.clone());
  }

  /** Its entries: current into a bottom source for 1 V on a left source; a copy. */
  public double[] siemens() {
    return siemens.clone();
  }

  /**
   * Column currents of input vectors on the left ends, all other sources at 0 V.
   *
   * @param leftVolts (input) vectors x rows, row-major
   * @param bottomAmps (output) vectors x columns, row-major
   */
  public void multiply(double[] leftVolts, int vectors, double[] bottomAmps) {
    product.multiply(leftVolts, vectors, bottomAmps);
  }

  /**
   * The map in single precision; relative to the largest sum of magnitudes its products are good to
   * about {@code rows * 6e-8}.
   */
  public PackedFloatMatrix floats() {
    float[] values = new float[siemens.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = (float) siemens[k];
    }
    return new PackedFloatMatrix(product.rows(), product.columns(), values);
  }
}
