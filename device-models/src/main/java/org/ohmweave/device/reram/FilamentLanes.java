package org.ohmweave.device.reram;

import org.ohmweave.core.math.Logarithm;
import org.ohmweave.core.math.VectorMath;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.integrate.LaneTime;
import org.ohmweave.device.integrate.LaneTries;

/**
 * Many {@link StanfordTh} devices at constant voltages, by the time integral over the gap; the path
 * is the distance from the first gap in nanometres.
 *
 * <p>The temperature is the steady one of each gap, corrected to first order in the thermal time
 * constant: at the start it takes {@code tau Ein(z)} longer, z = ln of the rate gained by warming
 * up, Ein(z) = integral of (1 - exp(-u))/u from 0 to z; underway a temperature that lags behind by
 * {@code tau dT/dt} costs {@code tau (d ln rate/dT)(dT/dg)} of time per path, whatever the rate.
 * Devices caught where the next order would count go to {@link ThFlow}. Used by one thread at a
 * time.
 */
final class FilamentLanes implements LaneTries.Devices {
  private static final VectorMath MATH = VectorMath.active();
  private static final int N = LaneTime.LANES;
  private static final int ROWS = 21;

  /** Error of the time per panel, as a share of the pulse, over the error of the conductance. */
  private static final double TIME_SHARE = 0.2;

  /** Share of the warming-up time that its formula may be wrong by. */
  private static final double WARMING_DOUBT = 0.2;

  /** Doubt about the time lost to lagging temperatures, in thermal time constants. */
  private static final double LAG_DOUBT = 0.3;

  /** A Newton step this small, relative, leaves an error of 1e-7 or less. */
  private static final double LAST_STEP = 3e-4;

  private static final int MOST_STEPS = 30;
  private static final double EULER = 0.5772156649015329;

  private final LaneTries tries;
  private final double[][] row = new double[ROWS][N];
  private final double[] i0 = row[0];
  private final double[] perG0 = row[1];
  private final double[] v0 = row[2];
  private final double[] vel0 = row[3];
  private final double[] gamma0 = row[4];
  private final double[] beta = row[5];
  private final double[] hop = row[6];
  private final double[] eag = row[7];
  private final double[] ear = row[8];
  private final double[] t0 = row[9];
  private final double[] thermalOhms = row[10];
  private final double[] tau = row[11];
  private final double[] ohms = row[12];
  private final double[] goal = row[13];
  private final double[] direction = row[14];
  private final double[] begin = row[15];
  private final double[] film = row[16];
  private final double[] filmBefore = row[17];
  private final double[] pathNow = row[18];
  private final double[] pathBefore = row[19];
  private final double[] bound = row[20];
  private final int[] device = new int[N];
  private final double[] whole = new double[N];
  private final double[] first = new double[N];
  private final double[] delay = new double[N];
  private final double[] one = new double[N];

  private final double[] gap = new double[N];
  private final double[] scale = new double[N];
  private final double[] power = new double[N];
  private final double[] moved = new double[N];
  private final double[] kelvin = new double[N];
  private final double[] kelvinSlope = new double[N];
  private final double[] lag = new double[N];
  private final double[] closing = new double[N];
  private final double[] opening = new double[N];

  private final DeviceBank bank;
  private final double[] volts;
  private final double seconds;
  private final ThFlow exact = new ThFlow();

  FilamentLanes(DeviceBank bank, double[] volts, double seconds) {
    this.bank = bank;
    this.volts = volts;
    this.seconds = seconds;
    LaneTime time = new LaneTime(TIME_SHARE * bank.accuracy());
    this.tries = new LaneTries(this, time, time, seconds, whole, first);
  }

  /** Holds a block at its voltages. */
  void hold(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!tries.add(i)) {
        fall(i);
      }
    }
    tries.finish();
  }

  @Override
  public boolean load(int lane, int i) {
    if (volts[i] == 0) {
      return false;
    }
    DeviceBank b = bank;
    double least = b.parameter(StanfordTh.GAP_MIN, i) * 1e9;
    double most = b.parameter(StanfordTh.GAP_MAX, i) * 1e9;
    device[lane] = i;
    i0[lane] = b.parameter(StanfordTh.I0, i);
    perG0[lane] = 1e-9 / b.parameter(StanfordTh.G0, i);
    v0[lane] = b.parameter(StanfordTh.V0, i);
    vel0[lane] = b.parameter(StanfordTh.VEL0, i) * 1e9;
    gamma0[lane] = b.parameter(StanfordTh.GAMMA0, i);
    beta[lane] = b.parameter(StanfordTh.BETA, i);
    hop[lane] = b.parameter(StanfordTh.A0, i) / b.parameter(StanfordTh.L, i);
    eag[lane] = b.parameter(StanfordTh.EAG, i);
    ear[lane] = b.parameter(StanfordTh.EAR, i);
    t0[lane] = b.parameter(StanfordTh.T0, i);
    tau[lane] = b.parameter(StanfordTh.TAU_TH, i);
    thermalOhms[lane] = tau[lane] / b.parameter(StanfordTh.C_TH, i);
    ohms[lane] = b.parameter(StanfordTh.R_S, i);
    goal[lane] = Math.abs(volts[i]);
    direction[lane] = volts[i] > 0 ? -1 : 1;
    begin[lane] = Math.max(least, Math.min(most, b.state(StanfordTh.GAP)[i] * 1e9));
    bound[lane] = volts[i] > 0 ? least : most;
    film[lane] = goal[lane];
    filmBefore[lane] = goal[lane];
    pathNow[lane] = 0;
    pathBefore[lane] = 0;
    whole[lane] = Math.abs(bound[lane] - begin[lane]);
    double steepness = 3 * beta[lane] * begin[lane] * begin[lane] * hop[lane] * goal[lane];
    first[lane] = Math.max(0.02, Math.min(0.3, 6 * ThCell.K_EV * t0[lane] / steepness));
    return true;
  }

  /** Time that warming up from the present temperature costs. */
  @Override
  public double delay(int i) {
    double now = bank.state(StanfordTh.KELVIN)[device[i]];
    double depth = direction[i] < 0 ? eag[i] : ear[i];
    depth -= (gamma0[i] - beta[i] * begin[i] * begin[i] * begin[i]) * hop[i] * film[i];
    double steady = Math.min(ThCell.RATE_KELVIN_CAP, kelvin[i]);
    double gain = depth / ThCell.K_EV * (1 / now - 1 / steady);
    delay[i] = Math.abs(gain) < 30 ? tau[i] * entire(gain) : Double.POSITIVE_INFINITY;
    return delay[i];
  }

  /** Ein(z), entire exponential integral. */
  private static double entire(double z) {
    if (z > 8) {
      return Logarithm.log(z) + EULER;
    }
    double term = z;
    double sum = z;
    for (int k = 2; k < 90 && Math.abs(term) > 1e-4 * Math.abs(sum); k++) {
      term *= -z / k;
      sum += term / k;
    }
    return sum;
  }

  @Override
  public void move(int from, int to) {
    for (double[] r : row) {
      r[to] = r[from];
    }
    delay[to] = delay[from];
    device[to] = device[from];
  }

  @Override
  public void finish(int lane, double path, double pathError) {
    int i = device[lane];
    double left = direction[lane] * (bound[lane] - begin[lane]);
    one[lane] = Math.min(path, left);
    pace(one, closing, lane, lane + 1);
    double pace = closing[lane];
    boolean arrived = path >= left;
    double strength = lag[lane] / pace;
    double wrong =
        arrived
            ? 0
            : perG0[lane]
                * (pathError
                    + (WARMING_DOUBT * Math.abs(delay[lane])
                            + (LAG_DOUBT + Math.abs(strength)) * tau[lane])
                        / pace);
    if (!(wrong <= bank.accuracy()) || !(Math.abs(delay[lane]) < 0.1 * seconds)) {
      fall(i);
      return;
    }
    bank.state(StanfordTh.GAP)[i] = (arrived ? bound[lane] : gap[lane]) * 1e-9;
    bank.state(StanfordTh.KELVIN)[i] =
        arrived ? kelvin[lane] : kelvin[lane] - tau[lane] * kelvinSlope[lane] / pace;
  }

  /** The accurate path. */
  private void fall(int i) {
    exact.load(bank, i);
    exact.gap = Math.max(exact.gapMin, Math.min(exact.gapMax, bank.state(StanfordTh.GAP)[i]));
    exact.kelvin = bank.state(StanfordTh.KELVIN)[i];
    exact.run(volts[i], volts[i], seconds);
    bank.state(StanfordTh.GAP)[i] = exact.gap;
    bank.state(StanfordTh.KELVIN)[i] = exact.kelvin;
  }

  @Override
  public void pace(double[] path, double[] out, int lanes) {
    pace(path, out, 0, lanes);
  }

  private void pace(double[] path, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      gap[i] = begin[i] + direction[i] * path[i];
      scale[i] = -gap[i] * perG0[i];
      double before = pathNow[i] - pathBefore[i];
      double slope = before == 0 ? 0 : (film[i] - filmBefore[i]) / before;
      double guess = film[i] + slope * (path[i] - pathNow[i]);
      filmBefore[i] = film[i];
      pathBefore[i] = pathNow[i];
      pathNow[i] = path[i];
      film[i] = guess > 0 && guess < goal[i] ? guess : film[i];
    }
    MATH.exp(scale, scale, from, to);
    for (int i = from; i < to; i++) {
      scale[i] *= i0[i];
    }
    step(from, to);
    step(from, to);
    for (int i = from; i < to; i++) {
      for (int k = 0; !(moved[i] <= LAST_STEP * film[i]) && k < MOST_STEPS; k++) {
        step(i, i + 1);
      }
    }
    rate(out, from, to);
  }

  /** One Newton step of the film voltages; heat and its slope along the path follow. */
  private void step(int from, int to) {
    for (int i = from; i < to; i++) {
      power[i] = film[i] / v0[i];
    }
    MATH.exp(power, power, from, to);
    for (int i = from; i < to; i++) {
      double v = film[i];
      double inverse = 1 / power[i];
      double amps = 0.5 * scale[i] * (power[i] - inverse);
      double slope = 0.5 * scale[i] * (power[i] + inverse) / v0[i];
      double share = 1 / (1 + ohms[i] * slope);
      double miss = (goal[i] - v - ohms[i] * amps) * share;
      double next = v + miss;
      film[i] = next > 0 ? next : 0.5 * v;
      moved[i] = Math.abs(miss);
      amps += slope * miss;
      // at constant voltage a wider gap lowers the current, part of which the resistor gives back
      double ampsPerGap = -amps * perG0[i] * share;
      kelvin[i] = t0[i] + thermalOhms[i] * film[i] * amps;
      kelvinSlope[i] = direction[i] * thermalOhms[i] * ampsPerGap * (film[i] - ohms[i] * amps);
    }
  }

  private void rate(double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      double g = gap[i];
      double t = Math.min(kelvin[i], Math.max(ThCell.RATE_KELVIN_CAP, t0[i]));
      double perKt = 1 / (ThCell.K_EV * t);
      double field = (gamma0[i] - beta[i] * (g * g * g)) * hop[i] * film[i];
      double slope = direction[i] < 0 ? eag[i] - field : ear[i] - field;
      closing[i] = Math.min(200, -slope * perKt);
      opening[i] = -((direction[i] < 0 ? ear[i] : eag[i]) + field) * perKt;
      lag[i] = t == kelvin[i] ? tau[i] * kelvinSlope[i] * slope * perKt / t : 0;
    }
    MATH.exp(closing, closing, from, to);
    MATH.exp(opening, opening, from, to);
    for (int i = from; i < to; i++) {
      double steady = 1 / (vel0[i] * (closing[i] - opening[i]));
      // a temperature that falls as fast as the gap moves saves some time, not more than there is
      out[i] = steady + Math.max(lag[i], -0.5 * steady);
    }
  }
}
