package org.ohmweave.device.tio2;

import org.ohmweave.core.math.Exponential;

/**
 * Resistance of TEAM over its state: linear or exponential between R_on and R_off.
 *
 * @param exponential which of the two
 * @param onOhms at the on end
 * @param perMetre slope in ohm/m, or of the logarithm in 1/m
 * @param xOn place of the on end, m
 * @param range between the ends, m
 * @param seriesOhms resistor in series with the film
 */
record TeamResistance(
    boolean exponential,
    double onOhms,
    double perMetre,
    double xOn,
    double range,
    double seriesOhms) {

  static TeamResistance of(
      boolean exponential, double on, double off, double xOn, double xOff, double series) {
    double range = xOff - xOn;
    double slope =
        exponential ? org.ohmweave.core.math.Logarithm.log(off / on) / range : (off - on) / range;
    return new TeamResistance(exponential, on, slope, xOn, range, series);
  }

  /** Film and resistor in series. */
  double ohms(double x) {
    double share = x - xOn;
    return seriesOhms
        + (exponential ? onOhms * Exponential.exp(perMetre * share) : onOhms + perMetre * share);
  }

  double inside(double x) {
    return Math.max(xOn, Math.min(xOn + range, x));
  }
}
