package org.ohmweave.crossbar.cell;

/**
 * Cells of two elements in series, solved cell by cell for the voltage between them: a selector or
 * a transistor with a memory element. Both elements must be passive and monotone; then the current
 * of one falls and that of the other rises with the share of the voltage, and they meet once.
 *
 * <p>The root is sought in the difference of the logarithms of the two currents, in which steep
 * laws are nearly straight, by Newton's method inside a bracket. Not for concurrent use.
 */
public final class SeriesLaw implements CellLaw {
  private static final int LIMIT = 200;
  private static final double FINE = 4e-16;
  private final CellLaw first;
  private final CellLaw second;
  private final double[] firstVolts;
  private final double[] firstAmps;
  private final double[] firstSlope;
  private final double[] secondVolts;
  private final double[] secondAmps;
  private final double[] secondSlope;

  /**
   * Two elements per cell.
   *
   * @param first on the side of the word line
   * @param second on the side of the bit line
   * @param cells how many
   */
  public SeriesLaw(CellLaw first, CellLaw second, int cells) {
    this.first = first;
    this.second = second;
    this.firstVolts = new double[cells];
    this.firstAmps = new double[cells];
    this.firstSlope = new double[cells];
    this.secondVolts = new double[cells];
    this.secondAmps = new double[cells];
    this.secondSlope = new double[cells];
  }

  @Override
  public void evaluate(int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int k = from; k < to; k++) {
      split(k, volts[k]);
      double g1 = firstSlope[k];
      double g2 = secondSlope[k];
      if (g1 + g2 > 0) {
        // where the two still differ by rounding, the flatter one knows the current better
        double share = g2 / (g1 + g2);
        amps[k] = firstAmps[k] * share + secondAmps[k] * (1 - share);
        siemens[k] = g1 * share;
      } else {
        amps[k] = Math.abs(firstAmps[k]) < Math.abs(secondAmps[k]) ? firstAmps[k] : secondAmps[k];
        siemens[k] = 0;
      }
    }
  }

  /**
   * Voltages across the first elements.
   *
   * @param volts (input, not modified) across the cells
   * @param across (output) across the first elements; the rest is across the second
   */
  public void firstVolts(int from, int to, double[] volts, double[] across) {
    for (int k = from; k < to; k++) {
      split(k, volts[k]);
      across[k] = firstVolts[k];
    }
  }

  /** Finds the point between the elements of a cell at {@code v}. */
  private void split(int k, double v) {
    double size = Math.abs(v);
    at(k, v, 0);
    if (v == 0 || firstAmps[k] == 0) {
      return; // nothing flows: the first element takes all of the voltage
    }
    double low = 0;
    double high = size;
    double x = start(k, size);
    for (int n = 0; n < LIMIT; n++) {
      at(k, v, x);
      double i1 = Math.abs(firstAmps[k]);
      double i2 = Math.abs(secondAmps[k]);
      if (i1 == i2) {
        return;
      }
      if (i2 == 0) {
        at(k, v, size);
        if (secondAmps[k] == 0) {
          return; // the second element is open
        }
      }
      if (i2 > i1) {
        high = x;
      } else {
        low = x;
      }
      double off = Math.log(i2 / i1);
      double step = -off / (secondSlope[k] / i2 + firstSlope[k] / i1);
      double next = x + step;
      if (Math.abs(step) <= FINE * size || high - low <= FINE * high) {
        return;
      }
      x = next > low && next < high ? next : 0.5 * (low + high);
    }
  }

  /** A first guess from the slopes where the first element takes everything. */
  private double start(int k, double size) {
    double x = size * firstSlope[k] / (firstSlope[k] + secondSlope[k]);
    return x > 0 && x < size ? x : 0.5 * size;
  }

  /** Both elements with {@code x} of the voltage across the second. */
  private void at(int k, double v, double x) {
    double part = Math.copySign(x, v);
    secondVolts[k] = part;
    firstVolts[k] = v - part;
    first.evaluate(k, k + 1, firstVolts, firstAmps, firstSlope);
    second.evaluate(k, k + 1, secondVolts, secondAmps, secondSlope);
  }
}
