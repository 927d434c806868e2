package org.ohmweave.validation.snn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.snn.synapse.PulseProgram;
import org.ohmweave.snn.synapse.SynapseArray;

/**
 * What the synapses of one output learn: the log-odds of their line being active when it fires.
 *
 * <p>The mean step vanishes where {@code a_p p exp(-b g) = a_d (1 - p) exp(-b (1 - g))}, hence
 * {@code g = 1/2 + ln(a_p p / (a_d (1 - p))) / (2 b)}, cut to 0..1: below p = 1 / (1 + (a_p / a_d)
 * exp(b)) = 0.024 nothing is left, above 1 / (1 + (a_p / a_d) exp(-b)) = 0.909 all.
 */
class LogOddsTest {
  private static final int LINES = 784;
  private static final int EVENTS = 6000;
  private static final double AP = 0.01;
  private static final double AD = 0.005;
  private static final double B = 3;

  private static double probability(int line) {
    return (line + 0.5) / LINES;
  }

  private static double equilibrium(double p) {
    return Math.max(0, Math.min(1, 0.5 + Math.log(AP * p / (AD * (1 - p))) / (2 * B)));
  }

  /** Mean over the second half of the events of each line's place in the range. */
  private static double[] settled(double cycleToCycle) {
    NoiseSource noise = NoiseSource.seeded(4);
    DeviceBank bank = Devices.bank(Presets.find("behavioural/soft-bounds"), LINES, 0);
    bank.setShared(bank.indexOf("c2c"), cycleToCycle);
    DeviceBank nominal = Devices.bank(Presets.find("behavioural/soft-bounds"), 1, 0);
    SynapseArray synapses =
        new SynapseArray(bank, nominal, LINES, 1, PulseProgram.gradual("soft-bounds"), noise, 1);
    synapses.scatter(0.5, 0.2);
    Purpose coin = noise.purpose("coin");
    boolean[] active = new boolean[LINES];
    double[] mean = new double[LINES];
    for (int k = 0; k < EVENTS; k++) {
      for (int line = 0; line < LINES; line++) {
        active[line] = coin.uniform(line, k) < probability(line);
      }
      synapses.program(0, active, k);
      for (int line = 0; line < LINES && k >= EVENTS / 2; line++) {
        mean[line] += bank.state(0)[line] / (EVENTS - EVENTS / 2);
      }
    }
    return mean;
  }

  /**
   * Inside 0.08..0.85, away from both cuts, cells with noisy steps. A place wanders round its
   * equilibrium, so the mean of one line over 3000 events has an sd of about 0.006: largest of 603
   * deviations measured 0.022, allowed 0.045 (seven sd, false alarm below 1e-8). The mean deviation
   * of all lines was 2e-4 with an sd of 3e-4; allowed 0.003, which leaves the bias of finite steps.
   */
  @Test
  void synapsesSettleAtTheLogOdds() {
    double[] mean = settled(0.3);
    double worst = 0;
    double sum = 0;
    int lines = 0;
    for (int line = 0; line < LINES; line++) {
      double p = probability(line);
      if (p > 0.08 && p < 0.85) {
        double difference = mean[line] - equilibrium(p);
        worst = Math.max(worst, Math.abs(difference));
        sum += difference;
        lines++;
      }
    }
    assertTrue(worst < 0.045, "largest deviation " + worst);
    assertEquals(603, lines);
    assertEquals(0, sum / lines, 0.003);
  }

  /** Beyond the cuts a place stays within one step, 0.01 of the range, of its bound. */
  @Test
  void rareAndCertainLinesEndAtTheBounds() {
    double[] mean = settled(0);
    assertTrue(mean[2] < 0.01, "p = " + probability(2) + ": " + mean[2]);
    assertTrue(mean[LINES - 5] > 0.99, "p = " + probability(LINES - 5) + ": " + mean[LINES - 5]);
  }
}
