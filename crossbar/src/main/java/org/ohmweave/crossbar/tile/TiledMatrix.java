package org.ohmweave.crossbar.tile;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.crossbar.mapping.DifferentialPairs;

/**
 * A matrix of signed weights in as many tiles as it needs. Every tile converts its own column
 * currents; the tiles that share a weight column are added digitally.
 *
 * <p>Inputs are scaled so that the largest of the first batch drives the read voltage; each tile's
 * ADC takes the largest current of that batch as its full scale. Later batches that exceed these
 * ranges are clipped, and counted.
 */
public final class TiledMatrix {
  private final int rows;
  private final int columns;
  private final TileSettings settings;
  private final DifferentialPairs pairs;
  private final Tile[] tiles;
  private final int tilesDown;
  private final int tilesAcross;
  private final long[] counts = new long[2];
  private double inputMax;
  private long event;

  /**
   * Programs the tiles.
   *
   * @param weights rows x columns, row-major
   * @param noise origin of programming errors and noise
   */
  public TiledMatrix(
      double[] weights, int rows, int columns, TileSettings settings, NoiseSource noise) {
    if (rows < 1 || columns < 1 || weights.length != rows * columns) {
      throw new InputException(
          "a matrix of "
              + rows
              + " x "
              + columns
              + " needs "
              + rows * columns
              + " weights, got "
              + weights.length);
    }
    this.rows = rows;
    this.columns = columns;
    this.settings = settings;
    this.pairs = DifferentialPairs.fitting(weights, settings.gMinSiemens(), settings.gMaxSiemens());
    this.tilesDown = (rows + settings.tileRows() - 1) / settings.tileRows();
    this.tilesAcross = (columns + settings.tileColumns() - 1) / settings.tileColumns();
    this.tiles = new Tile[tilesDown * tilesAcross];
    long site = 0;
    for (int t = 0; t < tiles.length; t++) {
      int height = height(t);
      int width = width(t);
      double[] part = new double[height * width];
      for (int i = 0; i < height; i++) {
        System.arraycopy(weights, (top(t) + i) * columns + left(t), part, i * width, width);
      }
      tiles[t] = new Tile(part, height, width, pairs, settings, noise, site);
      site += 2L * height * width;
    }
  }

  private int top(int tile) {
    return tile / tilesAcross * settings.tileRows();
  }

  private int left(int tile) {
    return tile % tilesAcross * settings.tileColumns();
  }

  private int height(int tile) {
    return Math.min(settings.tileRows(), rows - top(tile));
  }

  private int width(int tile) {
    return Math.min(settings.tileColumns(), columns - left(tile));
  }

  /** Number of tiles. */
  public int tiles() {
    return tiles.length;
  }

  /** Inputs clipped by DACs so far. */
  public long clippedInputs() {
    return counts[0];
  }

  /** Column currents beyond the full scale of their ADC so far. */
  public long saturatedReads() {
    return counts[1];
  }

  /**
   * The product of inputs and weights.
   *
   * @param inputs vectors x rows, row-major, finite
   * @return vectors x columns, row-major, in units of input times weight
   */
  public double[] multiply(double[] inputs, int vectors) {
    if (vectors < 1 || inputs.length != vectors * rows) {
      throw new InputException(
          vectors
              + " input vectors for "
              + rows
              + " rows need "
              + vectors * rows
              + " values, got "
              + inputs.length);
    }
    if (inputMax == 0) {
      inputMax = largest(inputs);
    }
    double[] outputs = new double[vectors * columns];
    double perAmpere = inputMax / settings.readVolts();
    for (int t = 0; t < tiles.length; t++) {
      int height = height(t);
      double[] volts = new double[vectors * height];
      for (int v = 0; v < vectors; v++) {
        for (int i = 0; i < height; i++) {
          volts[v * height + i] = inputs[v * rows + top(t) + i] / perAmpere;
        }
      }
      double[] amps = tiles[t].read(volts, vectors, event, counts);
      int bitLines = tiles[t].bitLines();
      for (int v = 0; v < vectors; v++) {
        for (int j = 0; j < width(t); j++) {
          double difference = amps[v * bitLines + 2 * j] - amps[v * bitLines + 2 * j + 1];
          outputs[v * columns + left(t) + j] += pairs.weight(difference) * perAmpere;
        }
      }
    }
    event += vectors;
    return outputs;
  }

  private static double largest(double[] inputs) {
    double most = 0;
    for (int k = 0; k < inputs.length; k++) {
      if (!Double.isFinite(inputs[k])) {
        throw new InputException("input " + k + " must be finite, got " + inputs[k]);
      }
      most = Math.max(most, Math.abs(inputs[k]));
    }
    return most == 0 ? 1 : most;
  }

  /**
   * What quantisation theory predicts for the rms error of all outputs: an input error of variance
   * step^2/12 through the squared weights, and an ADC error of step^2/12 for every tile and column
   * of a pair. Valid after the first product, for busy signals that do not clip.
   *
   * @param weights rows x columns, as given to the constructor
   */
  public double predictedRms(double[] weights) {
    double perAmpere = inputMax / settings.readVolts();
    double dacStep = settings.dacBits() == 0 ? 0 : inputMax / ((1 << (settings.dacBits() - 1)) - 1);
    double squares = 0;
    for (double w : weights) {
      squares += w * w;
    }
    double variance = squares / columns * dacStep * dacStep / 12;
    for (int t = 0; t < tiles.length; t++) {
      double step = pairs.weight(tiles[t].adcStep()) * perAmpere;
      variance += 2 * step * step / 12 * width(t) / columns;
    }
    return Math.sqrt(variance);
  }
}
