package org.ohmweave.crossbar.dynamics;

import static org.ohmweave.device.integrate.Rosenbrock4.STAGES;
import static org.ohmweave.device.integrate.Rosenbrock4.argumentWeight;
import static org.ohmweave.device.integrate.Rosenbrock4.diagonal;
import static org.ohmweave.device.integrate.Rosenbrock4.rightWeight;
import static org.ohmweave.device.integrate.Rosenbrock4.stageTime;
import static org.ohmweave.device.integrate.Rosenbrock4.timeWeight;

import org.ohmweave.device.CellRates;

/**
 * Steps of the Rosenbrock method RODAS of order 4(3) (E. Hairer, G. Wanner, "Solving Ordinary
 * Differential Equations II", 2nd edition, Springer 1996, section IV.7) on cells and network
 * together. The cell voltages are the algebraic unknowns.
 *
 * <p>Per cell the states are eliminated first. With c = 1 / (gamma h), U the increments of the
 * states, u that of the voltage, and r the right side of the states,
 *
 * <pre>U = D (r + F_v u),  D = (c - F_s)^-1,    i + I_v u + I_s U = g v + own,
 * g = I_v + I_s D F_v,   own = i + I_s D r - g v(argument)</pre>
 *
 * <p>so that every stage is one solution of the ordinary network for the voltages v = argument + u,
 * all stages of a step with the same conductances. The integrals of the channel currents, and of
 * these times their weights, are further unknowns that nothing depends on.
 */
final class CoupledStep {
  private final CellNetwork network;
  private final MovingCells cells;
  private final int count;
  private final int n;
  private final int channels;
  private final double voltsNotable;

  // place
  final double[] y;
  final double[] volts;
  final double[] channelAmps;
  private final CellRates at;

  // step
  private final double[][] u;
  private final double[][] uVolts;
  private final double[][] uAmps;
  private final double[][] uCharge;
  private final double[][] uMoment;
  private final double[] inverse;
  private final double[] siemens;
  private final double[] own;
  private final double[] right;
  private final double[] argument;
  private final double[] argumentVolts;
  private final double[] argumentAmps;
  private final double[] solved;
  private final double[] solvedAmps;
  private final CellRates there;

  // result
  final double[] nextY;
  final double[] nextVolts;
  final double[] nextAmps;
  final double[] charge;
  final double[] moment;

  /** How often the network was solved. */
  long solves;

  CoupledStep(CellNetwork network, MovingCells cells, double voltsNotable) {
    this.network = network;
    this.cells = cells;
    this.count = cells.count;
    this.n = cells.n;
    this.channels = network.channels();
    this.voltsNotable = voltsNotable;
    this.y = new double[count * n];
    this.volts = new double[count];
    this.channelAmps = new double[channels];
    this.at = cells.room();
    this.there = cells.room();
    this.u = new double[STAGES][count * n];
    this.uVolts = new double[STAGES][count];
    this.uAmps = new double[STAGES][channels];
    this.uCharge = new double[STAGES][channels];
    this.uMoment = new double[STAGES][channels];
    this.inverse = new double[count * n * n];
    this.siemens = new double[count];
    this.own = new double[count];
    this.right = new double[count * n];
    this.argument = new double[count * n];
    this.argumentVolts = new double[count];
    this.argumentAmps = new double[channels];
    this.solved = new double[count];
    this.solvedAmps = new double[channels];
    this.nextY = new double[count * n];
    this.nextVolts = new double[count];
    this.nextAmps = new double[channels];
    this.charge = new double[channels];
    this.moment = new double[channels];
  }

  /** Looks at the place {@link #y}, {@link #volts} a step starts from. */
  void prepare() {
    cells.releaseAll();
    cells.evaluate(volts, y, true, at);
    cells.holdAtBounds(y, at);
  }

  /** Rate of the first coordinate of the k-th cell where the step starts. */
  double startRate(int k) {
    return at.rate[k * n];
  }

  /** Rate of the first coordinate of the k-th cell at the last stage, close to the step's end. */
  double endRate(int k) {
    return there.rate[k * n];
  }

  /**
   * Tries a step.
   *
   * @param from time where it starts
   * @param h its length
   * @return largest estimated error over one notable change; NaN if the step failed
   */
  double attempt(double from, double h) {
    if (!eliminate(h) || !network.prepare(siemens, 1 / (diagonal() * h))) {
      return Double.NaN;
    }
    for (int s = 0; s < STAGES; s++) {
      arguments(s);
      double seconds = from + stageTime(s) * h;
      double ahead = timeWeight(s) * h;
      CellRates rates = at;
      if (s > 0) {
        cells.evaluate(argumentVolts, argument, false, there);
        rates = there;
      }
      rightSides(s, h, rates);
      network.stage(s, from, seconds, ahead, own, solved, solvedAmps);
      solves++;
      increments(s);
      integrals(s, h, from, seconds, ahead);
    }
    return finish();
  }

  /** Inverse of c - F_s per cell, and the conductance that remains. */
  private boolean eliminate(double h) {
    double c = 1 / (diagonal() * h);
    for (int k = 0; k < count; k++) {
      double g;
      if (n == 1) {
        double d = 1 / (c - at.rateByState[k]);
        inverse[k] = d;
        g = at.siemens[k] + at.ampsByState[k] * d * at.rateByVolts[k];
        if (!(d > 0)) {
          return false;
        }
      } else {
        int x = 4 * k;
        double m00 = c - at.rateByState[x];
        double m01 = -at.rateByState[x + 1];
        double m10 = -at.rateByState[x + 2];
        double m11 = c - at.rateByState[x + 3];
        double per = 1 / (m00 * m11 - m01 * m10);
        if (!(per > 0)) {
          return false;
        }
        inverse[x] = m11 * per;
        inverse[x + 1] = -m01 * per;
        inverse[x + 2] = -m10 * per;
        inverse[x + 3] = m00 * per;
        double f0 = at.rateByVolts[2 * k];
        double f1 = at.rateByVolts[2 * k + 1];
        g =
            at.siemens[k]
                + at.ampsByState[2 * k] * (inverse[x] * f0 + inverse[x + 1] * f1)
                + at.ampsByState[2 * k + 1] * (inverse[x + 2] * f0 + inverse[x + 3] * f1);
      }
      if (!(g >= 0) || Double.isInfinite(g)) {
        return false;
      }
      siemens[k] = g;
    }
    return true;
  }

  private void arguments(int s) {
    System.arraycopy(y, 0, argument, 0, y.length);
    System.arraycopy(volts, 0, argumentVolts, 0, count);
    System.arraycopy(channelAmps, 0, argumentAmps, 0, channels);
    for (int j = 0; j < s; j++) {
      double a = argumentWeight(s, j);
      add(a, u[j], argument);
      add(a, uVolts[j], argumentVolts);
      add(a, uAmps[j], argumentAmps);
    }
  }

  private static void add(double factor, double[] x, double[] to) {
    for (int k = 0; k < to.length; k++) {
      to[k] += factor * x[k];
    }
  }

  private void rightSides(int s, double h, CellRates rates) {
    System.arraycopy(rates.rate, 0, right, 0, right.length);
    for (int j = 0; j < s; j++) {
      add(rightWeight(s, j) / h, u[j], right);
    }
    for (int k = 0; k < count; k++) {
      double driven;
      if (n == 1) {
        driven = at.ampsByState[k] * inverse[k] * right[k];
      } else {
        int x = 4 * k;
        double r0 = right[2 * k];
        double r1 = right[2 * k + 1];
        driven =
            at.ampsByState[2 * k] * (inverse[x] * r0 + inverse[x + 1] * r1)
                + at.ampsByState[2 * k + 1] * (inverse[x + 2] * r0 + inverse[x + 3] * r1);
      }
      own[k] = rates.amps[k] + driven - siemens[k] * argumentVolts[k];
    }
  }

  private void increments(int s) {
    for (int k = 0; k < count; k++) {
      double du = solved[k] - argumentVolts[k];
      uVolts[s][k] = du;
      if (n == 1) {
        u[s][k] = inverse[k] * (right[k] + at.rateByVolts[k] * du);
      } else {
        int x = 4 * k;
        double r0 = right[2 * k] + at.rateByVolts[2 * k] * du;
        double r1 = right[2 * k + 1] + at.rateByVolts[2 * k + 1] * du;
        u[s][2 * k] = inverse[x] * r0 + inverse[x + 1] * r1;
        u[s][2 * k + 1] = inverse[x + 2] * r0 + inverse[x + 3] * r1;
      }
    }
  }

  private void integrals(int s, double h, double from, double seconds, double ahead) {
    double gamma = diagonal();
    for (int c = 0; c < channels; c++) {
      double du = solvedAmps[c] - argumentAmps[c];
      uAmps[s][c] = du;
      double charge = h * solvedAmps[c];
      double moment =
          h
              * (network.channelWeight(c, seconds) * argumentAmps[c]
                  + network.channelWeight(c, from) * du
                  + ahead * network.channelWeightRate(c, from) * channelAmps[c]);
      for (int j = 0; j < s; j++) {
        charge += rightWeight(s, j) * uCharge[j][c];
        moment += rightWeight(s, j) * uMoment[j][c];
      }
      uCharge[s][c] = gamma * charge;
      uMoment[s][c] = gamma * moment;
    }
  }

  /** The last stage's argument is the embedded solution, its increment the error. */
  private double finish() {
    int last = STAGES - 1;
    double worst = network.nodeError() / voltsNotable;
    for (int x = 0; x < nextY.length; x++) {
      nextY[x] = argument[x] + u[last][x];
      double error = Math.abs(u[last][x]) / cells.notable[x % n];
      worst = error <= worst ? worst : error;
    }
    for (int k = 0; k < count; k++) {
      nextVolts[k] = solved[k];
      double error = Math.abs(uVolts[last][k]) / voltsNotable;
      worst = error <= worst ? worst : error;
    }
    System.arraycopy(solvedAmps, 0, nextAmps, 0, channels);
    for (int c = 0; c < channels; c++) {
      double q = uCharge[last][c];
      double m = uMoment[last][c];
      for (int j = 0; j < last; j++) {
        q += argumentWeight(last, j) * uCharge[j][c];
        m += argumentWeight(last, j) * uMoment[j][c];
      }
      charge[c] = q;
      moment[c] = m;
    }
    return worst;
  }

  /** Goes to where the last attempt ended. */
  void accept() {
    System.arraycopy(nextY, 0, y, 0, y.length);
    System.arraycopy(nextVolts, 0, volts, 0, count);
    System.arraycopy(nextAmps, 0, channelAmps, 0, channels);
    network.accept();
  }
}
