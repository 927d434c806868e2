package org.ohmweave.device.effect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.variability.Distribution.Weibull;

/** Faults, wear, forming, relaxation, drift, retention; false alarms are noted. */
class AgeingTest {
  private static final NoiseSource NOISE = NoiseSource.seeded(9);

  @Test
  void stuckCellsHaveTheirSharesAndStay() {
    int n = 20000;
    DeviceBank bank = Ohmic.bank(n);
    bank.setShared(bank.indexOf("c2c"), 0);
    Population population =
        new Population(bank, List.of(new StuckCells(0.09, 0.02, NOISE)), null, NOISE);
    int[] failed = population.failures().getOrDefault("stuck", new int[2]);
    // five sd of a proportion, false alarm 6e-7 each
    assertEquals(0.09, failed[0] / (double) n, 5 * Math.sqrt(0.09 * 0.91 / n));
    assertEquals(0.02, failed[1] / (double) n, 5 * Math.sqrt(0.02 * 0.98 / n));
    double[] up = Ohmic.filled(n, 1);
    double[] down = Ohmic.filled(n, -1);
    for (int k = 0; k < 2000; k++) {
      population.ramp(0, n, down, down, 1e-6, k);
    }
    double[] g = bank.state(0);
    assertEquals(failed[0], java.util.Arrays.stream(g).filter(x -> x == 1).count());
    population.ramp(0, n, up, up, 1e-6, 5000);
    assertEquals(failed[1], java.util.Arrays.stream(g).filter(x -> x == 0).count());
  }

  @Test
  void lifetimesAreWeibullAndParametersWear() {
    int n = 3000;
    DeviceBank bank = Ohmic.bank(n);
    EnduranceWear wear =
        new EnduranceWear(
            new Weibull(1e6, 2), 0.25, List.of(new EnduranceWear.Change("G_max", -0.5, 1)), NOISE);
    Population population = new Population(bank, List.of(wear), null, NOISE);
    double[] lifetime = new double[n];
    int dead = 0;
    for (int k = 1; k <= 400; k++) {
      long cycle = Math.round(1e4 * k);
      population.cycle(0, n, cycle);
      int[] now = population.failures().getOrDefault("endurance", new int[2]);
      int total = now[0] + now[1];
      for (; dead < total; dead++) {
        lifetime[dead] = cycle - 5e3;
      }
    }
    int[] failed = population.failures().getOrDefault("endurance", new int[2]);
    assertEquals(n, failed[0] + failed[1], "all worn out at four lifetimes");
    // lifetimes are known to half a step of 1e4 cycles; false alarm 1e-4
    double[] jittered = new double[n];
    for (int i = 0; i < n; i++) {
      jittered[i] = lifetime[i] + 1e4 * (NOISE.purpose("jitter").uniform(i, 0) - 0.5);
    }
    assertTrue(
        new KolmogorovSmirnovTest()
                .kolmogorovSmirnovTest(new WeibullDistribution(null, 2, 1e6), jittered)
            > 1e-4);
    assertEquals(0.25, failed[0] / (double) n, 5 * Math.sqrt(0.25 * 0.75 / n)); // 6e-7
    for (int i = 0; i < n; i++) {
      assertEquals(0.5e-4, bank.parameter(bank.indexOf("G_max"), i), 1e-15);
    }
  }

  /** Constant voltage: Weibull times of scale t0 exp(-v/v0). Ramp: v0 ln(1 + D r t0 / v0). */
  @Test
  void formingFollowsItsClosedForms() {
    int n = 3000;
    double t0 = 1e6;
    double v0 = 0.2;
    double[] times = new double[n];
    Population held =
        new Population(Ohmic.bank(n), List.of(new Forming(1e9, t0, v0, 1.5, NOISE)), null, NOISE);
    double scale = t0 * Math.exp(-3 / v0);
    double[] three = Ohmic.filled(n, 3);
    int done = 0;
    double step = scale / 200;
    for (int k = 0; k < 2000 && done < n; k++) {
      held.ramp(0, n, three, three, step, k);
      int left = held.failures().getOrDefault("forming", new int[2])[1];
      for (; done < n - left; done++) {
        times[done] = (k + NOISE.purpose("jitter").uniform(done, 1)) * step;
      }
    }
    assertEquals(n, done);
    // false alarm 1e-4
    assertTrue(
        new KolmogorovSmirnovTest()
                .kolmogorovSmirnovTest(new WeibullDistribution(null, 1.5, scale), times)
            > 1e-4);

    double rate = 1;
    double[] volts = new double[n];
    Population ramped =
        new Population(Ohmic.bank(n), List.of(new Forming(1e9, t0, v0, 1.5, NOISE)), null, NOISE);
    done = 0;
    for (int k = 0; k < 800 && done < n; k++) {
      double from = 0.005 * k;
      ramped.ramp(0, n, Ohmic.filled(n, from), Ohmic.filled(n, from + 0.005), 0.005 / rate, k);
      int left = ramped.failures().getOrDefault("forming", new int[2])[1];
      for (; done < n - left; done++) {
        volts[done] = from + 0.005 * NOISE.purpose("jitter").uniform(done, 2);
      }
    }
    double[] damage = new double[n];
    for (int i = 0; i < n; i++) {
      damage[i] = v0 / (rate * t0) * Math.expm1(volts[i] / v0);
    }
    assertTrue(
        new KolmogorovSmirnovTest()
                .kolmogorovSmirnovTest(new WeibullDistribution(null, 1.5, 1), damage)
            > 1e-4);
  }

  @Test
  void unformedCellsLeakAndDoNotSwitch() {
    Population population =
        new Population(Ohmic.bank(1), List.of(new Forming(1e9, 1, 0.2, 1, NOISE)), null, NOISE);
    double[] amps = new double[1];
    double[] read = {0.1};
    population.ramp(0, 1, new double[] {-5}, new double[] {-5}, 1, 0);
    population.read(0, 1, read, amps, 0);
    assertEquals(1e-10, amps[0], 1e-20);
    population.ramp(0, 1, new double[] {5}, new double[] {5}, 1, 1);
    population.read(0, 1, read, amps, 1);
    assertEquals(0.1 * 1e-4, amps[0], 1e-15, "formed into the LRS");
  }

  /** After 1 h: mean -0.73 uS, sd 0.76 uS; after 10 years: -1.74, 1.23 (calibration facts N-06). */
  @Test
  void relaxationHasItsMomentsAtEveryTime() {
    int n = 10000;
    for (double[] row : new double[][] {{3600, -0.73, 0.76}, {86400, -1.01, 0.89}}) {
      Population population =
          new Population(
              Ohmic.bank(n),
              List.of(new ProgrammingRelaxation(-0.089e-6, 0.4118e-6, 0.0420e-6, NOISE)),
              null,
              NOISE);
      double[] amps = new double[n];
      population.rest(0, n, row[0], 300);
      population.read(0, n, Ohmic.filled(n, 0.2), amps, 0);
      DescriptiveStatistics change = new DescriptiveStatistics();
      for (double a : amps) {
        change.addValue((a / 0.2 - 1e-4) * 1e6);
      }
      // five sd of mean and of sd (6e-7 each), and the rounding of the source
      double sd = row[2];
      assertEquals(row[1], change.getMean(), 5 * sd / Math.sqrt(n) + 0.005);
      assertEquals(sd, change.getStandardDeviation(), 5 * sd / Math.sqrt(2.0 * n) + 0.005);
    }
  }

  /** nu = 0.049, t0 = 20 s: 0.775 after 1 h, 0.664 after a day (calibration facts N-03). */
  @Test
  void driftIsAPowerOfTime() {
    Population population =
        new Population(Ohmic.bank(1), List.of(new PowerLawDrift(0.049, 0, 20, NOISE)), null, NOISE);
    double[] amps = new double[1];
    population.rest(0, 1, 3600, 300);
    population.read(0, 1, new double[] {0.1}, amps, 0);
    assertEquals(0.775, amps[0] / 1e-5, 0.0005);
    population.rest(0, 1, 86400 - 3600, 300);
    population.read(0, 1, new double[] {0.1}, amps, 1);
    assertEquals(0.664, amps[0] / 1e-5, 0.0005);
  }

  private static double[] retained(String preset, double kelvin, double... seconds) {
    DeviceBank bank = Devices.bank(Presets.find(preset), 1, 0);
    bank.model().reset(bank, 0, 1, true);
    double volts = 0.1 * bank.model().setSign();
    Population population =
        new Population(
            bank,
            List.of(
                new ArrheniusRetention(
                    new ArrheniusRetention.Settings(1e4, 400, 1.2, 0.7, 0, volts), NOISE)),
            null,
            NOISE);
    double[] siemens = new double[seconds.length + 2];
    double[] amps = new double[1];
    population.read(0, 1, new double[] {volts}, amps, 0);
    siemens[0] = amps[0] / volts;
    for (int k = 0; k < seconds.length; k++) {
      population.rest(0, 1, seconds[k] - (k == 0 ? 0 : seconds[k - 1]), kelvin);
      population.read(0, 1, new double[] {volts}, amps, k + 1);
      siemens[k + 1] = amps[0] / volts;
    }
    bank.model().reset(bank, 0, 1, false);
    bank.model().currents(bank, 0, 1, new double[] {volts}, amps);
    siemens[seconds.length + 1] = amps[0] / volts;
    return siemens;
  }

  /** ln G follows the stretched exponential in the states of four families, closed form. */
  @Test
  void retentionIsAStretchedExponential() {
    for (String preset :
        List.of("hfo2/jart-v1b", "reram/stanford-th", "pcmo/reaction-drift", "tio2/pickett")) {
      double[] g = retained(preset, 400, 1e3, 1e4, 1e5);
      double most = Math.log(g[0] / g[4]);
      double[] theta = {0.1, 1, 10};
      for (int k = 0; k < 3; k++) {
        double expected = most * Math.exp(-Math.pow(theta[k], 0.7));
        assertEquals(expected, Math.log(g[k + 1] / g[4]), 1e-9 * most, preset + " " + k);
      }
    }
  }

  /** The same loss comes at times that are apart by the Arrhenius factor. */
  @Test
  void retentionIsArrhenius() {
    double factor = Math.exp(1.2 / 8.617333262e-5 * (1 / 350.0 - 1 / 400.0));
    double[] hot = retained("hfo2/jart-v1b", 400, 5e3);
    double[] cold = retained("hfo2/jart-v1b", 350, 5e3 * factor);
    assertEquals(hot[1], cold[1], 1e-6 * hot[1]);
  }

  /** Everything at once in blocks of any order gives the bits of one block. */
  @Test
  void blocksDoNotMatter() {
    double[][] whole = everything(new int[][] {{0, 60}});
    double[][] parts = everything(new int[][] {{37, 60}, {0, 11}, {11, 37}});
    for (int k = 0; k < whole.length; k++) {
      assertArrayEquals(whole[k], parts[k]);
    }
  }

  private static double[][] everything(int[][] blocks) {
    int n = 60;
    DeviceBank bank = Devices.bank(Presets.find("reram/stanford-v1"), n, 1000);
    List<Effect> effects =
        List.of(
            new CycleSpread("I0", 0.1, 0.5, true, NOISE),
            new EnduranceWear(
                new Weibull(20, 1.5), 0.5, List.of(new EnduranceWear.Change("I0", 0.2, 1)), NOISE),
            new StuckCells(0.05, 0.05, NOISE),
            new Forming(1e9, 1e-3, 0.1, 1, NOISE),
            new ProgrammingRelaxation(-1e-8, 1e-8, 1e-9, NOISE),
            new PowerLawDrift(0.02, 0.01, 1, NOISE),
            new ArrheniusRetention(
                new ArrheniusRetention.Settings(1e4, 400, 1.2, 1, 0.3, 0.1), NOISE),
            new WhiteReadNoise(0.01, 1e-9, NOISE),
            new FlickerNoise(0.01, 1, 1e6, NOISE),
            new TelegraphNoise(new TelegraphNoise.Settings(3, 1e-6, 1, 0.2, 0.5, 1e5), NOISE),
            new ShotAndThermalNoise(1e6, 300, NOISE));
    Population population = new Population(bank, effects, null, NOISE);
    double[] up = Ohmic.filled(n, 1.6);
    double[] down = Ohmic.filled(n, -1.3);
    double[] read = Ohmic.filled(n, 0.1);
    double[][] seen = new double[8][n];
    for (int[] block : blocks) {
      for (int k = 0; k < seen.length; k++) {
        population.cycle(block[0], block[1], k);
        double[] v = k % 2 == 0 ? up : down;
        population.ramp(block[0], block[1], v, v, 1e-6, k);
        population.rest(block[0], block[1], 100, 350);
        population.read(block[0], block[1], read, seen[k], k);
      }
    }
    return seen;
  }
}
