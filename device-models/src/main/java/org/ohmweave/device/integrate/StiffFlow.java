package org.ohmweave.device.integrate;

import org.ohmweave.core.ConvergenceException;

/**
 * Adaptive integration of a smooth stiff problem over a time, with the derivatives taken by
 * differences unless the problem gives them. Holds workspace: one instance per thread.
 */
public final class StiffFlow {
  private static final int LIMIT = 2_000_000;
  private final Rosenbrock4 method;
  private final int states;
  private final double[] next = new double[2];

  /** A flow of this many states. */
  public StiffFlow(int states) {
    this.method = new Rosenbrock4(states);
    this.states = states;
  }

  /** Looks at an accepted place; true ends the integration there. */
  @FunctionalInterface
  public interface Watch {
    /**
     * Called after every accepted step.
     *
     * @param y (modified at will) states
     * @param rates at the start of the step that ended here
     */
    boolean stop(double seconds, double[] y, double[] rates);
  }

  /**
   * Integrates from time 0.
   *
   * @param y (modified) states
   * @param firstStep length of the first try; cut to the duration
   * @return the time reached: {@code seconds}, or less if the watch stopped
   */
  public double run(
      StiffProblem problem, double[] y, double seconds, double firstStep, Watch watch) {
    double t = 0;
    double h = Math.min(seconds, firstStep);
    method.prepare(problem, 0, y);
    for (int step = 0; t < seconds; step++) {
      if (step == LIMIT) {
        throw new ConvergenceException("device state at " + t + " s of " + seconds + " s", step, h);
      }
      boolean last = h >= seconds - t;
      double length = last ? seconds - t : h;
      double error = method.step(problem, t, length, y, next);
      h = Math.min(seconds / 8, Rosenbrock4.nextLength(length, Math.min(error, 1e6)));
      if (!(error <= 1)) {
        continue;
      }
      t = last ? seconds : t + length;
      System.arraycopy(next, 0, y, 0, states);
      if (watch.stop(t, y, method.firstRates())) {
        return t;
      }
      method.prepare(problem, t, y);
    }
    return seconds;
  }
}
