package org.ohmweave.crossbar.dynamics;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * Every cell and the whole network in one implicit method: the cell states are eliminated, and each
 * stage is one solution of the ordinary network. Needed with capacitance; the referee without.
 */
final class ImplicitTransient {
  private final TransientCase input;
  private final double tolerance;

  ImplicitTransient(TransientCase input, double tolerance) {
    this.input = input;
    this.tolerance = tolerance;
  }

  TransientResult run() {
    int count = input.rows() * input.columns();
    int[] all = new int[count];
    Arrays.setAll(all, k -> k);
    MovingCells cells = new MovingCells(input.dynamics(), input.polarity(), all);
    EventLog log = new EventLog(input.columns());
    Sources sources = input.sources();
    double linear = Math.max(1e-14, Math.min(1e-10, 1e-5 * tolerance));
    CellNetwork network =
        input.nodeFarads() > 0
            ? new CapacitiveNetwork(input, linear)
            : new FullNetwork(
                input.rows(),
                input.columns(),
                input.wires(),
                sources,
                input.bank(),
                input.polarity(),
                linear);
    CoupledFlow flow =
        new CoupledFlow(network, cells, tolerance, input.level(), input.endSeconds(), log);
    Samples samples = new Samples(input.times());
    double[] y = new double[count * cells.n];
    input.dynamics().read(0, count, y);
    double[] start = y.clone();
    flow.start(0, y, new double[count], new double[network.channels()], 0);
    TreeSet<Double> corners = sources.corners(input.endSeconds());
    TreeSet<Double> stops = new TreeSet<>(corners);
    for (double time : input.times()) {
      stops.add(time);
    }
    stops.remove(0.0);
    stops.add(input.endSeconds());
    double from = 0;
    boolean corner = true;
    for (double to : stops) {
      if (corner) {
        Double next = corners.higher(from);
        double end = next == null ? input.endSeconds() : next;
        sources.piece(from, end);
        flow.restart(1e-3 * (end - from));
      }
      samples.take(from, flow);
      flow.run(to);
      corner = corners.contains(to);
      from = to;
    }
    samples.take(from, flow);
    input.dynamics().write(0, count, flow.y());
    return new TransientResult(
        input.times(),
        samples.amps(),
        samples.volts(),
        samples.coordinates(),
        log.inOrder(),
        start,
        flow.y().clone(),
        flow.charge,
        flow.moment,
        flow.steps(),
        flow.rejected(),
        flow.solves());
  }
}
