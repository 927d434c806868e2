package org.ohmweave.device.effect;

import org.ohmweave.device.DeviceBank;

/** Which cells no longer move, and in which bound they stay. */
final class StuckMask {
  private static final byte IN_LRS = 1;
  private static final byte IN_HRS = 2;
  private final byte[] stuck;

  StuckMask(int size) {
    stuck = new byte[size];
  }

  boolean holds(int i) {
    return stuck[i] != 0;
  }

  void stick(int i, boolean inLrs) {
    stuck[i] = inLrs ? IN_LRS : IN_HRS;
  }

  /** Puts stuck cells of the block back where they stay. */
  void enforce(DeviceBank bank, int from, int to) {
    for (int i = from; i < to; i++) {
      if (stuck[i] != 0) {
        bank.model().reset(bank, i, i + 1, stuck[i] == IN_LRS);
      }
    }
  }

  /** How many stay in the LRS and in the HRS. */
  int[] count() {
    int[] count = new int[2];
    for (byte s : stuck) {
      if (s != 0) {
        count[s - 1]++;
      }
    }
    return count;
  }
}
