package org.ohmweave.validation.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.mapping.DifferentialPairs;
import org.ohmweave.crossbar.tile.Product;
import org.ohmweave.crossbar.tile.TileSettings;
import org.ohmweave.crossbar.tile.TiledMatrix;
import org.ohmweave.crossbar.wire.LinearArray;
import org.ohmweave.periphery.ConverterErrors;

/** Errors of cells and converters: what they are, where they are addressed, how they add up. */
class TileErrorsTest {
  private static final int ROWS = 30;
  private static final int COLUMNS = 20;
  private static final NoiseSource NOISE = NoiseSource.seeded(11);
  private final Purpose random = NoiseSource.seeded(42).purpose("test");
  private final double[] weights = uniforms(ROWS * COLUMNS, 0);

  private double[] uniforms(int count, int event) {
    double[] values = new double[count];
    random.uniforms(0, event, values, 0, count);
    return Arrays.stream(values).map(u -> 2 * u - 1).toArray();
  }

  private static double[] identity(int rows) {
    double[] inputs = new double[rows * rows];
    for (int i = 0; i < rows; i++) {
      inputs[i * rows + i] = 1;
    }
    return inputs;
  }

  /** The p-value of a Kolmogorov-Smirnov test against a normal distribution. */
  private static double normality(double mean, double sd, double[] sample) {
    return new KolmogorovSmirnovTest()
        .kolmogorovSmirnovTest(new NormalDistribution(mean, sd), sample);
  }

  /** A cell keeps its errors however the matrix is cut; only the order of sums differs. */
  @Test
  void tilingDoesNotMoveErrors() {
    double[] inputs = uniforms(5 * ROWS, 1);
    TileSettings one = TileSettings.ideal().withCells(1e-6, 1e-4, 0.1, 0.05);
    double[] whole = new TiledMatrix(weights, ROWS, COLUMNS, one, NOISE).multiply(inputs, 5);
    double[] cut =
        new TiledMatrix(weights, ROWS, COLUMNS, one.withTiles(7, 3), NOISE).multiply(inputs, 5);
    assertArrayEquals(whole, cut, 1e-12);
  }

  /**
   * With gMin = 0 and all weights 1 an output of a unit vector is one conductance over its target,
   * whose logarithm is normal around 0; false alarm 1e-4.
   */
  @Test
  void programmingErrorIsLognormal() {
    double[] ones = new double[ROWS * COLUMNS];
    Arrays.fill(ones, 1);
    TileSettings settings = TileSettings.ideal().withCells(0, 1e-4, 0.2, 0);
    double[] g =
        new TiledMatrix(ones, ROWS, COLUMNS, settings, NOISE).multiply(identity(ROWS), ROWS);
    double p = normality(0, 0.2, Arrays.stream(g).map(Math::log).toArray());
    assertTrue(p > 1e-4, "KS p-value " + p);
  }

  /** One cell read 2000 times: normal around its weight, and each read independent of the last. */
  @Test
  void readNoiseIsNormalAndWhite() {
    int reads = 2000;
    double[] inputs = new double[reads];
    Arrays.fill(inputs, 1);
    TileSettings settings = TileSettings.ideal().withCells(0, 1e-4, 0, 0.03);
    double[] y = new TiledMatrix(new double[] {1}, 1, 1, settings, NOISE).multiply(inputs, reads);
    double p = normality(1, 0.03, y);
    assertTrue(p > 1e-4, "KS p-value " + p); // false alarm 1e-4
    double lag =
        new PearsonsCorrelation()
            .correlation(Arrays.copyOf(y, reads - 1), Arrays.copyOfRange(y, 1, reads));
    assertTrue(Math.abs(lag) < 4.5 / Math.sqrt(reads), "lag-1 correlation " + lag); // 7e-6
  }

  /** With wires a noisy read is the network of that read's conductances. */
  @Test
  void noisyReadWithWiresIsTheSolvedNetwork() {
    double sd = 0.1;
    double ohms = 20;
    TileSettings settings = TileSettings.ideal().withCells(1e-6, 1e-4, 0, sd).withSegmentOhms(ohms);
    double[] inputs = uniforms(2 * ROWS, 2);
    inputs[ROWS] = 0; // an undriven row still loads the bit lines
    double[] y = new TiledMatrix(weights, ROWS, COLUMNS, settings, NOISE).multiply(inputs, 2);
    double inputMax = Arrays.stream(inputs).map(Math::abs).max().orElseThrow();
    DifferentialPairs pairs = DifferentialPairs.fitting(weights, 1e-6, 1e-4);
    int lines = 2 * COLUMNS;
    Ends ends = Ends.driveLeftSenseBottom(ROWS, lines, ohms, ohms);
    for (int v = 0; v < 2; v++) {
      double[] siemens = new double[ROWS * lines];
      for (int k = 0; k < siemens.length; k++) {
        double w = weights[k / 2];
        double quiet = k % 2 == 0 ? pairs.plus(w) : pairs.minus(w);
        siemens[k] = quiet * (1 + sd * NOISE.purpose("read-noise").gaussian(k, v));
      }
      double[] volts = new double[ROWS];
      for (int i = 0; i < ROWS; i++) {
        volts[i] = inputs[v * ROWS + i] / inputMax * 0.1;
      }
      double[] amps =
          new LinearArray(ROWS, lines, siemens, new Wires(ohms, ohms, ends))
              .solve(Drive.left(volts, lines))
              .bottomAmps();
      for (int j = 0; j < COLUMNS; j++) {
        double expected = pairs.weight(amps[2 * j] - amps[2 * j + 1]) * inputMax / 0.1;
        assertEquals(expected, y[v * COLUMNS + j], 1e-10);
      }
    }
  }

  /** Single vectors go through solves at first, then through the effective matrix. */
  @Test
  void oneByOneOrAllAtOnce() {
    TileSettings settings = TileSettings.ideal().withSegmentOhms(5);
    int vectors = 2 * ROWS;
    double[] inputs = uniforms(vectors * ROWS, 3);
    inputs[0] = 1; // both take their range from the first vector
    double[] all =
        new TiledMatrix(weights, ROWS, COLUMNS, settings, NOISE).multiply(inputs, vectors);
    TiledMatrix matrix = new TiledMatrix(weights, ROWS, COLUMNS, settings, NOISE);
    for (int v = 0; v < vectors; v++) {
      double[] one = matrix.multiply(Arrays.copyOfRange(inputs, v * ROWS, (v + 1) * ROWS), 1);
      assertArrayEquals(Arrays.copyOfRange(all, v * COLUMNS, (v + 1) * COLUMNS), one, 1e-10);
    }
  }

  /** Each DAC has its own gain: row i of the matrix comes out scaled by it. */
  @Test
  void gainsOfTheDacsScaleRows() {
    ConverterErrors errors = new ConverterErrors(0.02, 0, 0, 0, 0, 0);
    double[] y =
        new TiledMatrix(weights, ROWS, COLUMNS, TileSettings.ideal().withConverters(errors), NOISE)
            .multiply(identity(ROWS), ROWS);
    Purpose parts = NOISE.purpose("dac-parts");
    for (int k = 0; k < y.length; k++) {
      double gain = 1 + 0.02 * parts.gaussian(k / COLUMNS, 0);
      assertEquals(weights[k] * gain, y[k], 1e-13);
    }
  }

  /** With nothing driven, an output is the difference of two ADC offsets. */
  @Test
  void offsetsOfTheAdcsAdd() {
    ConverterErrors errors = new ConverterErrors(0, 0, 0, 0, 0.01, 0);
    TiledMatrix matrix =
        new TiledMatrix(
            new double[] {1, -1}, 1, 2, TileSettings.ideal().withConverters(errors), NOISE);
    matrix.calibrate(new double[] {1}, 1); // full scale = gMax times the read voltage
    double[] y = matrix.multiply(new double[] {0}, 1);
    Purpose parts = NOISE.purpose("adc-parts");
    for (int j = 0; j < 2; j++) {
      double difference = parts.gaussian(2 * j, 1) - parts.gaussian(2 * j + 1, 1);
      assertEquals(0.01 * difference * 1e-4 / (1e-4 - 1e-6), y[j], 1e-14);
    }
  }

  /**
   * Noise of the converters adds to the prediction. 400 x 20 outputs: the rms has a sampling sd of
   * 0.8 % at most; 5 % is six sd, a false alarm of 1e-9.
   */
  @Test
  void noiseOfConvertersFollowsTheory() {
    double[] inputs = uniforms(400 * ROWS, 4);
    for (ConverterErrors errors :
        new ConverterErrors[] {
          new ConverterErrors(0, 0, 0.01, 0, 0, 0),
          new ConverterErrors(0, 0, 0, 0, 0, 0.01),
          new ConverterErrors(0, 0, 0.005, 0, 0, 0.004)
        }) {
      TileSettings settings =
          TileSettings.ideal().withTiles(16, 8).withBits(8, 8).withConverters(errors);
      TiledMatrix matrix = new TiledMatrix(weights, ROWS, COLUMNS, settings, NOISE);
      Product p = Product.of(matrix, inputs, 400, weights, COLUMNS);
      assertEquals(1, p.rmsError() / matrix.predictedRms(), 0.05, errors.toString());
    }
  }
}
