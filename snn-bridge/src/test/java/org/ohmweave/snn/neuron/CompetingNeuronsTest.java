package org.ohmweave.snn.neuron;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CompetingNeuronsTest {

  private static CompetingNeurons rested(int count) {
    CompetingNeurons neurons = new CompetingNeurons(count, 0.06, 1e-3, 0.01);
    neurons.rest();
    return neurons;
  }

  /** Without input v(t) = v(0) exp(-t / tau): half a time constant in 30 steps. */
  @Test
  void potentialsDecayExponentially() {
    CompetingNeurons neurons = rested(1);
    neurons.potential()[0] = 2;
    for (int step = 0; step < 30; step++) {
      assertTrue(neurons.integrates(step));
    }
    assertEquals(2 * Math.exp(-0.5), neurons.potential()[0], 1e-14);
  }

  /**
   * Regular input of size w every k steps settles, just after a spike, at the geometric sum w / (1
   * - exp(-k dt / tau)).
   */
  @Test
  void regularInputSettlesAtTheGeometricSum() {
    CompetingNeurons neurons = rested(1);
    double peak = 0;
    for (int step = 0; step < 3000; step++) {
      assertTrue(neurons.integrates(step));
      if (step % 45 == 0) {
        neurons.potential()[0] += 0.7;
        peak = neurons.potential()[0];
      }
    }
    assertEquals(0.7 / (1 - Math.exp(-45.0 / 60)), peak, 1e-13);
  }

  /** Not the highest potential wins, but the one furthest above its own threshold; all reset. */
  @Test
  void theOneFurthestAboveItsThresholdFires() {
    CompetingNeurons neurons = rested(3);
    neurons.potential()[0] = 5;
    neurons.potential()[1] = 1.5;
    neurons.potential()[2] = 6;
    assertEquals(0, neurons.fire(new double[] {1, 1, 3}, 30));
    assertArrayEquals(new double[3], neurons.potential());
  }

  @Test
  void reachingTheThresholdIsNotExceedingIt() {
    CompetingNeurons neurons = rested(2);
    neurons.potential()[0] = 1;
    assertEquals(-1, neurons.fire(new double[] {1, 1}, 0));
    assertEquals(1, neurons.potential()[0], "no spike, no reset");
    neurons.potential()[0] = Math.nextUp(1.0);
    assertEquals(0, neurons.fire(new double[] {1, 1}, 0));
  }

  @Test
  void theLowestOfEqualsFires() {
    CompetingNeurons neurons = rested(3);
    Arrays.fill(neurons.potential(), 2);
    assertEquals(1, neurons.fire(new double[] {1.5, 1, 1}, 0));
  }

  /** 10 ms of 1 ms steps: steps 31 to 40 after a spike in step 30. */
  @Test
  void inhibitionLastsItsTimeAndEndsWithAPresentation() {
    CompetingNeurons neurons = rested(1);
    neurons.potential()[0] = 2;
    assertEquals(0, neurons.fire(new double[] {1}, 30));
    for (int step = 31; step <= 40; step++) {
      assertFalse(neurons.integrates(step), "step " + step);
    }
    assertTrue(neurons.integrates(41));
    neurons.potential()[0] = 2;
    assertEquals(0, neurons.fire(new double[] {1}, 345));
    neurons.rest();
    assertTrue(neurons.integrates(0));
    assertEquals(0, neurons.potential()[0]);
  }
}
