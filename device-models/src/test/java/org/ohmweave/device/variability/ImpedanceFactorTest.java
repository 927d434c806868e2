package org.ohmweave.device.variability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.presets.Devices;

/**
 * The factor is a symmetry of each law: same states and temperatures, currents times the factor;
 * and the ranges the full-range presets state.
 */
class ImpedanceFactorTest {

  @ParameterizedTest
  @CsvSource({
    "hfo2/jart-v1b, -0.7, 2e-4",
    "reram/stanford-th, 2.0, 1.2e-5",
    "reram/stanford-v1, 1.5, 1e-7",
    "pcmo/reaction-drift, -2.3, 2.2e-5",
    "tio2/pickett, -0.9, 0.3",
    "behavioural/soft-bounds, 1, 1e-6",
  })
  void isASymmetry(String preset, double volts, double seconds) {
    DeviceBank plain = Devices.bank(Presets.find(preset), 1, 0);
    if (preset.startsWith("reram")) {
      plain.setShared(plain.indexOf("R_s"), 500);
    }
    DeviceBank scaled = plain.copy();
    ImpedanceFactor.apply(scaled, 7.3);
    double[] v = {volts};
    double[] a = new double[1];
    double[] b = new double[1];
    for (int k = 0; k < 3; k++) {
      plain.model().hold(plain, 0, 1, v, seconds, NoiseSource.seeded(1), k);
      scaled.model().hold(scaled, 0, 1, v, seconds, NoiseSource.seeded(1), k);
      for (int s = 0; s < plain.model().states().size(); s++) {
        assertEquals(
            plain.state(s)[0],
            scaled.state(s)[0],
            1e-6 * Math.abs(plain.state(s)[0]),
            "state " + s);
      }
      plain.model().currents(plain, 0, 1, v, a);
      scaled.model().currents(scaled, 0, 1, v, b);
      assertEquals(7.3 * a[0], b[0], 1e-5 * Math.abs(b[0]));
    }
  }

  /**
   * Resistances at the stated signed read voltage, published polarity; sources: the sheets' closed
   * forms and tables, rounded.
   */
  @ParameterizedTest
  @CsvSource({
    "tio2/full-range, 0.2, 1.0e3, 1.0e6, 0.02",
    "hfo2/full-range, 0.2, 1.62e3, 500e3, 0.02",
    "reram/full-range, 0.1, 2.85e3, 0.9586e6, 0.01",
    "pcmo/full-range, 0.2, 14.24e3, 534e3, 0.01",
  })
  void rangesOfTheFullRangePresets(
      String preset, double volts, double lrs, double hrs, double tolerance) {
    DeviceBank bank = Devices.bank(Presets.find(preset), 1, 0);
    double[] v = {volts};
    double[] amps = new double[1];
    bank.model().currents(bank, 0, 1, v, amps);
    assertEquals(hrs, volts / amps[0], tolerance * hrs);
    bank.model().reset(bank, 0, 1, true);
    bank.model().currents(bank, 0, 1, v, amps);
    assertEquals(lrs, volts / amps[0], tolerance * lrs);
  }

  @Test
  void lawsWithoutOneSaySo() {
    DeviceBank bank = Devices.bank(Presets.find("tio2/vteam"), 1, 0);
    assertThrows(InputException.class, () -> ImpedanceFactor.apply(bank, 2));
    DeviceBank film = Devices.bank(Presets.find("reram/stanford-th"), 1, 0);
    assertThrows(InputException.class, () -> ImpedanceFactor.apply(film, -2));
  }
}
