package org.ohmweave.crossbar.cell;

import org.ohmweave.core.InputException;
import org.ohmweave.core.math.Exponential;

/**
 * A bipolar selector whose current grows by a decade per fixed voltage, {@code i = 2 I0 sinh(v ln
 * 10 / S)}: at high voltage {@code I0 10^(|v| / S)}, at low voltage ohmic. A plain description of
 * diode-like and mixed-conduction selectors, without a published parameter set.
 */
public final class ExponentialSelector implements CellLaw {
  private final double scaleAmps;
  private final double perVolt;

  /**
   * The same selector in every cell.
   *
   * @param scaleAmps I0, to which the exponential part extrapolates at 0 V, {@code > 0}
   * @param voltsPerDecade S, {@code > 0}; 0.06 V is the thermal limit of an ideal diode
   */
  public ExponentialSelector(double scaleAmps, double voltsPerDecade) {
    if (!(scaleAmps > 0) || Double.isInfinite(scaleAmps)) {
      throw new InputException(
          "the current scale of a selector must be positive and finite [A], got " + scaleAmps);
    }
    if (!(voltsPerDecade > 0) || Double.isInfinite(voltsPerDecade)) {
      throw new InputException(
          "the slope of a selector must be positive and finite [V per decade], got "
              + voltsPerDecade);
    }
    this.scaleAmps = scaleAmps;
    this.perVolt = Math.log(10) / voltsPerDecade;
  }

  @Override
  public void evaluate(int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int k = from; k < to; k++) {
      double x = volts[k] * perVolt;
      amps[k] = 2 * scaleAmps * Exponential.sinh(x);
      siemens[k] = 2 * scaleAmps * perVolt * Exponential.cosh(x);
    }
  }
}
