package org.ohmweave.device.behavioural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Preset;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.definition.Variability;
import org.ohmweave.device.presets.Devices;

/** Steps by hand from the equations of aihwkit's devices; spread and noise with their errors. */
class PulsedWeightTest {
  private static final NoiseSource NOISE = NoiseSource.seeded(8);

  private static DeviceBank bank(String preset, int size, boolean noisy) {
    DeviceBank bank = Devices.bank(Presets.find("behavioural/aihwkit-" + preset), size, 0);
    if (!noisy) {
      bank.setShared(PulsedWeight.C2C, 0);
      bank.setShared(PulsedWeight.WRITE_NOISE, 0);
    }
    return bank;
  }

  private static double pulsed(DeviceBank bank, double w, double volts) {
    Arrays.fill(bank.state(0), w);
    double[] v = new double[bank.size()];
    Arrays.fill(v, volts);
    bank.model().hold(bank, 0, bank.size(), v, 1e-6, NOISE, 5);
    return bank.state(0)[0];
  }

  @Test
  void linearSteps() {
    DeviceBank ecram = bank("ecram", 1, false);
    assertEquals(0.4 + 0.002 * (1 - 0.1153 * 0.4 / 1.1724), pulsed(ecram, 0.4, 1), 1e-15);
    assertEquals(0.4 - 0.002 * (1 + 0.5085 * 0.4 / 0.8276), pulsed(ecram, 0.4, -1), 1e-15);
    assertEquals(0.4, pulsed(ecram, 0.4, 0.49));
    assertEquals(1.1724, pulsed(ecram, 1.1723, 1), "clipped at the bound");
  }

  @Test
  void constantAndSoftBoundSteps() {
    assertEquals(0.3 + 0.0016, pulsed(bank("gokmen-vlasov", 1, false), 0.3, 1), 1e-15);
    DeviceBank soft = bank("reram-sb", 1, false);
    assertEquals(0.3 + 0.002 * (1 - 0.3 / 1.25), pulsed(soft, 0.3, 1), 1e-15);
    assertEquals(0.3 - 0.002 * (1 + 0.3 / 0.75), pulsed(soft, 0.3, -1), 1e-15);
  }

  @Test
  void exponentialSteps() {
    DeviceBank es = bank("reram-es", 1, false);
    double z = -0.5 * 0.2 - 0.5;
    double up = 0.00135 * (1 + 1.18445 * Math.exp(5 * z));
    double down = 0.00135 * (1 - 0.259359) * (1 + 0.081404 * Math.exp(-5 * z));
    assertEquals(0.2 + up, pulsed(es, 0.2, 1), 1e-15);
    assertEquals(0.2 - down, pulsed(es, 0.2, -1), 1e-15);
    DeviceBank stopped = bank("reram-es", 1, false);
    stopped.setShared(PulsedExponential.A_UP, 50);
    assertEquals(0.2, pulsed(stopped, 0.2, 1), "y is cut at zero");
  }

  /** Mean and sd of steps, five standard errors each (6e-7). */
  @Test
  void noiseOfStepsAndOfWriting() {
    int n = 20000;
    DeviceBank bank = bank("reram-array-hfo2", n, true);
    pulsed(bank, 0, 1);
    double[] steps = bank.state(0);
    double sd = 0.4622 * 0.2174;
    assertEquals(0.4622, StatUtils.mean(steps), 5 * sd / Math.sqrt(n));
    assertEquals(sd, Math.sqrt(StatUtils.variance(steps)), 5 * sd / Math.sqrt(2.0 * n));
    double write = 0.5841 * 0.4622;
    double[] shown = bank.state(1);
    assertEquals(0, StatUtils.mean(shown), 5 * write / Math.sqrt(n));
    assertEquals(write, Math.sqrt(StatUtils.variance(shown)), 5 * write / Math.sqrt(2.0 * n));
    double[] amps = new double[n];
    double[] volts = new double[n];
    Arrays.fill(volts, 0.1);
    bank.model().currents(bank, 0, n, volts, amps);
    double expected = 0.1 * Math.max(5e-7, 50e-6 + 20e-6 * (steps[3] + shown[3]));
    assertEquals(expected, amps[3], 1e-18);
  }

  /** The file's spread: sd of steps 30 %, of the upper bound 24 % (five standard errors). */
  @Test
  void devicesDifferAsTheFileSays() {
    int n = 20000;
    Preset preset = Presets.find("behavioural/aihwkit-reram-sb");
    DeviceBank bank = bank("reram-sb", n, false);
    Variability.of(preset).spreadParameters(bank, NOISE);
    pulsed(bank, 0, 1);
    double[] relative = Arrays.stream(bank.state(0)).map(w -> w / 0.002).toArray();
    double own = Math.hypot(0.3, 0.01);
    // the absolute value folds a normal of sd 0.3 around 1 by less than 1e-3
    assertEquals(1, StatUtils.mean(relative), 5 * own / Math.sqrt(n) + 1e-3);
    assertEquals(own, Math.sqrt(StatUtils.variance(relative)), 5 * own / Math.sqrt(2.0 * n) + 1e-3);
    double[] top = bank.column(PulsedWeight.W_MAX);
    assertEquals(0.24 * 1.25, Math.sqrt(StatUtils.variance(top)), 5 * 0.3 / Math.sqrt(2.0 * n));
  }

  /**
   * The library's linear step shrinks to the mean bound, its soft bounds to the device's own: a
   * device whose upper bound is 20 % higher, halfway.
   */
  @Test
  void slopesReferToTheMeanBoundOnlyInLinearSteps() {
    DeviceBank ecram = bank("ecram", 1, false);
    ecram.setShared(PulsedWeight.W_MAX, 1.2 * 1.1724);
    assertEquals(0.5 + 0.002 * (1 - 0.1153 * 0.5 / 1.1724), pulsed(ecram, 0.5, 1), 1e-15);
    assertEquals(0.5 - 0.002 * (1 + 0.5085 * 0.5 / 0.8276), pulsed(ecram, 0.5, -1), 1e-15);
    DeviceBank soft = bank("reram-sb", 1, false);
    soft.setShared(PulsedWeight.W_MAX, 1.5);
    assertEquals(0.5 + 0.002 * (1 - 0.5 / 1.5), pulsed(soft, 0.5, 1), 1e-15);
  }

  @Test
  void refusesBoundsTheWrongWayAndHalfSwitches() {
    DeviceBank bank = bank("ecram", 1, false);
    bank.setShared(PulsedWeight.W_MAX, 0);
    bank.setShared(PulsedWeight.W_MIN, 0);
    assertTrue(assertThrows(InputException.class, bank::check).getMessage().contains("w_min"));
    DeviceBank half = bank("ecram", 1, false);
    half.setShared(PulsedLinear.MULT, 0.5);
    assertTrue(assertThrows(InputException.class, half::check).getMessage().contains("mult"));
  }
}
