package org.ohmweave.crossbar.tile;

import org.ohmweave.core.InputException;

/**
 * How products are computed in tiles.
 *
 * @param tileRows most word lines of a tile
 * @param tileColumns most weight columns of a tile; each takes two bit lines
 * @param gMinSiemens smallest conductance of a cell
 * @param gMaxSiemens largest conductance of a cell
 * @param readVolts word-line voltage of the largest input
 * @param segmentOhms wire resistance between neighbouring cells on both lines; also of the lead at
 *     the driven and the sensed end; 0 = ideal wires
 * @param dacBits resolution of inputs, 0 = ideal
 * @param adcBits resolution of column currents, 0 = ideal
 * @param programmingSd relative sd of each conductance around its target (lognormal), drawn once
 * @param readSd relative sd of each conductance at every read (white, normal)
 */
public record TileSettings(
    int tileRows,
    int tileColumns,
    double gMinSiemens,
    double gMaxSiemens,
    double readVolts,
    double segmentOhms,
    int dacBits,
    int adcBits,
    double programmingSd,
    double readSd) {
  /** Checks all ranges that the parts do not check themselves. */
  public TileSettings {
    if (tileRows < 1 || tileColumns < 1) {
      throw new InputException(
          "a tile needs at least one row and one column, got " + tileRows + " x " + tileColumns);
    }
    if (!(readVolts > 0) || Double.isInfinite(readVolts)) {
      throw new InputException(
          "the read voltage must be positive and finite [V], got " + readVolts);
    }
    if (!(segmentOhms >= 0) || Double.isInfinite(segmentOhms)) {
      throw new InputException(
          "wire resistance must be zero or positive and finite [ohm], got " + segmentOhms);
    }
    if (!(programmingSd >= 0) || !(readSd >= 0) || programmingSd > 5 || readSd > 5) {
      throw new InputException(
          "relative errors of conductances must lie in 0..5, got "
              + programmingSd
              + " and "
              + readSd);
    }
  }

  /**
   * Ideal converters, wires and cells: 128 x 64 tiles between 1 and 100 microsiemens, read at 0.1
   * V.
   */
  public static TileSettings ideal() {
    return new TileSettings(128, 64, 1e-6, 1e-4, 0.1, 0, 0, 0, 0, 0);
  }

  /** The same with other converters. */
  public TileSettings withBits(int dac, int adc) {
    return new TileSettings(
        tileRows,
        tileColumns,
        gMinSiemens,
        gMaxSiemens,
        readVolts,
        segmentOhms,
        dac,
        adc,
        programmingSd,
        readSd);
  }

  /** The same with other wires. */
  public TileSettings withSegmentOhms(double ohms) {
    return new TileSettings(
        tileRows,
        tileColumns,
        gMinSiemens,
        gMaxSiemens,
        readVolts,
        ohms,
        dacBits,
        adcBits,
        programmingSd,
        readSd);
  }

  /** The same with other cells. */
  public TileSettings withCells(double gMin, double gMax, double programming, double read) {
    return new TileSettings(
        tileRows,
        tileColumns,
        gMin,
        gMax,
        readVolts,
        segmentOhms,
        dacBits,
        adcBits,
        programming,
        read);
  }
}
