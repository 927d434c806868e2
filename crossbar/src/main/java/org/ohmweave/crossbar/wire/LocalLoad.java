package org.ohmweave.crossbar.wire;

import java.util.function.DoubleUnaryOperator;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Segments;
import org.ohmweave.crossbar.cell.CellLaw;
import org.ohmweave.device.integrate.Bracketed;

/**
 * Where to linearise a cell next. A linear network puts the cell at a voltage and current that are
 * not on its curve. Going to the curve at that voltage is Newton's method; on a steep curve it
 * overshoots by decades, and from above it descends by one factor e of the current per step. Then
 * the cell is solved with the resistance of its lines instead: the point where the curve meets the
 * load line through the network's answer. With that resistance zero this is Newton's step in the
 * voltage, with none to be found (open lines) the one in the current.
 *
 * <p>The cells of a line move together, so each sees the voltage that all of them lose on the way
 * they share: the load is the resistance of the line to its sources times a share of the number of
 * its cells. It only guides the steps; the answer does not depend on it.
 */
final class LocalLoad implements DoubleUnaryOperator {
  private static final double NEAR = 1e-3;

  /**
   * Share of a line's cells that move with one of them. Chosen by counting linear solves (diodes of
   * 60 mV per decade, sinh, 64 to 256 lines): the same number from 1/16 to 1.
   */
  private static final double TOGETHER = 0.25;

  private final double[] ohms;
  private final double[] load;
  private final CellLaw law;
  private final double[] volts;
  private final double[] amps;
  private final double[] slopes;
  private int cell;
  private double loadSiemens;
  private double meetVolts;
  private double meetAmps;

  /** Loads of all cells; the law is evaluated one cell at a time. */
  LocalLoad(CellLaw law, Segments segments, Ends ends) {
    int rows = segments.rows();
    int columns = segments.columns();
    int cells = rows * columns;
    this.law = law;
    this.ohms = new double[cells];
    this.load = new double[cells];
    double inRow = Math.max(1, TOGETHER * columns);
    double inColumn = Math.max(1, TOGETHER * rows);
    this.volts = new double[cells];
    this.amps = new double[cells];
    this.slopes = new double[cells];
    double[] fromRight = new double[columns];
    for (int i = 0; i < rows; i++) {
      double path = ends.rightOhms()[i];
      for (int j = columns - 1; j >= 0; j--) {
        fromRight[j] = path;
        path += j > 0 ? segments.word(i, j - 1) : 0;
      }
      path = ends.leftOhms()[i];
      for (int j = 0; j < columns; j++) {
        ohms[i * columns + j] = parallel(path, fromRight[j]);
        load[i * columns + j] = inRow * ohms[i * columns + j];
        path += j < columns - 1 ? segments.word(i, j) : 0;
      }
    }
    double[] fromBottom = new double[rows];
    for (int j = 0; j < columns; j++) {
      double path = ends.bottomOhms()[j];
      for (int i = rows - 1; i >= 0; i--) {
        fromBottom[i] = path;
        path += i > 0 ? segments.bit(j, i - 1) : 0;
      }
      path = ends.topOhms()[j];
      for (int i = 0; i < rows; i++) {
        double line = parallel(path, fromBottom[i]);
        ohms[i * columns + j] += line;
        load[i * columns + j] += inColumn * line;
        path += i < rows - 1 ? segments.bit(j, i) : 0;
      }
    }
  }

  private static double parallel(double a, double b) {
    return Double.isInfinite(a) ? b : Double.isInfinite(b) ? a : a + b == 0 ? 0 : a * b / (a + b);
  }

  /** Resistance of the lines between cell and sources, infinite when a line is open. */
  double ohms(int k) {
    return ohms[k];
  }

  /**
   * The voltage between {@code from} and {@code to} where the curve meets the load line through
   * {@code (atVolts, atAmps)}; the curve must be on opposite sides of it there.
   */
  double meet(int k, double from, double to, double atVolts, double atAmps) {
    if (ohms[k] == 0) {
      return to;
    }
    cell = k;
    loadSiemens = 1 / load[k];
    meetVolts = atVolts;
    meetAmps = atAmps;
    double root = Bracketed.root(this, from, to, NEAR);
    return Double.isNaN(root) ? to : root;
  }

  @Override
  public double applyAsDouble(double v) {
    volts[cell] = v;
    law.evaluate(cell, cell + 1, volts, amps, slopes);
    double above = amps[cell] - meetAmps + loadSiemens * (v - meetVolts);
    double size = Math.abs(amps[cell]) + Math.abs(meetAmps);
    // the same root; currents that differ by decades become differences of logarithms
    return size == 0 ? above : Math.signum(above) * Math.log1p(Math.abs(above) / scale(size));
  }

  private double scale(double size) {
    return Math.max(1e-3 * Math.min(size, Math.abs(meetAmps)), Double.MIN_NORMAL);
  }
}
