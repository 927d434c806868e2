package org.ohmweave.crossbar.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.cell.CellLaw;
import org.ohmweave.crossbar.cell.ExponentialSelector;
import org.ohmweave.crossbar.cell.SinhLaw;

/** The second stage alone reaches the answer of the first. */
class ContentDescentTest {
  private static final int N = 8;

  @Test
  void theLineSearchFindsTheSameSolution() {
    double[] g = new double[N * N];
    for (int k = 0; k < g.length; k++) {
      g[k] = 1e-5 * (1 + k % 7);
    }
    double[] left = new double[N];
    Arrays.fill(left, 1);
    Drive drive = Drive.left(left, N);
    Wires wires = new Wires(5, 5, Ends.driveLeftSenseBottom(N, N, 5, 5));
    for (CellLaw law : List.of(new SinhLaw(g, 0.1), new ExponentialSelector(1e-12, 0.1))) {
      ArraySolution expected = new NewtonArray(N, N, law, wires).solve(drive);
      NewtonArray array = new NewtonArray(N, N, law, wires);
      array.allow(1);
      ArraySolution found = new ContentDescent(array, drive).run(200);
      assertNotNull(found);
      double largest = Arrays.stream(expected.bottomAmps()).max().orElse(0);
      assertArrayEquals(expected.bottomAmps(), found.bottomAmps(), 1e-9 * largest);
      assertTrue(array.report().searchSteps() > 0, array.report().toString());
    }
  }
}
