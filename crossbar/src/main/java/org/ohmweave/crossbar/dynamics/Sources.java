package org.ohmweave.crossbar.dynamics;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.wave.PiecewiseLinear;
import org.ohmweave.crossbar.array.Drive;

/**
 * The sources at all line ends over time: left, right, top, bottom, in this order in one list. A
 * waveform is linear between its points and constant after the last; before the first its first
 * value holds. A line without waveform is at 0 V (or open).
 */
public final class Sources {
  private final int rows;
  private final int columns;
  private final List<@Nullable PiecewiseLinear> waves;
  private final double[] base;
  private final double[] slope;
  private double start;

  /**
   * Sources.
   *
   * @param waves one per end: left and right of every word line, top and bottom of every bit line
   */
  public Sources(int rows, int columns, List<@Nullable PiecewiseLinear> waves) {
    if (waves.size() != 2 * (rows + columns)) {
      throw new InputException(
          "sources of "
              + rows
              + " x "
              + columns
              + " lines need "
              + 2 * (rows + columns)
              + " entries, got "
              + waves.size());
    }
    this.rows = rows;
    this.columns = columns;
    this.waves = waves;
    this.base = new double[waves.size()];
    this.slope = new double[waves.size()];
  }

  /** Number of ends. */
  int size() {
    return waves.size();
  }

  /** Times strictly inside 0 .. end where a slope changes, in order. */
  TreeSet<Double> corners(double end) {
    TreeSet<Double> corners = new TreeSet<>();
    for (PiecewiseLinear wave : waves) {
      for (int k = 0; wave != null && k < wave.size(); k++) {
        if (wave.seconds(k) > 0 && wave.seconds(k) < end) {
          corners.add(wave.seconds(k));
        }
      }
    }
    return corners;
  }

  /** Takes a piece in which all waveforms are linear. */
  void piece(double from, double to) {
    start = from;
    for (int s = 0; s < base.length; s++) {
      PiecewiseLinear wave = waves.get(s);
      if (wave == null) {
        continue;
      }
      base[s] = wave.after(from);
      slope[s] = (wave.before(to) - base[s]) / (to - from);
    }
  }

  /** Whether any source changes in this piece. */
  boolean moving() {
    for (double s : slope) {
      if (s != 0) {
        return true;
      }
    }
    return false;
  }

  double volts(int source, double seconds) {
    return base[source] + slope[source] * (seconds - start);
  }

  double slope(int source) {
    return slope[source];
  }

  /** All sources at a time. */
  Drive drive(double seconds) {
    double[] left = new double[rows];
    double[] right = new double[rows];
    double[] top = new double[columns];
    double[] bottom = new double[columns];
    for (int i = 0; i < rows; i++) {
      left[i] = volts(i, seconds);
      right[i] = volts(rows + i, seconds);
    }
    for (int j = 0; j < columns; j++) {
      top[j] = volts(2 * rows + j, seconds);
      bottom[j] = volts(2 * rows + columns + j, seconds);
    }
    return new Drive(left, right, top, bottom);
  }
}
