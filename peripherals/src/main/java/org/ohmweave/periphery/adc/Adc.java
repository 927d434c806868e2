package org.ohmweave.periphery.adc;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.periphery.Quantiser;

/**
 * An analog-to-digital converter for bit-line currents: adds gain error, offset and noise to its
 * input, then quantises and saturates. The result is the current that the code stands for.
 *
 * @param quantiser levels, in amperes
 * @param gainError relative
 * @param offsetAmps added to every input
 * @param noiseAmps rms of white noise at the input, new at every conversion
 */
public record Adc(Quantiser quantiser, double gainError, double offsetAmps, double noiseAmps) {
  /** Errors must be finite, noise not negative. */
  public Adc {
    if (!Double.isFinite(gainError) || gainError <= -1) {
      throw new InputException("ADC gain error must be finite and above -1 [1], got " + gainError);
    }
    if (!Double.isFinite(offsetAmps)) {
      throw new InputException("ADC offset must be finite [A], got " + offsetAmps);
    }
    if (!(noiseAmps >= 0) || Double.isInfinite(noiseAmps)) {
      throw new InputException(
          "ADC noise must be zero or positive and finite [A], got " + noiseAmps);
    }
  }

  /** A converter that only quantises; {@code bits = 0} does nothing but saturate. */
  public static Adc bipolar(int bits, double fullScaleAmps) {
    return new Adc(new Quantiser(bits, fullScaleAmps, true), 0, 0, 0);
  }

  /** What reaches the quantiser. */
  public double input(double amps, Purpose noise, long site, long event) {
    double in = amps * (1 + gainError) + offsetAmps;
    return noiseAmps == 0 ? in : in + noiseAmps * noise.gaussian(site, event);
  }

  /** Converts one value. */
  public double convert(double amps, Purpose noise, long site, long event) {
    return quantiser.level(input(amps, noise, site, event));
  }
}
