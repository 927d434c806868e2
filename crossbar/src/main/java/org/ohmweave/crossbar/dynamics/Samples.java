package org.ohmweave.crossbar.dynamics;

/** What is kept at the wanted times. */
final class Samples {
  private final double[] times;
  private final double[][] amps;
  private final double[][] volts;
  private final double[][] coordinates;
  private int taken;

  Samples(double[] times) {
    this.times = times;
    this.amps = new double[times.length][];
    this.volts = new double[times.length][];
    this.coordinates = new double[times.length][];
  }

  /** Takes a sample if one is wanted now. */
  void take(double seconds, CoupledFlow flow) {
    if (wanted(seconds)) {
      flow.settle();
      put(flow.channelAmps(), flow.volts(), flow.y());
    }
  }

  boolean wanted(double seconds) {
    return taken < times.length && times[taken] == seconds;
  }

  void put(double[] endAmps, double[] cellVolts, double[] y) {
    amps[taken] = endAmps.clone();
    volts[taken] = cellVolts.clone();
    coordinates[taken] = y.clone();
    taken++;
  }

  double[][] amps() {
    return amps;
  }

  double[][] volts() {
    return volts;
  }

  double[][] coordinates() {
    return coordinates;
  }
}
