package org.ohmweave.crossbar.dynamics;

import static org.ohmweave.crossbar.dynamics.Transients.TOLERANCE;

import java.util.Arrays;
import java.util.TreeSet;
import org.ohmweave.core.ConvergenceException;
import org.ohmweave.device.CellRates;

/**
 * Only the cells that move are integrated, together, behind their port matrix; the whole network is
 * solved between steps.
 *
 * <p>A step solves the network at its start and, where sources move, in its middle and at its end
 * with unchanged states; picks the cells whose states would change by more than a very small
 * amount; reduces everything else to what these see ({@link PortNetwork}); integrates them; and
 * solves the network with their new states. Cells that turn out to move too, or voltages that
 * differ from those of the reduced network, make the step be repeated. All other cells follow by
 * their rates, temperatures by the exponential law.
 */
final class PortTransient {
  /** A cell moves if a coordinate would change by more than this share of a notable change. */
  private static final double STILL = 1e-8;

  /** Currents of cells that change by more than this share of the largest make a cell move. */
  private static final double STEADY = 1e-6;

  /** A cell is on its way if it moves by more than this share of a notable change per step. */
  private static final double ON_ITS_WAY = 1e-3;

  private static final double FINE_VOLTS = 1e-8;
  private static final int REPEATS = 60;
  private final TransientCase input;
  private final double tolerance;
  private final double coarseVolts;
  private final double mostOff;
  private final double rampShare;
  private final int count;
  private final int n;
  private final MovingCells all;
  private final RestingArray array;
  private final Sources sources;
  private final EventLog log;
  private final double[] y;
  private final double[] volts;
  private final double[] endAmps;
  private final double[] charge;
  private final double[] energy;
  private final Snapshot first;
  private final Snapshot middle;
  private final Snapshot last;
  private final boolean[] moving;
  private final boolean[] forced;
  private final double[] newY;
  private double innerLength;

  /** Length of the step on an edge whose middle and end are solved for; NaN = none. */
  private double preparedLength = Double.NaN;

  private long steps;
  private long rejected;

  PortTransient(TransientCase input, double tolerance) {
    this.input = input;
    this.tolerance = tolerance;
    this.coarseVolts = 3 * Math.sqrt(tolerance * 1e-5);
    this.rampShare = 0.25 * Math.min(1, Math.cbrt(tolerance / TOLERANCE));
    this.mostOff = 100 * tolerance;
    this.count = input.rows() * input.columns();
    int[] index = new int[count];
    Arrays.setAll(index, k -> k);
    this.all = new MovingCells(input.dynamics(), input.polarity(), index);
    this.n = all.n;
    this.array = new RestingArray(input, all, Math.max(1e-13, Math.min(1e-9, 1e-4 * tolerance)));
    this.sources = input.sources();
    this.log = new EventLog(input.columns());
    this.y = new double[count * n];
    this.newY = new double[count * n];
    this.volts = new double[count];
    int ends = array.ends();
    this.endAmps = new double[ends];
    this.charge = new double[ends];
    this.energy = new double[ends];
    this.first = new Snapshot(count, n, ends);
    this.middle = new Snapshot(count, n, ends);
    this.last = new Snapshot(count, n, ends);
    this.moving = new boolean[count];
    this.forced = new boolean[count];
  }

  /** The array at one time with the states of the step's start. */
  private static final class Snapshot {
    final double[] volts;
    final double[] endAmps;
    final double[] amps;
    final double[] rate;
    final double[] slope;

    Snapshot(int count, int n, int ends) {
      this.volts = new double[count];
      this.endAmps = new double[ends];
      this.amps = new double[count];
      this.rate = new double[count * n];
      this.slope = new double[count * n];
    }
  }

  TransientResult run() {
    input.dynamics().read(0, count, y);
    double[] start = y.clone();
    Samples samples = new Samples(input.times());
    TreeSet<Double> corners = sources.corners(input.endSeconds());
    TreeSet<Double> stops = new TreeSet<>(corners);
    for (double time : input.times()) {
      stops.add(time);
    }
    stops.remove(0.0);
    stops.add(input.endSeconds());
    double from = 0;
    double whole = 0;
    boolean corner = true;
    for (double to : stops) {
      if (corner) {
        Double next = corners.higher(from);
        double end = next == null ? input.endSeconds() : next;
        sources.piece(from, end);
        whole = end - from;
        innerLength = 1e-3 * whole;
      }
      sample(samples, from);
      travel(from, to, whole);
      corner = corners.contains(to);
      from = to;
    }
    sample(samples, from);
    input.dynamics().write(0, count, y);
    return new TransientResult(
        input.times(),
        samples.amps(),
        samples.volts(),
        samples.coordinates(),
        log.inOrder(),
        start,
        y.clone(),
        charge,
        energy,
        steps,
        rejected,
        array.solves);
  }

  private void sample(Samples samples, double at) {
    if (samples.wanted(at)) {
      array.solve(sources.drive(at), y, volts, endAmps, FINE_VOLTS);
      samples.put(endAmps, volts, y);
    }
  }

  private void travel(double from, double to, double whole) {
    if (to - from <= 1e-13 * input.endSeconds()) {
      return;
    }
    boolean ramp = sources.moving();
    double t = from;
    double h = whole * (ramp ? rampShare : 0.5);
    double longest = h;
    array.solve(sources.drive(t), y, volts, endAmps, coarseVolts);
    while (t < to) {
      h = Math.min(h, longest);
      double left = to - t;
      if (h >= left) {
        h = left;
      } else if (h > 0.5 * left) {
        h = 0.5 * left;
      }
      keep(first);
      array.keep();
      preparedLength = Double.NaN;
      Arrays.fill(forced, false);
      int repeats = 0;
      double used = 0;
      while (true) {
        used = step(t, h, h == left ? to : t + h, ramp);
        if (used > 0) {
          break;
        }
        rejected++;
        if (++repeats > REPEATS) {
          throw new ConvergenceException("array in time at " + t + " s (seconds)", repeats, h);
        }
        if (used < 0) {
          h *= 0.5;
        }
        if (!ramp || h == preparedLength) {
          array.back(); // the network is linearised there already, with the responses of its cells
        }
      }
      steps++;
      t = used == left ? to : t + used;
      h = 2 * h;
    }
  }

  private void keep(Snapshot into) {
    CellRates r = array.rates;
    System.arraycopy(volts, 0, into.volts, 0, count);
    System.arraycopy(endAmps, 0, into.endAmps, 0, endAmps.length);
    System.arraycopy(r.rate, 0, into.rate, 0, count * n);
    for (int k = 0; k < count; k++) {
      into.amps[k] = array.own[k] + r.siemens[k] * volts[k];
      for (int s = 0; s < n; s++) {
        into.slope[k * n + s] = r.rateByState[(k * n + s) * n + n - 1];
      }
    }
  }

  /**
   * Tries one step from {@link #first}.
   *
   * @return its length, 0 to repeat it with more cells, negative to halve it
   */
  private double step(double t, double h, double end, boolean ramp) {
    System.arraycopy(first.volts, 0, volts, 0, count);
    Snapshot mid = first;
    Snapshot fin = first;
    if (ramp) {
      if (h != preparedLength) {
        array.solve(sources.drive(end), y, volts, endAmps, coarseVolts);
        keep(last);
        for (int k = 0; k < count; k++) {
          volts[k] = 0.5 * (first.volts[k] + last.volts[k]);
        }
        array.solve(sources.drive(t + 0.5 * h), y, volts, endAmps, coarseVolts);
        keep(middle);
        array.keep();
        preparedLength = h;
      }
      mid = middle;
      fin = last;
    }
    int[] index = select(h, fin);
    int p = index.length;
    Ports ports = new Ports(index, array);
    ports.drive(t, h, first.volts, first.amps, mid.volts, mid.amps, fin.volts, fin.amps);
    MovingCells cells = new MovingCells(input.dynamics(), input.polarity(), index);
    CoupledFlow flow =
        new CoupledFlow(ports.network, cells, tolerance, input.level(), input.endSeconds(), log);
    double[] start = new double[p * n];
    for (int a = 0; a < p; a++) {
      System.arraycopy(y, index[a] * n, start, a * n, n);
    }
    int logged = log.size();
    flow.start(t, start, ports.startVolts, ports.startAmps, innerLength);
    flow.run(end);
    rest(h, mid, fin);
    for (int a = 0; a < p; a++) {
      System.arraycopy(flow.y(), a * n, newY, index[a] * n, n);
    }
    ports.predict(flow.channelAmps(), fin.volts, volts);
    array.solve(sources.drive(end), newY, volts, endAmps, coarseVolts);
    double off = 0;
    for (int a = 0; a < p; a++) {
      off = Math.max(off, Math.abs(volts[index[a]] - flow.volts()[a]));
    }
    if (off > mostOff || misled(index, flow.volts(), h)) {
      log.back(logged);
      return -1;
    }
    if (moveToo(h)) {
      log.back(logged);
      return 0;
    }
    if (p > 0) {
      innerLength = flow.nextLength();
    }
    ports.integrate(
        t,
        h,
        sources,
        new double[][] {first.endAmps, mid.endAmps, fin.endAmps},
        new double[][] {first.volts, mid.volts, fin.volts},
        new double[][] {first.amps, mid.amps, fin.amps},
        flow,
        charge,
        energy);
    settleHeat(h, fin);
    creep(h);
    System.arraycopy(newY, 0, y, 0, y.length);
    return h;
  }

  /**
   * Whether a cell that is still on its way saw a voltage at the step's end that falsified its rate
   * more than the integration does.
   */
  private boolean misled(int[] index, double[] seen, double h) {
    for (int a = 0; a < index.length; a++) {
      int x = index[a] * n;
      double rate = Math.abs(array.rates.rate[x]);
      double wrong = Math.abs(array.rates.rateByVolts[x] * (volts[index[a]] - seen[a]));
      boolean onItsWay =
          rate * h > ON_ITS_WAY * all.notable[0] && !stands(index[a], array.rates.rate[x]);
      if (onItsWay && wrong > 10 * tolerance * rate) {
        return true;
      }
    }
    return false;
  }

  /** Cells that move during a step. */
  private int[] select(double h, Snapshot fin) {
    double most = 0;
    for (int k = 0; k < count; k++) {
      most = Math.max(most, Math.max(Math.abs(first.amps[k]), Math.abs(fin.amps[k])));
    }
    int found = 0;
    for (int k = 0; k < count; k++) {
      moving[k] = forced[k] || moves(k, h, first) || moves(k, h, fin) || warms(k, h, fin, most);
      found += moving[k] ? 1 : 0;
    }
    int[] index = new int[found];
    int at = 0;
    for (int k = 0; k < count; k++) {
      if (moving[k]) {
        index[at++] = k;
      }
    }
    return index;
  }

  /** Whether the first coordinate would move notably, at the temperature the cell may reach. */
  private boolean moves(int k, double h, Snapshot at) {
    double rate = at.rate[k * n];
    if (rate == 0 || stands(k, rate)) {
      return false;
    }
    double fast = Math.abs(rate);
    if (n == 2) {
      double heat = Math.max(0, steady(k, at) - y[2 * k + 1]);
      fast *= Math.exp(Math.min(80, Math.abs(at.slope[2 * k] / rate) * heat));
    }
    return fast * h > STILL * all.notable[0];
  }

  private boolean stands(int k, double rate) {
    return rate < 0 ? y[k * n] <= all.lowest[k] : y[k * n] >= all.highest[k];
  }

  private double steady(int k, Snapshot at) {
    return y[2 * k + 1] - at.rate[2 * k + 1] / at.slope[2 * k + 1];
  }

  /** Whether the current of a cell would follow its temperature. */
  private boolean warms(int k, double h, Snapshot at, double most) {
    if (n == 1) {
      return false;
    }
    double perKelvin = array.rates.ampsByState[2 * k + 1];
    if (perKelvin == 0) {
      return false;
    }
    double share = -Math.expm1(h * at.slope[2 * k + 1]);
    double start = Math.abs(steady(k, first) - y[2 * k + 1]);
    double change = Math.max(start, Math.abs(steady(k, at) - y[2 * k + 1])) * share;
    return Math.abs(perKelvin * change) > STEADY * most;
  }

  /** New temperatures of the cells that stay; their steady value goes on a parabola. */
  private void rest(double h, Snapshot mid, Snapshot fin) {
    System.arraycopy(y, 0, newY, 0, y.length);
    for (int k = 0; n == 2 && k < count; k++) {
      if (!moving[k]) {
        double share = -1 / (fin.slope[2 * k + 1] * h);
        double from = steady(k, first);
        double half = steady(k, mid);
        double to = steady(k, fin);
        double bend = 4 * (from - 2 * half + to);
        double follow = share * (4 * half - 3 * from - to);
        double curve = share * share * bend;
        double kept = Math.exp(-1 / share);
        double start = y[2 * k + 1] - (from - follow + curve);
        newY[2 * k + 1] = to - (follow + share * bend) + curve + start * kept;
      }
    }
  }

  /**
   * Takes the steady temperatures that belong to the voltages with moved cells. When within the
   * step these changed is left open; thermal times are short against steps.
   */
  private void settleHeat(double h, Snapshot fin) {
    for (int k = 0; n == 2 && k < count; k++) {
      if (!moving[k]) {
        double slope = array.rates.rateByState[4 * k + 3];
        double now = newY[2 * k + 1] - array.rates.rate[2 * k + 1] / slope;
        newY[2 * k + 1] += (now - steady(k, fin)) * -Math.expm1(h * slope);
      }
    }
  }

  /** Whether cells that stayed would move at the voltages of the step's end. */
  private boolean moveToo(double h) {
    boolean any = false;
    for (int k = 0; k < count; k++) {
      double rate = array.rates.rate[k * n];
      if (!moving[k] && !stands(k, rate) && Math.abs(rate) * h > 10 * STILL * all.notable[0]) {
        forced[k] = true;
        any = true;
      }
    }
    return any;
  }

  /** Lets the cells that stayed move by the little they do; rates run exponentially. */
  private void creep(double h) {
    for (int k = 0; k < count; k++) {
      double from = first.rate[k * n];
      double to = array.rates.rate[k * n];
      if (!moving[k] && !stands(k, from)) {
        boolean alike = from * to > 0 && Math.abs(to / from - 1) > 1e-6;
        double mean = alike ? (to - from) / Math.log(to / from) : 0.5 * (from + to);
        double moved = y[k * n] + h * mean;
        newY[k * n] = Math.min(all.highest[k], Math.max(all.lowest[k], moved));
      }
    }
  }
}
