package org.ohmweave.crossbar.effective;

import java.util.Arrays;

/** Finds the place of a node in a list; a small open hash table. */
final class NodeIndex {
  private final int[] keys;
  private final int[] places;
  private final int mask;

  NodeIndex(int[] nodes, int count) {
    int size = Integer.highestOneBit(Math.max(4, count)) * 4;
    this.keys = new int[size];
    this.places = new int[size];
    this.mask = size - 1;
    Arrays.fill(places, -1);
    for (int k = 0; k < count; k++) {
      int at = slot(nodes[k]);
      keys[at] = nodes[k];
      places[at] = k;
    }
  }

  /** The place, or -1. */
  int find(int node) {
    return places[slot(node)];
  }

  private int slot(int node) {
    int at = (node * 0x9E3779B9 >>> 16) & mask;
    while (places[at] >= 0 && keys[at] != node) {
      at = (at + 1) & mask;
    }
    return at;
  }
}
