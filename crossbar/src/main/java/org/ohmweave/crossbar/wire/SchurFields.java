package org.ohmweave.crossbar.wire;

import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;

/**
 * The arrays of one solver. A vector of word or bit nodes is kept as gathered currents c, from
 * which one sweep along its lines makes voltages (see {@link LineFactors}); sums of vectors are
 * sums of gathered currents. Rows are padded with zeros to whole blocks of {@link #SIDE} and at
 * least one row and column more, so that no sweep needs a special case at the far end.
 */
final class SchurFields {
  /** Rows that are swept side by side. */
  static final int SIDE = 8;

  final int rows;
  final int columns;

  /** Vectors side by side, innermost. */
  final int lanes;

  /** Columns rounded up to whole registers; the rest is zero. */
  final int width;

  /** From row to row, in cells. */
  final int stride;

  final int blocks;
  final LineFactors words;
  final LineFactors bits;
  final double wordOhms;
  final double bitOhms;

  /** Cell conductances. */
  final double[] g;

  /** Residual of the word lines, gathered. */
  final double[] c;

  /** Search direction: what {@code A p} gathers. */
  final double[] cp;

  /** Word lines of the solution, gathered. */
  final double[] cw;

  /** Gathered currents of the bit lines; after a check the bit-line voltages. */
  final double[] q;

  /** Word-line voltages, as of the last check. */
  final double[] w;

  /** Currents of the cells' own, word to bit line; empty = none. */
  double[] own = new double[0];

  final double[] wordNear;
  final double[] wordFar;
  final double[] bitNear;
  final double[] bitLast;
  final double[] bitFar;
  final double[] bitBeforeLast;

  SchurFields(int rows, int columns, int lanes, Wires wires) {
    this.rows = rows;
    this.columns = columns;
    this.lanes = lanes;
    this.width = (columns + 7) / 8 * 8;
    this.stride = paddedStride(columns);
    this.blocks = (rows + SIDE - 1) / SIDE;
    this.wordOhms = wires.wordOhms();
    this.bitOhms = wires.bitOhms();
    int cells = Math.multiplyExact(blocks * SIDE + 1, stride);
    int size = Math.multiplyExact(cells, lanes);
    Ends ends = wires.ends();
    this.words =
        new LineFactors(
            rows, columns, wordOhms, stride, 1, cells, ends.leftOhms(), ends.rightOhms());
    this.bits =
        new LineFactors(
            columns, rows, bitOhms, 1, stride, cells, ends.topOhms(), ends.bottomOhms());
    this.g = new double[cells];
    this.c = new double[size];
    this.cp = new double[size];
    this.cw = new double[size];
    this.q = new double[size];
    this.w = new double[size];
    this.wordNear = new double[rows * lanes];
    this.wordFar = new double[rows * lanes];
    this.bitNear = new double[width * lanes];
    this.bitLast = new double[width * lanes];
    this.bitFar = new double[width * lanes];
    this.bitBeforeLast = new double[width * lanes];
  }

  /**
   * Rows start on a cache line, end with at least one zero, and are never a power of two apart,
   * which would map them to one cache set.
   */
  static int paddedStride(int columns) {
    int whole = (columns + 8) / 8 * 8;
    return whole % 32 == 0 ? whole + 8 : whole;
  }

  int cell(int row, int column) {
    return row * stride + column;
  }

  /** Takes cell conductances (rows x columns, row-major) and factorises. */
  void conductances(double[] siemens) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(siemens, i * columns, g, i * stride, columns);
    }
    words.factorise(g);
    bits.factorise(g);
  }

  /** Takes conductances of which only some lines differ, and factorises these. */
  void conductances(double[] siemens, boolean[] wordTouched, boolean[] bitTouched) {
    for (int i = 0; i < rows; i++) {
      if (wordTouched[i]) {
        System.arraycopy(siemens, i * columns, g, i * stride, columns);
        words.factorise(g, i);
      }
    }
    for (int j = 0; j < columns; j++) {
      if (bitTouched[j]) {
        bits.factorise(g, j);
      }
    }
  }

  /** Sets the sources of one lane, in the original order of the ends. */
  void sources(int lane, double[] left, double[] right, double[] top, double[] bottom) {
    for (int i = 0; i < rows; i++) {
      boolean swapped = words.swapped[i];
      wordNear[i * lanes + lane] = near(words, i, swapped ? right[i] : left[i]);
      double far = swapped ? left[i] : right[i];
      wordFar[i * lanes + lane] = words.fixed[i] ? far : driven(far, words.farSiemens[i]);
    }
    for (int j = 0; j < columns; j++) {
      boolean swapped = bits.swapped[j];
      double far = swapped ? top[j] : bottom[j];
      int x = j * lanes + lane;
      bitNear[x] = near(bits, j, swapped ? bottom[j] : top[j]);
      bitLast[x] = bits.fixed[j] ? far : 0;
      bitFar[x] = bits.fixed[j] ? 0 : driven(far, bits.farSiemens[j]);
      bitBeforeLast[x] = bits.fixed[j] ? far / bitOhms : 0;
    }
  }

  private static double near(LineFactors f, int line, double volts) {
    return f.sourceShare[line] == 0 ? 0 : f.sourceShare[line] * volts;
  }

  private static double driven(double volts, double siemens) {
    return siemens == 0 ? 0 : volts * siemens;
  }

  /** Takes the cells' own currents (rows x columns, row-major); empty = none. One lane only. */
  void ownAmps(double[] amps) {
    if (amps.length == 0) {
      own = amps;
      return;
    }
    if (own.length == 0) {
      own = new double[g.length];
    }
    for (int i = 0; i < rows; i++) {
      System.arraycopy(amps, i * columns, own, i * stride, columns);
    }
  }
}
