package org.ohmweave.crossbar.wire;

import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;

/** What Newton's method needs of a solver of ohmic networks. */
interface LinearNetwork {
  /** Replaces all conductances. */
  void conductances(double[] siemens);

  /** Forgets the last voltages. */
  void cold();

  /** Solves with currents of the cells' own, to a relative tolerance of the power norm. */
  ArraySolution solve(Drive drive, double[] ownAmps, double relative);

  /** Wires that are all alike. */
  static LinearNetwork of(LinearArray array) {
    return new LinearNetwork() {
      @Override
      public void conductances(double[] siemens) {
        array.conductances(siemens);
      }

      @Override
      public void cold() {
        array.cold();
      }

      @Override
      public ArraySolution solve(Drive drive, double[] ownAmps, double relative) {
        return array.tolerance(relative).solve(drive, ownAmps);
      }
    };
  }
}
