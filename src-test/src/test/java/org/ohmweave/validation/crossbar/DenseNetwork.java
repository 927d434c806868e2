package org.ohmweave.validation.crossbar;

import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Segments;
import org.ohmweave.crossbar.array.Wires;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * The full nodal equations of a small array, written down node by node and solved by ojAlgo's dense
 * LU. Wires of zero resistance are merged nodes, ideal sources prescribed nodes: nothing of the
 * solver under test is used.
 */
final class DenseNetwork {
  private final int rows;
  private final int columns;
  private final double[] siemens;
  private final Segments segments;
  private final Ends ends;
  private final int[] merged;

  DenseNetwork(int rows, int columns, double[] siemens, Wires wires) {
    this(siemens, Segments.uniform(rows, columns, wires.wordOhms(), wires.bitOhms()), wires.ends());
  }

  DenseNetwork(double[] siemens, Segments segments, Ends ends) {
    this.rows = segments.rows();
    this.columns = segments.columns();
    this.siemens = siemens;
    this.segments = segments;
    this.ends = ends;
    this.merged = new int[2 * rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        boolean withLeft = j > 0 && segments.word(i, j - 1) == 0;
        boolean withUpper = i > 0 && segments.bit(j, i - 1) == 0;
        merged[word(i, j)] = withLeft ? merged[word(i, j - 1)] : word(i, j);
        merged[bit(i, j)] = withUpper ? merged[bit(i - 1, j)] : bit(i, j);
      }
    }
  }

  private int word(int i, int j) {
    return i * columns + j;
  }

  private int bit(int i, int j) {
    return rows * columns + i * columns + j;
  }

  /** Node voltages: first all word nodes, then all bit nodes, row-major. */
  double[] solve(Drive drive) {
    int n = merged.length;
    R064Store y = R064Store.FACTORY.make(n, n);
    R064Store b = R064Store.FACTORY.make(n, 1);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        conductor(y, word(i, j), bit(i, j), siemens[i * columns + j]);
        if (j > 0 && segments.word(i, j - 1) > 0) {
          conductor(y, word(i, j - 1), word(i, j), 1 / segments.word(i, j - 1));
        }
        if (i > 0 && segments.bit(j, i - 1) > 0) {
          conductor(y, bit(i - 1, j), bit(i, j), 1 / segments.bit(j, i - 1));
        }
      }
    }
    boolean[] fixed = new boolean[n];
    double[] value = new double[n];
    for (int i = 0; i < rows; i++) {
      source(y, b, word(i, 0), ends.leftOhms()[i], drive.leftVolts()[i], fixed, value);
      source(y, b, word(i, columns - 1), ends.rightOhms()[i], drive.rightVolts()[i], fixed, value);
    }
    for (int j = 0; j < columns; j++) {
      source(y, b, bit(0, j), ends.topOhms()[j], drive.topVolts()[j], fixed, value);
      source(y, b, bit(rows - 1, j), ends.bottomOhms()[j], drive.bottomVolts()[j], fixed, value);
    }
    for (int k = 0; k < n; k++) {
      if (fixed[k] || merged[k] != k) {
        for (int l = 0; l < n; l++) {
          y.set(k, l, k == l ? 1.0 : 0.0);
        }
        b.set(k, 0, fixed[k] ? value[k] : 0.0);
        if (merged[k] != k) {
          y.set(k, merged[k], -1.0);
        }
      }
    }
    LU<Double> lu = LU.R064.make(n, n);
    lu.decompose(y);
    MatrixStore<Double> x = lu.getSolution(b);
    double[] volts = new double[n];
    for (int k = 0; k < n; k++) {
      volts[k] = x.doubleValue(k, 0);
    }
    return volts;
  }

  private void conductor(R064Store y, int from, int to, double g) {
    int a = merged[from];
    int c = merged[to];
    y.add(a, a, g);
    y.add(c, c, g);
    y.add(a, c, -g);
    y.add(c, a, -g);
  }

  private void source(
      R064Store y,
      R064Store b,
      int node,
      double ohms,
      double volts,
      boolean[] fixed,
      double[] value) {
    int k = merged[node];
    if (ohms == 0) {
      fixed[k] = true;
      value[k] = volts;
    } else if (!Double.isInfinite(ohms)) {
      y.add(k, k, 1 / ohms);
      b.add(k, 0, volts / ohms);
    }
  }
}
