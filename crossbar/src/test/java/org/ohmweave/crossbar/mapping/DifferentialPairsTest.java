package org.ohmweave.crossbar.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmweave.core.InputException;

class DifferentialPairsTest {
  private final DifferentialPairs pairs = new DifferentialPairs(1e-6, 1e-4, 2);

  @Test
  void endsOfTheRange() {
    assertEquals(1e-4, pairs.plus(2), 1e-19);
    assertEquals(1e-6, pairs.minus(2));
    assertEquals(1e-6, pairs.plus(-2));
    assertEquals(1e-4, pairs.minus(-2), 1e-19);
    assertEquals(1e-6, pairs.plus(0));
    assertEquals(1e-6, pairs.minus(0));
    assertEquals(5.05e-5, pairs.plus(1), 1e-19); // half way: (1e-6 + 1e-4) / 2
  }

  @ParameterizedTest
  @ValueSource(doubles = {-2, -1.3, -1e-9, 0, 1e-9, 0.7, 2})
  void thereAndBack(double weight) {
    assertEquals(weight, pairs.weight(pairs.plus(weight) - pairs.minus(weight)), 1e-15);
    assertEquals(1e-6, Math.min(pairs.plus(weight), pairs.minus(weight)));
  }

  @Test
  void scaleOfAMatrix() {
    assertEquals(3, DifferentialPairs.fitting(new double[] {1, -3, 2}, 0, 1).weightMax());
    assertEquals(1, DifferentialPairs.fitting(new double[4], 0, 1).weightMax());
  }

  @Test
  void mistakes() {
    assertThrows(InputException.class, () -> new DifferentialPairs(-1e-9, 1e-4, 1));
    assertThrows(InputException.class, () -> new DifferentialPairs(1e-4, 1e-4, 1));
    assertThrows(InputException.class, () -> new DifferentialPairs(Double.NaN, 1e-4, 1));
    assertThrows(InputException.class, () -> new DifferentialPairs(0, Double.POSITIVE_INFINITY, 1));
    assertThrows(InputException.class, () -> new DifferentialPairs(0, 1, 0));
    assertThrows(
        InputException.class,
        () -> DifferentialPairs.fitting(new double[] {0, Double.NEGATIVE_INFINITY}, 0, 1));
  }
}
