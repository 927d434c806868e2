package org.ohmweave.periphery;

import org.ohmweave.core.InputException;

/**
 * What the converters of an array do wrong beside quantisation, relative to their full scale. Gains
 * and offsets are drawn once per converter (normal), noise at every conversion (white, normal).
 *
 * @param dacGainSd sd of the gains of the DACs around 1
 * @param dacOffsetSd sd of the offsets of the DACs, in full scales
 * @param dacNoise rms noise of a DAC, in full scales
 * @param adcGainSd sd of the gains of the ADCs around 1
 * @param adcOffsetSd sd of the offsets of the ADCs, in full scales
 * @param adcNoise rms noise at the input of an ADC, in full scales
 */
public record ConverterErrors(
    double dacGainSd,
    double dacOffsetSd,
    double dacNoise,
    double adcGainSd,
    double adcOffsetSd,
    double adcNoise) {
  /** Converters that quantise and do nothing else. */
  public static final ConverterErrors NONE = new ConverterErrors(0, 0, 0, 0, 0, 0);

  /** Every figure lies in 0 .. 0.1, so that a gain stays positive at any draw. */
  public ConverterErrors {
    check("sd of the DAC gains", dacGainSd);
    check("sd of the DAC offsets", dacOffsetSd);
    check("DAC noise", dacNoise);
    check("sd of the ADC gains", adcGainSd);
    check("sd of the ADC offsets", adcOffsetSd);
    check("ADC noise", adcNoise);
  }

  private static void check(String what, double share) {
    if (!(share >= 0 && share <= 0.1)) {
      throw new InputException(what + " must lie in 0 .. 0.1 of full scale, got " + share);
    }
  }
}
