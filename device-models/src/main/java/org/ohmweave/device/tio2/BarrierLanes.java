package org.ohmweave.device.tio2;

import org.ohmweave.core.math.Logarithm;
import org.ohmweave.core.math.VectorMath;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.integrate.LaneTime;
import org.ohmweave.device.integrate.LaneTries;

/**
 * Many Pickett devices at constant voltages, by the time integral over the width; the path is the
 * distance from the first width in nanometres. What cannot be done to the accuracy asked for here
 * goes to {@link BarrierMotion}. Holds workspace: one instance per thread.
 */
final class BarrierLanes implements LaneTries.Devices {
  private static final VectorMath MATH = VectorMath.active();
  private static final int N = LaneTime.LANES;

  /** Parameters and running values of a lane, one row each. */
  private static final int ROWS = 17;

  /** Error of the time per panel, as a share of the pulse, per error asked for. */
  private static final double TIME_SHARE = 0.1;

  private static final int NODES = 5;

  /** The same for devices whose end the first try did not find well enough, with eight nodes. */
  private static final double FINE_SHARE = 1e-3;

  /** A Newton step this small leaves an error of 1e-9. */
  private static final double LAST_STEP = 1e-4;

  private static final int MOST_STEPS = 12;

  private final LaneTries tries;
  private final double[][] row = new double[ROWS][N];
  private final double[] phi0 = row[0];
  private final double[] image = row[1];
  private final double[] inner = row[2];
  private final double[] current = row[3];
  private final double[] series = row[4];
  private final double[] perDrive = row[5];
  private final double[] turn = row[6];
  private final double[] perInner = row[7];
  private final double[] perScale = row[8];
  private final double[] speed = row[9];
  private final double[] goal = row[10];
  private final double[] direction = row[11];
  private final double[] begin = row[12];
  private final double[] film = row[13];
  private final double[] filmBefore = row[14];
  private final double[] pathNow = row[15];
  private final double[] pathBefore = row[16];
  private final int[] device = new int[N];
  private final double[] whole = new double[N];
  private final double[] first = new double[N];

  private final double[] width = new double[N];
  private final double[] height = new double[N];
  private final double[] low = new double[N];
  private final double[] high = new double[N];
  private final double[] lowPower = new double[N];
  private final double[] highPower = new double[N];
  private final double[] span = new double[N];
  private final double[] heightSlope = new double[N];
  private final double[] spanSlope = new double[N];
  private final double[] size = new double[N];
  private final double[] moved = new double[N];

  private final DeviceBank bank;
  private final BarrierMotion exact;
  private final double[] volts;
  private final double seconds;

  BarrierLanes(DeviceBank bank, double[] volts, double seconds, BarrierMotion exact) {
    this.bank = bank;
    this.volts = volts;
    this.seconds = seconds;
    this.exact = exact;
    LaneTime coarse = new LaneTime(TIME_SHARE * bank.accuracy(), NODES);
    LaneTime fine = new LaneTime(FINE_SHARE * bank.accuracy());
    tries = new LaneTries(this, coarse, fine, seconds, whole, first);
  }

  /** Holds a block at its voltages. */
  void hold(int from, int to) {
    for (int i = from; i < to; i++) {
      tries.add(i);
    }
    tries.finish();
  }

  @Override
  public boolean load(int lane, int i) {
    double w = bank.state(Pickett.WIDTH)[i];
    double least = bank.parameter(Pickett.W_MIN, i) * 1e9;
    if (volts[i] == 0 || (volts[i] < 0 && w <= least)) {
      return false;
    }
    boolean off = volts[i] > 0;
    device[lane] = i;
    phi0[lane] = bank.parameter(Pickett.PHI_0, i);
    image[lane] = TunnelBarrier.image(bank.parameter(Pickett.PERMITTIVITY, i));
    inner[lane] = 1.2 * image[lane] / phi0[lane];
    current[lane] = TunnelBarrier.SCALE * bank.parameter(Pickett.AREA, i);
    series[lane] = bank.parameter(Pickett.R_S, i);
    perDrive[lane] = 1 / bank.parameter(off ? Pickett.I_OFF : Pickett.I_ON, i);
    turn[lane] = bank.parameter(off ? Pickett.A_OFF : Pickett.A_ON, i) * 1e9;
    perInner[lane] = 1 / bank.parameter(Pickett.B, i);
    perScale[lane] = 1e-9 / bank.parameter(Pickett.W_C, i);
    speed[lane] = 0.5e9 * bank.parameter(off ? Pickett.F_OFF : Pickett.F_ON, i);
    goal[lane] = Math.abs(volts[i]);
    direction[lane] = off ? 1 : -1;
    begin[lane] = w;
    film[lane] = goal[lane];
    filmBefore[lane] = goal[lane];
    pathNow[lane] = 0;
    pathBefore[lane] = 0;
    whole[lane] = off ? Math.max(BarrierMotion.WIDEST - w, 0) : w - least;
    first[lane] = off ? 0.03 : 0.05;
    return true;
  }

  @Override
  public void move(int from, int to) {
    for (double[] r : row) {
      r[to] = r[from];
    }
    device[to] = device[from];
  }

  @Override
  public void finish(int lane, double path, double pathError) {
    int i = device[lane];
    // the current falls by e per 1/(2 decay) of the width, about 0.05 nm
    double wrong = 20 * pathError;
    if (!(wrong <= bank.accuracy()) && tries.tryAgain(i)) {
      return;
    }
    if (!(wrong <= bank.accuracy())
        || (direction[lane] > 0 && path >= BarrierMotion.WIDEST - begin[lane])) {
      exact.advance(bank, i, volts[i], volts[i], seconds);
      return;
    }
    bank.state(Pickett.WIDTH)[i] =
        direction[lane] < 0 && path >= begin[lane] - bank.parameter(Pickett.W_MIN, i) * 1e9
            ? bank.parameter(Pickett.W_MIN, i) * 1e9
            : begin[lane] + direction[lane] * path;
  }

  @Override
  public void pace(double[] path, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      width[i] = begin[i] + direction[i] * path[i];
      double before = pathNow[i] - pathBefore[i];
      double slope = before == 0 ? 0 : (film[i] - filmBefore[i]) / before;
      double guess = film[i] + slope * (path[i] - pathNow[i]);
      filmBefore[i] = film[i];
      pathBefore[i] = pathNow[i];
      pathNow[i] = path[i];
      film[i] = guess > 0 && guess < goal[i] ? guess : film[i];
    }
    step(0, lanes);
    for (int i = 0; i < lanes; i++) {
      for (int k = 0; moved[i] > LAST_STEP && k < MOST_STEPS; k++) {
        step(i, i + 1);
      }
      if (!(moved[i] <= LAST_STEP)) {
        pastPeak(i);
      }
    }
    rate(out, lanes);
  }

  /** A barrier past its largest current, or near it: the slower solver knows what to do. */
  private void pastPeak(int lane) {
    exact.load(bank, device[lane]);
    double amps = Math.abs(exact.barrier().solve(-goal[lane], width[lane]));
    size[lane] = amps;
    film[lane] = goal[lane] - series[lane] * amps;
    moved[lane] = 0;
  }

  /** One Newton step of the film voltages; the current follows to first order. */
  private void step(int from, int to) {
    for (int i = from; i < to; i++) {
      double w = width[i];
      double v = film[i];
      double perWidth = 1 / w;
      double perGap = 1 / (3 * phi0[i] + 4 * image[i] * perWidth - 2 * v);
      double lost = 9.2 * image[i] * perGap;
      double wide = w - lost;
      double outer = inner[i] + wide;
      double slope = -2 * lost * perGap;
      double left = lost - inner[i];
      double log = Logarithm.log(outer * (w - inner[i]) / (inner[i] * left));
      double perSpan = 1 / wide;
      double lowering = 1.15 * image[i] * perSpan;
      double h = phi0[i] - 0.5 * v * (inner[i] + outer) * perWidth - lowering * log;
      heightSlope[i] =
          -0.5 * (inner[i] + outer + v * slope) * perWidth
              + lowering * slope * (log * perSpan - w / (outer * left));
      span[i] = perSpan;
      spanSlope[i] = slope;
      height[i] = h;
      double decay = TunnelBarrier.DECAY * wide;
      low[i] = decay * Math.sqrt(h);
      high[i] = decay * Math.sqrt(h + v);
      lowPower[i] = -low[i];
      highPower[i] = -high[i];
    }
    MATH.exp(lowPower, lowPower, from, to);
    MATH.exp(highPower, highPower, from, to);
    for (int i = from; i < to; i++) {
      double v = film[i];
      double h = height[i];
      double r = h + v;
      double scale = current[i] * span[i] * span[i];
      double e1 = scale * lowPower[i];
      double e2 = scale * highPower[i];
      double amps = h * e1 - r * e2;
      double stretch = spanSlope[i] * span[i];
      double slope =
          heightSlope[i] * e1 * (1 - 0.5 * low[i])
              - (1 + heightSlope[i]) * e2 * (1 - 0.5 * high[i])
              - stretch * (2 * amps + h * e1 * low[i] - r * e2 * high[i]);
      double miss = (goal[i] - v - series[i] * amps) / (1 + series[i] * slope);
      // past the largest current of the barrier there is no such voltage
      double safe = slope > 0 ? miss : Double.NaN;
      film[i] = v + safe;
      size[i] = amps + slope * safe;
      moved[i] = Math.abs(safe);
    }
  }

  private void rate(double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double w = width[i];
      double inside = direction[i] * (w - turn[i]) * perScale[i] - size[i] * perInner[i];
      low[i] = Math.min(700, inside);
    }
    MATH.exp(low, low, 0, lanes);
    for (int i = 0; i < lanes; i++) {
      double ratio = size[i] * perDrive[i];
      high[i] = low[i] + width[i] * perScale[i] - ratio;
      low[i] = -2 * ratio;
    }
    MATH.exp(high, high, 0, lanes);
    MATH.exp(low, low, 0, lanes);
    for (int i = 0; i < lanes; i++) {
      out[i] = high[i] / (speed[i] * (1 - low[i]));
    }
  }
}
