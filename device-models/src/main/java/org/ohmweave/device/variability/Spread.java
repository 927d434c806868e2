package org.ohmweave.device.variability;

import java.util.Map;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.ParameterSymbol.Sign;
import org.ohmweave.device.variability.Distribution.Lognormal;
import org.ohmweave.device.variability.Distribution.TruncatedNormal;

/**
 * Device-to-device spread of one quantity: each device gets its own value, drawn around the value
 * it has or from a distribution of its own. {@link JointSpread} spreads several at once, correlated
 * if wanted.
 *
 * <p>A normal draw that is relative is cut off at zero, or at a hundredth of the mean where the law
 * needs more than zero; with a relative sd of 25 % this touches 4e-5 of the devices.
 */
public final class Spread {
  private static final double LEAST_SHARE = 0.01;
  private final Distribution distribution;
  private final boolean relative;

  private Spread(Distribution distribution, boolean relative) {
    this.distribution = distribution;
    this.relative = relative;
  }

  /** Normal, with this standard deviation relative to the mean, cut off below (see above). */
  public static Spread normal(double relativeSd) {
    if (!(relativeSd >= 0) || Double.isInfinite(relativeSd)) {
      throw new InputException("a relative spread must be zero or positive [1], got " + relativeSd);
    }
    return new Spread(
        new TruncatedNormal(1, relativeSd, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
        true);
  }

  /** Lognormal around the median, with this standard deviation of the logarithm. */
  public static Spread lognormal(double logSd) {
    return new Spread(new Lognormal(1, logSd), true);
  }

  /** A distribution of the factor on the value a device has. */
  public static Spread relative(Distribution factor) {
    return new Spread(factor, true);
  }

  /** A distribution of the value itself, SI; what a device had is forgotten. */
  public static Spread absolute(Distribution value) {
    return new Spread(value, false);
  }

  /**
   * The value of one device.
   *
   * @param nominal what it has
   * @param sign which values make sense
   * @param z standard normal
   * @param pick uniform on (0, 1)
   */
  double value(double nominal, Sign sign, double z, double pick) {
    double drawn = distribution.at(z, pick);
    if (!relative) {
      return drawn;
    }
    if (sign == Sign.ANY) {
      return nominal * drawn;
    }
    double least = sign == Sign.NOT_NEGATIVE || sign == Sign.NOT_POSITIVE ? 0 : LEAST_SHARE;
    return nominal * (distribution instanceof TruncatedNormal ? Math.max(least, drawn) : drawn);
  }

  /** Spreads one parameter of every device of the bank. */
  public void apply(DeviceBank bank, String symbol, NoiseSource noise) {
    JointSpread.independent(Map.of(symbol, this)).apply(bank, noise);
  }
}
