package org.ohmweave.programming;

import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;

/**
 * Energy of a pulse at the terminals of a cell: the integral of current times voltage, to about one
 * per cent. A twin of the cell walks through the pulse in pieces that get finer where its current
 * changes, so the cell itself sees one undivided pulse.
 *
 * <p>Laws that switch at random, or by one step per pulse, cannot be divided; for them the mean of
 * the currents before and after counts.
 */
final class PulseEnergy {
  /** Ends of the first pieces, as shares of the pulse: heating comes early. */
  private static final double[] ENDS = {1.0 / 32, 1};

  private static final double TOLERANCE = 0.002;
  private static final int DEEPEST = 40;

  private final DeviceModel model;
  private final DeviceBank twin;
  private final NoiseSource noise;
  private final boolean divisible;
  private final double[] volts;
  private final double[] amps;
  private final double[][] saved;
  private int cell;
  private double sum;

  PulseEnergy(DeviceBank bank, NoiseSource noise) {
    this.model = bank.model();
    this.twin = bank.copy();
    this.noise = noise;
    this.divisible = !model.stochastic() && model.followsTime();
    this.volts = new double[bank.size()];
    this.amps = new double[bank.size()];
    this.saved = new double[DEEPEST + 2][model.states().size()];
  }

  /**
   * Energy in joules of a pulse that a cell is about to get; only for a {@link #divisible} law.
   *
   * @param bank (input, not modified) states before the pulse
   */
  double joules(DeviceBank bank, int i, double pulseVolts, double seconds) {
    cell = i;
    for (int s = 0; s < model.states().size(); s++) {
      twin.state(s)[i] = bank.state(s)[i];
    }
    volts[i] = pulseVolts;
    sum = 0;
    double before = current();
    double at = 0;
    for (double end : ENDS) {
      before = piece(before, (end - at) * seconds, 0);
      at = end;
    }
    return pulseVolts * sum;
  }

  /** Whether {@link #joules} can follow the law through a pulse. */
  boolean divisible() {
    return divisible;
  }

  /** Integrates one piece; returns the current at its end. The twin is carried along. */
  private double piece(double before, double seconds, int depth) {
    keep(depth);
    double half = 0.5 * seconds;
    double middle = step(half);
    double after = step(half);
    double coarse = half * (before + after);
    double fine = 0.5 * half * (before + 2 * middle + after);
    double scale = Math.max(Math.abs(sum), Math.abs(fine));
    if (Math.abs(fine - coarse) <= TOLERANCE * scale || depth == DEEPEST) {
      sum += fine;
      return after;
    }
    back(depth);
    double centre = piece(before, half, depth + 1);
    return piece(centre, half, depth + 1);
  }

  private double step(double seconds) {
    model.hold(twin, cell, cell + 1, volts, seconds, noise, 0);
    return current();
  }

  private double current() {
    model.currents(twin, cell, cell + 1, volts, amps);
    return amps[cell];
  }

  private void keep(int depth) {
    for (int s = 0; s < saved[depth].length; s++) {
      saved[depth][s] = twin.state(s)[cell];
    }
  }

  private void back(int depth) {
    for (int s = 0; s < saved[depth].length; s++) {
      twin.state(s)[cell] = saved[depth][s];
    }
  }
}
