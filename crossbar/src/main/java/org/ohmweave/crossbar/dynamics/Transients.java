package org.ohmweave.crossbar.dynamics;

import org.ohmweave.core.InputException;

/**
 * Follows arrays in time: every cell moves by its own differential equation at its own voltage
 * while the network between the cells is solved.
 */
public final class Transients {
  /** Error per step that suits most work. */
  public static final double TOLERANCE = 1e-5;

  /** How. */
  public enum Method {
    /** {@link #PORTS} where it serves, otherwise {@link #IMPLICIT}. */
    AUTO,
    /** Only the cells that move, behind their port matrix; the network is solved between steps. */
    PORTS,
    /** All cells and the network in one implicit method. */
    IMPLICIT
  }

  private Transients() {}

  /**
   * Follows an array; the bank of the case is left in its final states.
   *
   * @param tolerance allowed error per step, 1e-9 .. 1e-3, as a share of a notable change: of the
   *     decay length of the current (ReRAM gap), of a factor e (densities), of the ambient
   *     temperature, of 1 V. Switching times come out about as exact, relative
   * @throws InputException if the method cannot serve the case
   * @throws org.ohmweave.core.ConvergenceException if a step or a network does not converge
   */
  public static TransientResult run(TransientCase input, Method method, double tolerance) {
    if (!(tolerance >= 1e-9 && tolerance <= 1e-3)) {
      throw new InputException("tolerance must lie in 1e-9 .. 1e-3, got " + tolerance);
    }
    String obstacle = "";
    if (input.nodeFarads() > 0) {
      obstacle = "nodes with capacitance (cNode) have voltages that are states";
    } else if (input.dynamics().jumps()) {
      obstacle = "cells of law " + input.bank().model().law() + " jump";
    }
    if (method == Method.PORTS && !obstacle.isEmpty()) {
      throw new InputException(
          input.name() + ": method ports cannot serve, " + obstacle + "; use method implicit");
    }
    boolean implicit = method == Method.IMPLICIT || !obstacle.isEmpty();
    return implicit
        ? new ImplicitTransient(input, tolerance).run()
        : new PortTransient(input, tolerance).run();
  }
}
