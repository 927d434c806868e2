package org.ohmweave.crossbar.spice;

/** Resistors, or sources with {@code i = g v0 sinh(v / v0)}. */
public final class OhmicCells implements SpiceCells {
  private final double[] siemens;
  private final double sinhVolts;

  /**
   * Cells.
   *
   * @param siemens small-signal conductances, row-major, {@code >= 0}
   * @param sinhVolts v0; 0 = ohmic cells
   */
  public OhmicCells(double[] siemens, double sinhVolts) {
    this.siemens = siemens.clone();
    this.sinhVolts = sinhVolts;
  }

  @Override
  public String definitions() {
    return "";
  }

  @Override
  public String cell(int cell, String name, String wordNode, String bitNode) {
    double g = siemens[cell];
    if (g == 0) {
      return "";
    }
    if (sinhVolts == 0) {
      return "Rc" + name + " " + wordNode + " " + bitNode + " " + 1 / g + "\n";
    }
    String volts = "V(" + wordNode + "," + bitNode + ")";
    return "Bc"
        + name
        + " "
        + wordNode
        + " "
        + bitNode
        + " I="
        + g * sinhVolts
        + "*sinh("
        + volts
        + "/"
        + sinhVolts
        + ")\n";
  }
}
