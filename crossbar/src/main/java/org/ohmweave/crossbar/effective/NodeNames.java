package org.ohmweave.crossbar.effective;

import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;

/**
 * Numbers of the network's nodes. Nodes that zero resistance joins have one number, so that ideal
 * wires, drivers and sense amplifiers need no large conductances.
 */
final class NodeNames {
  static final int GROUND = Integer.MAX_VALUE;

  final int rows;
  final int columns;
  final Wires wires;
  private final int cells;

  NodeNames(int rows, int columns, Wires wires) {
    this.rows = rows;
    this.columns = columns;
    this.wires = wires;
    this.cells = rows * columns;
    for (int i = 0; i < rows; i++) {
      if (oneWordNode() && wires.ends().leftOhms()[i] == 0 && wires.ends().rightOhms()[i] == 0) {
        throw new InputException(
            "word line "
                + i
                + " joins the ideal sources of both ends without resistance; give one end a resistance above 0 ohm");
      }
    }
  }

  boolean oneWordNode() {
    return wires.wordOhms() == 0 || columns == 1;
  }

  boolean oneBitNode() {
    return wires.bitOhms() == 0 || rows == 1;
  }

  /** Source at the left of a word line. */
  int driver(int row) {
    return 2 * cells + row;
  }

  /** Source at the bottom of a bit line. */
  int sense(int column) {
    return 2 * cells + rows + column;
  }

  int word(int row, int column) {
    Ends ends = wires.ends();
    boolean one = oneWordNode();
    if (ends.rightOhms()[row] == 0 && (one || column == columns - 1)) {
      return GROUND;
    }
    if (ends.leftOhms()[row] == 0 && (one || column == 0)) {
      return driver(row);
    }
    return row * columns + (one ? 0 : column);
  }

  int bit(int row, int column) {
    Ends ends = wires.ends();
    boolean one = oneBitNode();
    if (ends.topOhms()[column] == 0 && (one || row == 0)) {
      return GROUND;
    }
    if (ends.bottomOhms()[column] == 0 && (one || row == rows - 1)) {
      return sense(column);
    }
    return cells + (one ? 0 : row) * columns + column;
  }

  /** Whether a node of a region has no connection beyond it. */
  boolean inner(int node, int top, int bottom, int left, int right) {
    if (node >= 2 * cells) {
      return false;
    }
    if (node < cells) {
      int column = node % columns;
      return oneWordNode()
          ? left == 0 && right == columns
          : (column != left || left == 0) && column != right;
    }
    int row = (node - cells) / columns;
    return oneBitNode() ? top == 0 && bottom == rows : (row != top || top == 0) && row != bottom;
  }
}
