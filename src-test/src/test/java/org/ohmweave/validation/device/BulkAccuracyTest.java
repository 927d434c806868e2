package org.ohmweave.validation.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.definition.Variability;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.variability.Spread;

/**
 * Pulses at an accuracy of 1e-3 against the full accuracy, which the golden files hold, on devices
 * that differ by 5 % in the parameters that matter and of which many switch.
 */
class BulkAccuracyTest {
  private static final int DEVICES = 400;
  private static final NoiseSource NOISE = NoiseSource.seeded(3);

  private static DeviceBank bank(String preset, String spread, boolean fromLrs) {
    DeviceBank bank = Devices.bank(Presets.find(preset), DEVICES, 0);
    if (preset.equals("reram/stanford-th")) {
      bank.setShared(bank.indexOf("R_s"), 5000);
    }
    Map<String, Spread> own = new LinkedHashMap<>();
    for (String symbol : spread.split(" ")) {
      own.put(symbol, Spread.normal(0.05));
    }
    Variability.none().withSpread(own).spreadParameters(bank, NOISE);
    bank.model().reset(bank, 0, DEVICES, fromLrs);
    return bank;
  }

  private static double[] read(DeviceBank bank) {
    DeviceBank cold = bank.copy();
    cold.model().cool(cold, 0, DEVICES);
    double[] volts = new double[DEVICES];
    double[] amps = new double[DEVICES];
    java.util.Arrays.fill(volts, 0.1);
    cold.model().currents(cold, 0, DEVICES, volts, amps);
    return amps;
  }

  @ParameterizedTest
  @CsvSource({
    // law, spread, volts, seconds, from the LRS, least share whose conductance doubles or halves
    "hfo2/jart-v1b, N_min N_max r_var l_var, -0.7, 1e-4, false, 0.05",
    "hfo2/jart-v1b, N_min N_max r_var l_var, -0.7, 1e-3, false, 0.5",
    "hfo2/jart-v1b, N_min N_max r_var l_var, 1.2, 1e-3, true, 0.5",
    "reram/stanford-th, I0 g0 gamma0, 1.9, 1e-4, false, 0.2",
    "reram/stanford-th, I0 g0 gamma0, -1.9, 1e-4, true, 0.2",
    "pcmo/reaction-drift, A N_min N_max, 2, 1e-5, true, 0.9",
    "tio2/pickett, A phi_0, -0.9, 0.1, false, 0.1",
    "tio2/pickett, A, -0.9, 0.7, false, 0.5",
    "tio2/pickett, A, 1, 1e-2, true, 0.5"
  })
  void pulsesAtOneInAThousand(
      String preset, String spread, double volts, double seconds, boolean fromLrs, double least) {
    DeviceBank exact = bank(preset, spread, fromLrs);
    DeviceBank fast = exact.copy();
    DeviceBank parts = exact.copy();
    fast.setAccuracy(1e-3);
    parts.setAccuracy(1e-3);
    double[] before = read(exact);
    double[] v = new double[DEVICES];
    java.util.Arrays.fill(v, volts);
    exact.model().hold(exact, 0, DEVICES, v, seconds, NOISE, 1);
    fast.model().hold(fast, 0, DEVICES, v, seconds, NOISE, 1);
    parts.model().hold(parts, 150, DEVICES, v, seconds, NOISE, 1);
    parts.model().hold(parts, 0, 150, v, seconds, NOISE, 1);
    double[] right = read(exact);
    double[] found = read(fast);
    double worst = 0;
    int switched = 0;
    for (int i = 0; i < DEVICES; i++) {
      worst = Math.max(worst, Math.abs(found[i] / right[i] - 1));
      double ratio = right[i] / before[i];
      switched += ratio > 2 || ratio < 0.5 ? 1 : 0;
    }
    assertTrue(switched >= least * DEVICES, preset + ": only " + switched + " switched");
    assertTrue(worst <= 1e-3, preset + ": error " + worst);
    assertArrayEquals(found, read(parts), preset + ": blocks must not matter");
  }
}
