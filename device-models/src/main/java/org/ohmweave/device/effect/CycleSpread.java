package org.ohmweave.device.effect;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;

/**
 * Cycle-to-cycle change of one parameter: in each cycle device i has {@code p_i exp(s x)}
 * (lognormal) or {@code p_i (1 + s x)} (normal, cut off at a hundredth), where x is a stationary
 * standard normal sequence with correlation {@code rho^k} between cycles k apart: {@code x_n = rho
 * x_(n-1) + sqrt(1 - rho^2) e_n}. With {@code rho = 0} cycles are independent.
 *
 * <p>Measured sequences are not independent; correlation lengths of tens of cycles are reported
 * (doi:10.1109/LED.2016.2553370, abstract).
 */
public final class CycleSpread implements Effect {
  private static final double LEAST_SHARE = 0.01;
  private final String symbol;
  private final double sd;
  private final double rho;
  private final boolean logarithmic;
  private final Purpose steps;
  private double[] factor = new double[0];
  private double[] deviate = new double[0];
  private long[] last = new long[0];
  private int parameter;

  /**
   * A source for one parameter.
   *
   * @param symbol published symbol
   * @param sd relative standard deviation, or that of the logarithm
   * @param rho correlation from one cycle to the next, {@code 0 <= rho < 1}
   * @param logarithmic lognormal instead of normal
   */
  public CycleSpread(String symbol, double sd, double rho, boolean logarithmic, NoiseSource noise) {
    if (!(sd >= 0) || Double.isInfinite(sd)) {
      throw new InputException(
          "cycle-to-cycle sd of " + symbol + " must be zero or positive [1], got " + sd);
    }
    if (!(rho >= 0 && rho < 1)) {
      throw new InputException(
          "cycle-to-cycle correlation of " + symbol + " must lie in 0 .. 1 (below 1), got " + rho);
    }
    this.symbol = symbol;
    this.sd = sd;
    this.rho = rho;
    this.logarithmic = logarithmic;
    this.steps = noise.purpose("cycle-to-cycle:" + symbol);
  }

  @Override
  public String name() {
    return "cycle-to-cycle";
  }

  @Override
  public void begin(DeviceBank bank) {
    parameter = bank.indexOf(symbol);
    Columns.own(bank, parameter);
    factor = new double[bank.size()];
    deviate = new double[bank.size()];
    last = new long[bank.size()];
    java.util.Arrays.fill(factor, 1);
    for (int i = 0; i < factor.length; i++) {
      deviate[i] = steps.gaussian(bank.firstSite() + i, -1);
      last[i] = -1;
    }
  }

  /** Cycles may be left out: the correlation over k cycles is rho^k. */
  @Override
  public void cycle(DeviceBank bank, int from, int to, long cycle) {
    double[] column = bank.column(parameter);
    for (int i = from; i < to; i++) {
      double kept = StrictMath.pow(rho, cycle - last[i]);
      last[i] = cycle;
      deviate[i] =
          kept * deviate[i]
              + Math.sqrt(1 - kept * kept) * steps.gaussian(bank.firstSite() + i, cycle);
      double x = sd * deviate[i];
      double now = logarithmic ? StrictMath.exp(x) : Math.max(LEAST_SHARE, 1 + x);
      column[i] *= now / factor[i];
      factor[i] = now;
    }
  }
}
