package org.ohmweave.crossbar.dynamics;

/**
 * A network around cells, as the stages of a Rosenbrock method see it: cells {@code i = g v + own},
 * sources that move with time, and the voltages that follow.
 */
interface CellNetwork {
  /** Number of cells. */
  int cells();

  /** Number of currents whose integrals are wanted, such as those of the sources. */
  int channels();

  /** What the current of a channel is multiplied with for the second integral, at a time. */
  double channelWeight(int channel, double seconds);

  /** Its derivative by time. */
  double channelWeightRate(int channel, double seconds);

  /**
   * Takes the conductances of the cells for the stages of one step.
   *
   * @param siemens one per cell
   * @param perSecond the step's shift 1 / (gamma h), for networks with capacitance
   * @return false if the network cannot be solved with these
   */
  boolean prepare(double[] siemens, double perSecond);

  /**
   * Solves one stage.
   *
   * @param stage 0, 1, .. in order
   * @param seconds time of the stage; the step starts at {@code from}
   * @param ahead time by which the sources run ahead, at their slope at {@code from}
   * @param own (input) currents of the cells' own, A
   * @param volts (output) voltages of the cells
   * @param channelAmps (output) currents of the channels
   */
  void stage(
      int stage,
      double from,
      double seconds,
      double ahead,
      double[] own,
      double[] volts,
      double[] channelAmps);

  /** Estimated error of node voltages that are states, V; 0 if none are. */
  default double nodeError() {
    return 0;
  }

  /** Takes the last stage as the new state of the network. */
  void accept();

  /**
   * Voltages and channel currents at given states of the cells: a nonlinear solve, unless node
   * voltages are states.
   *
   * @param y (input) coordinates of the cells
   * @param volts (input: start; output)
   * @param channelAmps (output)
   */
  void settle(double seconds, MovingCells cells, double[] y, double[] volts, double[] channelAmps);
}
