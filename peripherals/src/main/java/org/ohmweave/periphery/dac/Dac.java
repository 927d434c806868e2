package org.ohmweave.periphery.dac;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.periphery.Quantiser;

/**
 * A digital-to-analog converter for word-line voltages: quantises, then adds gain error, offset and
 * noise.
 *
 * @param quantiser levels, in volts
 * @param gainError relative
 * @param offsetVolts added to every output
 * @param noiseVolts rms of white noise, new at every conversion
 */
public record Dac(Quantiser quantiser, double gainError, double offsetVolts, double noiseVolts) {
  /** Errors must be finite, noise not negative. */
  public Dac {
    if (!Double.isFinite(gainError) || gainError <= -1) {
      throw new InputException("DAC gain error must be finite and above -1 [1], got " + gainError);
    }
    if (!Double.isFinite(offsetVolts)) {
      throw new InputException("DAC offset must be finite [V], got " + offsetVolts);
    }
    if (!(noiseVolts >= 0) || Double.isInfinite(noiseVolts)) {
      throw new InputException(
          "DAC noise must be zero or positive and finite [V], got " + noiseVolts);
    }
  }

  /** A converter that only quantises; {@code bits = 0} does nothing but clip. */
  public static Dac bipolar(int bits, double fullScaleVolts) {
    return new Dac(new Quantiser(bits, fullScaleVolts, true), 0, 0, 0);
  }

  /**
   * What leaves the converter for a level of its quantiser.
   *
   * @param level in volts
   * @param noise stream of this converter's noise
   * @param site of the converter
   * @param event of the conversion
   */
  public double output(double level, Purpose noise, long site, long event) {
    double out = level * (1 + gainError) + offsetVolts;
    return noiseVolts == 0 ? out : out + noiseVolts * noise.gaussian(site, event);
  }

  /** Converts one value. */
  public double convert(double volts, Purpose noise, long site, long event) {
    return output(quantiser.level(volts), noise, site, event);
  }
}
