package org.ohmweave.crossbar.tile;

import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.effective.EffectiveChoice;
import org.ohmweave.crossbar.mapping.DifferentialPairs;
import org.ohmweave.periphery.ConverterErrors;
import org.ohmweave.periphery.Quantiser;

/**
 * How products are computed in tiles.
 *
 * @param tileRows most word lines of a tile
 * @param tileColumns most weight columns of a tile; each takes two bit lines
 * @param gMinSiemens smallest conductance that a weight asks for
 * @param gMaxSiemens largest conductance that a weight asks for
 * @param readVolts word-line voltage of the largest input
 * @param segmentOhms wire resistance between neighbouring cells on both lines; also of the lead at
 *     the driven and the sensed end; 0 = ideal wires
 * @param dacBits resolution of inputs, 0 = ideal
 * @param adcBits resolution of column currents, 0 = ideal (never saturates)
 * @param programmingSd sd of the natural logarithm of each conductance, drawn once (lognormal; the
 *     median is the target, the mean lies {@code exp(sd^2 / 2)} above it)
 * @param readSd relative sd of each conductance at every read (white, normal, cut at zero)
 * @param converters gains, offsets and noise of the converters
 * @param products whether arrays with wires are solved vector by vector or multiplied with their
 *     effective matrix
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
    double readSd,
    ConverterErrors converters,
    EffectiveChoice products) {
  /** Checks all ranges, those of the parts included. */
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
    if (!(programmingSd >= 0 && programmingSd <= 5)) {
      throw new InputException("the programming error must lie in 0 .. 5, got " + programmingSd);
    }
    if (!(readSd >= 0 && readSd <= 1)) {
      throw new InputException("the read noise must lie in 0 .. 1, got " + readSd);
    }
    new DifferentialPairs(gMinSiemens, gMaxSiemens, 1);
    new Quantiser(dacBits, readVolts, true);
    new Quantiser(adcBits, 1, true);
  }

  /** Converters that quantise and do nothing else. */
  public TileSettings(
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
    this(
        tileRows,
        tileColumns,
        gMinSiemens,
        gMaxSiemens,
        readVolts,
        segmentOhms,
        dacBits,
        adcBits,
        programmingSd,
        readSd,
        ConverterErrors.NONE);
  }

  /** Solves or multiplies, whatever is expected to be cheaper. */
  public TileSettings(
      int tileRows,
      int tileColumns,
      double gMinSiemens,
      double gMaxSiemens,
      double readVolts,
      double segmentOhms,
      int dacBits,
      int adcBits,
      double programmingSd,
      double readSd,
      ConverterErrors converters) {
    this(
        tileRows,
        tileColumns,
        gMinSiemens,
        gMaxSiemens,
        readVolts,
        segmentOhms,
        dacBits,
        adcBits,
        programmingSd,
        readSd,
        converters,
        EffectiveChoice.AUTOMATIC);
  }

  /**
   * Ideal converters, wires and cells: 128 x 64 tiles between 1 and 100 microsiemens, read at 0.1
   * V.
   */
  public static TileSettings ideal() {
    return new TileSettings(128, 64, 1e-6, 1e-4, 0.1, 0, 0, 0, 0, 0);
  }

  /** The same with other tile sizes. */
  public TileSettings withTiles(int mostRows, int mostColumns) {
    return copy(
        mostRows,
        mostColumns,
        gMinSiemens,
        gMaxSiemens,
        segmentOhms,
        dacBits,
        adcBits,
        programmingSd,
        readSd,
        converters);
  }

  /** The same with other resolutions. */
  public TileSettings withBits(int dac, int adc) {
    return copy(
        tileRows,
        tileColumns,
        gMinSiemens,
        gMaxSiemens,
        segmentOhms,
        dac,
        adc,
        programmingSd,
        readSd,
        converters);
  }

  /** The same with other converter errors. */
  public TileSettings withConverters(ConverterErrors errors) {
    return copy(
        tileRows,
        tileColumns,
        gMinSiemens,
        gMaxSiemens,
        segmentOhms,
        dacBits,
        adcBits,
        programmingSd,
        readSd,
        errors);
  }

  /** The same with other wires. */
  public TileSettings withSegmentOhms(double ohms) {
    return copy(
        tileRows,
        tileColumns,
        gMinSiemens,
        gMaxSiemens,
        ohms,
        dacBits,
        adcBits,
        programmingSd,
        readSd,
        converters);
  }

  /** The same with other cells. */
  public TileSettings withCells(double gMin, double gMax, double programming, double read) {
    return copy(
        tileRows,
        tileColumns,
        gMin,
        gMax,
        segmentOhms,
        dacBits,
        adcBits,
        programming,
        read,
        converters);
  }

  private TileSettings copy(
      int mostRows,
      int mostColumns,
      double gMin,
      double gMax,
      double ohms,
      int dac,
      int adc,
      double programming,
      double read,
      ConverterErrors errors) {
    return new TileSettings(
        mostRows,
        mostColumns,
        gMin,
        gMax,
        readVolts,
        ohms,
        dac,
        adc,
        programming,
        read,
        errors,
        products);
  }

  /** The same with the way of computing products forced. */
  public TileSettings withProducts(EffectiveChoice choice) {
    return new TileSettings(
        tileRows,
        tileColumns,
        gMinSiemens,
        gMaxSiemens,
        readVolts,
        segmentOhms,
        dacBits,
        adcBits,
        programmingSd,
        readSd,
        converters,
        choice);
  }
}
