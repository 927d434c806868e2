package org.ohmweave.validation.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.crossbar.tile.Product;
import org.ohmweave.crossbar.tile.TileSettings;
import org.ohmweave.crossbar.tile.TiledMatrix;

/** How ranges are set, what happens beyond them, and what is refused. Two rows, one column. */
class TileRangesTest {
  private static final double[] ONES = {1, 1};
  private static final double[] FIRST = {1, 0};
  private static final double[] BOTH = {1, 1};

  private static TiledMatrix matrix(TileSettings settings) {
    return new TiledMatrix(ONES, 2, 1, settings, NoiseSource.seeded(1));
  }

  /** Full scale is one cell at gMax; two of them saturate the positive column, gMin does not. */
  @Test
  void saturatedReadsAreCountedOneByOne() {
    TiledMatrix matrix = matrix(TileSettings.ideal().withCells(0, 1e-4, 0, 0).withBits(0, 8));
    matrix.calibrate(FIRST, 1);
    assertEquals(0, matrix.saturatedReads());
    double[] y = matrix.multiply(new double[] {1, 1, 0.5, 0.5, 0.6, 0.5}, 3);
    assertEquals(2, matrix.saturatedReads()); // 2 and 1.1 of full scale; 1.0 is still a level
    assertArrayEquals(new double[] {1, 1, 1}, y, 1e-15);
  }

  @Test
  void anIdealAdcNeverSaturates() {
    TiledMatrix matrix = matrix(TileSettings.ideal());
    matrix.multiply(FIRST, 1);
    assertEquals(2, matrix.multiply(BOTH, 1)[0], 1e-14);
    assertEquals(0, matrix.saturatedReads());
  }

  /** An input goes to every tile across, but is counted once. */
  @Test
  void clippedInputsAreCountedOnce() {
    TiledMatrix matrix =
        new TiledMatrix(
            new double[] {1, 1, 1, 1, 1, 1},
            2,
            3,
            TileSettings.ideal().withTiles(2, 1),
            NoiseSource.seeded(1));
    assertEquals(3, matrix.tiles());
    matrix.multiply(BOTH, 1);
    double[] y = matrix.multiply(new double[] {3, -0.5}, 1);
    assertEquals(1, matrix.clippedInputs());
    assertEquals(0.5, y[2], 1e-14); // 3 is driven as 1
  }

  @Test
  void zerosSetNoRange() {
    TileSettings settings = TileSettings.ideal().withBits(6, 6);
    TiledMatrix matrix = matrix(settings);
    assertEquals(0, matrix.predictedRms());
    assertEquals(0, matrix.multiply(new double[2], 1)[0]);
    double[] later = {7, -3};
    assertArrayEquals(matrix(settings).multiply(later, 1), matrix.multiply(later, 1));
    assertEquals(0, matrix.clippedInputs() + matrix.saturatedReads());
  }

  /** The lower tile sees only zeros at first; it is ranged by the first batch that drives it. */
  @Test
  void aSilentTileWaitsForItsRange() {
    TiledMatrix matrix = matrix(TileSettings.ideal().withTiles(1, 1).withBits(0, 8));
    matrix.multiply(FIRST, 1);
    double[] y = matrix.multiply(new double[] {0, 0.01}, 1);
    assertEquals(0.01, y[0], 1e-4); // a range for 1 would leave 0.01 an error of up to 0.004
  }

  @Test
  void aProductCountsItsOwnClips() {
    TiledMatrix matrix = matrix(TileSettings.ideal());
    matrix.calibrate(BOTH, 1);
    assertEquals(2, Product.of(matrix, new double[] {2, 2}, 1, ONES, 1).clippedInputs());
    assertEquals(1, Product.of(matrix, new double[] {2, 1}, 1, ONES, 1).clippedInputs());
    assertEquals(3, matrix.clippedInputs());
  }

  /** Weights of zero whose cells err: no signal, so no effective bit. */
  @Test
  void errorWithoutSignalIsNotPerfect() {
    double[] zeros = {0, 0};
    TiledMatrix matrix =
        new TiledMatrix(
            zeros, 2, 1, TileSettings.ideal().withCells(1e-6, 1e-4, 0.1, 0), NoiseSource.seeded(1));
    Product p = Product.of(matrix, BOTH, 1, zeros, 1);
    assertTrue(p.rmsError() > 0);
    assertEquals(0, p.effectiveBits());
    assertEquals(Double.POSITIVE_INFINITY, p.relativeError());
  }

  @Test
  void hugeAndTinyInputsKeepTheirScale() {
    for (double scale : new double[] {1e-300, 1e300}) {
      double[] y = matrix(TileSettings.ideal()).multiply(new double[] {scale, scale / 2}, 1);
      assertEquals(1.5, y[0] / scale, 1e-14);
    }
  }

  @Test
  void mistakes() {
    TiledMatrix matrix = matrix(TileSettings.ideal());
    matrix.multiply(BOTH, 1);
    double[] late = {1, Double.NaN};
    String said = assertThrows(InputException.class, () -> matrix.multiply(late, 1)).getMessage();
    assertTrue(said.contains("input 1 of vector 0"), said);
    assertThrows(InputException.class, () -> matrix.multiply(BOTH, 2));
    assertThrows(InputException.class, () -> Product.of(matrix, BOTH, 1, ONES, 2));
    assertThrows(InputException.class, () -> Product.of(matrix, BOTH, 1, ONES, 0));
    TileSettings ideal = TileSettings.ideal();
    assertThrows(InputException.class, () -> ideal.withBits(1, 8));
    assertThrows(InputException.class, () -> ideal.withBits(8, 25));
    assertThrows(InputException.class, () -> ideal.withCells(1e-4, 1e-6, 0, 0));
    assertThrows(InputException.class, () -> ideal.withCells(1e-6, 1e-4, 0, Double.NaN));
    assertThrows(InputException.class, () -> ideal.withSegmentOhms(Double.NaN));
    assertThrows(InputException.class, () -> ideal.withTiles(0, 1));
  }
}
