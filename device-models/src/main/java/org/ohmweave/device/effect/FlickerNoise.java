package org.ohmweave.device.effect;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;

/**
 * 1/f read noise: the relative fluctuation of the current is the sum of stationary
 * Ornstein-Uhlenbeck processes, four per decade of frequency with equal variance, whose power
 * density is 1/f between two corners (white below, 1/f^2 above). They are advanced exactly over any
 * time between reads.
 *
 * <p>The superposition is standard (A. L. McWhorter, 1957; A. van der Ziel, Physica 16, 359, 1950,
 * doi:10.1016/0031-8914(50)90078-4); amplitudes are the user's.
 */
public final class FlickerNoise implements Effect {
  private static final int PER_DECADE = 4;
  private final double sdPerProcess;
  private final double[] rates;
  private final Purpose steps;
  private double[] processes = new double[0];

  /**
   * A source.
   *
   * @param relativeSdPerDecade standard deviation of i/i that one decade of frequency carries
   * @param lowHertz lower corner, {@code > 0}
   * @param highHertz upper corner, above the lower
   */
  public FlickerNoise(
      double relativeSdPerDecade, double lowHertz, double highHertz, NoiseSource noise) {
    if (!(relativeSdPerDecade >= 0 && relativeSdPerDecade < 10)) {
      throw new InputException(
          "1/f noise per decade must lie in 0 .. 10 [1], got " + relativeSdPerDecade);
    }
    if (!(lowHertz > 0 && highHertz > lowHertz && highHertz < 1e18)) {
      throw new InputException(
          "1/f noise needs corners 0 < low < high [Hz], got " + lowHertz + " and " + highHertz);
    }
    int count = Math.max(1, (int) Math.ceil(PER_DECADE * Math.log10(highHertz / lowHertz)));
    rates = new double[count];
    for (int k = 0; k < count; k++) {
      rates[k] = 2 * Math.PI * lowHertz * StrictMath.pow(highHertz / lowHertz, (k + 0.5) / count);
    }
    double decades = Math.log10(highHertz / lowHertz);
    sdPerProcess = relativeSdPerDecade * Math.sqrt(decades / count);
    steps = noise.purpose("read-noise:flicker");
  }

  @Override
  public String name() {
    return "read-noise";
  }

  @Override
  public void begin(DeviceBank bank) {
    processes = new double[bank.size() * rates.length];
    for (int i = 0; i < bank.size(); i++) {
      for (int k = 0; k < rates.length; k++) {
        processes[i * rates.length + k] = steps.gaussian(bank.firstSite() + i, -1 - k);
      }
    }
  }

  @Override
  public void read(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double seconds, long read) {
    for (int k = 0; k < rates.length; k++) {
      double kept = StrictMath.exp(-rates[k] * seconds);
      double fresh = Math.sqrt(-StrictMath.expm1(-2 * rates[k] * seconds));
      for (int i = from; i < to; i++) {
        int at = i * rates.length + k;
        processes[at] =
            kept * processes[at]
                + fresh * steps.gaussian(bank.firstSite() + i, read * rates.length + k);
      }
    }
    for (int i = from; i < to; i++) {
      double sum = 0;
      for (int k = 0; k < rates.length; k++) {
        sum += processes[i * rates.length + k];
      }
      amps[i] *= 1 + sdPerProcess * sum;
    }
  }
}
