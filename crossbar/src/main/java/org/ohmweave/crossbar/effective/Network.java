package org.ohmweave.crossbar.effective;

import java.util.Arrays;
import org.ohmweave.core.dense.NodeElimination;

/**
 * A reduced part of an array: conductances between those of its nodes that lead elsewhere, and to
 * ground, which is the last node.
 *
 * @param nodes their numbers
 * @param siemens as {@link NodeElimination} lays it out for {@code skip + nodes.length} nodes
 * @param skip eliminated nodes at the front of {@code siemens}
 */
record Network(int[] nodes, double[] siemens, int skip) {

  int size() {
    return nodes.length;
  }

  int stride() {
    return NodeElimination.stride(skip + nodes.length);
  }

  /** Conductance between two different nodes given by their places. */
  double between(int a, int b) {
    return siemens[(skip + Math.min(a, b)) * stride() + skip + Math.max(a, b)];
  }

  /**
   * Places with the nodes to eliminate first.
   *
   * @param inner whether a node may go, ground may not
   * @param place (output) new place of each node
   * @return number of nodes to eliminate
   */
  static int order(boolean[] inner, int[] place) {
    int pivots = 0;
    for (int k = 0; k < place.length; k++) {
      if (inner[k]) {
        place[k] = pivots++;
      }
    }
    int next = pivots;
    for (int k = 0; k < place.length; k++) {
      if (!inner[k]) {
        place[k] = next++;
      }
    }
    return pivots;
  }

  /** Eliminates the first nodes. */
  static Network reduced(int[] ordered, double[] siemens, int pivots) {
    NodeElimination.eliminate(siemens, ordered.length, pivots);
    return new Network(Arrays.copyOfRange(ordered, pivots, ordered.length), siemens, pivots);
  }

  /** Adds all conductances to a larger network. */
  void addTo(double[] larger, int stride, int[] place) {
    int own = stride();
    for (int a = 0; a < size(); a++) {
      int row = (skip + a) * own + skip;
      int pa = place[a];
      for (int b = a + 1; b < size(); b++) {
        int pb = place[b];
        int at = pa < pb ? pa * stride + pb : pb * stride + pa;
        larger[at] += siemens[row + b];
      }
    }
  }
}
