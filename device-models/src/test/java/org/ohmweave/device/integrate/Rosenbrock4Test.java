package org.ohmweave.device.integrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against closed forms: order of convergence, and decay of a stiff part in one step. */
class Rosenbrock4Test {
  /**
   * y0' = -y0^2 + cos t (t - dependent, nonlinear), y1' = -1000 (y1 - sin t) + cos t, solution y1 =
   * sin t.
   */
  private record Forced(double stiffness) implements StiffProblem {
    @Override
    public void rates(double t, double[] y, double[] f) {
      f[0] = -y[0] * y[0] * Math.cos(t); // solution 1 / (1 + sin t)
      f[1] = -stiffness * (y[1] - Math.sin(t)) + Math.cos(t);
    }

    @Override
    public void derivatives(double t, double[] y, double[] f, double[] byState, double[] byTime) {
      byState[0] = -2 * y[0] * Math.cos(t);
      byState[1] = 0;
      byState[2] = 0;
      byState[3] = -stiffness;
      byTime[0] = y[0] * y[0] * Math.sin(t);
      byTime[1] = stiffness * Math.cos(t) - Math.sin(t);
    }

    @Override
    public double allowed(int k, double before, double after) {
      return 1;
    }
  }

  private static double[] error(int steps) {
    Forced problem = new Forced(1);
    Rosenbrock4 method = new Rosenbrock4(2);
    double[] y = {1, 0};
    double[] next = new double[2];
    double h = 1.0 / steps;
    for (int k = 0; k < steps; k++) {
      method.prepare(problem, k * h, y);
      method.step(problem, k * h, h, y, next);
      y = next.clone();
    }
    return new double[] {Math.abs(y[0] - 1 / (1 + Math.sin(1))), Math.abs(y[1] - Math.sin(1))};
  }

  @Test
  void fourthOrder() {
    double[] coarse = error(40);
    double[] fine = error(80);
    for (int k = 0; k < 2; k++) {
      double order = Math.log(coarse[k] / fine[k]) / Math.log(2);
      assertTrue(order > 3.7 && order < 5.5, "order " + order);
    }
  }

  @Test
  void stiffPartDiesAtOnce() {
    Forced problem = new Forced(1e9);
    Rosenbrock4 method = new Rosenbrock4(2);
    double[] y = {1, 5};
    double[] next = new double[2];
    method.prepare(problem, 0, y);
    method.step(problem, 0, 0.01, y, next);
    assertEquals(Math.sin(0.01), next[1], 1e-5);
  }

  @Test
  void bracketedRoot() {
    assertEquals(Math.sqrt(2), Bracketed.root(x -> x * x - 2, 0, 2, 1e-15), 3e-15);
    assertEquals(-1.0 / 3, Bracketed.root(x -> Math.cbrt(x + 1.0 / 3), -3, 8, 1e-15), 3e-15);
    assertTrue(Double.isNaN(Bracketed.root(x -> x * x + 1, -1, 1, 1e-15)));
  }
}
