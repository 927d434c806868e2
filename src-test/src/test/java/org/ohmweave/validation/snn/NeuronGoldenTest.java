package org.ohmweave.validation.snn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.snn.neuron.CompetingNeurons;
import org.ohmweave.validation.Golden;

/**
 * One neuron alone is a leaky integrate-and-fire neuron whose refractory time is the inhibition;
 * compared with golden/snn, the closed form.
 */
class NeuronGoldenTest {
  private static final double STEP_MS = 0.01;
  private static final double ONSET_MS = 20;

  /** Times of the spikes under a constant current, ms; potentials in mV above rest. */
  private static List<Double> spikes(double nanoamps) {
    double megohms = 10;
    double[] threshold = {15};
    CompetingNeurons neuron = new CompetingNeurons(1, 10e-3, STEP_MS * 1e-3, 2e-3);
    neuron.rest();
    double input = megohms * nanoamps * (1 - Math.exp(-STEP_MS / 10));
    List<Double> times = new ArrayList<>();
    for (int step = 0; step < 20_000; step++) {
      if (neuron.integrates(step)) {
        neuron.potential()[0] += input;
        if (neuron.fire(threshold, step) == 0) {
          times.add(ONSET_MS + (step + 1) * STEP_MS);
        }
      }
    }
    return times;
  }

  /** Counts exactly; spike k late by no more than k + 1 steps, and never early. */
  @Test
  void spikesComeWhenTheClosedFormSays() {
    CsvTable counts = CsvTable.read(Golden.file("snn/lif_fi.csv"));
    CsvTable golden = CsvTable.read(Golden.file("snn/lif_spikes.csv"));
    double[] current = golden.column("I_nA");
    double[] expected = golden.column("t_ms");
    int row = 0;
    for (int c = 0; c < counts.column("I_nA").length; c++) {
      double nanoamps = counts.column("I_nA")[c];
      List<Double> times = spikes(nanoamps);
      assertEquals(counts.column("n_spikes_in_step")[c], times.size(), nanoamps + " nA");
      for (int k = 0; k < times.size(); k++, row++) {
        assertEquals(nanoamps, current[row], "row of the golden file");
        double late = times.get(k) - expected[row];
        assertTrue(late > -1e-6 && late < (k + 1) * STEP_MS + 1e-6, nanoamps + " nA, " + k);
      }
    }
    assertEquals(expected.length, row, "all golden spikes were compared");
  }
}
