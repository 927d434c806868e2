package org.ohmweave.crossbar.cell;

/**
 * Cells of two elements in series, solved cell by cell for the voltage between them: a selector or
 * a transistor with a memory element. Both elements must be passive and monotone; then the current
 * of one falls and that of the other rises with the share of the voltage, and they meet once.
 *
 * <p>Sought is the voltage of the better conductor of the two, the smaller one, so that no digits
 * are lost, by Newton's method inside a bracket on the difference of the logarithms of the two
 * currents: against the logarithm of the voltage an ohmic element is straight, against the voltage
 * an exponential one. Not for concurrent use.
 */
public final class SeriesLaw implements CellLaw {
  private static final int LIMIT = 200;

  /** Relative; the current is then exact to second order, the slope to about this. */
  private static final double CLOSE = 1e-9;

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
        // one more Newton step for the point between them: its current, to second order
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
      double slopes = firstSlope[k] + secondSlope[k];
      double step = slopes > 0 ? (secondAmps[k] - firstAmps[k]) / slopes : 0;
      across[k] = firstVolts[k] + step;
    }
  }

  /** Finds the point between the elements of a cell at {@code v}. */
  private void split(int k, double v) {
    double size = Math.abs(v);
    at(k, v, 0.5 * size, false);
    if (firstAmps[k] == 0 || secondAmps[k] == 0) {
      boolean byFirst = firstAmps[k] == 0;
      at(k, v, size, byFirst);
      if (v == 0 || (byFirst ? firstAmps[k] : secondAmps[k]) == 0) {
        return; // nothing flows: an open element takes all of the voltage
      }
      at(k, v, 0.5 * size, false);
    }
    boolean ofFirst = Math.abs(firstAmps[k]) > Math.abs(secondAmps[k]);
    double low = 0;
    double high = size;
    double y = 0.5 * size;
    for (int n = 0; n < LIMIT; n++) {
      double good = Math.abs(ofFirst ? firstAmps[k] : secondAmps[k]);
      double bad = Math.abs(ofFirst ? secondAmps[k] : firstAmps[k]);
      double off = Math.log(good / bad);
      if (Math.abs(off) <= CLOSE || high - low <= FINE * high) {
        return;
      }
      if (off > 0) {
        high = y;
      } else {
        low = y;
      }
      double rise = (ofFirst ? firstSlope[k] : secondSlope[k]) / good;
      double fall = (ofFirst ? secondSlope[k] : firstSlope[k]) / bad;
      double step = -off / (rise + fall);
      double next = rise * y < 2 ? y * Math.exp(Math.max(-60, Math.min(60, step / y))) : y + step;
      y = next > low && next < high ? next : low > 0 ? Math.sqrt(low * high) : 1e-3 * high;
      at(k, v, y, ofFirst);
    }
  }

  /** Both elements with {@code y} of the voltage across one of them. */
  private void at(int k, double v, double y, boolean ofFirst) {
    double part = Math.copySign(y, v);
    firstVolts[k] = ofFirst ? part : v - part;
    secondVolts[k] = ofFirst ? v - part : part;
    first.evaluate(k, k + 1, firstVolts, firstAmps, firstSlope);
    second.evaluate(k, k + 1, secondVolts, secondAmps, secondSlope);
  }
}
