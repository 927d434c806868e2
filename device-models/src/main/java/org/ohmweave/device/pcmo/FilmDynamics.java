package org.ohmweave.device.pcmo;

import java.util.List;
import org.ohmweave.core.math.Exponential;
import org.ohmweave.device.CellDynamics;
import org.ohmweave.device.CellRates;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.StateVariable;

/** {@link ReactionDrift} as differential equations: ln of the trap density, and temperature. */
final class FilmDynamics implements CellDynamics {
  private static final List<StateVariable> COORDINATES =
      List.of(
          new StateVariable("lnN", "logarithm of the trap density in 1/m3"),
          new StateVariable("T_K", "film temperature"));
  private final DeviceBank bank;
  private final HeatedFilm film = new HeatedFilm();

  FilmDynamics(DeviceBank bank) {
    this.bank = bank;
  }

  @Override
  public List<StateVariable> coordinates() {
    return COORDINATES;
  }

  @Override
  public double notable(int coordinate) {
    return coordinate == 0 ? 1 : bank.parameter(ReactionDrift.T_AMB, 0);
  }

  /** The rate itself ends at the bounds; the density never arrives there. */
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
      y[2 * i] = StrictMath.log(bank.state(ReactionDrift.TRAPS)[i]);
      y[2 * i + 1] = bank.state(ReactionDrift.KELVIN)[i];
    }
  }

  @Override
  public void write(int from, int to, double[] y) {
    for (int i = from; i < to; i++) {
      bank.state(ReactionDrift.TRAPS)[i] = Exponential.exp(y[2 * i]);
      bank.state(ReactionDrift.KELVIN)[i] = y[2 * i + 1];
    }
  }

  @Override
  public void evaluate(
      int[] cells, int count, double[] volts, double[] y, boolean slopes, CellRates out) {
    for (int k = 0; k < count; k++) {
      film.load(bank, cells[k]);
      film.look(k, volts[k], y[2 * k], y[2 * k + 1], slopes, out);
    }
  }
}
