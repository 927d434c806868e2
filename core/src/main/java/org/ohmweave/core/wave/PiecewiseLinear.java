package org.ohmweave.core.wave;

import org.ohmweave.core.InputException;

/**
 * A voltage that is linear between given points. Two points at one time are a step; of more than
 * two the first and the last bound the step. The first value holds from the start.
 */
public final class PiecewiseLinear {
  private final double[] seconds;
  private final double[] volts;

  /**
   * A waveform.
   *
   * @param origin what messages call it, such as the file name
   * @param seconds not falling; copied
   * @param volts one per time; copied
   */
  public PiecewiseLinear(String origin, double[] seconds, double[] volts) {
    if (seconds.length == 0 || seconds.length != volts.length) {
      throw new InputException(
          origin
              + " needs at least one row of time and voltage, got "
              + seconds.length
              + " times and "
              + volts.length
              + " voltages");
    }
    for (int k = 0; k < seconds.length; k++) {
      if (!Double.isFinite(seconds[k]) || !Double.isFinite(volts[k])) {
        throw new InputException(
            origin + ", data row " + (k + 1) + " must hold finite numbers [s, V]");
      }
      if (k > 0 && seconds[k] < seconds[k - 1]) {
        throw new InputException(
            origin
                + ", data row "
                + (k + 1)
                + ": time runs backwards from "
                + seconds[k - 1]
                + " s to "
                + seconds[k]
                + " s; sort the rows by time");
      }
    }
    this.seconds = seconds.clone();
    this.volts = volts.clone();
  }

  /** Number of points. */
  public int size() {
    return seconds.length;
  }

  /** Time of a point in seconds. */
  public double seconds(int point) {
    return seconds[point];
  }

  /** Voltage of a point. */
  public double volts(int point) {
    return volts[point];
  }

  /** Voltage just after a time; beyond the ends the end values hold. */
  public double after(double time) {
    int next = 0;
    while (next < seconds.length && seconds[next] <= time) {
      next++;
    }
    return between(next, time);
  }

  /** Voltage just before a time; beyond the ends the end values hold. */
  public double before(double time) {
    int next = 0;
    while (next < seconds.length && seconds[next] < time) {
      next++;
    }
    return between(next, time);
  }

  /** On the line that ends in a point. */
  private double between(int next, double time) {
    if (next == 0) {
      return volts[0];
    }
    if (next == seconds.length) {
      return volts[next - 1];
    }
    double share = (time - seconds[next - 1]) / (seconds[next] - seconds[next - 1]);
    return volts[next - 1] + share * (volts[next] - volts[next - 1]);
  }
}
