package org.ohmweave.device.effect;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;

/**
 * The floor that no read gets below: shot noise of variance {@code 2 q |i| B} and thermal noise of
 * variance {@code 4 k T G B}, G = i/v, in the bandwidth B of the sense amplifier (J. B. Johnson,
 * Phys. Rev. 32, 97, 1928, doi:10.1103/PhysRev.32.97; W. Schottky, Ann. Phys. 362, 541, 1918,
 * doi:10.1002/andp.19183622304).
 */
public final class ShotAndThermalNoise implements Effect {
  private static final double CHARGE = 1.602176634e-19;
  private static final double BOLTZMANN = 1.380649e-23;
  private final double hertz;
  private final double kelvin;
  private final Purpose reads;

  /**
   * A source.
   *
   * @param hertz bandwidth, {@code > 0}
   * @param kelvin temperature of the cell, {@code >= 0}
   */
  public ShotAndThermalNoise(double hertz, double kelvin, NoiseSource noise) {
    if (!(hertz > 0 && kelvin >= 0 && hertz + kelvin < 1e18)) {
      throw new InputException(
          "shot and thermal noise need a positive bandwidth [Hz] and temperature [K], got "
              + hertz
              + " Hz and "
              + kelvin
              + " K");
    }
    this.hertz = hertz;
    this.kelvin = kelvin;
    this.reads = noise.purpose("read-noise:shot-and-thermal");
  }

  @Override
  public String name() {
    return "read-noise";
  }

  @Override
  public void read(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double seconds, long read) {
    for (int i = from; i < to; i++) {
      double siemens = volts[i] == 0 ? 0 : Math.abs(amps[i] / volts[i]);
      double variance = (2 * CHARGE * Math.abs(amps[i]) + 4 * BOLTZMANN * kelvin * siemens) * hertz;
      amps[i] += Math.sqrt(variance) * reads.gaussian(bank.firstSite() + i, read);
    }
  }
}
