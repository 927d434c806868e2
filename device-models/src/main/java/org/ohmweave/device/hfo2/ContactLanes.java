package org.ohmweave.device.hfo2;

import java.util.Arrays;
import org.ohmweave.core.math.VectorMath;
import org.ohmweave.device.DeviceBank;

/**
 * The static circuit of many JART cells under reverse bias (V &lt; 0), side by side: the equations
 * of {@link CellCurrent} and {@link SchottkyContact} over arrays. Magnitudes of currents and
 * voltages. Used by one thread at a time.
 */
final class ContactLanes {
  private static final VectorMath MATH = VectorMath.active();
  private static final double E = 1.602176634e-19;
  private static final double K = 1.380649e-23;
  private static final double E_PER_K = E / K;
  private static final double HIGHEST_EXPONENT = 700;
  private static final double SMALL = 0.25;
  private static final int MOST_STEPS = 40;

  /** A vector step of all lanes costs about as much as one of an eighth of them alone. */
  private static final int FEW = 8;

  private static final int ROWS = 14;

  private final double[][] row;
  private final double[] goal;
  private final double[] t0;
  private final double[] rTh;
  private final double[] discOhms;
  private final double[] plugOhms;
  private final double[] lineOhms;
  private final double[] lineCubic;
  private final double[] emission;
  private final double[] barrier;
  private final double[] depth;
  private final double[] lowering;
  private final double[] tunnelling;
  private final double[] root;

  /** Present concentration, 1e26 per cubic metre. */
  final double[] disc;

  /** Current, ampere; the next step starts from it. */
  final double[] size;

  /** Last change of the current, relative; not a number if the cell has left the branch. */
  final double[] moved;

  /** Temperature, kelvin. */
  final double[] kelvin;

  private final double[] contact;
  private final double[] height;
  private final double[] heightPerPsi;
  private final double[] u;
  private final double[] grown;
  private final double[] barrierPower;
  private final double[] contactPower;
  private final double[] y;
  private final CellCurrent cell = new CellCurrent();

  ContactLanes(int lanes) {
    row = new double[ROWS][lanes];
    goal = row[0];
    t0 = row[1];
    rTh = row[2];
    discOhms = row[3];
    plugOhms = row[4];
    lineOhms = row[5];
    lineCubic = row[6];
    emission = row[7];
    barrier = row[8];
    depth = row[9];
    lowering = row[10];
    tunnelling = row[11];
    root = row[12];
    size = row[13];
    disc = new double[lanes];
    moved = new double[lanes];
    kelvin = new double[lanes];
    contact = new double[lanes];
    height = new double[lanes];
    heightPerPsi = new double[lanes];
    u = new double[lanes];
    grown = new double[lanes];
    barrierPower = new double[lanes];
    contactPower = new double[lanes];
    y = new double[lanes];
  }

  /** Takes device {@code i} at a voltage below zero, given by its magnitude. */
  void load(int lane, DeviceBank b, int i, double volts) {
    cell.load(b, i);
    cell.give(this, lane);
    goal[lane] = volts;
  }

  /** Takes the constants of a cell. */
  void set(
      int lane,
      double ambient,
      double kelvinPerWatt,
      double discOhmsTimesN,
      double plug,
      double line,
      double cubic) {
    t0[lane] = ambient;
    rTh[lane] = kelvinPerWatt;
    discOhms[lane] = discOhmsTimesN;
    plugOhms[lane] = plug;
    lineOhms[lane] = line;
    lineCubic[lane] = cubic;
  }

  /** Takes the constants of its contact. */
  void setContact(
      int lane,
      double ampsPerKelvin2,
      double barrier0,
      double well,
      double perDisc,
      double perRoot) {
    emission[lane] = ampsPerKelvin2;
    barrier[lane] = barrier0;
    depth[lane] = well;
    lowering[lane] = perDisc;
    tunnelling[lane] = perRoot;
  }

  void move(int from, int to) {
    for (double[] r : row) {
      r[to] = r[from];
    }
    disc[to] = disc[from];
  }

  /** Resistance of the disc times its concentration. */
  double discOhmsTimesN(int lane) {
    return discOhms[lane];
  }

  /** First guess of the currents of the present concentrations. */
  void guess(int lanes) {
    for (int i = 0; i < lanes; i++) {
      double ohms = discOhms[i] / disc[i] + plugOhms[i] + lineOhms[i];
      size[i] = goal[i] / ohms * (1 - 0.4 / (1 + 2 * disc[i]));
    }
  }

  /**
   * Solves for the currents from the present ones.
   *
   * @param together steps at least before the last few lanes still moving go on alone; lanes that
   *     have arrived stay where they are
   * @param last relative size of the last step, about the root of the error it leaves
   */
  void solve(int lanes, int together, double last) {
    for (int i = 0; i < lanes; i++) {
      root[i] = tunnelling[i] * Math.sqrt(disc[i]);
    }
    Arrays.fill(moved, 0, lanes, 1);
    int going = lanes;
    int done = 0;
    for (; done < together || (going > lanes / FEW && done < MOST_STEPS); done++) {
      step(0, lanes, last);
      going = 0;
      for (int i = 0; i < lanes; i++) {
        going += moved[i] <= last ? 0 : 1;
      }
    }
    for (int i = 0; i < lanes; i++) {
      // as many steps in all, whoever else was moving
      for (int k = done; !(moved[i] <= last) && k < MOST_STEPS; k++) {
        step(i, i + 1, last);
      }
    }
  }

  /** One Newton step of the currents that still move; the temperature follows to first order. */
  private void step(int from, int to, double last) {
    for (int i = from; i < to; i++) {
      double current = size[i];
      double cellVolts = goal[i] - current * (lineOhms[i] + lineCubic[i] * (current * current));
      double v = Math.max(0, cellVolts - current * (discOhms[i] / disc[i] + plugOhms[i]));
      double t = t0[i] + rTh[i] * (current * cellVolts);
      double psi = depth[i] + v;
      double lowered = Math.sqrt(Math.sqrt(lowering[i] * disc[i] * psi));
      contact[i] = v;
      kelvin[i] = moved[i] <= last ? kelvin[i] : t;
      height[i] = Math.max(0, barrier[i] - lowered);
      heightPerPsi[i] = lowered < barrier[i] ? -0.25 * lowered / psi : 0;
      u[i] = root[i] / (K * t);
    }
    MATH.exp(u, grown, from, to);
    for (int i = from; i < to; i++) {
      double shrunk = 1 / grown[i];
      double sech = 2 / (grown[i] + shrunk);
      double tanh = 0.5 * (grown[i] - shrunk) * sech;
      double x = u[i];
      double perW = E / root[i];
      double slack = x < SMALL ? small(x) : x - tanh;
      tanh = x - slack;
      grown[i] = sech * sech;
      u[i] = tanh;
      barrierPower[i] = -perW * height[i] * tanh;
      y[i] = Math.min(HIGHEST_EXPONENT, contact[i] * perW * slack);
      contactPower[i] = y[i];
    }
    MATH.exp(barrierPower, barrierPower, from, to);
    MATH.exp(contactPower, contactPower, from, to);
    for (int i = from; i < to; i++) {
      if (!(moved[i] <= last)) {
        newton(i);
      }
    }
  }

  private void newton(int i) {
    double current = size[i];
    double v = contact[i];
    double t = kelvin[i];
    double sech2 = grown[i];
    double tanh = u[i];
    double perW = E / root[i];
    double sum = v + height[i] * sech2;
    double base = emission[i] * t / K * Math.sqrt(Math.PI * E * root[i] * sum) * barrierPower[i];
    double x = y[i];
    double less = x < 1e-3 ? x * (1 + x * (0.5 + x * (1 / 6.0 + x / 24))) : contactPower[i] - 1;
    double amps = base * less;
    double steep = base * contactPower[i];
    double half = 0.5 / sum;
    double perHeight = half * sech2 - perW * tanh;
    double perContact = v > 0 ? x / v : 0;
    double perVolt = amps * (half + heightPerPsi[i] * perHeight) + steep * perContact;
    double perU =
        -amps * height[i] * sech2 * (2 * half * tanh + perW) + steep * v * perW * tanh * tanh;
    double perKelvin = (amps - perU * root[i] / (K * t)) / t;
    double square = lineCubic[i] * (current * current);
    double lineSlope = lineOhms[i] + 3 * square;
    double cellVolts = goal[i] - current * (lineOhms[i] + square);
    double heat = rTh[i] * (cellVolts - current * lineSlope);
    double slope =
        1 + perVolt * (discOhms[i] / disc[i] + plugOhms[i] + lineSlope) - perKelvin * heat;
    double step = (current - amps) / slope;
    double next = current - step;
    double most = goal[i] / (discOhms[i] / disc[i] + plugOhms[i] + lineOhms[i]);
    boolean inside = v > 0 && slope > 0 && next > 0 && next <= most;
    next = inside ? next : 0.6 * Math.min(current, most);
    moved[i] = inside ? Math.abs(step) / next : 1;
    size[i] = next;
    kelvin[i] = t + heat * (next - current);
  }

  /** u - tanh u; the first term left out is below 1e-11 of the sum. */
  private static double small(double u) {
    double z = u * u;
    return u
        * z
        * (1 / 3.0
            - z
                * (2 / 15.0
                    - z
                        * (17 / 315.0
                            - z
                                * (62 / 2835.0
                                    - z
                                        * (1382 / 155925.0
                                            - z
                                                * (21844 / 6081075.0
                                                    - z * (929569 / 638512875.0)))))));
  }
}
