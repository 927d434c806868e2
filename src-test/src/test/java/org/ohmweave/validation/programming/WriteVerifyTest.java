package org.ohmweave.validation.programming;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.variability.Spread;
import org.ohmweave.programming.ProgrammingReport;
import org.ohmweave.programming.WriteVerify;
import org.ohmweave.programming.WriteVerifySettings;
import org.ohmweave.programming.scheme.PulseSchemes;

/** Write-verify on the thermal ReRAM law, 1 kohm in series, and on soft bounds. */
class WriteVerifyTest {
  private final NoiseSource noise = NoiseSource.seeded(1);

  private static DeviceBank filaments(int size) {
    DeviceBank bank = Devices.bank(Presets.find("reram/stanford-th"), size, 0);
    bank.setShared(bank.indexOf("R_s"), 1000);
    return bank;
  }

  private double[] targets(int size, double low, double high) {
    Purpose random = noise.purpose("targets");
    double[] targets = new double[size];
    for (int i = 0; i < size; i++) {
      targets[i] = low * Math.pow(high / low, random.uniform(i, 0));
    }
    return targets;
  }

  private ProgrammingReport program(DeviceBank bank, double[] targets, int threads) {
    String law = bank.model().law();
    return new WriteVerify(bank, WriteVerifySettings.usual(PulseSchemes.suiting(law)), noise)
        .run(targets, threads, done -> {});
  }

  /**
   * 32 x 32 cells, log-uniform over 2.3 decades, 1 % read noise: at least 99 % within 5 %, checked
   * without noise.
   */
  @Test
  void filamentsReachTheirTargets() {
    DeviceBank bank = filaments(1024);
    double[] targets = targets(1024, 0.35e-6, 80e-6);
    ProgrammingReport report = program(bank, targets, 2);
    assertTrue(report.yield() >= 0.99, "yield " + report.yield());
    double[] volts = new double[1024];
    java.util.Arrays.fill(volts, 0.1);
    double[] amps = new double[1024];
    bank.model().currents(bank, 0, 1024, volts, amps);
    int outside = 0;
    for (int i = 0; i < 1024; i++) {
      outside += Math.abs(amps[i] / 0.1 / targets[i] - 1) > 0.05 ? 1 : 0;
    }
    assertEquals(outside, report.failures(), "failures must be what the bank itself shows");
    assertEquals(
        report.failures(), report.unreachable() + report.outOfBudget() + report.misjudged());
  }

  @Test
  void spreadFilamentsReachTheirTargets() {
    DeviceBank bank = filaments(1024);
    Spread.normal(0.05).apply(bank, "I0", noise);
    Spread.normal(0.05).apply(bank, "g0", noise);
    Spread.normal(0.02).apply(bank, "gamma0", noise);
    bank.model().reset(bank, 0, 1024, false);
    ProgrammingReport report = program(bank, targets(1024, 0.5e-6, 60e-6), 2);
    assertTrue(report.yield() >= 0.99, "yield " + report.yield());
  }

  @Test
  void threadsChangeNothing() {
    double[] targets = targets(64, 0.5e-6, 60e-6);
    ProgrammingReport one = program(filaments(64), targets, 1);
    ProgrammingReport two = program(filaments(64), targets, 2);
    assertArrayEquals(one.finalSiemens(), two.finalSiemens());
    assertArrayEquals(one.pulses(), two.pulses());
    assertEquals(one.joules(), two.joules());
  }

  @Test
  void softBoundsReachTheirTargets() {
    DeviceBank bank = Devices.bank(Presets.find("behavioural/soft-bounds"), 256, 0);
    assertTrue(program(bank, targets(256, 2e-6, 8e-5), 1).yield() >= 0.99);
  }

  /** With noise-free reads nothing can be misjudged. */
  @Test
  void quietReadsAreNeverWrong() {
    DeviceBank bank = filaments(128);
    WriteVerifySettings quiet =
        new WriteVerifySettings(PulseSchemes.suiting("stanford-th"), 0.05, 0.1, 0, 600);
    ProgrammingReport report =
        new WriteVerify(bank, quiet, noise).run(targets(128, 0.5e-6, 60e-6), 1, done -> {});
    assertEquals(0, report.misjudged());
    assertEquals(report.outOfBudget(), report.failures());
  }

  @Test
  void impossibleTargetsAreCountedNotPulsed() {
    ProgrammingReport report = program(filaments(3), new double[] {1, 1e-9, 1e-5}, 1);
    assertEquals(2, report.unreachable());
    assertEquals(0, report.pulses()[0] + report.pulses()[1]);
    assertEquals(2, report.failures());
  }

  @Test
  void stuckCellsSpendTheirBudget() {
    DeviceBank bank = filaments(2);
    bank.setColumn(bank.indexOf("Vel0"), new double[] {150, 0});
    WriteVerifySettings settings =
        new WriteVerifySettings(PulseSchemes.suiting("stanford-th"), 0.05, 0.1, 0.01, 40);
    ProgrammingReport report =
        new WriteVerify(bank, settings, noise).run(new double[] {6e-5, 6e-5}, 1, done -> {});
    assertEquals(40, report.pulses()[1]);
    assertEquals(1, report.outOfBudget());
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(InputException.class, () -> program(filaments(1), new double[] {-1e-6}, 1));
    assertThrows(InputException.class, () -> program(filaments(1), new double[] {Double.NaN}, 1));
    assertThrows(InputException.class, () -> program(filaments(2), new double[] {1e-6}, 1));
    assertThrows(InputException.class, () -> PulseSchemes.of("magic", "stanford-th"));
  }
}
