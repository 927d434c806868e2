package org.ohmweave.device.integrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Against flows whose path is known in closed form. */
class ChebyshevTimeTest {
  private final ChebyshevTime time = new ChebyshevTime();

  @Test
  void constantPace() {
    for (double seconds : new double[] {1e-18, 1e-6, 1, 30}) {
      assertEquals(seconds / 3, time.pathAfter(s -> 3, seconds, 100), 1e-14 * seconds);
    }
    assertEquals(5, time.pathAfter(s -> 3, 1e9, 5));
  }

  /** Time 1/20 (1 - exp(-20 s)): a runaway that ends the path a moment after 50 ms. */
  @Test
  void runaway() {
    for (double path : new double[] {1e-9, 0.01, 0.3, 1, 1.2}) {
      double seconds = -Math.expm1(-20 * path) / 20;
      double found = time.pathAfter(s -> Math.exp(-20 * s), seconds, 7);
      // 1e-10 of the time moves the end by 1e-10 seconds / pace
      assertEquals(path, found, 1e-10 * path + 2e-10 * seconds / Math.exp(-20 * path));
    }
    assertEquals(7, time.pathAfter(s -> Math.exp(-20 * s), 0.06, 7));
  }

  /**
   * A kink in the pace, as where a barrier reaches zero: time s for s < 0.3, then twice as long.
   */
  @Test
  void kink() {
    DoubleUnaryOperator pace = s -> s < 0.3 ? 1 : 2;
    assertEquals(0.29, time.pathAfter(pace, 0.29, 10), 1e-9);
    assertEquals(1.3, time.pathAfter(pace, 2.3, 10), 1e-9);
  }

  /** Splitting a time is consistent; evaluations stay few. */
  @Test
  void economy() {
    int[] calls = new int[1];
    DoubleUnaryOperator pace =
        s -> {
          calls[0]++;
          return 1 + 1e4 / (1 + Math.exp(12 * (s - 2)));
        };
    double whole = time.pathAfter(pace, 3e4, 50);
    int used = calls[0];
    double first = time.pathAfter(pace, 1e4, 50);
    double second = time.pathAfter(s -> pace.applyAsDouble(first + s), 2e4, 50 - first);
    assertEquals(whole, first + second, 1e-5); // 1e-10 of 2e4 s at 1 path per second
    assertTrue(used < 600, "evaluations: " + used);
  }
}
