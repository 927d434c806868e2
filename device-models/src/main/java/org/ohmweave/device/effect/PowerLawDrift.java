package org.ohmweave.device.effect;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;

/**
 * Drift of the conductance by a power of time: t seconds after the last write {@code G (t /
 * t0)^-nu} for t above t0, nu normal over devices. The law of phase-change cells (S. R. Nandakumar
 * et al., ICECS 2019, document 8964852, as in IBM's aihwkit: t0 = 20 s, nu = 0.049 .. 0.1); for
 * oxide cells the exponent is small or zero.
 *
 * <p>It changes what is read, not the state that the next pulse starts from.
 */
public final class PowerLawDrift implements Effect {
  private final double meanExponent;
  private final double sdExponent;
  private final double referenceSeconds;
  private final Purpose draws;
  private double[] age = new double[0];
  private double[] exponent = new double[0];

  /**
   * A source.
   *
   * @param meanExponent mean of nu over devices
   * @param sdExponent its standard deviation, {@code >= 0}
   * @param referenceSeconds t0, {@code > 0}
   */
  public PowerLawDrift(
      double meanExponent, double sdExponent, double referenceSeconds, NoiseSource noise) {
    if (!(Math.abs(meanExponent) < 10
        && sdExponent >= 0
        && sdExponent < 10
        && referenceSeconds > 0)) {
      throw new InputException(
          "drift needs an exponent within -10 .. 10, an sd of zero or more and a positive t0 [s], got "
              + meanExponent
              + ", "
              + sdExponent
              + " and "
              + referenceSeconds);
    }
    this.meanExponent = meanExponent;
    this.sdExponent = sdExponent;
    this.referenceSeconds = referenceSeconds;
    this.draws = noise.purpose("drift");
  }

  @Override
  public String name() {
    return "drift";
  }

  @Override
  public void begin(DeviceBank bank) {
    age = new double[bank.size()];
    exponent = new double[bank.size()];
    for (int i = 0; i < age.length; i++) {
      exponent[i] = meanExponent + sdExponent * draws.gaussian(bank.firstSite() + i, 0);
    }
  }

  @Override
  public void afterPulse(DeviceBank bank, int from, int to, long event) {
    java.util.Arrays.fill(age, from, to, 0);
  }

  @Override
  public void rest(DeviceBank bank, int from, int to, double seconds, double kelvin) {
    for (int i = from; i < to; i++) {
      age[i] += seconds;
    }
  }

  @Override
  public void read(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double seconds, long read) {
    for (int i = from; i < to; i++) {
      if (age[i] > referenceSeconds) {
        amps[i] *= StrictMath.pow(age[i] / referenceSeconds, -exponent[i]);
      }
    }
  }
}
