package org.ohmweave.device.integrate;

import java.util.Arrays;

/**
 * How far many autonomous flows of one state go in a given time, to a stated accuracy: the time to
 * cover a path is an integral over it, taken panel by panel with Chebyshev nodes (L. Fejer's first
 * rule), every flow with panels of its own. The flows ("lanes") advance side by side, so that a law
 * evaluates arrays; a lane's result does not depend on its neighbours. Finished lanes are replaced
 * by the last running one. Holds workspace: one instance per thread.
 */
public final class LaneTime {
  /** Most lanes of one run. */
  public static final int LANES = 128;

  private static final int FINE_NODES = 8;
  private static final int MOST_TRIES = 200;

  /** The flows, lane by lane. */
  public interface Flows {
    /**
     * Time per path, positive, of lanes {@code 0 .. lanes - 1}; anything else than a positive
     * finite number asks for a shorter panel.
     *
     * @param path (input) where each lane is asked
     * @param secondsPerPath (output)
     */
    void pace(double[] path, double[] secondsPerPath, int lanes);

    /**
     * Time the lane spends before it starts; it ends at its start if that is all the time there is.
     * Asked once, after the first {@link #pace}.
     */
    default double delay(int lane) {
      return 0;
    }

    /** Lane {@code to} becomes what lane {@code from} was. */
    void move(int from, int to);

    /**
     * Takes the end of a lane.
     *
     * @param path covered; the whole path if the time was more than enough
     * @param pathError estimated; NaN if no end was found
     */
    void finish(int lane, double path, double pathError);
  }

  private final int nodes;
  private final double accuracy;
  private final double[] x;
  private final double[] weight;
  private final double[][] series;
  private final double[][] pace;
  private final double[] place = new double[LANES];
  private final double[] start = new double[LANES];
  private final double[] length = new double[LANES];
  private final double[] spent = new double[LANES];
  private final double[] slip = new double[LANES];
  private final double[] end = new double[LANES];
  private final int[] tries = new int[LANES];
  private final double[] mean = new double[LANES];
  private final double[] tail = new double[LANES];
  private final double[] pacePart;
  private final double[] integral;

  /**
   * A solver with panels of eight nodes.
   *
   * @param accuracy error of the time that each panel may add, as a share of the whole time
   */
  public LaneTime(double accuracy) {
    this(accuracy, FINE_NODES);
  }

  /**
   * A solver.
   *
   * @param accuracy error of the time that each panel may add, as a share of the whole time
   * @param nodes of a panel, three or more; few are quicker where little accuracy is asked for
   */
  public LaneTime(double accuracy, int nodes) {
    this.accuracy = accuracy;
    this.nodes = nodes;
    x = new double[nodes];
    weight = new double[nodes];
    series = new double[nodes][nodes];
    pace = new double[nodes][LANES];
    pacePart = new double[nodes + 1];
    integral = new double[nodes + 1];
    for (int j = 0; j < nodes; j++) {
      double angle = Math.PI * (nodes - 1 - j + 0.5) / nodes;
      x[j] = StrictMath.cos(angle);
      for (int k = 0; k < nodes; k++) {
        series[k][j] = (k == 0 ? 1.0 : 2.0) / nodes * StrictMath.cos(k * angle);
        // the integral of the k-th polynomial over -1..1, halved: the mean over a panel
        weight[j] += k % 2 == 1 ? 0 : series[k][j] / (1.0 - k * k);
      }
    }
  }

  /**
   * Carries lanes through a time.
   *
   * @param whole (input) where each path ends; nothing is asked beyond
   * @param first (input) longest first panel of each lane
   */
  public void run(Flows flows, int lanes, double seconds, double[] whole, double[] first) {
    Arrays.fill(place, 0, lanes, 0);
    flows.pace(place, mean, lanes);
    int running = lanes;
    for (int i = 0; i < lanes; i++) {
      start[i] = 0;
      spent[i] = flows.delay(i);
      slip[i] = 0;
      tries[i] = 0;
      end[i] = whole[i];
      double reach = 1.5 * seconds / mean[i];
      length[i] = Math.min(whole[i], reach > 0 ? Math.min(first[i], reach) : first[i]);
    }
    for (int i = running - 1; i >= 0; i--) {
      boolean still = !(spent[i] < seconds) || !(end[i] > 0);
      if (still || !(mean[i] > 0 && mean[i] < Double.POSITIVE_INFINITY)) {
        flows.finish(i, 0, still ? 0 : Double.NaN);
        drop(flows, i, --running);
      }
    }
    while (running > 0) {
      evaluate(flows, running);
      for (int i = running - 1; i >= 0; i--) {
        if (panel(flows, i, seconds)) {
          drop(flows, i, --running);
        }
      }
    }
  }

  private void drop(Flows flows, int lane, int last) {
    if (lane == last) {
      return;
    }
    flows.move(last, lane);
    start[lane] = start[last];
    length[lane] = length[last];
    spent[lane] = spent[last];
    slip[lane] = slip[last];
    tries[lane] = tries[last];
    end[lane] = end[last];
  }

  private void evaluate(Flows flows, int running) {
    Arrays.fill(mean, 0, running, 0);
    Arrays.fill(tail, 0, running, 0);
    for (int j = 0; j < nodes; j++) {
      double at = 0.5 * (1 + x[j]);
      for (int i = 0; i < running; i++) {
        place[i] = start[i] + at * length[i];
      }
      double[] p = pace[j];
      flows.pace(place, p, running);
      double share = weight[j];
      double last = series[nodes - 1][j];
      for (int i = 0; i < running; i++) {
        mean[i] += share * p[i];
        tail[i] += last * p[i];
      }
    }
  }

  /** Accepts or repeats the panel of a lane; true if the lane is at its end. */
  private boolean panel(Flows flows, int i, double seconds) {
    double all = mean[i] * length[i];
    boolean good = all > 0 && all < Double.POSITIVE_INFINITY;
    double before = 0;
    for (int j = nodes - 2; j < nodes; j++) {
      good &= pace[j][i] > 0;
    }
    for (int j = 0; j < nodes; j++) {
      before += series[nodes - 2][j] * pace[j][i];
    }
    // coefficients k of the integral are those of the integrand over 2 k
    double error = length[i] * (Math.abs(tail[i]) + 0.25 * Math.abs(before)) / (4 * nodes);
    double allowed = accuracy * seconds;
    if (!good || error > allowed) {
      if (++tries[i] > MOST_TRIES) {
        flows.finish(i, start[i], Double.NaN);
        return true;
      }
      length[i] *= good ? Math.max(0.15, growth(allowed / error)) : 0.3;
      return false;
    }
    slip[i] += error;
    if (spent[i] + all >= seconds) {
      invert(flows, i, seconds - spent[i], all);
      return true;
    }
    spent[i] += all;
    start[i] += length[i];
    if (start[i] >= end[i] || ++tries[i] > MOST_TRIES) {
      flows.finish(i, end[i], start[i] >= end[i] ? 0 : Double.NaN);
      return true;
    }
    length[i] = Math.min(end[i] - start[i], length[i] * Math.min(6, growth(allowed / error)));
    // a sliver at the end would cost a panel of its own
    if (end[i] - start[i] < 1.2 * length[i]) {
      length[i] = end[i] - start[i];
    }
    return false;
  }

  private double growth(double room) {
    double root = Math.sqrt(Math.sqrt(Math.min(1e12, room)));
    return 0.9 * (nodes >= FINE_NODES ? Math.sqrt(root) : root);
  }

  /** Where in the panel the time is over. */
  private void invert(Flows flows, int i, double left, double all) {
    double half = 0.5 * length[i];
    for (int k = 0; k < nodes; k++) {
      double sum = 0;
      for (int j = 0; j < nodes; j++) {
        sum += series[k][j] * pace[j][i];
      }
      pacePart[k] = sum;
    }
    pacePart[nodes] = 0;
    double atStart = 0;
    for (int k = 1; k <= nodes; k++) {
      double above = k + 1 < nodes ? pacePart[k + 1] : 0;
      integral[k] = half * ((k == 1 ? 2 * pacePart[0] : pacePart[k - 1]) - above) / (2 * k);
      atStart += k % 2 == 0 ? integral[k] : -integral[k];
    }
    integral[0] = -atStart;
    double low = -1;
    double high = 1;
    double at = Math.min(1, 2 * left / all - 1);
    for (int k = 0; k < 60; k++) {
      double rest = sum(integral, at) - left;
      if (rest > 0) {
        high = at;
      } else {
        low = at;
      }
      double next = at - rest / (half * sum(pacePart, at));
      if (!(next >= low && next <= high)) {
        next = 0.5 * (low + high);
      }
      double moved = Math.abs(next - at);
      at = next;
      if (moved <= 1e-10) {
        break;
      }
    }
    double slowness = Math.abs(sum(pacePart, at));
    flows.finish(i, start[i] + half * (1 + at), slip[i] / slowness);
  }

  private double sum(double[] c, double x) {
    double b1 = 0;
    double b2 = 0;
    for (int k = nodes; k > 0; k--) {
      double b0 = c[k] + 2 * x * b1 - b2;
      b2 = b1;
      b1 = b0;
    }
    return c[0] + x * b1 - b2;
  }
}
