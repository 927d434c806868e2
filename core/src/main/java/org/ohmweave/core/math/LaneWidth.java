package org.ohmweave.core.math;

import jdk.incubator.vector.DoubleVector;

/** Whether the machine's registers hold the four doubles that the reductions are written for. */
final class LaneWidth {
  private LaneWidth() {}

  static boolean enough() {
    return DoubleVector.SPECIES_PREFERRED.length() >= 4;
  }
}
