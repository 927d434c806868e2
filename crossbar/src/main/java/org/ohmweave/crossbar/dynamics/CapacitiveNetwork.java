package org.ohmweave.crossbar.dynamics;

import static org.ohmweave.device.integrate.Rosenbrock4.STAGES;
import static org.ohmweave.device.integrate.Rosenbrock4.argumentWeight;
import static org.ohmweave.device.integrate.Rosenbrock4.diagonal;
import static org.ohmweave.device.integrate.Rosenbrock4.rightWeight;

import java.util.Arrays;
import org.ohmweave.core.ConvergenceException;
import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;

/**
 * The whole array with a capacitance from every node to ground: node voltages are states. A stage
 * is the ordinary network with the conductance C / (gamma h) from every node to ground, solved by
 * conjugate gradients on the word-line Schur complement (see {@code
 * docs/decisions/0002-word-line-schur.md}).
 */
final class CapacitiveNetwork implements CellNetwork {
  private static final int LIMIT = 2000;
  private final int count;
  private final int rows;
  private final int columns;
  private final double farads;
  private final double tolerance;
  private final Sources sources;
  private final ShuntedLines words;
  private final ShuntedLines bits;
  private final double[] g;
  private double perSecond;

  // node voltages: state, increments of the stages, argument and solution of a stage
  private final double[] w;
  private final double[] b;
  private final double[][] uW = new double[STAGES][];
  private final double[][] uB = new double[STAGES][];
  private final double[] argumentW;
  private final double[] argumentB;
  private final double[] x;
  private final double[] bx;

  private final double[] ampsW;
  private final double[] ampsB;
  private final double[] r;
  private final double[] z;
  private final double[] p;
  private final double[] sp;
  private final double[] q;

  CapacitiveNetwork(TransientCase input, double tolerance) {
    this.rows = input.rows();
    this.columns = input.columns();
    this.count = rows * columns;
    this.farads = input.nodeFarads();
    this.tolerance = tolerance;
    this.sources = input.sources();
    Wires wires = input.wires();
    Ends ends = wires.ends();
    refuseZero("rWord", columns > 1 ? wires.wordOhms() : 1);
    refuseZero("rBit", rows > 1 ? wires.bitOhms() : 1);
    refuseZero("rLeft", ends.leftOhms());
    refuseZero("rRight", ends.rightOhms());
    refuseZero("rTop", ends.topOhms());
    refuseZero("rBottom", ends.bottomOhms());
    this.words =
        new ShuntedLines(
            rows, columns, columns, 1, wires.wordOhms(), ends.leftOhms(), ends.rightOhms());
    this.bits =
        new ShuntedLines(
            columns, rows, 1, columns, wires.bitOhms(), ends.topOhms(), ends.bottomOhms());
    this.g = new double[count];
    this.w = new double[count];
    this.b = new double[count];
    for (int s = 0; s < STAGES; s++) {
      uW[s] = new double[count];
      uB[s] = new double[count];
    }
    this.argumentW = new double[count];
    this.argumentB = new double[count];
    this.x = new double[count];
    this.bx = new double[count];
    this.ampsW = new double[count];
    this.ampsB = new double[count];
    this.r = new double[count];
    this.z = new double[count];
    this.p = new double[count];
    this.sp = new double[count];
    this.q = new double[count];
  }

  private static void refuseZero(String key, double... ohms) {
    for (double one : ohms) {
      if (!(one > 0)) {
        throw new InputException(
            key
                + " must be above 0 ohm where nodes have capacitance (cNode), got "
                + one
                + "; a source would charge the node in no time");
      }
    }
  }

  @Override
  public int cells() {
    return count;
  }

  @Override
  public int channels() {
    return sources.size();
  }

  /** A source delivers minus voltage times current. */
  @Override
  public double channelWeight(int channel, double seconds) {
    return -sources.volts(channel, seconds);
  }

  @Override
  public double channelWeightRate(int channel, double seconds) {
    return -sources.slope(channel);
  }

  @Override
  public boolean prepare(double[] siemens, double shift) {
    perSecond = shift;
    System.arraycopy(siemens, 0, g, 0, count);
    words.factorise(g, farads * shift);
    bits.factorise(g, farads * shift);
    System.arraycopy(w, 0, x, 0, count);
    return true;
  }

  @Override
  public void stage(
      int stage,
      double from,
      double seconds,
      double ahead,
      double[] own,
      double[] volts,
      double[] channelAmps) {
    System.arraycopy(w, 0, argumentW, 0, count);
    System.arraycopy(b, 0, argumentB, 0, count);
    Arrays.fill(ampsW, 0);
    Arrays.fill(ampsB, 0);
    double perLength = farads * diagonal() * perSecond;
    for (int j = 0; j < stage; j++) {
      double a = argumentWeight(stage, j);
      double c = perLength * rightWeight(stage, j);
      for (int k = 0; k < count; k++) {
        argumentW[k] += a * uW[j][k];
        argumentB[k] += a * uB[j][k];
        ampsW[k] += c * uW[j][k];
        ampsB[k] += c * uB[j][k];
      }
    }
    double shunt = farads * perSecond;
    for (int k = 0; k < count; k++) {
      ampsW[k] += shunt * argumentW[k] - own[k];
      ampsB[k] += shunt * argumentB[k] + own[k];
    }
    double at = seconds + ahead;
    words.addSources(ampsW, 0, rows, sources, at);
    bits.addSources(ampsB, 2 * rows, 2 * rows + columns, sources, at);
    solve();
    for (int k = 0; k < count; k++) {
      uW[stage][k] = x[k] - argumentW[k];
      uB[stage][k] = bx[k] - argumentB[k];
      volts[k] = x[k] - bx[k];
    }
    words.endAmps(x, 0, rows, sources, at, channelAmps);
    bits.endAmps(bx, 2 * rows, 2 * rows + columns, sources, at, channelAmps);
  }

  /** Word-line nodes x and bit-line nodes bx from the currents into them, starting from x. */
  private void solve() {
    bits.solve(ampsB, q);
    for (int k = 0; k < count; k++) {
      r[k] = ampsW[k] + g[k] * q[k];
    }
    words.solve(r, z);
    double scale = 0;
    for (int k = 0; k < count; k++) {
      scale += r[k] * z[k];
      bx[k] = ampsB[k] + g[k] * x[k];
    }
    // residual of the start: x = A^-1 (ampsW + D C^-1 (ampsB + D x)) - correction
    bits.solve(bx, bx);
    for (int k = 0; k < count; k++) {
      r[k] = ampsW[k] + g[k] * bx[k];
    }
    words.solve(r, x);
    // x is now one block step better; its residual follows from the change of bx
    for (int k = 0; k < count; k++) {
      q[k] = ampsB[k] + g[k] * x[k];
    }
    bits.solve(q, q);
    for (int k = 0; k < count; k++) {
      r[k] = g[k] * (q[k] - bx[k]);
    }
    descend(tolerance * tolerance * scale);
    for (int k = 0; k < count; k++) {
      bx[k] = ampsB[k] + g[k] * x[k];
    }
    bits.solve(bx, bx);
  }

  private void descend(double enough) {
    double before = 0;
    for (int step = 0; step < LIMIT; step++) {
      words.solve(r, z);
      double rho = 0;
      for (int k = 0; k < count; k++) {
        rho += r[k] * z[k];
      }
      if (!(rho > enough)) {
        return;
      }
      double beta = step == 0 ? 0 : rho / before;
      before = rho;
      for (int k = 0; k < count; k++) {
        p[k] = z[k] + beta * p[k];
        sp[k] = r[k] + beta * (step == 0 ? 0 : sp[k] + g[k] * q[k]);
        q[k] = g[k] * p[k];
      }
      // sp held A p - D q of the last direction; A p follows by recurrence since A z = r
      bits.solve(q, q);
      double curvature = 0;
      for (int k = 0; k < count; k++) {
        sp[k] -= g[k] * q[k];
        curvature += p[k] * sp[k];
      }
      double alpha = rho / curvature;
      for (int k = 0; k < count; k++) {
        x[k] += alpha * p[k];
        r[k] -= alpha * sp[k];
      }
    }
    throw new ConvergenceException(
        "network of " + rows + " x " + columns + " cells with capacitance", LIMIT, before);
  }

  @Override
  public double nodeError() {
    double worst = 0;
    for (int k = 0; k < count; k++) {
      worst = Math.max(worst, Math.abs(uW[STAGES - 1][k]));
      worst = Math.max(worst, Math.abs(uB[STAGES - 1][k]));
    }
    return worst;
  }

  @Override
  public void accept() {
    System.arraycopy(x, 0, w, 0, count);
    System.arraycopy(bx, 0, b, 0, count);
  }

  /** Node voltages are states: nothing to solve. */
  @Override
  public void settle(
      double seconds, MovingCells cells, double[] y, double[] volts, double[] channelAmps) {
    for (int k = 0; k < count; k++) {
      volts[k] = w[k] - b[k];
    }
    words.endAmps(w, 0, rows, sources, seconds, channelAmps);
    bits.endAmps(b, 2 * rows, 2 * rows + columns, sources, seconds, channelAmps);
  }
}
