package org.ohmweave.device.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;

/** Cycle-to-cycle change; fixed seed, false alarms for a fresh one are noted. */
class CycleSpreadTest {
  private static final int N = 5000;

  private static double[] logs(DeviceBank bank) {
    double[] logs = new double[N];
    for (int i = 0; i < N; i++) {
      logs[i] = Math.log(bank.parameter(bank.indexOf("G_max"), i) / 1e-4);
    }
    return logs;
  }

  @Test
  void sequencesHaveTheirSpreadAndMemory() {
    double rho = 0.8;
    DeviceBank bank = Ohmic.bank(N);
    Effect effect = new CycleSpread("G_max", 0.2, rho, true, NoiseSource.seeded(2));
    effect.begin(bank);
    effect.cycle(bank, 0, N, 0);
    double[] first = logs(bank);
    effect.cycle(bank, 0, N, 1);
    double[] second = logs(bank);
    effect.cycle(bank, 0, N, 4);
    double[] fifth = logs(bank);
    KolmogorovSmirnovTest ks = new KolmogorovSmirnovTest();
    for (double[] sample : new double[][] {first, second, fifth}) {
      // false alarm 1e-4 each
      assertTrue(ks.kolmogorovSmirnovTest(new NormalDistribution(0, 0.2), sample) > 1e-4);
    }
    PearsonsCorrelation p = new PearsonsCorrelation();
    // five sd of a correlation, false alarm 6e-7 each
    assertEquals(rho, p.correlation(first, second), 5 * (1 - rho * rho) / Math.sqrt(N));
    double far = Math.pow(rho, 3);
    assertEquals(far, p.correlation(second, fifth), 5 * (1 - far * far) / Math.sqrt(N));
  }

  /** Variance of the mean of n cycles: s^2/n (1+rho)/(1-rho) for large n. */
  @Test
  void meansOverManyCyclesVaryAsTheyShould() {
    double rho = 0.6;
    int cycles = 400;
    DeviceBank bank = Ohmic.bank(N);
    Effect effect = new CycleSpread("G_max", 0.1, rho, true, NoiseSource.seeded(3));
    effect.begin(bank);
    double[] mean = new double[N];
    for (int k = 0; k < cycles; k++) {
      effect.cycle(bank, 0, N, k);
      double[] now = logs(bank);
      for (int i = 0; i < N; i++) {
        mean[i] += now[i] / cycles;
      }
    }
    double exact = 0;
    for (int k = -cycles + 1; k < cycles; k++) {
      exact += (cycles - Math.abs(k)) * Math.pow(rho, Math.abs(k));
    }
    exact *= 0.1 * 0.1 / cycles / cycles;
    assertEquals(0.1 * 0.1 / cycles * (1 + rho) / (1 - rho), exact, 0.01 * exact);
    // sd of a sample variance is var sqrt(2/N); five, false alarm 6e-7
    assertEquals(exact, new Variance().evaluate(mean), 5 * exact * Math.sqrt(2.0 / N));
  }

  @Test
  void withoutMemoryCyclesAndDevicesAreIndependent() {
    DeviceBank bank = Ohmic.bank(N);
    Effect effect = new CycleSpread("G_max", 0.1, 0, true, NoiseSource.seeded(4));
    effect.begin(bank);
    effect.cycle(bank, 0, N, 0);
    double[] first = logs(bank);
    effect.cycle(bank, 0, N, 1);
    PearsonsCorrelation p = new PearsonsCorrelation();
    double bound = 4.5 / Math.sqrt(N); // false alarm 7e-6 each
    assertTrue(Math.abs(p.correlation(first, logs(bank))) < bound);
    double[] left = java.util.Arrays.copyOfRange(first, 0, N - 1);
    double[] right = java.util.Arrays.copyOfRange(first, 1, N);
    assertTrue(Math.abs(p.correlation(left, right)) < bound);
  }
}
