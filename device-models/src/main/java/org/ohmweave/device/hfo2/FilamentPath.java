package org.ohmweave.device.hfo2;

/**
 * Radius and disc length of a filament during one half cycle: both go in proportion to the
 * concentration from what they were to what they become at the limit the concentration drifts to.
 */
final class FilamentPath {
  private double startDisc;
  private double endDisc;
  private double startRadius;
  private double endRadius;
  private double startLength;
  private double endLength;

  /** Concentrations in one unit of choice, lengths in metres. */
  void set(
      double startDisc,
      double endDisc,
      double startRadius,
      double endRadius,
      double startLength,
      double endLength) {
    this.startDisc = startDisc;
    this.endDisc = endDisc;
    this.startRadius = startRadius;
    this.endRadius = endRadius;
    this.startLength = startLength;
    this.endLength = endLength;
  }

  double radius(double disc) {
    return startRadius + (endRadius - startRadius) * share(disc);
  }

  double length(double disc) {
    return startLength + (endLength - startLength) * share(disc);
  }

  /** A half cycle that starts beyond its limit leaves the filament as it is. */
  private double share(double disc) {
    double whole = endDisc - startDisc;
    return whole == 0 ? 0 : Math.max(0, Math.min(1, (disc - startDisc) / whole));
  }
}
