package org.ohmweave.device.effect;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;

/**
 * Relaxation after programming: t seconds after the last write the conductance reads {@code G + m
 * ln t + (s0 + s1 ln t) x}, x standard normal and new with every write; nothing happens before 1 s.
 * The logarithm of time is what measurements show (CMO/HfOx: m = -0.089 uS, s0 = 0.4118 uS, s1 =
 * 0.0420 uS in D. F. Falcone et al., arXiv:2502.04524, 2025, as fitted in IBM's aihwkit).
 *
 * <p>It changes what is read, not the state that the next pulse starts from.
 */
public final class ProgrammingRelaxation implements Effect {
  private final double meanSiemens;
  private final double sdSiemens;
  private final double sdPerLogSiemens;
  private final Purpose draws;
  private double[] age = new double[0];
  private double[] deviate = new double[0];

  /**
   * A source.
   *
   * @param meanSiemens m, per natural logarithm of seconds
   * @param sdSiemens s0, {@code >= 0}
   * @param sdPerLogSiemens s1, {@code >= 0}
   */
  public ProgrammingRelaxation(
      double meanSiemens, double sdSiemens, double sdPerLogSiemens, NoiseSource noise) {
    if (!(Double.isFinite(meanSiemens)
        && sdSiemens >= 0
        && sdPerLogSiemens >= 0
        && sdSiemens + sdPerLogSiemens < 1e6)) {
      throw new InputException(
          "relaxation needs a finite mean and sds of zero or more [S], got "
              + meanSiemens
              + ", "
              + sdSiemens
              + " and "
              + sdPerLogSiemens);
    }
    this.meanSiemens = meanSiemens;
    this.sdSiemens = sdSiemens;
    this.sdPerLogSiemens = sdPerLogSiemens;
    this.draws = noise.purpose("relaxation");
  }

  @Override
  public String name() {
    return "relaxation";
  }

  @Override
  public void begin(DeviceBank bank) {
    age = new double[bank.size()];
    deviate = new double[bank.size()];
    afterPulse(bank, 0, bank.size(), -1);
  }

  @Override
  public void afterPulse(DeviceBank bank, int from, int to, long event) {
    for (int i = from; i < to; i++) {
      age[i] = 0;
      deviate[i] = draws.gaussian(bank.firstSite() + i, event);
    }
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
      if (age[i] >= 1 && volts[i] != 0) {
        double log = StrictMath.log(age[i]);
        double change = meanSiemens * log + (sdSiemens + sdPerLogSiemens * log) * deviate[i];
        amps[i] = volts[i] * Math.max(0, amps[i] / volts[i] + change);
      }
    }
  }
}
