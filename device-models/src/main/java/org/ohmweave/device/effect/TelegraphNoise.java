package org.ohmweave.device.effect;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;

/**
 * Random telegraph noise of several traps per cell. A filled trap takes a share of the current
 * away: {@code i = i0 prod (1 - a_k s_k)}, s_k = 1 while filled. A trap is filled after a mean time
 * tau_c and emptied after a mean time tau_e, both log-uniform over the traps; it is filled for the
 * share {@code tau_e / (tau_c + tau_e)} of the time, and the chain is advanced exactly over any
 * time between reads. Many such traps make 1/f noise.
 *
 * <p>The share grows with the resistance R of the cell, {@code a_k = m_k R / (R + R_half)}, m_k
 * lognormal over the traps and cut off at 1: small in the LRS, near one in a deep HRS, as reported
 * by D. Ielmini et al., Appl. Phys. Lett. 96, 053503, 2010, doi:10.1063/1.3304167 and S. Ambrogio
 * et al., IEEE TED 61, 2920, 2014 (trend cited from memory; the form is our choice).
 *
 * @see FlickerNoise for the limit of many traps
 */
public final class TelegraphNoise implements Effect {
  private final Settings settings;
  private final Purpose switching;
  private final Purpose times;
  private final Purpose amplitudes;
  private double[] capture = new double[0];
  private double[] emission = new double[0];
  private double[] share = new double[0];
  private boolean[] filled = new boolean[0];

  /**
   * What the traps are like.
   *
   * @param traps per cell, 1 .. 1000
   * @param shortestSeconds shortest mean time, {@code > 0}
   * @param longestSeconds longest mean time, at least the shortest
   * @param medianShare median of m_k, 0 .. 1
   * @param logSd standard deviation of ln m_k
   * @param halfOhms R_half, {@code >= 0}; 0 = the same share in every state
   */
  public record Settings(
      int traps,
      double shortestSeconds,
      double longestSeconds,
      double medianShare,
      double logSd,
      double halfOhms) {
    /** Refuses nonsense. */
    public Settings {
      require(traps >= 1 && traps <= 1000, "traps per cell must be 1 .. 1000", traps);
      require(
          shortestSeconds > 0 && longestSeconds >= shortestSeconds && longestSeconds < 1e18,
          "mean times of traps must be 0 < shortest <= longest [s]",
          shortestSeconds);
      require(medianShare >= 0 && medianShare <= 1, "share of a trap must be 0 .. 1", medianShare);
      require(logSd >= 0 && logSd < 100, "log sd of the share must be 0 .. 100", logSd);
      require(
          halfOhms >= 0 && halfOhms < 1e30, "half-share resistance must be >= 0 [ohm]", halfOhms);
    }

    private static void require(boolean holds, String what, double got) {
      if (!holds) {
        throw new InputException("telegraph noise: " + what + ", got " + got);
      }
    }
  }

  /** A source; traps are drawn per device. */
  public TelegraphNoise(Settings settings, NoiseSource noise) {
    this.settings = settings;
    this.switching = noise.purpose("read-noise:telegraph");
    this.times = noise.purpose("read-noise:telegraph-times");
    this.amplitudes = noise.purpose("read-noise:telegraph-amplitudes");
  }

  @Override
  public String name() {
    return "read-noise";
  }

  @Override
  public void begin(DeviceBank bank) {
    int traps = settings.traps();
    capture = new double[bank.size() * traps];
    emission = new double[capture.length];
    share = new double[capture.length];
    filled = new boolean[capture.length];
    double span = settings.longestSeconds() / settings.shortestSeconds();
    for (int i = 0; i < bank.size(); i++) {
      long site = bank.firstSite() + i;
      for (int k = 0; k < traps; k++) {
        int at = i * traps + k;
        capture[at] = settings.shortestSeconds() * StrictMath.pow(span, times.uniform(site, k));
        emission[at] =
            settings.shortestSeconds() * StrictMath.pow(span, times.secondUniform(site, k));
        share[at] =
            settings.medianShare()
                * StrictMath.exp(settings.logSd() * amplitudes.gaussian(site, k));
        filled[at] = switching.uniform(site, -1 - k) < filledShare(at);
      }
    }
  }

  private double filledShare(int trap) {
    return emission[trap] / (capture[trap] + emission[trap]);
  }

  @Override
  public void read(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double seconds, long read) {
    int traps = settings.traps();
    for (int i = from; i < to; i++) {
      double ohms = amps[i] == 0 ? 0 : Math.abs(volts[i] / amps[i]);
      double grown = settings.halfOhms() == 0 ? 1 : ohms / (ohms + settings.halfOhms());
      double left = 1;
      for (int k = 0; k < traps; k++) {
        int at = i * traps + k;
        double often = filledShare(at);
        double kept = StrictMath.exp(-seconds * (1 / capture[at] + 1 / emission[at]));
        double probability = often + ((filled[at] ? 1 : 0) - often) * kept;
        filled[at] = switching.uniform(bank.firstSite() + i, read * traps + k) < probability;
        if (filled[at]) {
          left *= 1 - Math.min(1, share[at] * grown);
        }
      }
      amps[i] *= left;
    }
  }
}
