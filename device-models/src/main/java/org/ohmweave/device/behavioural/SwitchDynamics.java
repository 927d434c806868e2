package org.ohmweave.device.behavioural;

import java.util.List;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.CellDynamics;
import org.ohmweave.device.CellRates;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.StateVariable;

/**
 * {@link PoissonSwitch} as differential equations: the coordinate is the hazard since the last
 * switch, its upper bound the drawn threshold, and a cell that arrives there switches. The draws
 * are those of {@link PoissonSwitch#ramp}, so the division into steps changes nothing.
 */
final class SwitchDynamics implements CellDynamics {
  private static final List<StateVariable> COORDINATES =
      List.of(new StateVariable("hazard_1", "integral of the rate since the last switch"));
  private final DeviceBank bank;
  private final Purpose thresholds;

  SwitchDynamics(DeviceBank bank, NoiseSource noise) {
    this.bank = bank;
    this.thresholds = noise.purpose("stochastic-switching");
  }

  @Override
  public List<StateVariable> coordinates() {
    return COORDINATES;
  }

  @Override
  public double notable(int coordinate) {
    return 1;
  }

  @Override
  public double lowest(int device) {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  public double highest(int device) {
    long count = (long) bank.state(PoissonSwitch.SWITCHES)[device];
    return -StrictMath.log(thresholds.uniform(bank.firstSite() + device, count));
  }

  @Override
  public void read(int from, int to, double[] y) {
    System.arraycopy(bank.state(PoissonSwitch.HAZARD), from, y, from, to - from);
  }

  @Override
  public void write(int from, int to, double[] y) {
    System.arraycopy(y, from, bank.state(PoissonSwitch.HAZARD), from, to - from);
  }

  @Override
  public void evaluate(
      int[] cells, int count, double[] volts, double[] y, boolean slopes, CellRates out) {
    for (int k = 0; k < count; k++) {
      int i = cells[k];
      boolean on = bank.state(PoissonSwitch.ON)[i] != 0;
      double siemens = 1 / bank.parameter(on ? PoissonSwitch.R_ON : PoissonSwitch.R_OFF, i);
      double perVolt = 1 / bank.parameter(on ? PoissonSwitch.V_RESET : PoissonSwitch.V_SET, i);
      double tau = bank.parameter(on ? PoissonSwitch.TAU_RESET : PoissonSwitch.TAU_SET, i);
      boolean drawn = on ? volts[k] < 0 : volts[k] > 0;
      double rate = drawn ? StrictMath.exp(Math.abs(volts[k]) * perVolt) / tau : 0;
      out.amps[k] = siemens * volts[k];
      out.siemens[k] = siemens;
      out.rate[k] = rate;
      out.ampsByState[k] = 0;
      out.rateByState[k] = 0;
      out.rateByVolts[k] = Math.copySign(rate * perVolt, volts[k]);
    }
  }

  @Override
  public boolean jumps() {
    return true;
  }

  @Override
  public String arrive(int cell, double[] y) {
    boolean on = bank.state(PoissonSwitch.ON)[cell] != 0;
    bank.state(PoissonSwitch.ON)[cell] = on ? 0 : 1;
    bank.state(PoissonSwitch.SWITCHES)[cell]++;
    y[0] = 0;
    return on ? "off" : "on";
  }
}
