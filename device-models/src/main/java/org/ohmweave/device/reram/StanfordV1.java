package org.ohmweave.device.reram;

import java.util.List;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.StateVariable;

/**
 * The first Stanford-PKU model ({@code rram_v_1_0_0}): a tunnelling gap with quasi-static heat and
 * a hard threshold of the enhanced field below which nothing moves.
 *
 * <pre>
 * I     = I0 exp(-g/g0) sinh(v/V0),  T = T_ini + R_th |v I|,  gamma = gamma0 - beta (g / 1 nm)^3
 * dg/dt = -Vel0 exp(-Ea/kT) sinh(gamma (a0/tox) v / kT)   if gamma |v| / tox >= F_min, else 0
 * </pre>
 *
 * <p>X. Guan, S. Yu, H.-S. P. Wong, IEEE EDL 33(10), 1405-1407, 2012; equations and defaults read
 * in the public Verilog-A, not in the paper; constants are CODATA. Positive voltage (top minus
 * bottom) SETs. A falling RESET slides along the threshold: its gap is then the one at which the
 * field just equals F_min. The gap stays in its bounds.
 *
 * <p>Not modelled: the source's gap noise, compliance. The bare film draws 0.67 A at 2 V in the
 * LRS; use a series resistor.
 */
public final class StanfordV1 implements DeviceModel {
  static final int I0 = 0;
  static final int G0 = 1;
  static final int V0 = 2;
  static final int VEL0 = 3;
  static final int GAMMA0 = 4;
  static final int BETA = 5;
  static final int EA = 6;
  static final int A0 = 7;
  static final int TOX = 8;
  static final int F_MIN = 9;
  static final int GAP_MIN = 10;
  static final int GAP_MAX = 11;
  static final int R_TH = 12;
  static final int T_INI = 13;
  static final int R_S = 14;

  /** State: gap in metres. */
  public static final int GAP = 0;

  private static final List<ParameterSymbol> PARAMETERS =
      List.of(
          new ParameterSymbol("I0", "A", "current scale"),
          new ParameterSymbol("g0", "m", "decay length of the current with the gap"),
          new ParameterSymbol("V0", "V", "voltage scale of the current"),
          ParameterSymbol.orZero("Vel0", "m/s", "attempt velocity of the gap"),
          new ParameterSymbol("gamma0", "1", "field enhancement at zero gap"),
          ParameterSymbol.orZero("beta", "1", "loss of enhancement per cubic nanometre of gap"),
          new ParameterSymbol("Ea", "eV", "activation energy"),
          new ParameterSymbol("a0", "m", "hopping distance"),
          new ParameterSymbol("tox", "m", "oxide thickness"),
          ParameterSymbol.orZero("F_min", "V/m", "enhanced field below which nothing moves"),
          new ParameterSymbol("gap_min", "m", "gap in the LRS bound"),
          new ParameterSymbol("gap_max", "m", "gap in the HRS bound"),
          ParameterSymbol.orZero("R_th", "K/W", "thermal resistance"),
          new ParameterSymbol("T_ini", "K", "ambient temperature"),
          ParameterSymbol.orZero("R_s", "ohm", "resistor in series with the film"));
  private static final List<StateVariable> STATES =
      List.of(new StateVariable("gap_m", "gap between filament tip and electrode"));
  private static final ThreadLocal<ThresholdGap> FLOW = ThreadLocal.withInitial(ThresholdGap::new);

  @Override
  public String law() {
    return "stanford-v1";
  }

  @Override
  public List<ParameterSymbol> parameters() {
    return PARAMETERS;
  }

  @Override
  public List<StateVariable> states() {
    return STATES;
  }

  @Override
  public List<List<String>> ascending() {
    return List.of(List.of("gap_min", "gap_max"));
  }

  @Override
  public void checkTogether(DeviceBank bank, int device) {
    Enhancement.check(
        law(),
        bank.parameter(GAMMA0, device),
        bank.parameter(BETA, device),
        bank.parameter(GAP_MAX, device));
  }

  @Override
  public int setSign() {
    return 1;
  }

  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    for (int i = from; i < to; i++) {
      bank.state(GAP)[i] = bank.parameter(lowResistance ? GAP_MIN : GAP_MAX, i);
    }
  }

  @Override
  public void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
    ThresholdGap flow = FLOW.get();
    for (int i = from; i < to; i++) {
      flow.load(bank, i);
      flow.solve(bank.state(GAP)[i] * 1e9, volts[i]);
      amps[i] = flow.amps;
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    ThresholdGap flow = FLOW.get();
    for (int i = from; i < to; i++) {
      flow.load(bank, i);
      flow.solve(bank.state(GAP)[i] * 1e9, volts[i]);
      amps[i] = flow.amps;
      siemens[i] = flow.slope();
    }
  }

  @Override
  public void ramp(
      DeviceBank bank,
      int from,
      int to,
      double[] startVolts,
      double[] endVolts,
      double seconds,
      NoiseSource noise,
      long event) {
    ThresholdGap flow = FLOW.get();
    for (int i = from; i < to; i++) {
      flow.load(bank, i);
      bank.state(GAP)[i] = flow.advance(bank.state(GAP)[i], startVolts[i], endVolts[i], seconds);
    }
  }

  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    ThresholdGap flow = FLOW.get();
    flow.load(bank, device);
    flow.solve(bank.state(GAP)[device] * 1e9, volts);
    return flow.kelvin;
  }
}
