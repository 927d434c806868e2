package org.ohmweave.device.variability;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.ParameterSymbol.Sign;

/**
 * Device-to-device spread: each device gets its own value of a parameter, drawn around the value it
 * has.
 *
 * <p>Draws are addressed by the device's site and the parameter's symbol; two parameters, two
 * devices and two seeds are independent. A normal draw is cut off at zero, or at a hundredth of the
 * mean where the law needs more than zero; with a relative sd of 25 % this touches 4e-5 of the
 * devices.
 */
public final class Spread {
  private static final double LEAST_SHARE = 0.01;
  private final double relativeSd;
  private final boolean logarithmic;

  private Spread(double relativeSd, boolean logarithmic) {
    if (!(relativeSd >= 0) || Double.isInfinite(relativeSd)) {
      throw new InputException("a relative spread must be zero or positive [1], got " + relativeSd);
    }
    this.relativeSd = relativeSd;
    this.logarithmic = logarithmic;
  }

  /** Normal, with this standard deviation relative to the mean, cut off below (see above). */
  public static Spread normal(double relativeSd) {
    return new Spread(relativeSd, false);
  }

  /** Lognormal around the median, with this standard deviation of the logarithm. */
  public static Spread lognormal(double logSd) {
    return new Spread(logSd, true);
  }

  /** Spreads one parameter of every device of the bank. */
  public void apply(DeviceBank bank, String symbol, NoiseSource noise) {
    int parameter = bank.indexOf(symbol);
    boolean mayVanish = bank.model().parameters().get(parameter).sign() == Sign.NOT_NEGATIVE;
    double least = mayVanish ? 0 : LEAST_SHARE;
    Purpose purpose = noise.purpose("device-to-device:" + symbol);
    double[] values = new double[bank.size()];
    for (int i = 0; i < values.length; i++) {
      double x = purpose.gaussian(bank.firstSite() + i, 0);
      double factor =
          logarithmic ? StrictMath.exp(relativeSd * x) : Math.max(least, 1 + relativeSd * x);
      values[i] = bank.parameter(parameter, i) * factor;
    }
    bank.setColumn(parameter, values);
  }
}
