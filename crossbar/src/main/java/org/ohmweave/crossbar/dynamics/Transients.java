package org.ohmweave.crossbar.dynamics;

/** Follows arrays in time. */
public final class Transients {
  /** How. */
  public enum Method {
    /** Only the cells that move, behind their port matrix; network between steps. */
    PORTS,
    /** All cells and the network in one implicit method. */
    IMPLICIT
  }

  private Transients() {}

  /** Follows a case with one method. */
  public static TransientResult run(TransientCase input, Method method, double tolerance) {
    if (method == Method.PORTS && input.nodeFarads() == 0) {
      return new PortTransient(input, tolerance).run();
    }
    return new ImplicitTransient(input, tolerance).run();
  }
}
