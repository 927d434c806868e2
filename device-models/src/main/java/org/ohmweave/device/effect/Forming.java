package org.ohmweave.device.effect;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.variability.Distribution.Weibull;

/**
 * Cells begin unformed: an ohmic leak, until a filament breaks through under SET polarity. Damage
 * grows at the rate {@code exp(|v| / v0) / t0}; a cell forms when it reaches a threshold that is
 * Weibull over devices (scale 1), and is in the LRS bound from then on. At constant voltage the
 * time to forming is Weibull with scale {@code t0 exp(-|v| / v0)}; under a ramp of r volts per
 * second the forming voltage is {@code v0 ln(1 + D r t0 / v0)}.
 *
 * <p>Weibull statistics with an exponential voltage acceleration are customary for oxide breakdown;
 * the numbers are the user's. The piece of voltage in which a cell forms does nothing else to it.
 * Not modelled: overshoot of the current, dependence on compliance, area and temperature.
 */
public final class Forming implements Effect {
  private final double virginOhms;
  private final double secondsAtZero;
  private final double voltsPerE;
  private final Weibull threshold;
  private final Purpose draws;
  private double[] missing = new double[0];

  /**
   * A source.
   *
   * @param virginOhms resistance before forming, {@code > 0}
   * @param secondsAtZero t0, {@code > 0}
   * @param voltsPerE v0, {@code > 0}
   * @param shape Weibull slope of the time, {@code > 0}
   */
  public Forming(
      double virginOhms, double secondsAtZero, double voltsPerE, double shape, NoiseSource noise) {
    if (!(virginOhms > 0 && secondsAtZero > 0 && voltsPerE > 0)) {
      throw new InputException(
          "forming needs a positive virgin resistance [ohm], t0 [s] and v0 [V], got "
              + virginOhms
              + ", "
              + secondsAtZero
              + " and "
              + voltsPerE);
    }
    this.virginOhms = virginOhms;
    this.secondsAtZero = secondsAtZero;
    this.voltsPerE = voltsPerE;
    this.threshold = new Weibull(1, shape);
    this.draws = noise.purpose("forming");
  }

  @Override
  public String name() {
    return "forming";
  }

  @Override
  public void begin(DeviceBank bank) {
    missing = new double[bank.size()];
    for (int i = 0; i < missing.length; i++) {
      missing[i] = threshold.at(draws.gaussian(bank.firstSite() + i, 0), 0.5);
    }
    bank.model().reset(bank, 0, bank.size(), false);
  }

  /** Whether device {@code i} has a filament. */
  public boolean formed(int i) {
    return missing[i] <= 0;
  }

  @Override
  public void beforePulse(
      DeviceBank bank, int from, int to, double[] startVolts, double[] endVolts, double seconds) {
    int sign = bank.model().setSign();
    for (int i = from; i < to; i++) {
      if (missing[i] > 0) {
        missing[i] -= damage(sign * startVolts[i], sign * endVolts[i], seconds);
        startVolts[i] = 0;
        endVolts[i] = 0;
        if (missing[i] <= 0) {
          bank.model().reset(bank, i, i + 1, true);
        }
      }
    }
  }

  /** Integral of the rate over the part of a ramp that has SET polarity. */
  private double damage(double start, double end, double seconds) {
    if (start <= 0 && end <= 0) {
      return 0;
    }
    if (start == end) {
      return seconds / secondsAtZero * StrictMath.exp(start / voltsPerE);
    }
    double low = Math.max(0, Math.min(start, end));
    double high = Math.max(start, end);
    double perVolt = seconds / Math.abs(end - start);
    return perVolt
        * voltsPerE
        / secondsAtZero
        * StrictMath.exp(low / voltsPerE)
        * StrictMath.expm1((high - low) / voltsPerE);
  }

  @Override
  public void read(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double seconds, long read) {
    for (int i = from; i < to; i++) {
      if (missing[i] > 0) {
        amps[i] = volts[i] / virginOhms;
      }
    }
  }

  /** Unformed cells count as stuck in the HRS. */
  @Override
  public int[] failed(DeviceBank bank) {
    int unformed = 0;
    for (double m : missing) {
      unformed += m > 0 ? 1 : 0;
    }
    return new int[] {0, unformed};
  }
}
