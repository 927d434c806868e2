package org.ohmweave.validation.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.effective.CurrentMatrix;
import org.ohmweave.crossbar.effective.EffectiveChoice;
import org.ohmweave.crossbar.effective.HierarchicalReduction;

/** Updates of low rank on harsh arrays against the matrix computed anew. */
class CurrentMatrixTest {
  private static final int ROWS = 24;
  private static final int COLUMNS = 17;
  private static final Purpose DRAW = NoiseSource.seeded(12).purpose("updates");
  private static final Wires HARSH =
      new Wires(10, 10, Ends.driveLeftSenseBottom(ROWS, COLUMNS, 10, 10));

  private static void same(double[] cells, CurrentMatrix current) {
    double[] anew = HierarchicalReduction.effectiveSiemens(ROWS, COLUMNS, cells, HARSH);
    double most = Arrays.stream(anew).max().orElseThrow();
    assertArrayEquals(anew, current.siemens(), 1e-12 * most);
  }

  @Test
  void manyWrittenCellsStayExact() {
    double[] g = HierarchicalReductionTest.cells(ROWS * COLUMNS, 20, 1e3, 1e5);
    CurrentMatrix current = new CurrentMatrix(ROWS, COLUMNS, g, HARSH);
    for (int k = 0; k < 60; k++) {
      int row = DRAW.below(ROWS, k, 0);
      int column = DRAW.below(COLUMNS, k, 1);
      double value = k % 5 == 0 ? 0 : 1e-3 * DRAW.uniform(k, 2);
      g[row * COLUMNS + column] = value;
      current.write(row, column, value);
      same(g, current);
    }
    assertTrue(current.updates() > 50, current.updates() + " updates");
  }

  @Test
  void aWholeRowOrColumnIsOfLowRank() {
    double[] g = HierarchicalReductionTest.cells(ROWS * COLUMNS, 21, 1e3, 1e5);
    CurrentMatrix current = new CurrentMatrix(ROWS, COLUMNS, g, HARSH);
    double[] row = HierarchicalReductionTest.cells(COLUMNS, 22, 1e3, 1e5);
    int[] at = new int[COLUMNS];
    for (int j = 0; j < COLUMNS; j++) {
      at[j] = 5 * COLUMNS + j;
      g[at[j]] = row[j];
    }
    current.write(at, row, true);
    assertEquals(1, current.updates());
    same(g, current);
    double[] column = HierarchicalReductionTest.cells(ROWS, 23, 1e3, 1e5);
    for (int i = 0; i < ROWS; i++) {
      g[i * COLUMNS + 3] = column[i];
    }
    current.writeColumn(3, column);
    same(g, current);
    current.writeRow(5, column.length > COLUMNS ? Arrays.copyOf(column, COLUMNS) : row);
    System.arraycopy(column, 0, g, 5 * COLUMNS, COLUMNS);
    same(g, current);
  }

  @Test
  void anImpossibleWriteChangesNothing() {
    double[] g = HierarchicalReductionTest.cells(ROWS * COLUMNS, 24, 1e3, 1e5);
    CurrentMatrix current = new CurrentMatrix(ROWS, COLUMNS, g, HARSH);
    assertThrows(InputException.class, () -> current.write(0, 0, -1));
    assertThrows(InputException.class, () -> current.write(ROWS, 0, 1e-4));
    same(g, current);
  }

  /** 52 mild and 22 harsh vectors were measured with EffectiveBreakEven (benchmarks). */
  @Test
  void breakEvenIsNearTheMeasuredOne() {
    for (int harsh = 0; harsh < 2; harsh++) {
      double r = harsh == 1 ? 10 : 1;
      double low = harsh == 1 ? 1e3 : 1e4;
      double[] g = HierarchicalReductionTest.cells(256 * 256, 25, low, 100 * low);
      Wires wires = new Wires(r, r, Ends.driveLeftSenseBottom(256, 256, r, r));
      double vectors = EffectiveChoice.breakEven(256, 256, g, wires);
      assertEquals(harsh == 1 ? 22 : 52, vectors, harsh == 1 ? 5 : 20);
      assertTrue(EffectiveChoice.EFFECTIVE_MATRIX.matrix(256, 256, g, wires, 1));
      assertTrue(!EffectiveChoice.SINGLE_SOLVES.matrix(256, 256, g, wires, 1_000_000));
      assertTrue(!EffectiveChoice.AUTOMATIC.matrix(256, 256, g, wires, 1));
      assertTrue(EffectiveChoice.AUTOMATIC.matrix(256, 256, g, wires, 100));
    }
  }
}
