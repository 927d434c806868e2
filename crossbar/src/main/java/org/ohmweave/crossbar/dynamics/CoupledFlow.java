package org.ohmweave.crossbar.dynamics;

import org.ohmweave.core.ConvergenceException;

/**
 * Adaptive integration of cells in a network, with events: a coordinate passes the level, or
 * arrives at a bound, where it is then held or, in a law with jumps, jumps.
 */
final class CoupledFlow {
  private static final int LIMIT = 2_000_000;

  /** A bound is met when the coordinate is this close to it, in notable changes. */
  private static final double MET = 1e-11;

  /** Passing the level is located this well, in notable changes. */
  private static final double LOCATED = 1e-9;

  /** A state that would reach its bound within this share of the whole time is put there. */
  private static final double BLOW_UP = 1e-9;

  /** Rejections in a row after which the voltages are made to belong to the states. */
  private static final int PATIENCE = 6;

  private final CellNetwork network;
  private final MovingCells cells;
  private final double tolerance;
  private final double level;
  private final double blowUpSeconds;
  private final EventLog log;
  private final CoupledStep step;
  private final int n;

  /** Integrals of the channels since {@link #clear}. */
  final double[] charge;

  final double[] moment;
  private double seconds;
  private double nextLength;
  private long steps;
  private long rejected;

  /**
   * A flow.
   *
   * @param tolerance error per step, as a share of a notable change of a coordinate or of 1 V
   * @param level value of the first coordinate whose passing is logged
   * @param wholeSeconds duration of the whole run
   */
  CoupledFlow(
      CellNetwork network,
      MovingCells cells,
      double tolerance,
      double level,
      double wholeSeconds,
      EventLog log) {
    this.network = network;
    this.cells = cells;
    this.tolerance = tolerance;
    this.level = level;
    this.blowUpSeconds = BLOW_UP * wholeSeconds;
    this.log = log;
    this.step = new CoupledStep(network, cells, 1);
    this.n = cells.n;
    this.charge = new double[network.channels()];
    this.moment = new double[network.channels()];
  }

  /** Starts at a place; voltages must belong to the states. */
  void start(double at, double[] y, double[] volts, double[] channelAmps, double firstLength) {
    seconds = at;
    System.arraycopy(y, 0, step.y, 0, step.y.length);
    System.arraycopy(volts, 0, step.volts, 0, step.volts.length);
    System.arraycopy(channelAmps, 0, step.channelAmps, 0, step.channelAmps.length);
    nextLength = firstLength;
  }

  /** Goes on after a corner of the sources, with a step of at most this length. */
  void restart(double firstLength) {
    nextLength = nextLength > 0 ? Math.min(nextLength, firstLength) : firstLength;
    settle();
  }

  void clear() {
    java.util.Arrays.fill(charge, 0);
    java.util.Arrays.fill(moment, 0);
  }

  double[] y() {
    return step.y;
  }

  double[] volts() {
    return step.volts;
  }

  double[] channelAmps() {
    return step.channelAmps;
  }

  double nextLength() {
    return nextLength;
  }

  long steps() {
    return steps;
  }

  long rejected() {
    return rejected;
  }

  long solves() {
    return step.solves;
  }

  /** Makes voltages and currents belong to the states exactly. */
  void settle() {
    network.settle(seconds, cells, step.y, step.volts, step.channelAmps);
  }

  /** Integrates to a time; the sources must be linear until then. */
  void run(double until) {
    if (until - seconds <= 1e-4 * blowUpSeconds) {
      seconds = until; // a sample beside a corner
    }
    double longest = 0.25 * (until - seconds);
    while (seconds < until) {
      step.prepare();
      if (blowUps()) {
        settle();
        continue;
      }
      double left = until - seconds;
      double h = Math.min(nextLength, Math.max(longest, 1e-3 * left));
      boolean last = h >= left * (1 - 1e-12);
      double length = accepted(last ? left : h, left);
      boolean whole = length == left;
      int arrived = arrival(length);
      if (arrived >= 0) {
        length = locate(arrived, bound(arrived), length, MET);
        whole = false;
      }
      if (passLevel(length)) {
        step.attempt(seconds, length);
      }
      step.accept();
      steps++;
      for (int c = 0; c < charge.length; c++) {
        charge[c] += step.charge[c];
        moment[c] += step.moment[c];
      }
      seconds = whole ? until : seconds + length;
      atBounds(arrived);
      if (steps + rejected > LIMIT) {
        throw new ConvergenceException("array in time at " + seconds + " s", LIMIT, nextLength);
      }
    }
  }

  /** Tries until a step is good; returns its length and sets that of the next. */
  private double accepted(double first, double left) {
    double length = first;
    for (int tries = 1; ; tries++) {
      double error = step.attempt(seconds, length) / tolerance;
      double factor = Double.isNaN(error) ? 0.25 : 0.9 / Math.sqrt(Math.sqrt(error));
      if (error <= 1) {
        double grown = length * Math.max(0.2, Math.min(5, factor));
        // a step cut short by the end of a piece says little about the next one
        nextLength = length == left ? Math.max(grown, nextLength) : grown;
        return length;
      }
      rejected++;
      length *= Math.max(0.1, Math.min(0.7, factor));
      if (tries % PATIENCE == 0) {
        settle(); // voltages a little off the states do not improve with shorter steps
        step.prepare();
      }
      if (!(length > 1e-14 * blowUpSeconds)) {
        throw new ConvergenceException(
            "step of an array in time at " + seconds + " s (seconds)", (int) steps, length);
      }
    }
  }

  /** The cell whose bound is passed first, or -1. */
  private int arrival(double length) {
    int found = -1;
    double earliest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < cells.count; k++) {
      if (cells.held[k]) {
        continue;
      }
      double from = step.y[k * n];
      double to = step.nextY[k * n];
      double bound = to > cells.highest[k] ? cells.highest[k] : cells.lowest[k];
      boolean beyond = to > cells.highest[k] || to < cells.lowest[k];
      boolean armed = from < cells.highest[k] && from > cells.lowest[k];
      if (beyond && armed) {
        double share = (bound - from) / (to - from);
        if (share < earliest) {
          earliest = share;
          found = k;
        }
      }
    }
    return found;
  }

  private double bound(int k) {
    return step.nextY[k * n] > cells.highest[k] ? cells.highest[k] : cells.lowest[k];
  }

  /** Length of the step at whose end a coordinate has a value; the last attempt ends there. */
  private double locate(int k, double goal, double length, double share) {
    double allowed = share * cells.notable[0];
    double low = 0;
    double lowMiss = step.y[k * n] - goal;
    double high = length;
    double highMiss = step.nextY[k * n] - goal;
    double at = inverse(lowMiss, step.startRate(k), highMiss, step.endRate(k), length);
    for (int tries = 0; tries < 60; tries++) {
      step.attempt(seconds, at);
      double miss = step.nextY[k * n] - goal;
      if (Math.abs(miss) <= allowed || high - low <= 1e-15 * high) {
        return at;
      }
      if (miss > 0 == highMiss > 0) {
        high = at;
        highMiss = miss;
        lowMiss *= tries == 0 ? 1 : 0.5;
      } else {
        low = at;
        lowMiss = miss;
        highMiss *= tries == 0 ? 1 : 0.5;
      }
      at = high - highMiss * (high - low) / (highMiss - lowMiss);
    }
    return at;
  }

  /** Zero of the cubic with these values and slopes at both ends. */
  private static double inverse(double y0, double f0, double y1, double f1, double h) {
    double low = 0;
    double high = 1;
    for (int k = 0; k < 40; k++) {
      double x = 0.5 * (low + high);
      double z = 1 - x;
      double value =
          y0 * z * z * (1 + 2 * x) + y1 * x * x * (3 - 2 * x) + h * x * z * (f0 * z - f1 * x);
      if (value > 0 == y1 > 0) {
        high = x;
      } else {
        low = x;
      }
    }
    return h * 0.5 * (low + high);
  }

  /** Logs which cells pass the level during the step just tried; whether others were tried. */
  private boolean passLevel(double length) {
    boolean tried = false;
    for (int k = 0; k < cells.count; k++) {
      boolean before = step.y[k * n] > level;
      if (tried) {
        step.attempt(seconds, length);
      }
      if (step.nextY[k * n] > level != before) {
        double at = locate(k, level, length, LOCATED);
        log.add(cells.index[k], seconds + at, before ? "down" : "up");
        tried = true;
      }
    }
    return tried;
  }

  /** Puts coordinates that passed a bound by less than counts, or arrived there, onto it. */
  private void atBounds(int arrived) {
    boolean jumped = false;
    for (int k = 0; k < cells.count; k++) {
      int x = k * n;
      if (k == arrived) {
        boolean top = step.y[x] - cells.lowest[k] > cells.highest[k] - step.y[x];
        step.y[x] = top ? cells.highest[k] : cells.lowest[k];
        jumped |= announce(k, top);
      } else {
        step.y[x] = Math.min(cells.highest[k], Math.max(cells.lowest[k], step.y[x]));
      }
    }
    if (jumped) {
      settle();
      nextLength *= 0.01;
    }
  }

  /** Logs an arrival; true if the cell jumped. */
  private boolean announce(int k, boolean top) {
    String word = cells.arrive(k, step.y);
    log.add(cells.index[k], seconds, word.isEmpty() ? (top ? "max" : "min") : word);
    return !word.isEmpty();
  }

  /** Ends a state's finite-time blow-up: true if a cell was put onto its bound. */
  private boolean blowUps() {
    boolean any = false;
    for (int k = 0; k < cells.count; k++) {
      double rate = step.startRate(k);
      double y = step.y[k * n];
      double bound = rate < 0 ? cells.lowest[k] : cells.highest[k];
      if (Math.abs(bound - y) < blowUpSeconds * Math.abs(rate) && y != bound) {
        boolean before = y > level;
        step.y[k * n] = bound;
        if (bound > level != before) {
          log.add(cells.index[k], seconds, before ? "down" : "up");
        }
        announce(k, rate > 0);
        any = true;
      }
    }
    return any;
  }
}
