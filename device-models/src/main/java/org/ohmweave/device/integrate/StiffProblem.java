package org.ohmweave.device.integrate;

/** Rates of one or two states that may differ in speed by many decades. */
public interface StiffProblem {
  /**
   * Time derivatives.
   *
   * @param y (input) states
   * @param rates (output) dy/dt
   */
  void rates(double seconds, double[] y, double[] rates);

  /**
   * Derivatives of the rates.
   *
   * @param rates (input) at the same place
   * @param byState (output) row-major n x n, entry [i*n + k] = d rates[i] / d y[k]
   * @param byTime (output) partial derivative by time
   */
  void derivatives(double seconds, double[] y, double[] rates, double[] byState, double[] byTime);

  /** Error that is allowed in state {@code k} per step. */
  double allowed(int k, double before, double after);
}
