package org.ohmweave.device.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;

/** The current limit against closed forms and against itself in finer pieces. */
class CurrentComplianceTest {
  private static final NoiseSource SILENT = NoiseSource.seeded(0);
  private static final double NONE = Double.POSITIVE_INFINITY;

  private static DeviceBank one(String preset) {
    return Devices.bank(Presets.find(preset), 1, 0);
  }

  private static double amps(DeviceBank bank, double volts) {
    double[] amps = new double[1];
    bank.model().currents(bank, 0, 1, new double[] {volts}, amps);
    return amps[0];
  }

  /**
   * Linear ion drift under a constant current moves at constant speed, dx/dt = mu_v R_on i / D^2
   * (Strukov 2008): 1 V on 16 kohm limited to 50 uA from the start.
   */
  @Test
  void constantCurrentMovesLinearDriftLinearly() {
    DeviceBank bank = one("tio2/linear-drift");
    CurrentCompliance limit = new CurrentCompliance(50e-6, NONE);
    double speed = 1e-14 * 100 * 50e-6 / (10e-9 * 10e-9);
    double seconds = 0.5 / speed;
    double[] one = {1};
    limit.ramp(bank, 0, 1, one, one, seconds, SILENT, 1);
    assertEquals(0.5, bank.state(0)[0], 1e-5);
  }

  /** Below the limit nothing differs from the law. */
  @Test
  void aLimitThatIsNotReachedDoesNothing() {
    DeviceBank limited = one("tio2/linear-drift");
    DeviceBank free = one("tio2/linear-drift");
    double[] v = {0.5};
    new CurrentCompliance(1, NONE).ramp(limited, 0, 1, v, v, 1e-3, SILENT, 1);
    free.model().ramp(free, 0, 1, v, v, 1e-3, SILENT, 1);
    assertEquals(free.state(0)[0], limited.state(0)[0], 1e-9);
  }

  /** A SET that would run away stops at the limit; the LRS then carries about that current. */
  @Test
  void setStopsAtTheLimit() {
    for (String preset : new String[] {"hfo2/jart-v1b", "reram/stanford-th", "reram/stanford-v1"}) {
      DeviceBank bank = one(preset);
      int sign = bank.model().setSign();
      double top = preset.startsWith("hfo2") ? 1.3 : 2.2;
      // the HRS of this Stanford V1 cell draws 100 uA before it switches
      double most = preset.endsWith("v1") ? 1e-3 : 100e-6;
      CurrentCompliance limit = new CurrentCompliance(most, NONE);
      int pieces = 40;
      double before = Math.abs(amps(bank, sign * 0.2));
      for (int k = 0; k < pieces; k++) {
        limit.ramp(
            bank,
            0,
            1,
            new double[] {sign * top * k / pieces},
            new double[] {sign * top * (k + 1) / pieces},
            top / pieces,
            SILENT,
            k);
      }
      DeviceBank other = one(preset);
      limit.ramp(other, 0, 1, new double[1], new double[] {sign * top}, top, SILENT, 1);
      double after = Math.abs(amps(bank, sign * 0.2));
      assertTrue(after > 2 * before, preset + " did not switch: " + before + " " + after);
      // the voltage at the limit has fallen well below the source's
      assertTrue(Math.abs(amps(bank, sign * top)) > 1.2 * most, preset + " never met the limit");
      // one piece or forty: the instant of crossing and the path after it agree
      assertEquals(after, Math.abs(amps(other, sign * 0.2)), 2e-3 * after, preset);
    }
  }

  @Test
  void theSmallerTheLimitTheSmallerTheConductance() {
    double before = 0;
    for (double most : new double[] {3e-6, 10e-6, 30e-6, 100e-6}) {
      DeviceBank bank = one("hfo2/jart-v1b");
      new CurrentCompliance(most, NONE)
          .ramp(bank, 0, 1, new double[1], new double[] {-1.2}, 1.2, SILENT, 1);
      double siemens = amps(bank, 0.2) / 0.2;
      assertTrue(siemens > 1.2 * before, most + " A: " + siemens);
      before = siemens;
    }
  }

  @Test
  void limitsMustBePositive() {
    assertThrows(InputException.class, () -> new CurrentCompliance(0, 1));
    assertThrows(InputException.class, () -> new CurrentCompliance(1, -1e-3));
  }
}
