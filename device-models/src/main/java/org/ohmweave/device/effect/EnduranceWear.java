package org.ohmweave.device.effect;

import java.util.List;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.variability.Distribution.Weibull;

/**
 * Wear by cycling. Each device has a lifetime in cycles, Weibull over devices; as it nears, chosen
 * parameters of the law change by {@code p (1 + c (n/L)^b)}, and after it the cell is stuck, in the
 * LRS with a given probability, else in the HRS.
 *
 * <p>A phenomenological form, our choice: a Weibull lifetime is customary for oxide wear-out, and a
 * rising LRS resistance is the reported failure of HfO2 cells (Chen et al., "Statistical assessment
 * of endurance degradation in high and low resistive states of the HfO2-based RRAM", 2013,
 * abstract), which a falling {@code N_max} or {@code I0} gives.
 */
public final class EnduranceWear implements Effect {
  /**
   * How a parameter changes.
   *
   * @param symbol published symbol
   * @param atLifetime relative change at the lifetime, above -1
   * @param exponent b, {@code > 0}
   */
  public record Change(String symbol, double atLifetime, double exponent) {
    /** Refuses nonsense. */
    public Change {
      if (!(atLifetime > -1 && atLifetime < 1e6 && exponent > 0 && exponent < 100)) {
        throw new InputException(
            "wear of "
                + symbol
                + " needs a change above -100 % and an exponent in 0 .. 100, got "
                + atLifetime
                + " and "
                + exponent);
      }
    }
  }

  private final Weibull lifetime;
  private final double lrsShare;
  private final List<Change> changes;
  private final Purpose draws;
  private double[] cycles = new double[0];
  private double[][] factor = new double[0][];
  private StuckMask mask = new StuckMask(0);

  /**
   * A source.
   *
   * @param lifetime in cycles
   * @param lrsShare of the worn-out cells, the share that is stuck in the LRS, 0 .. 1
   */
  public EnduranceWear(Weibull lifetime, double lrsShare, List<Change> changes, NoiseSource noise) {
    if (!(lrsShare >= 0 && lrsShare <= 1)) {
      throw new InputException("share stuck in the LRS must lie in 0 .. 1, got " + lrsShare);
    }
    this.lifetime = lifetime;
    this.lrsShare = lrsShare;
    this.changes = List.copyOf(changes);
    this.draws = noise.purpose("endurance");
  }

  @Override
  public String name() {
    return "endurance";
  }

  @Override
  public void begin(DeviceBank bank) {
    int n = bank.size();
    mask = new StuckMask(n);
    cycles = new double[n];
    factor = new double[changes.size()][n];
    for (int i = 0; i < n; i++) {
      cycles[i] = lifetime.at(draws.gaussian(bank.firstSite() + i, 0), 0.5);
    }
    for (int c = 0; c < changes.size(); c++) {
      java.util.Arrays.fill(factor[c], 1);
      Columns.own(bank, bank.indexOf(changes.get(c).symbol()));
    }
  }

  @Override
  public void cycle(DeviceBank bank, int from, int to, long cycle) {
    for (int c = 0; c < changes.size(); c++) {
      Change change = changes.get(c);
      double[] column = bank.column(bank.indexOf(change.symbol()));
      for (int i = from; i < to; i++) {
        double age = Math.min(1, cycle / cycles[i]);
        double now = 1 + change.atLifetime() * StrictMath.pow(age, change.exponent());
        column[i] *= now / factor[c][i];
        factor[c][i] = now;
      }
    }
    for (int i = from; i < to; i++) {
      if (cycle >= cycles[i] && !mask.holds(i)) {
        mask.stick(i, draws.uniform(bank.firstSite() + i, 1) < lrsShare);
      }
    }
    mask.enforce(bank, from, to);
  }

  @Override
  public void afterPulse(DeviceBank bank, int from, int to, long event) {
    mask.enforce(bank, from, to);
  }

  @Override
  public int[] failed(DeviceBank bank) {
    return mask.count();
  }
}
