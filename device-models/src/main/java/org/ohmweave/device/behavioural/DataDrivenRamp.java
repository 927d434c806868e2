package org.ohmweave.device.behavioural;

import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.integrate.StiffProblem;

/**
 * One data-driven device under a linear ramp of one polarity.
 *
 * @param span range of R in ohm, which sets the tolerance
 */
record DataDrivenRamp(
    DataDriven law, DeviceBank bank, int device, double startVolts, double perSecond, double span)
    implements StiffProblem {
  private static final double PROBE = 1e-7;

  @Override
  public void rates(double seconds, double[] y, double[] rates) {
    rates[0] = law.rate(bank, device, y[0], startVolts + perSecond * seconds);
  }

  @Override
  public void derivatives(
      double seconds, double[] y, double[] rates, double[] byState, double[] byTime) {
    double volts = startVolts + perSecond * seconds;
    double ohms = PROBE * span;
    byState[0] =
        (law.rate(bank, device, y[0] + ohms, volts) - law.rate(bank, device, y[0] - ohms, volts))
            / (2 * ohms);
    // one-sided away from 0 V, where the law changes its parameters
    double more = Math.copySign(PROBE, volts == 0 ? perSecond : volts);
    byTime[0] = (law.rate(bank, device, y[0], volts + more) - rates[0]) / more * perSecond;
  }

  @Override
  public double allowed(int k, double before, double after) {
    return 1e-9 * span;
  }
}
