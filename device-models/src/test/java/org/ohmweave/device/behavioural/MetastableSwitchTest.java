package org.ohmweave.device.behavioural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.ReferenceFlow;
import org.ohmweave.device.presets.Devices;

/** The mean against commons-math, the numbers against the binomial; false alarms are noted. */
class MetastableSwitchTest {
  private static final NoiseSource NOISE = NoiseSource.seeded(21);
  private static final double V_T = 0.025852;

  private static DeviceBank bank(int size, double switches) {
    DeviceBank bank = Devices.bank(Presets.find("behavioural/metastable-switch"), size, 0);
    bank.setShared(MetastableSwitch.N, switches);
    return bank;
  }

  private static double on(double v) {
    return 1e4 / (1 + Math.exp(-(v - 0.27) / V_T));
  }

  private static double off(double v) {
    return 1e4 * (1 - 1 / (1 + Math.exp(-(v + 0.27) / V_T)));
  }

  @Test
  void theMeanFollowsItsEquation() {
    double[][] cases = {
      {0.5, 0.5, 5e-5},
      {0.27, 0.27, 1e-3},
      {-0.4, -0.4, 1e-5},
      {0, 0.6, 1e-3},
      {0.6, -0.6, 2e-3},
      {0, 0.3, 5e-2},
      {-0.5, 0, 1e-4}
    };
    for (double[] c : cases) {
      DeviceBank bank = bank(1, 0);
      bank.state(0)[0] = 0.3;
      bank.model().ramp(bank, 0, 1, new double[] {c[0]}, new double[] {c[1]}, c[2], NOISE, 1);
      double expected =
          ReferenceFlow.end(
              (t, x) -> {
                double v = c[0] + (c[1] - c[0]) * t / c[2];
                return on(v) * (1 - x) - off(v) * x;
              },
              0.3,
              c[2],
              1);
      assertEquals(expected, bank.state(0)[0], 1e-8, Arrays.toString(c));
    }
  }

  /** From all off the number on after a pulse is binomial with the chain's chance. */
  @Test
  void numbersAreBinomialWhetherThePulseIsCutOrNot() {
    int devices = 20000;
    int switches = 40;
    double chance = on(0.2) / (on(0.2) + off(0.2)) * -Math.expm1(-(on(0.2) + off(0.2)) * 4e-4);
    BinomialDistribution binomial = new BinomialDistribution(null, switches, chance);
    for (int parts : new int[] {1, 2, 7}) {
      DeviceBank bank = bank(devices, switches);
      double[] v = new double[devices];
      Arrays.fill(v, 0.2);
      for (int k = 0; k < parts; k++) {
        bank.model().hold(bank, 0, devices, v, 4e-4 / parts, NOISE, 100L * parts + k);
      }
      long[] seen = new long[12];
      for (double x : bank.state(0)) {
        seen[(int) Math.min(11, Math.round(x * switches))]++;
      }
      double[] expected = new double[12];
      for (int k = 0; k < 11; k++) {
        expected[k] = devices * binomial.probability(k);
      }
      expected[11] = devices * (1 - binomial.cumulativeProbability(10));
      double p = new ChiSquareTest().chiSquareTest(expected, seen);
      assertTrue(p > 1e-5, parts + " parts: p = " + p); // false alarm 1e-5 each
    }
  }

  /** Mean N p and variance N p (1 - p), for both ways of drawing, five sd each (6e-7). */
  @Test
  void drawsHaveTheRightMoments() {
    int n = 40000;
    double[][] cases = {{1000, 0.003}, {1000, 0.3}, {1000, 0.9}, {1e5, 0.01}, {3, 0.5}, {50, 0.39}};
    for (double[] c : cases) {
      double mean = 0;
      double square = 0;
      for (int k = 0; k < n; k++) {
        double d =
            BinomialDraw.draw((long) c[0], c[1], NOISE.purpose("test"), k, (long) c[0])
                - c[0] * c[1];
        mean += d / n;
        square += d * d / n;
      }
      double variance = c[0] * c[1] * (1 - c[1]);
      double fourth = variance * variance * (3 + (1 - 6 * c[1] * (1 - c[1])) / variance);
      assertEquals(0, mean, 5 * Math.sqrt(variance / n), Arrays.toString(c));
      assertEquals(
          variance, square, 5 * Math.sqrt((fourth - variance * variance) / n), Arrays.toString(c));
    }
  }

  /** The bent normal against the exact distribution function, at the worst place it is used. */
  @Test
  void theBentNormalIsCloseToTheBinomial() {
    int n = 200_000;
    BinomialDistribution binomial = new BinomialDistribution(null, 1000, 0.0205);
    int[] counts = new int[1001];
    for (int k = 0; k < n; k++) {
      counts[(int) BinomialDraw.draw(1000, 0.0205, NOISE.purpose("bent"), k, 0)]++;
    }
    double below = 0;
    for (int k = 0; k < 60; k++) {
      below += counts[k];
      double expected = binomial.cumulativeProbability(k);
      // 6e-7 each from chance, and 1e-3 for the expansion
      assertEquals(
          expected, below / n, 5 * Math.sqrt(expected * (1 - expected) / n) + 1e-3, "k " + k);
    }
  }

  @Test
  void refusesHalfSwitchesAndACurrentAtZero() {
    DeviceBank half = bank(1, 10.5);
    assertTrue(assertThrows(InputException.class, half::check).getMessage().contains("10.5"));
    DeviceBank diode = bank(1, 10);
    diode.setShared(MetastableSwitch.PHI, 0.8);
    diode.setShared(MetastableSwitch.A_F, 1e-6);
    String message = assertThrows(InputException.class, diode::check).getMessage();
    assertTrue(message.contains("a_f") && message.contains("0 V"), message);
    diode.setShared(MetastableSwitch.A_R, 1e-6);
    diode.check();
  }
}
