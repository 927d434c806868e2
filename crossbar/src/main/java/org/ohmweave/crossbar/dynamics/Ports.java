package org.ohmweave.crossbar.dynamics;

/**
 * The ports of the moving cells: what they see of the linearised rest, and what it sees of them.
 */
final class Ports {
  private final int[] index;
  private final int p;
  private final double[][] cellVolts;
  private final double[][] endAmps;
  private final double[] held;
  private final double[] lastAmps;

  final PortNetwork network;
  final double[] startVolts;
  final double[] startAmps;

  /** Ports of the array as it is linearised now. */
  Ports(int[] index, RestingArray array) {
    this.index = index;
    this.p = index.length;
    this.cellVolts = new double[p][];
    this.endAmps = new double[p][];
    this.held = new double[p];
    this.lastAmps = new double[p];
    this.network = new PortNetwork(p);
    this.startVolts = new double[p];
    this.startAmps = new double[p];
    for (int b = 0; b < p; b++) {
      RestingArray.Response response = array.respond(index[b]);
      cellVolts[b] = response.volts();
      endAmps[b] = response.endAmps();
      held[b] = array.rates.siemens[index[b]];
      network.held(b, held[b]);
      for (int a = 0; a < p; a++) {
        network.impedance(a, b, -cellVolts[b][index[a]]);
      }
    }
  }

  /** Takes voltages and currents of all cells at the start, the middle and the end of a step. */
  void drive(
      double t,
      double h,
      double[] volts0,
      double[] amps0,
      double[] volts1,
      double[] amps1,
      double[] volts2,
      double[] amps2) {
    for (int a = 0; a < p; a++) {
      startVolts[a] = volts0[index[a]];
      startAmps[a] = beside(a, volts0, amps0);
      lastAmps[a] = beside(a, volts2, amps2);
      network.drive(
          a, t, open(a, volts0, amps0), open(a, volts1, amps1), open(a, volts2, amps2), h);
    }
  }

  /** Current of a port's cell beside what the linear network holds. */
  private double beside(int b, double[] volts, double[] amps) {
    return amps[index[b]] - held[b] * volts[index[b]];
  }

  private double open(int a, double[] volts, double[] amps) {
    double sum = volts[index[a]];
    for (int b = 0; b < p; b++) {
      sum += network.impedance(a, b) * beside(b, volts, amps);
    }
    return sum;
  }

  /** Guesses all cell voltages at the end of the step from those with unmoved cells. */
  void predict(double[] amps, double[] unmoved, double[] volts) {
    System.arraycopy(unmoved, 0, volts, 0, volts.length);
    for (int b = 0; b < p; b++) {
      double change = amps[b] - lastAmps[b];
      for (int k = 0; k < volts.length; k++) {
        volts[k] += change * cellVolts[b][k];
      }
    }
  }

  /**
   * Adds the integrals over a step: the ends carry what they would without the ports' currents, a
   * parabola in time, and their share of these.
   *
   * @param ends currents at the start, in the middle and at the end, cells unmoved
   * @param volts voltages of all cells then
   * @param amps currents of all cells then
   * @param charge (modified)
   * @param energy (modified)
   */
  void integrate(
      double t,
      double h,
      Sources sources,
      double[][] ends,
      double[][] volts,
      double[][] amps,
      CoupledFlow flow,
      double[] charge,
      double[] energy) {
    double[] simpson = {h / 6, 4 * h / 6, h / 6};
    for (int e = 0; e < charge.length; e++) {
      for (int k = 0; k < 3; k++) {
        double open = ends[k][e];
        for (int b = 0; b < p; b++) {
          open -= endAmps[b][e] * beside(b, volts[k], amps[k]);
        }
        charge[e] += simpson[k] * open;
        energy[e] -= simpson[k] * open * sources.volts(e, t + 0.5 * k * h);
      }
      for (int b = 0; b < p; b++) {
        charge[e] += endAmps[b][e] * flow.charge[b];
        double moment = sources.volts(e, t) * flow.charge[b] + sources.slope(e) * flow.moment[b];
        energy[e] -= endAmps[b][e] * moment;
      }
    }
  }
}
