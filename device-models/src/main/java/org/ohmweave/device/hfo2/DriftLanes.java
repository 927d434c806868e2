package org.ohmweave.device.hfo2;

import org.ohmweave.core.math.Exponential;
import org.ohmweave.core.math.VectorMath;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.integrate.LaneTime;
import org.ohmweave.device.integrate.LaneTries;

/**
 * SET of many JART cells at constant voltages below zero, by the time integral of {@link
 * VacancyDrift} with its path s = ln(d_start / d). What it cannot do to the accuracy asked for goes
 * there. Used by one thread at a time.
 */
final class DriftLanes implements LaneTries.Devices {
  private static final VectorMath MATH = VectorMath.active();
  private static final int N = LaneTime.LANES;
  private static final double E_PER_K = 1.602176634e-19 / 1.380649e-23;

  /** Error of the time per panel, as a share of the pulse, per error asked for. */
  private static final double TIME_SHARE = 0.1;

  private static final int NODES = 6;

  /** The same for cells whose end the first try did not find well enough, with eight nodes. */
  private static final double FINE_SHARE = 1e-3;

  /** Last Newton step, relative, per root of the error asked for, as its square is left. */
  private static final double STEP_SHARE = 0.03;

  /** ln(N_max / N) at which a cell counts as arrived. */
  private static final double ARRIVED = 1e-7;

  private static final int FIRST_STEPS = 4;
  private static final int ROWS = 12;

  private final LaneTries tries;
  private final double lastStep;
  private final ContactLanes cell = new ContactLanes(N);
  private final double[][] row = new double[ROWS][N];
  private final double[] bound = row[0];
  private final double[] distance0 = row[1];
  private final double[] plug = row[2];
  private final double[] barrier = row[3];
  private final double[] prefactor = row[4];
  private final double[] gammaPerAmp = row[5];
  private final double[] sizeNow = row[6];
  private final double[] sizeBefore = row[7];
  private final double[] pathNow = row[8];
  private final double[] pathBefore = row[9];
  private final double[] sizeEarlier = row[10];
  private final double[] pathEarlier = row[11];
  private final int[] device = new int[N];
  private final double[] whole = new double[N];
  private final double[] first = new double[N];
  private final double[] distance = new double[N];
  private final double[] limit = new double[N];
  private final double[] tilt = new double[N];
  private final double[] back = new double[N];

  private final DeviceBank bank;
  private final double[] volts;
  private final double seconds;
  private final VacancyDrift exact;
  private boolean fresh;

  DriftLanes(DeviceBank bank, double[] volts, double seconds, VacancyDrift exact) {
    this.bank = bank;
    this.volts = volts;
    this.seconds = seconds;
    this.exact = exact;
    lastStep = STEP_SHARE * Math.sqrt(bank.accuracy());
    LaneTime coarse = new LaneTime(TIME_SHARE * bank.accuracy(), NODES);
    LaneTime fine = new LaneTime(FINE_SHARE * bank.accuracy());
    tries = new LaneTries(this, coarse, fine, seconds, whole, first);
  }

  /** Holds a block at its voltages. */
  void hold(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!(volts[i] < 0) || !tries.add(i)) {
        exact.advance(bank, i, volts[i], volts[i], seconds);
      }
    }
    tries.finish();
  }

  @Override
  public void begin() {
    fresh = true;
  }

  @Override
  public boolean load(int lane, int i) {
    double most = bank.parameter(JartV1b.N_MAX, i);
    double log = StrictMath.log(bank.state(JartV1b.DISC)[i] / most);
    if (!(log < -ARRIVED)) {
      return false;
    }
    cell.load(lane, bank, i, -volts[i]);
    device[lane] = i;
    bound[lane] = most;
    distance0[lane] = log;
    plug[lane] = bank.parameter(JartV1b.N_PLUG, i);
    double hop = bank.parameter(JartV1b.HOP, i);
    double length = bank.parameter(JartV1b.L_VAR, i);
    barrier[lane] = bank.parameter(JartV1b.BARRIER, i);
    prefactor[lane] = 0.5 * hop * bank.parameter(JartV1b.NU_0, i) / length;
    gammaPerAmp[lane] =
        bank.parameter(JartV1b.Z, i)
            * hop
            * cell.discOhmsTimesN(lane)
            / (length * Math.PI * barrier[lane]);
    whole[lane] = StrictMath.log(-log / ARRIVED);
    first[lane] = 0.1;
    return true;
  }

  @Override
  public void move(int from, int to) {
    for (double[] r : row) {
      r[to] = r[from];
    }
    cell.move(from, to);
    device[to] = device[from];
  }

  @Override
  public void finish(int lane, double path, double pathError) {
    int i = device[lane];
    // conductance follows N no more than in proportion
    double wrong = -distance0[lane] * Exponential.exp(-path) * pathError;
    if (!(wrong <= bank.accuracy())) {
      if (!tries.tryAgain(i)) {
        exact.advance(bank, i, volts[i], volts[i], seconds);
      }
      return;
    }
    bank.state(JartV1b.DISC)[i] =
        bound[lane] * Exponential.exp(distance0[lane] * Exponential.exp(-path));
  }

  @Override
  public void pace(double[] path, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      distance[i] = -path[i];
    }
    MATH.exp(distance, distance, 0, lanes);
    for (int i = 0; i < lanes; i++) {
      distance[i] *= distance0[i];
      limit[i] = 10 * distance[i];
    }
    MATH.exp(distance, cell.disc, 0, lanes);
    MATH.exp(limit, limit, 0, lanes);
    for (int i = 0; i < lanes; i++) {
      cell.disc[i] *= bound[i];
    }
    if (fresh) {
      cell.guess(lanes);
      cell.solve(lanes, FIRST_STEPS, lastStep);
      for (int i = 0; i < lanes; i++) {
        sizeNow[i] = cell.size[i];
        pathNow[i] = path[i];
        sizeBefore[i] = cell.size[i];
        pathBefore[i] = path[i];
        sizeEarlier[i] = cell.size[i];
        pathEarlier[i] = path[i];
      }
      fresh = false;
    } else {
      extrapolate(path, lanes);
      cell.solve(lanes, 1, lastStep);
    }
    rate(out, lanes);
  }

  /** Follows the parabola through the last three currents. */
  private void extrapolate(double[] path, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double now = cell.size[i];
      double before = pathNow[i] - pathBefore[i];
      double earlier = pathBefore[i] - pathEarlier[i];
      double both = pathNow[i] - pathEarlier[i];
      double slope = before == 0 ? 0 : (now - sizeBefore[i]) / before;
      double slopeBefore = earlier == 0 ? 0 : (sizeBefore[i] - sizeEarlier[i]) / earlier;
      double bend = earlier == 0 || both == 0 ? 0 : (slope - slopeBefore) / both;
      double ahead = path[i] - pathNow[i];
      double guess = now + ahead * (slope + bend * (path[i] - pathBefore[i]));
      sizeEarlier[i] = sizeBefore[i];
      pathEarlier[i] = pathBefore[i];
      sizeBefore[i] = now;
      pathBefore[i] = pathNow[i];
      pathNow[i] = path[i];
      cell.size[i] = guess > 0.5 * now && guess < 2 * now ? guess : now;
    }
  }

  private void rate(double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double thermal = cell.kelvin[i] / E_PER_K;
      double gamma = Math.min(1, cell.size[i] * gammaPerAmp[i] / cell.disc[i]);
      double z = gamma * gamma;
      double lowered =
          gamma < 0.4
              ? 1
                  + z
                      * (0.5
                          + z
                              * (1 / 24.0
                                  + z
                                      * (1 / 80.0
                                          + z * (5 / 896.0 + z * (7 / 2304.0 + z * 21 / 11264)))))
              : Math.sqrt(1 - z) + gamma * StrictMath.asin(gamma);
      double up = 0.5 * Math.PI * gamma * barrier[i] / thermal;
      tilt[i] = barrier[i] * lowered / thermal - up;
      back[i] = -2 * up;
    }
    MATH.exp(tilt, tilt, 0, lanes);
    MATH.exp(back, back, 0, lanes);
    for (int i = 0; i < lanes; i++) {
      double speed = prefactor[i] * (1 + plug[i] / cell.disc[i]) * (1 - back[i]) * (1 - limit[i]);
      out[i] = -distance[i] * tilt[i] / speed;
    }
  }
}
