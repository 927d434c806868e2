package org.ohmweave.validation.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.tile.Product;
import org.ohmweave.crossbar.tile.TileSettings;
import org.ohmweave.crossbar.tile.TiledMatrix;
import org.ohmweave.crossbar.wire.LinearArray;

/** Products in tiles against double arithmetic and against quantisation theory. */
class TiledProductTest {
  private static final int ROWS = 300;
  private static final int COLUMNS = 200;
  private final Purpose random = NoiseSource.seeded(42).purpose("test");
  private final double[] weights = gaussians(ROWS * COLUMNS, 0);

  private double[] gaussians(int count, int event) {
    double[] values = new double[count];
    random.gaussians(0, event, values, 0, count);
    return values;
  }

  private double[] uniforms(int count, int event) {
    double[] values = new double[count];
    for (int k = 0; k < count; k++) {
      values[k] = 2 * random.uniform(k, event) - 1;
    }
    return values;
  }

  private Product product(TileSettings settings, double[] inputs) {
    int vectors = inputs.length / ROWS;
    TiledMatrix matrix = new TiledMatrix(weights, ROWS, COLUMNS, settings, NoiseSource.seeded(1));
    return Product.of(matrix, inputs, vectors, weights, COLUMNS);
  }

  @Test
  void idealPartsGiveTheFloatProduct() {
    double[] inputs = gaussians(20 * ROWS, 1);
    TiledMatrix matrix =
        new TiledMatrix(weights, ROWS, COLUMNS, TileSettings.ideal(), NoiseSource.seeded(1));
    assertEquals(12, matrix.tiles());
    Product p = Product.of(matrix, inputs, 20, weights, COLUMNS);
    double largest = 0;
    for (double y : p.reference()) {
      largest = Math.max(largest, Math.abs(y));
    }
    assertTrue(p.maxError() <= 1e-12 * largest, p.maxError() / largest + " of the largest output");
    assertEquals(0, p.saturatedReads() + p.clippedInputs());
  }

  /**
   * 400 vectors x 200 columns: the sampling error of the rms is well below 1 %; theory must hold
   * within 10 %.
   */
  @ParameterizedTest
  @CsvSource({"8, 8", "8, 0", "0, 8", "6, 8", "10, 10"})
  void errorFollowsQuantisationTheory(int dacBits, int adcBits) {
    double[] inputs = uniforms(400 * ROWS, 2);
    TileSettings settings = TileSettings.ideal().withBits(dacBits, adcBits);
    TiledMatrix matrix = new TiledMatrix(weights, ROWS, COLUMNS, settings, NoiseSource.seeded(1));
    Product p = Product.of(matrix, inputs, 400, weights, COLUMNS);
    double ratio = p.rmsError() / matrix.predictedRms();
    assertTrue(ratio > 0.9 && ratio < 1.1, "measured over predicted " + ratio);
  }

  @Test
  void wiresAreTheSolvedNetwork() {
    int rows = 20;
    int columns = 6;
    double[] small = gaussians(rows * columns, 3);
    double[] inputs = uniforms(3 * rows, 4);
    TileSettings settings = TileSettings.ideal().withSegmentOhms(5);
    double[] y =
        new TiledMatrix(small, rows, columns, settings, NoiseSource.seeded(1)).multiply(inputs, 3);
    double most = 0;
    for (double w : small) {
      most = Math.max(most, Math.abs(w));
    }
    double inputMax = 0;
    for (double x : inputs) {
      inputMax = Math.max(inputMax, Math.abs(x));
    }
    double[] siemens = new double[rows * 2 * columns];
    for (int k = 0; k < small.length; k++) {
      siemens[2 * k] = 1e-6 + Math.max(0, small[k]) / most * (1e-4 - 1e-6);
      siemens[2 * k + 1] = 1e-6 + Math.max(0, -small[k]) / most * (1e-4 - 1e-6);
    }
    LinearArray array =
        new LinearArray(
            rows,
            2 * columns,
            siemens,
            new Wires(5, 5, Ends.driveLeftSenseBottom(rows, 2 * columns, 5, 5)));
    double[] volts = new double[inputs.length];
    for (int k = 0; k < volts.length; k++) {
      volts[k] = inputs[k] / inputMax * 0.1;
    }
    double[] amps = array.bottomAmps(volts, 3);
    for (int v = 0; v < 3; v++) {
      for (int j = 0; j < columns; j++) {
        double difference = amps[v * 2 * columns + 2 * j] - amps[v * 2 * columns + 2 * j + 1];
        double expected = difference / (1e-4 - 1e-6) * most * inputMax / 0.1;
        assertEquals(expected, y[v * columns + j], 1e-9);
      }
    }
  }

  @Test
  void moreWireMoreError() {
    double[] inputs = uniforms(4 * ROWS, 5);
    double last = -1;
    for (double ohms : new double[] {0, 0.1, 1, 10}) {
      double error = product(TileSettings.ideal().withSegmentOhms(ohms), inputs).relativeError();
      assertTrue(error > last, ohms + " ohm: " + error);
      last = error;
    }
  }

  /**
   * Independent normal errors of relative sd s add variance s^2 sum (x g)^2 to each column current.
   * The mean square of 100 x 200 nearly normal outputs has a sampling sd of at most 1 %, the rms
   * half of it; 5 % is ten sd, a false alarm below 1e-20.
   */
  @Test
  void readNoiseAddsItsVariance() {
    double[] inputs = uniforms(100 * ROWS, 6);
    double sd = 0.02;
    Product p = product(TileSettings.ideal().withCells(1e-6, 1e-4, 0, sd), inputs);
    double most = 0;
    for (double w : weights) {
      most = Math.max(most, Math.abs(w));
    }
    double gSquares = 0;
    double span = 1e-4 - 1e-6;
    for (double w : weights) {
      double a = 1e-6 + Math.max(0, w) / most * span;
      double b = 1e-6 + Math.max(0, -w) / most * span;
      gSquares += (a * a + b * b) * most * most / span / span;
    }
    double xSquares = 0;
    for (double x : inputs) {
      xSquares += x * x;
    }
    double predicted = sd * Math.sqrt(gSquares / COLUMNS * xSquares / inputs.length);
    assertEquals(predicted, p.rmsError(), 0.05 * predicted);
  }

  @Test
  void sameSeedSameBits() {
    double[] inputs = uniforms(2 * ROWS, 7);
    TileSettings noisy = TileSettings.ideal().withCells(1e-6, 1e-4, 0.05, 0.02);
    assertArrayEquals(product(noisy, inputs).outputs(), product(noisy, inputs).outputs());
  }

  @Test
  void laterBatchesBeyondTheRangeAreCounted() {
    TiledMatrix matrix =
        new TiledMatrix(weights, ROWS, COLUMNS, TileSettings.ideal(), NoiseSource.seeded(1));
    double[] inputs = uniforms(ROWS, 8);
    matrix.multiply(inputs, 1);
    assertEquals(0, matrix.clippedInputs());
    for (int k = 0; k < ROWS; k++) {
      inputs[k] *= 3;
    }
    matrix.multiply(inputs, 1);
    assertTrue(matrix.clippedInputs() > 0);
  }

  @Test
  void mistakes() {
    assertThrows(
        InputException.class,
        () -> new TiledMatrix(new double[5], 2, 3, TileSettings.ideal(), NoiseSource.seeded(1)));
    double[] bad = {1, Double.NaN};
    assertThrows(
        InputException.class,
        () -> new TiledMatrix(bad, 1, 2, TileSettings.ideal(), NoiseSource.seeded(1)));
  }
}
