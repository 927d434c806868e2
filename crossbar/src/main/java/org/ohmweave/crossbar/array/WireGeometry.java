package org.ohmweave.crossbar.array;

import org.ohmweave.calibration.WireTable;
import org.ohmweave.core.InputException;

/**
 * Shape and metal of a line, and the resistance of a piece of it: {@code rho L / A}. A barrier of
 * thickness b at both sides and the bottom takes {@code (2 h + w) b} of the cross-section {@code w
 * h} (the corners are counted twice, as the program the table comes from does).
 *
 * @param widthMetres w, {@code > 0}
 * @param heightMetres h, {@code > 0}
 * @param resistivityOhmMetres at the reference temperature, {@code > 0}
 * @param barrierMetres b, {@code >= 0}; 0 = no barrier counted
 * @param perKelvin temperature coefficient of the resistivity
 * @param referenceKelvin where the resistivity holds
 */
public record WireGeometry(
    double widthMetres,
    double heightMetres,
    double resistivityOhmMetres,
    double barrierMetres,
    double perKelvin,
    double referenceKelvin) {
  /** Checks all ranges; something of the cross-section must be left. */
  public WireGeometry {
    positive("width", widthMetres, "m");
    positive("height", heightMetres, "m");
    positive("resistivity", resistivityOhmMetres, "ohm m");
    if (!(barrierMetres >= 0)
        || !(widthMetres * heightMetres > (2 * heightMetres + widthMetres) * barrierMetres)) {
      throw new InputException(
          "the barrier of a line must be zero or positive and leave metal in a cross-section of "
              + widthMetres
              + " m x "
              + heightMetres
              + " m, got "
              + barrierMetres
              + " m");
    }
  }

  /** The line of a technology node of the copper table, barrier counted. */
  public static WireGeometry ofNode(double nodeMetres) {
    return of(WireTable.copper(), nodeMetres);
  }

  /** The line of a node of a table, barrier counted. */
  public static WireGeometry of(WireTable table, double nodeMetres) {
    WireTable.Node node = table.node(nodeMetres);
    return new WireGeometry(
        node.widthMetres(),
        node.widthMetres() * node.aspectRatio(),
        node.resistivityOhmMetres(),
        node.barrierMetres(),
        table.perKelvin(),
        table.referenceKelvin());
  }

  /** The same line as if it were metal throughout. */
  public WireGeometry withoutBarrier() {
    return new WireGeometry(
        widthMetres, heightMetres, resistivityOhmMetres, 0, perKelvin, referenceKelvin);
  }

  /**
   * Resistance of a piece of line.
   *
   * @param lengthMetres {@code > 0}
   * @param kelvin temperature; where the linear law would make the metal a superconductor, it is
   *     refused
   */
  public double ohms(double lengthMetres, double kelvin) {
    positive("length", lengthMetres, "m");
    double factor = 1 + perKelvin * (kelvin - referenceKelvin);
    if (!(factor > 0)) {
      throw new InputException(
          "the linear temperature law of a line ends where its resistance would vanish, at "
              + (referenceKelvin - 1 / perKelvin)
              + " K; got "
              + kelvin
              + " K");
    }
    double area = widthMetres * heightMetres - (2 * heightMetres + widthMetres) * barrierMetres;
    return resistivityOhmMetres * factor * lengthMetres / area;
  }

  /**
   * Resistance between neighbouring cells at the reference temperature.
   *
   * @param pitchWidths distance of cells in line widths; 2 is the densest cross-point cell (4 F^2)
   */
  public double segmentOhms(double pitchWidths) {
    return ohms(pitchWidths * widthMetres, referenceKelvin);
  }

  private static void positive(String what, double value, String unit) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new InputException(
          "the " + what + " of a line must be positive and finite [" + unit + "], got " + value);
    }
  }
}
