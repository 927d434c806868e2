package org.ohmweave.device.effect;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;

/**
 * Read noise without memory: each read current is {@code i (1 + r x) + v s y} with independent
 * standard normals x and y, a share r of the current and a conductance s that does not depend on
 * the state.
 */
public final class WhiteReadNoise implements Effect {
  private final double relativeSd;
  private final double siemensSd;
  private final Purpose reads;

  /**
   * A source.
   *
   * @param relativeSd share of the current, {@code >= 0}
   * @param siemensSd additive, {@code >= 0}
   */
  public WhiteReadNoise(double relativeSd, double siemensSd, NoiseSource noise) {
    if (!(relativeSd >= 0 && siemensSd >= 0 && relativeSd + siemensSd < 1e3)) {
      throw new InputException(
          "white read noise must be zero or positive, got "
              + relativeSd
              + " and "
              + siemensSd
              + " S");
    }
    this.relativeSd = relativeSd;
    this.siemensSd = siemensSd;
    this.reads = noise.purpose("read-noise:white");
  }

  @Override
  public String name() {
    return "read-noise";
  }

  @Override
  public void read(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double seconds, long read) {
    for (int i = from; i < to; i++) {
      long site = bank.firstSite() + i;
      double shared = relativeSd == 0 ? 0 : relativeSd * reads.gaussian(site, read) * amps[i];
      double added = siemensSd == 0 ? 0 : siemensSd * reads.secondGaussian(site, read) * volts[i];
      amps[i] += shared + added;
    }
  }
}
