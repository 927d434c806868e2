package org.ohmweave.crossbar.effective;

import java.util.Arrays;
import org.ohmweave.core.dense.NodeElimination;

/**
 * A few cells as a network. A cell owns the wire segments to its right and below, so that
 * neighbours share nodes, and the line ends at its nodes.
 */
final class Leaf {
  private final NodeNames names;
  private final int[] nodes;
  private int size;
  private int[] place = new int[0];
  private double[] siemens = new double[0];
  private int stride;

  private Leaf(NodeNames names, int cells) {
    this.names = names;
    this.nodes = new int[8 * cells + 1];
  }

  static Network of(
      NodeNames names, double[] cellSiemens, int top, int bottom, int left, int right) {
    Leaf leaf = new Leaf(names, (bottom - top) * (right - left));
    leaf.visit(cellSiemens, top, bottom, left, right, false);
    leaf.nodes[leaf.size++] = NodeNames.GROUND;
    int count = leaf.size;
    boolean[] inner = new boolean[count];
    for (int k = 0; k < count - 1; k++) {
      inner[k] = names.inner(leaf.nodes[k], top, bottom, left, right);
    }
    leaf.place = new int[count];
    int pivots = Network.order(inner, leaf.place);
    leaf.siemens = new double[NodeElimination.length(count)];
    leaf.stride = NodeElimination.stride(count);
    leaf.visit(cellSiemens, top, bottom, left, right, true);
    int[] ordered = new int[count];
    for (int k = 0; k < count; k++) {
      ordered[leaf.place[k]] = leaf.nodes[k];
    }
    return Network.reduced(ordered, leaf.siemens, pivots);
  }

  private void visit(double[] cellSiemens, int top, int bottom, int left, int right, boolean add) {
    var ends = names.wires.ends();
    int rows = names.rows;
    int columns = names.columns;
    double word = names.oneWordNode() ? 0 : 1 / names.wires.wordOhms();
    double bit = names.oneBitNode() ? 0 : 1 / names.wires.bitOhms();
    for (int i = top; i < bottom; i++) {
      for (int j = left; j < right; j++) {
        int w = names.word(i, j);
        int b = names.bit(i, j);
        edge(w, b, cellSiemens[i * columns + j], add);
        if (word > 0 && j + 1 < columns) {
          edge(w, names.word(i, j + 1), word, add);
        }
        if (bit > 0 && i + 1 < rows) {
          edge(b, names.bit(i + 1, j), bit, add);
        }
        if (j == 0) {
          end(names.driver(i), w, ends.leftOhms()[i], add);
        }
        if (j == columns - 1) {
          end(NodeNames.GROUND, w, ends.rightOhms()[i], add);
        }
        if (i == 0) {
          end(NodeNames.GROUND, b, ends.topOhms()[j], add);
        }
        if (i == rows - 1) {
          end(names.sense(j), b, ends.bottomOhms()[j], add);
        }
      }
    }
  }

  /** A line end; zero resistance has made one node of both already, an open end is none. */
  private void end(int source, int node, double ohms, boolean add) {
    if (ohms > 0 && !Double.isInfinite(ohms)) {
      edge(source, node, 1 / ohms, add);
    }
  }

  private void edge(int a, int b, double value, boolean add) {
    if (!add) {
      see(a);
      see(b);
    } else if (a != b) {
      int pa = place[find(a)];
      int pb = place[find(b)];
      siemens[Math.min(pa, pb) * stride + Math.max(pa, pb)] += value;
    }
  }

  private void see(int node) {
    if (node != NodeNames.GROUND && find(node) < 0) {
      nodes[size++] = node;
    }
  }

  private int find(int node) {
    for (int k = size - 1; k >= 0; k--) {
      if (nodes[k] == node) {
        return k;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return "leaf of nodes " + Arrays.toString(Arrays.copyOf(nodes, size));
  }
}
