package org.ohmweave.crossbar.spice;

/** The cells of a netlist: what they need beforehand, and each cell between its two nodes. */
public interface SpiceCells {
  /** Definitions that stand before the first cell, ending with a line break; may be empty. */
  String definitions();

  /**
   * Lines of one cell, ending with a line break; empty for a cell that conducts nothing.
   *
   * @param cell index, row-major
   * @param name unique in the netlist: {@code "3_5"}
   */
  String cell(int cell, String name, String wordNode, String bitNode);
}
