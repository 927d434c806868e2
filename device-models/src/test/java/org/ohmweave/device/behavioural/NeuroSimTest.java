package org.ohmweave.device.behavioural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;

class NeuroSimTest {
  private static final NoiseSource NOISE = NoiseSource.seeded(4);

  private static DeviceBank bank(int size, double c2c) {
    DeviceBank bank = Devices.bank(Presets.find("behavioural/neurosim-ag-asi"), size, 0);
    bank.setShared(NeuroSim.C2C, c2c);
    return bank;
  }

  private static void hold(DeviceBank bank, double volts, double seconds, long event) {
    double[] v = new double[bank.size()];
    Arrays.fill(v, volts);
    bank.model().hold(bank, 0, bank.size(), v, seconds, NOISE, event);
  }

  /** Values of NeuroSim's table of A_norm over the label (program text of version 3.0). */
  @Test
  void labelsAreThoseOfTheTable() {
    double[][] table = {
      {0.5, 2.519877}, {1, 1.251653}, {2, 0.609035}, {2.4, 0.499181}, {3, 0.386830},
      {3.68, 0.300644}, {4, 0.269089}, {4.88, 0.200303}, {5, 0.192406}, {6, 0.135619},
      {6.76, 0.100251}, {7, 0.090139}, {8, 0.052781}, {9, 0.022810}
    };
    for (double[] row : table) {
      // the table has six digits
      assertEquals(
          row[1], 1 / Nonlinearity.curvature(row[0]), 2e-6 + 1e-5 * row[1], "NL " + row[0]);
      assertEquals(-1 / Nonlinearity.curvature(row[0]), 1 / Nonlinearity.curvature(-row[0]));
    }
    for (double label = 0.003; label < 9; label += 0.0137) {
      double k = Nonlinearity.curvature(label);
      assertEquals(label, Nonlinearity.label(k), 1e-8 * label + 1e-10, "between the nodes");
    }
  }

  /** G = B (1 - e^(-P/A)) + G_min up and the mirrored curve down, P counted in pulses. */
  @Test
  void pulsesFollowBothCurves() {
    DeviceBank bank = bank(1, 0);
    double up = 0.499181;
    double down = -0.200303;
    for (int p = 1; p <= 97; p++) {
      hold(bank, 3.2, 300e-6, p);
      double expected = -Math.expm1(-p / 97.0 / up) / -Math.expm1(-1 / up);
      assertEquals(expected, bank.state(0)[0], 1e-5, "pulse " + p);
    }
    assertEquals(1, bank.state(0)[0], 1e-12);
    for (int p = 96; p >= 0; p--) {
      hold(bank, -2.8, 300e-6, 1000 - p);
      double expected = -Math.expm1(-p / 97.0 / down) / -Math.expm1(-1 / down);
      assertEquals(expected, bank.state(0)[0], 1e-5, "pulse " + p);
    }
    assertEquals(0, bank.state(0)[0], 1e-12);
  }

  /** Time at or beyond the amplitude counts: half a pulse and half a pulse are one; a ramp too. */
  @Test
  void timeBeyondTheAmplitudeCounts() {
    DeviceBank whole = bank(1, 0);
    hold(whole, 3.2, 300e-6, 1);
    DeviceBank halves = bank(1, 0);
    hold(halves, 5, 150e-6, 1);
    hold(halves, 3.2, 150e-6, 2);
    assertEquals(whole.state(0)[0], halves.state(0)[0], 1e-15);
    DeviceBank ramp = bank(1, 0);
    ramp.model().ramp(ramp, 0, 1, new double[] {0}, new double[] {6.4}, 600e-6, NOISE, 1);
    assertEquals(whole.state(0)[0], ramp.state(0)[0], 1e-15);
    DeviceBank none = bank(1, 0);
    hold(none, 3.1999, 1, 1);
    assertEquals(0, none.state(0)[0]);
  }

  @Test
  void noiseIsNormalWithTheRootOfThePulses() {
    int n = 4000;
    for (double pulses : new double[] {1, 0.25}) {
      DeviceBank noisy = bank(n, 0.035);
      DeviceBank quiet = bank(n, 0);
      Arrays.fill(noisy.state(0), 0.5);
      Arrays.fill(quiet.state(0), 0.5);
      hold(noisy, 3.2, pulses * 300e-6, 9);
      hold(quiet, 3.2, pulses * 300e-6, 9);
      double[] z = new double[n];
      for (int i = 0; i < n; i++) {
        z[i] = (noisy.state(0)[i] - quiet.state(0)[i]) / (0.035 * Math.sqrt(pulses));
      }
      double p =
          new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(null, 0, 1), z);
      assertTrue(p > 1e-4, "KS p-value " + p); // false alarm 1e-4
    }
  }

  /** Label zero is a straight line: each of 97 pulses moves 1/97. */
  @Test
  void noNonlinearityIsALine() {
    DeviceBank bank = bank(1, 0);
    bank.setShared(NeuroSim.NL_UP, 0);
    for (int p = 1; p <= 10; p++) {
      hold(bank, 3.2, 300e-6, p);
    }
    assertEquals(10 / 97.0, bank.state(0)[0], 1e-15);
  }

  @Test
  void refusesLabelsBeyondTheTable() {
    DeviceBank bank = bank(1, 0);
    bank.setShared(NeuroSim.NL_DOWN, -9.5);
    String message = assertThrows(InputException.class, bank::check).getMessage();
    assertTrue(message.contains("NL_down") && message.contains("-9.5"), message);
  }
}
