package org.ohmweave.device.integrate;

/**
 * Steps of RODAS, a stiffly accurate, L-stable Rosenbrock method of order 4 with an error estimate
 * of order 3: every stage is one linear solve, nothing iterates.
 *
 * <p>E. Hairer, G. Wanner, "Solving Ordinary Differential Equations II. Stiff and
 * Differential-Algebraic Problems", 2nd ed., Springer, 1996, section IV.7, coefficients of RODAS;
 * doi:10.1007/978-3-642-05221-7. The order is checked by a test on a problem with a known solution.
 *
 * <p>For one or two states. Holds workspace: one instance per thread.
 */
public final class Rosenbrock4 {
  private static final double GAMMA = 0.25;
  private static final double[] AT = {0, 0.386, 0.21, 0.63, 1, 1};
  private static final double[] BY_TIME = {0.25, -0.1043, 0.1035, -0.0362, 0, 0};
  private static final double[][] A = {
    {},
    {1.544},
    {0.9466785280815826, 0.2557011698983284},
    {3.314825187068521, 2.896124015972201, 0.9986419139977817},
    {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950},
    {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950, 1}
  };
  private static final double[][] C = {
    {},
    {-5.6688},
    {-2.430093356833875, -0.2063599157091915},
    {-0.1073529058151375, -9.594562251023355, -20.47028614809616},
    {7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160},
    {
      8.083246795921522,
      -7.981132988064893,
      -31.52159432874371,
      16.31930543123136,
      -6.058818238834054
    }
  };

  private final int n;
  private final double[][] u = new double[6][2];
  private final double[] rates = new double[2];
  private final double[] stage = new double[2];
  private final double[] byState = new double[4];
  private final double[] byTime = new double[2];
  private final double[] first = new double[2];

  /** Steps for this many states. */
  public Rosenbrock4(int states) {
    if (states < 1 || states > 2) {
      throw new IllegalArgumentException("one or two states, got " + states);
    }
    this.n = states;
  }

  /**
   * Looks at the place a step starts from; must be called before {@link #step} whenever it changes.
   */
  public void prepare(StiffProblem problem, double seconds, double[] y) {
    problem.rates(seconds, y, first);
    problem.derivatives(seconds, y, first, byState, byTime);
  }

  /** Rates at the place of {@link #prepare}. Not a copy. */
  public double[] firstRates() {
    return first;
  }

  /**
   * Tries one step from the prepared place.
   *
   * @param y (input) states there
   * @param next (output) states {@code h} later
   * @return estimated error over allowed error; the step is good at or below 1; infinite when it
   *     failed
   */
  public double step(StiffProblem problem, double seconds, double h, double[] y, double[] next) {
    double shift = 1 / (GAMMA * h);
    double m00 = shift - byState[0];
    double m01 = n == 2 ? -byState[1] : 0;
    double m10 = n == 2 ? -byState[2] : 0;
    double m11 = n == 2 ? shift - byState[3] : 1;
    double determinant = m00 * m11 - m01 * m10;
    for (int s = 0; s < 6; s++) {
      double[] f = first;
      if (s > 0) {
        for (int k = 0; k < n; k++) {
          double sum = y[k];
          for (int j = 0; j < A[s].length; j++) {
            sum += A[s][j] * u[j][k];
          }
          stage[k] = sum;
        }
        problem.rates(seconds + AT[s] * h, stage, rates);
        f = rates;
      }
      double right0 = right(f, s, h, 0);
      double right1 = n == 2 ? right(f, s, h, 1) : 0;
      u[s][0] = (right0 * m11 - m01 * right1) / determinant;
      u[s][1] = (m00 * right1 - m10 * right0) / determinant;
    }
    double worst = 0;
    for (int k = 0; k < n; k++) {
      // the last stage's argument is the embedded solution, its increment the error estimate
      next[k] = stage[k] + u[5][k];
      double error = Math.abs(u[5][k]) / problem.allowed(k, y[k], next[k]);
      if (!(error <= worst)) {
        worst = error;
      }
    }
    return Double.isNaN(worst) ? Double.POSITIVE_INFINITY : worst;
  }

  private double right(double[] f, int s, double h, int k) {
    double sum = f[k] + h * BY_TIME[s] * byTime[k];
    for (int j = 0; j < s; j++) {
      sum += C[s][j] / h * u[j][k];
    }
    return sum;
  }

  /** Number of stages. */
  public static final int STAGES = 6;

  /** Weight of increment {@code j} in the argument of stage {@code s}, {@code j < s}. */
  public static double argumentWeight(int s, int j) {
    return A[s][j];
  }

  /** Weight of increment {@code j} over the step length in the right side of stage {@code s}. */
  public static double rightWeight(int s, int j) {
    return C[s][j];
  }

  /** Time of stage {@code s} as a share of the step. */
  public static double stageTime(int s) {
    return AT[s];
  }

  /** Weight of step length times derivative by time in the right side of stage {@code s}. */
  public static double timeWeight(int s) {
    return BY_TIME[s];
  }

  /** Diagonal coefficient: the matrix of a step of length h is {@code 1 / (this * h) - J}. */
  public static double diagonal() {
    return GAMMA;
  }

  /** Length of the next try after one with this error. */
  public static double nextLength(double h, double error) {
    double factor = error == 0 ? 5 : 0.9 / Math.sqrt(Math.sqrt(error));
    return h * Math.max(0.1, Math.min(5, factor));
  }
}
