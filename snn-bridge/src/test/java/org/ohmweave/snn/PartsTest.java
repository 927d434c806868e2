package org.ohmweave.snn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.io.IdxImages;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.snn.encoder.JitteredSpikes;
import org.ohmweave.snn.neuron.CompetingNeurons;
import org.ohmweave.snn.readout.NaiveBayes;
import org.ohmweave.snn.synapse.PulseProgram;
import org.ohmweave.snn.synapse.SynapseArray;

class PartsTest {

  /**
   * Spike count of a white line over many presentations: mean rate x time; its sd per presentation
   * is below 0.4, so 0.05 is over five sd of the mean.
   */
  @Test
  void ratesFollowGreyValues() {
    IdxImages image = new IdxImages(1, 1, 3, new byte[] {(byte) 255, 51, 0});
    JitteredSpikes spikes = new JitteredSpikes(350, 1e-3, 22, 0.2);
    double[] counts = new double[3];
    int presentations = 2000;
    for (int k = 0; k < presentations; k++) {
      spikes.encode(image, 0, NoiseSource.seeded(1).purpose("e"), k);
      assertEquals(spikes.count(), spikes.first(350));
      for (int s = 0; s < spikes.count(); s++) {
        counts[spikes.line(s)]++;
      }
    }
    assertEquals(22 * 0.35, counts[0] / presentations, 0.05);
    assertEquals(22 * 0.35 / 5, counts[1] / presentations, 0.08);
    assertEquals(0, counts[2]);
  }

  /**
   * Potentials decay as exp(-t/tau); the one furthest above fires, all reset, and none integrates
   * for 10 steps.
   */
  @Test
  void neuronsLeakCompeteAndRest() {
    CompetingNeurons neurons = new CompetingNeurons(3, 0.06, 1e-3, 0.01);
    neurons.rest();
    neurons.potential()[1] = 2;
    for (int step = 0; step < 30; step++) {
      assertTrue(neurons.integrates(step));
    }
    assertEquals(2 * Math.exp(-0.5), neurons.potential()[1], 1e-14);
    neurons.potential()[0] = 5;
    neurons.potential()[2] = 6;
    assertEquals(0, neurons.fire(new double[] {1, 1, 3}, 30));
    assertEquals(0, neurons.potential()[2]);
    for (int step = 31; step <= 40; step++) {
      assertFalse(neurons.integrates(step));
    }
    assertTrue(neurons.integrates(41));
    neurons.potential()[0] = 1;
    assertEquals(
        -1, neurons.fire(new double[] {1, 1, 1}, 41), "reaching the threshold is not exceeding it");
  }

  @Test
  void bayesByHand() {
    NaiveBayes reader = new NaiveBayes(2);
    int[] counts = {8, 1, 1, 9};
    for (int k = 0; k < 5; k++) {
      reader.learn(counts, 0, 3);
      reader.learn(counts, 2, 7);
    }
    assertEquals(3, reader.classify(new int[] {6, 2}, 0));
    assertEquals(7, reader.classify(new int[] {2, 6}, 0));
    assertEquals(3, reader.label(0));
    assertEquals(7, reader.label(1));
  }

  /**
   * One event on soft bounds by hand: SET at active lines, RESET elsewhere, other outputs
   * untouched; energies are V^2 G t.
   */
  @Test
  void synapsesOfOneOutputAreProgrammed() {
    DeviceBank bank = Devices.bank(Presets.find("behavioural/soft-bounds"), 4, 0);
    bank.setShared(bank.indexOf("c2c"), 0);
    DeviceBank nominal = Devices.bank(Presets.find("behavioural/soft-bounds"), 1, 0);
    SynapseArray array =
        new SynapseArray(
            bank, nominal, 2, 2, PulseProgram.gradual("soft-bounds"), NoiseSource.seeded(1), 1);
    array.scatter(0.5, 0);
    assertEquals(0.5, bank.state(0)[3], 1e-9);
    double start = bank.state(0)[2];
    array.program(1, new boolean[] {true, false}, 0);
    assertEquals(start + 0.01 * Math.exp(-3 * start), bank.state(0)[2], 1e-12);
    assertEquals(start - 0.005 * Math.exp(-3 * (1 - start)), bank.state(0)[3], 1e-12);
    assertEquals(start, bank.state(0)[0]);
    double siemens = 1e-8 + start * (1e-4 - 1e-8);
    assertEquals(2 * 1 * 1 * siemens * 1e-6, array.writeJoules(), 1e-9 * siemens * 1e-6);
    double line0 =
        (1e-8 + bank.state(0)[0] * (1e-4 - 1e-8)) + (1e-8 + bank.state(0)[2] * (1e-4 - 1e-8));
    assertEquals(0.1 * 0.1 * line0 * 1e-6, array.spikeJoules(0), 1e-9 * line0 * 1e-8);
    double[] potential = new double[2];
    array.addTo(potential, 1);
    assertEquals((1e-8 + bank.state(0)[3] * (1e-4 - 1e-8)) / 1e-4, potential[1], 1e-12);
  }
}
