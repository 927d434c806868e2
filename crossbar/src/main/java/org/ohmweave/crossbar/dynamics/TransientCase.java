package org.ohmweave.crossbar.dynamics;

import java.util.List;
import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.device.CellDynamics;
import org.ohmweave.device.DeviceBank;

/**
 * An array to follow in time.
 *
 * @param name of the case
 * @param wires rows x columns are those of its ends
 * @param nodeFarads capacitance from every node to ground; 0 = none at all
 * @param bank one device per cell, row-major, in the states it starts with; it is advanced
 * @param dynamics of that bank
 * @param polarity +1 or -1: model voltage over array voltage
 * @param sources at all line ends
 * @param level value of the first coordinate that counts as switched
 * @param selected (row, column) of the addressed cells
 * @param endSeconds duration
 * @param times where results are wanted, ascending, 0 .. endSeconds
 */
public record TransientCase(
    String name,
    int rows,
    int columns,
    Wires wires,
    double nodeFarads,
    DeviceBank bank,
    CellDynamics dynamics,
    double polarity,
    Sources sources,
    double level,
    List<int[]> selected,
    double endSeconds,
    double[] times) {
  /** A time no farther beyond the end than this share of it is the end. */
  private static final double ROUNDING = 1e-12;

  /** Refuses what cannot be integrated. */
  public TransientCase {
    times = times.clone();
    int last = times.length - 1;
    if (last >= 0 && times[last] > endSeconds && times[last] <= endSeconds * (1 + ROUNDING)) {
      times[last] = endSeconds;
    }
    if (bank.size() != rows * columns) {
      throw new InputException(
          rows + " x " + columns + " cells need as many devices, got " + bank.size());
    }
    if (!(nodeFarads >= 0) || Double.isInfinite(nodeFarads)) {
      throw new InputException(
          "cNode must be positive and finite [F], or absent, got " + nodeFarads);
    }
    if (!(endSeconds > 0) || Double.isInfinite(endSeconds)) {
      throw new InputException("tEnd must be positive and finite [s], got " + endSeconds);
    }
    if (polarity != 1 && polarity != -1) {
      throw new InputException("polarity must be 1 or -1, got " + polarity);
    }
    for (int k = 0; k < times.length; k++) {
      boolean ascending = k == 0 || times[k] > times[k - 1];
      if (!(times[k] >= 0 && times[k] <= endSeconds && ascending)) {
        throw new InputException(
            "times must ascend within 0 .. tEnd = "
                + endSeconds
                + " s, got "
                + times[k]
                + " at position "
                + k);
      }
    }
  }
}
