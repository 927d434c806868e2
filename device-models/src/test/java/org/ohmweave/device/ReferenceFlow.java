package org.ohmweave.device;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/** One state under a rate that may depend on time, by the Dormand-Prince method of order 8. */
public final class ReferenceFlow {
  private ReferenceFlow() {}

  /** Rate of a state at a time. */
  @FunctionalInterface
  public interface Rate {
    /** dx/dt. */
    double at(double seconds, double x);
  }

  /** State after a duration; {@code scale} is its typical size. */
  public static double end(Rate rate, double x, double seconds, double scale) {
    double[] y = {x};
    new DormandPrince853Integrator(seconds * 1e-18, seconds / 50, scale * 1e-13, 1e-12)
        .integrate(
            new FirstOrderDifferentialEquations() {
              @Override
              public int getDimension() {
                return 1;
              }

              @Override
              public void computeDerivatives(double t, double[] state, double[] dot) {
                dot[0] = rate.at(t, state[0]);
              }
            },
            0,
            y,
            seconds,
            y);
    return y[0];
  }
}
