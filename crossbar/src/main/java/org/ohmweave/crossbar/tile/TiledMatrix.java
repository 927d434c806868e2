package org.ohmweave.crossbar.tile;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.crossbar.mapping.DifferentialPairs;
import org.ohmweave.periphery.Quantiser;

/**
 * A matrix of signed weights in as many tiles as it needs. Every tile converts its own column
 * currents; the tiles that share a weight column are added digitally.
 *
 * <p>The first batch sets the ranges: its largest input drives the read voltage, and each tile's
 * ADC takes the largest current of that batch as its full scale. {@link #calibrate} sets them from
 * representative inputs instead. Later inputs and currents that exceed these ranges are clipped,
 * and counted. A batch of zeros sets nothing, nor does one that leaves all rows of a tile at zero
 * for that tile.
 *
 * <p>Two matrices made with the same noise source have the same errors, cell by cell; give each its
 * own ({@link NoiseSource#trial}). Not for concurrent use.
 */
public final class TiledMatrix {
  private final int rows;
  private final int columns;
  private final TileSettings settings;
  private final DifferentialPairs pairs;
  private final Tile[] tiles;
  private final double meanColumnSquares;
  private final long[] saturated = new long[1];
  private long clipped;
  private double inputMax;
  private long event;

  /**
   * Programs the tiles.
   *
   * @param weights rows x columns, row-major, finite
   * @param noise origin of programming errors, converter errors and noise
   */
  public TiledMatrix(
      double[] weights, int rows, int columns, TileSettings settings, NoiseSource noise) {
    if (rows < 1 || columns < 1 || weights.length != (long) rows * columns) {
      throw new InputException(
          "a matrix of "
              + rows
              + " x "
              + columns
              + " needs "
              + (long) rows * columns
              + " weights, got "
              + weights.length);
    }
    this.rows = rows;
    this.columns = columns;
    this.settings = settings;
    this.pairs = DifferentialPairs.fitting(weights, settings.gMinSiemens(), settings.gMaxSiemens());
    Region[] regions = Region.cut(rows, columns, settings.tileRows(), settings.tileColumns());
    this.tiles = new Tile[regions.length];
    for (int t = 0; t < tiles.length; t++) {
      tiles[t] = new Tile(weights, regions[t], pairs, settings, noise);
    }
    double squares = 0;
    for (double w : weights) {
      squares += w * w;
    }
    this.meanColumnSquares = squares / columns;
  }

  /** Number of rows, the length of an input vector. */
  public int rows() {
    return rows;
  }

  /** Number of weight columns, the length of an output vector. */
  public int columns() {
    return columns;
  }

  /** Number of tiles. */
  public int tiles() {
    return tiles.length;
  }

  /** Inputs beyond the range of the DACs so far, each counted once. */
  public long clippedInputs() {
    return clipped;
  }

  /** Column currents beyond the full scale of their ADC so far. */
  public long saturatedReads() {
    return saturated[0];
  }

  /**
   * Sets all ranges anew from representative inputs. Their reads are events like any other; what
   * they clip is not counted.
   *
   * @param inputs vectors x rows, row-major, finite, not modified
   */
  public void calibrate(double[] inputs, int vectors) {
    check(inputs, vectors);
    long clippedBefore = clipped;
    long saturatedBefore = saturated[0];
    inputMax = 0;
    for (Tile tile : tiles) {
      tile.forgetRange();
    }
    multiply(inputs, vectors);
    clipped = clippedBefore;
    saturated[0] = saturatedBefore;
  }

  /**
   * The product of inputs and weights.
   *
   * @param inputs vectors x rows, row-major, finite, not modified
   * @return vectors x columns, row-major, in units of input times weight
   */
  public double[] multiply(double[] inputs, int vectors) {
    double largest = check(inputs, vectors);
    if (inputMax == 0) {
      inputMax = largest;
    }
    double scale = inputMax == 0 ? 1 : inputMax;
    clipped += largest > scale ? countBeyond(inputs, scale) : 0;
    double[] outputs = new double[vectors * columns];
    for (Tile tile : tiles) {
      Region region = tile.region();
      int height = region.height();
      double[] volts = new double[vectors * height];
      for (int v = 0; v < vectors; v++) {
        for (int i = 0; i < height; i++) {
          volts[v * height + i] =
              inputs[v * rows + region.top() + i] / scale * settings.readVolts();
        }
      }
      double[] amps = tile.read(volts, vectors, event, saturated);
      int bitLines = region.bitLines();
      for (int v = 0; v < vectors; v++) {
        for (int j = 0; j < region.width(); j++) {
          double difference = amps[v * bitLines + 2 * j] - amps[v * bitLines + 2 * j + 1];
          outputs[v * columns + region.left() + j] +=
              pairs.weight(difference / settings.readVolts()) * scale;
        }
      }
    }
    event += vectors;
    return outputs;
  }

  /** Checks a batch and returns its largest input in size. */
  private double check(double[] inputs, int vectors) {
    if (vectors < 1 || inputs.length != (long) vectors * rows) {
      throw new InputException(
          vectors
              + " input vectors for "
              + rows
              + " rows need "
              + (long) vectors * rows
              + " values, got "
              + inputs.length);
    }
    double most = 0;
    for (int k = 0; k < inputs.length; k++) {
      if (!Double.isFinite(inputs[k])) {
        throw new InputException(
            "input " + k % rows + " of vector " + k / rows + " must be finite, got " + inputs[k]);
      }
      most = Math.max(most, Math.abs(inputs[k]));
    }
    return most;
  }

  private long countBeyond(double[] inputs, double scale) {
    Quantiser levels = new Quantiser(settings.dacBits(), scale, true);
    long count = 0;
    for (double input : inputs) {
      count += levels.clips(input) ? 1 : 0;
    }
    return count;
  }

  /**
   * What quantisation theory predicts for the rms error of all outputs: an input error of variance
   * step^2/12 through the squared weights, and an ADC error of step^2/12 for every tile and column
   * of a pair; converter noise adds its own variance in the same two places. For busy signals that
   * do not clip, and once the ranges are set (a tile without a range adds nothing). Wires, cells,
   * gains and offsets are not in it.
   */
  public double predictedRms() {
    double dacStep = new Quantiser(settings.dacBits(), 1, true).step();
    double dacNoise = settings.converters().dacNoise();
    double perInput = (dacStep * dacStep / 12 + dacNoise * dacNoise) * inputMax * inputMax;
    double variance = meanColumnSquares * perInput;
    for (Tile tile : tiles) {
      double outputPerAmpere = pairs.weight(1 / settings.readVolts()) * inputMax;
      double step = tile.adcStep() * outputPerAmpere;
      double noise = settings.converters().adcNoise() * tile.fullScaleAmps() * outputPerAmpere;
      variance += 2 * (step * step / 12 + noise * noise) * tile.region().width() / columns;
    }
    return Math.sqrt(variance);
  }
}
