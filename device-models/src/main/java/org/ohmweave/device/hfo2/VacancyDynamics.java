package org.ohmweave.device.hfo2;

import java.util.List;
import org.ohmweave.core.math.Exponential;
import org.ohmweave.device.CellDynamics;
import org.ohmweave.device.CellRates;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.StateVariable;

/** {@link JartV1b} as a differential equation of ln N; the temperature follows at once. */
final class VacancyDynamics implements CellDynamics {
  private static final List<StateVariable> COORDINATES =
      List.of(new StateVariable("lnN26", "logarithm of the vacancy concentration in 1e26/m3"));
  private final DeviceBank bank;
  private final VacancyDrift drift = new VacancyDrift();

  VacancyDynamics(DeviceBank bank) {
    this.bank = bank;
  }

  @Override
  public List<StateVariable> coordinates() {
    return COORDINATES;
  }

  @Override
  public double notable(int coordinate) {
    return 1;
  }

  /** The rate itself ends at the bounds; the concentration never arrives there. */
  @Override
  public double lowest(int device) {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  public double highest(int device) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public void read(int from, int to, double[] y) {
    for (int i = from; i < to; i++) {
      y[i] = StrictMath.log(bank.state(JartV1b.DISC)[i]);
    }
  }

  @Override
  public void write(int from, int to, double[] y) {
    for (int i = from; i < to; i++) {
      bank.state(JartV1b.DISC)[i] = Exponential.exp(y[i]);
    }
  }

  @Override
  public void evaluate(
      int[] cells, int count, double[] volts, double[] y, boolean slopes, CellRates out) {
    for (int k = 0; k < count; k++) {
      drift.load(bank, cells[k]);
      drift.look(k, volts[k], y[k], out);
    }
  }
}
