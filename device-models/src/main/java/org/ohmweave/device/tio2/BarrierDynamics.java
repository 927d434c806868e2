package org.ohmweave.device.tio2;

import java.util.List;
import org.ohmweave.device.CellDynamics;
import org.ohmweave.device.CellRates;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.StateVariable;

/** {@link Pickett} as a differential equation of the barrier width in nanometres. */
final class BarrierDynamics implements CellDynamics {
  private static final List<StateVariable> COORDINATES =
      List.of(new StateVariable("w_nm", "tunnel barrier width"));
  private final DeviceBank bank;
  private final BarrierMotion motion = new BarrierMotion();

  BarrierDynamics(DeviceBank bank) {
    this.bank = bank;
  }

  @Override
  public List<StateVariable> coordinates() {
    return COORDINATES;
  }

  @Override
  public double notable(int coordinate) {
    return bank.parameter(Pickett.W_C, 0) * 1e9;
  }

  @Override
  public double lowest(int device) {
    return bank.parameter(Pickett.W_MIN, device) * 1e9;
  }

  /** RESET limits itself. */
  @Override
  public double highest(int device) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public void read(int from, int to, double[] y) {
    System.arraycopy(bank.state(Pickett.WIDTH), from, y, from, to - from);
  }

  @Override
  public void write(int from, int to, double[] y) {
    System.arraycopy(y, from, bank.state(Pickett.WIDTH), from, to - from);
  }

  @Override
  public void evaluate(
      int[] cells, int count, double[] volts, double[] y, boolean slopes, CellRates out) {
    for (int k = 0; k < count; k++) {
      motion.load(bank, cells[k]);
      motion.look(k, volts[k], y[k], slopes, out);
    }
  }
}
