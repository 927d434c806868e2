package org.ohmweave.programming;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;

class PulseEnergyTest {
  private static final NoiseSource NOISE = NoiseSource.seeded(1);

  private static DeviceBank bank(String preset) {
    return Devices.bank(Presets.find(preset), 1, 0);
  }

  private static double ohms(DeviceBank bank, double volts) {
    double[] amps = new double[1];
    bank.model().currents(bank, 0, 1, new double[] {volts}, amps);
    return volts / amps[0];
  }

  /**
   * Linear drift without window: {@code R^2} falls at the constant rate {@code 2 c}, {@code c =
   * (R_off - R_on) mu R_on V / D^2}, so the energy is {@code V^2 (R_before - R_after) / c}.
   */
  @Test
  void linearDriftInClosedForm() {
    DeviceBank bank = bank("tio2/linear-drift");
    double volts = 1;
    double seconds = 0.7;
    double before = ohms(bank, volts);
    double joules = new PulseEnergy(bank, NOISE).joules(bank, 0, volts, seconds);
    double[] v = {volts};
    bank.model().hold(bank, 0, 1, v, seconds, NOISE, 1);
    double c = (16e3 - 100) * 1e-14 * 100 / 1e-16 * volts;
    assertEquals(volts * volts * (before - ohms(bank, volts)) / c, joules, 0.01 * joules);
  }

  /**
   * A thermal runaway: nearly all energy flows after it, against a sum over 200 000 equal pieces.
   */
  @Test
  void runawayOfTheThermalFilament() {
    DeviceBank bank = bank("reram/stanford-th");
    bank.setShared(bank.indexOf("R_s"), 1000);
    double[] start = bank.state(0).clone();
    double volts = 2.4;
    double seconds = 1e-6;
    double joules = new PulseEnergy(bank, NOISE).joules(bank, 0, volts, seconds);
    assertArrayEquals(start, bank.state(0), "the cell itself is not touched");
    int pieces = 200_000;
    double[] v = {volts};
    double sum = 0;
    double last = volts * volts / ohms(bank, volts);
    double naive = last * seconds;
    for (int k = 0; k < pieces; k++) {
      bank.model().hold(bank, 0, 1, v, seconds / pieces, NOISE, k);
      double now = volts * volts / ohms(bank, volts);
      sum += 0.5 * (last + now) * seconds / pieces;
      last = now;
    }
    assertEquals(sum, joules, 0.01 * sum);
    assertTrue(sum > 20 * naive, "the current at the start would say " + naive);
  }

  @Test
  void lawsThatStepOrDrawAreNotDivided() {
    for (String preset : new String[] {"behavioural/soft-bounds", "behavioural/poisson-switch"}) {
      assertFalse(new PulseEnergy(bank(preset), NOISE).divisible(), preset);
    }
    assertTrue(new PulseEnergy(bank("pcmo/reaction-drift"), NOISE).divisible());
  }
}
