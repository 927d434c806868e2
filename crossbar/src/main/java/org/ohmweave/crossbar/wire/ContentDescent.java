package org.ohmweave.crossbar.wire;

import org.jspecify.annotations.Nullable;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;

/**
 * Newton steps with a line search on the content of the network. Along a step from one state of the
 * network to the next the wires stay linear, so the current that a cell fails to carry changes as
 * {@code (1 - t) rho + i(v + t d) - i(v) - t g d}, and the derivative of the content is its sum
 * times the change d of the cell voltages: a trial costs one evaluation of the cells and no
 * network.
 */
final class ContentDescent {
  private static final double FLAT = 0.3;
  private static final int TRIALS = 80;
  private final NewtonArray array;
  private final Drive drive;
  private final double[] volts;
  private final double[] missing;
  private final double[] startAmps;
  private final double[] startSlope;
  private final double[] change;
  private final double[] trial;
  private final double[] trialAmps;
  private final double[] trialSlope;

  ContentDescent(NewtonArray array, Drive drive) {
    int cells = array.cells();
    this.array = array;
    this.drive = drive;
    this.volts = new double[cells];
    this.missing = new double[cells];
    this.startAmps = new double[cells];
    this.startSlope = new double[cells];
    this.change = new double[cells];
    this.trial = new double[cells];
    this.trialAmps = new double[cells];
    this.trialSlope = new double[cells];
  }

  /** The solution, or null after too many steps. */
  @Nullable ArraySolution run(int limit) {
    begin();
    double before = Double.POSITIVE_INFINITY;
    double inner = 1e-6;
    for (int step = 0; step < limit; step++) {
      array.linearise(volts, startAmps, startSlope);
      ArraySolution solution = array.linearSolve(drive, inner);
      array.judge(solution);
      if (array.settled(before, inner)) {
        array.keep();
        return solution;
      }
      before = array.relativeResidual();
      inner = Math.min(1e-6, NewtonArray.innerTolerance(before));
      if (!move()) {
        return null;
      }
    }
    return null;
  }

  /** Starts from a network of good conductors, in which no cell sees much. */
  private void begin() {
    double[] siemens = new double[volts.length];
    java.util.Arrays.fill(siemens, array.strongSiemens());
    array.linearise(volts, new double[volts.length], siemens);
    array.linearSolve(drive, 1e-6);
    for (int k = 0; k < volts.length; k++) {
      volts[k] = array.across(k);
    }
    array.evaluate(clamped(volts), startAmps, startSlope);
    for (int k = 0; k < volts.length; k++) {
      missing[k] = startAmps[k] - array.carried(k);
    }
  }

  private double[] clamped(double[] values) {
    for (int k = 0; k < values.length; k++) {
      trial[k] = Math.max(-array.bound(), Math.min(array.bound(), values[k]));
    }
    return trial;
  }

  /** Goes along the step as far as the content falls. */
  private boolean move() {
    double start = 0;
    for (int k = 0; k < volts.length; k++) {
      change[k] = array.across(k) - volts[k];
      start += missing[k] * change[k];
    }
    double t = length(start);
    if (!(t > 0)) {
      return false;
    }
    for (int k = 0; k < volts.length; k++) {
      missing[k] = left(k, t);
      volts[k] += t * change[k];
    }
    System.arraycopy(trialAmps, 0, startAmps, 0, volts.length);
    System.arraycopy(trialSlope, 0, startSlope, 0, volts.length);
    return true;
  }

  private double left(int k, double t) {
    return (1 - t) * missing[k] + trialAmps[k] - startAmps[k] - t * startSlope[k] * change[k];
  }

  /** Derivative of the content by the step length. */
  private double fall(double t) {
    for (int k = 0; k < volts.length; k++) {
      trial[k] = volts[k] + t * change[k];
    }
    array.evaluate(clamped(trial), trialAmps, trialSlope);
    double sum = 0;
    for (int k = 0; k < volts.length; k++) {
      sum += left(k, t) * change[k];
    }
    return sum;
  }

  private double length(double start) {
    double end = fall(1);
    if (end <= FLAT * Math.abs(start)) {
      return 1;
    }
    array.searched();
    double low = 0;
    double high = 1;
    double atLow = start;
    double atHigh = end;
    double t = 1;
    for (int n = 0; n < TRIALS; n++) {
      double secant = low + (high - low) * atLow / (atLow - atHigh);
      boolean useful = n % 3 < 2 && secant > low && secant < high;
      t = useful ? secant : 0.5 * (low + high);
      double now = fall(t);
      if (Math.abs(now) <= FLAT * Math.abs(start)) {
        return t;
      }
      if (now > 0) {
        high = t;
        atHigh = now;
      } else {
        low = t;
        atLow = now;
      }
    }
    fall(t);
    return t;
  }
}
