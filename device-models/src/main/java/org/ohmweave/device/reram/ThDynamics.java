package org.ohmweave.device.reram;

import java.util.List;
import org.ohmweave.device.CellDynamics;
import org.ohmweave.device.CellRates;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.StateVariable;

/**
 * {@link StanfordTh} as differential equations: gap in nanometres and temperature. The voltage
 * divides between film and resistor at once, so every derivative at fixed cell voltage carries the
 * share 1 / (1 + R_s dI/dv).
 */
final class ThDynamics implements CellDynamics {
  private static final double NM = 1e9;
  private static final List<StateVariable> COORDINATES =
      List.of(
          new StateVariable("gap_nm", "gap between filament tip and electrode"),
          new StateVariable("T_K", "filament temperature"));
  private final DeviceBank bank;
  private final ThCell cell = new ThCell();

  ThDynamics(DeviceBank bank) {
    this.bank = bank;
  }

  @Override
  public List<StateVariable> coordinates() {
    return COORDINATES;
  }

  @Override
  public double notable(int coordinate) {
    return bank.parameter(coordinate == 0 ? StanfordTh.G0 : StanfordTh.T0, 0)
        * (coordinate == 0 ? NM : 1);
  }

  @Override
  public double lowest(int device) {
    return bank.parameter(StanfordTh.GAP_MIN, device) * NM;
  }

  @Override
  public double highest(int device) {
    return bank.parameter(StanfordTh.GAP_MAX, device) * NM;
  }

  @Override
  public void read(int from, int to, double[] y) {
    for (int i = from; i < to; i++) {
      y[2 * i] = bank.state(StanfordTh.GAP)[i] * NM;
      y[2 * i + 1] = bank.state(StanfordTh.KELVIN)[i];
    }
  }

  @Override
  public void write(int from, int to, double[] y) {
    for (int i = from; i < to; i++) {
      bank.state(StanfordTh.GAP)[i] = y[2 * i] / NM;
      bank.state(StanfordTh.KELVIN)[i] = y[2 * i + 1];
    }
  }

  @Override
  public void evaluate(
      int[] cells, int count, double[] volts, double[] y, boolean slopes, CellRates out) {
    for (int k = 0; k < count; k++) {
      cell.load(bank, cells[k]);
      evaluate(k, volts[k], y[2 * k] / NM, y[2 * k + 1], slopes, out);
    }
  }

  private void evaluate(
      int k, double volts, double trialGap, double kelvin, boolean slopes, CellRates out) {
    // a trial gap far outside would overflow the current; an accepted one never lies there
    double gap = Math.min(Math.max(trialGap, cell.gapMin - cell.g0), cell.gapMax + cell.g0);
    cell.solve(gap, volts);
    double gamma = cell.enhancement(gap);
    double film = cell.film;
    double amps = cell.amps;
    cell.evaluateRate(gamma, kelvin, film);
    out.amps[k] = amps;
    out.rate[2 * k] = cell.gapRate * NM;
    out.rate[2 * k + 1] = film * amps / cell.heatCapacity - (kelvin - cell.t0) / cell.tau;
    if (!slopes) {
      return;
    }
    double slope = cell.filmSlope;
    double share = 1 / (1 + cell.ohms * slope);
    double ampsByGap = -amps / cell.g0 * share;
    double filmByGap = -cell.ohms * ampsByGap;
    out.siemens[k] = slope * share;
    out.ampsByState[2 * k] = ampsByGap / NM;
    out.ampsByState[2 * k + 1] = 0;
    double nm = gap * NM;
    double gapByFilm = cell.ratePerField * cell.a0OverL * gamma;
    double gapByGap = cell.ratePerField * cell.a0OverL * film * (-3 * NM * cell.beta * nm * nm);
    double heatByFilm = (amps + film * slope) / cell.heatCapacity;
    double heatByGap = -film * amps / (cell.g0 * cell.heatCapacity);
    out.rateByState[4 * k] = gapByGap + gapByFilm * filmByGap;
    out.rateByState[4 * k + 1] = cell.ratePerKelvin * NM;
    out.rateByState[4 * k + 2] = (heatByGap + heatByFilm * filmByGap) / NM;
    out.rateByState[4 * k + 3] = -1 / cell.tau;
    out.rateByVolts[2 * k] = gapByFilm * share * NM;
    out.rateByVolts[2 * k + 1] = heatByFilm * share;
  }
}
