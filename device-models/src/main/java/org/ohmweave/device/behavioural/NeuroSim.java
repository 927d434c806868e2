package org.ohmweave.device.behavioural;

import java.util.List;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.ParameterSymbol.Sign;
import org.ohmweave.device.StateVariable;

/**
 * NeuroSim's nonlinear weight update: under SET pulses the conductance follows {@code G = B (1 -
 * e^(-P/A)) + G_min}, {@code B = (G_max - G_min) / (1 - e^(-P_max/A))}, in the pulse number P, and
 * under RESET pulses the same form with an A of its own, backwards; a pulse starts from the P that
 * belongs to the present conductance. The labels NL stand for A (see {@link Nonlinearity}): a
 * positive label bends the curve so that steps shrink upwards, a negative one so that they shrink
 * downwards.
 *
 * <p>P.-Y. Chen, X. Peng, S. Yu, NeuroSim+ / MLP simulator, version 3.0, manual and program text
 * (equations of the weight update and Table II).
 *
 * <p>What a pulse is, is our choice: while the voltage is at or beyond the nominal amplitude of its
 * polarity, time counts as pulses, {@code duration / nominal width}, fractions included; smaller
 * voltages do nothing and larger ones do no more. So n nominal pulses are n pulses, and a pulse in
 * two halves is the pulse. The noise of each event is normal with the sd {@code c2c sqrt(pulses)},
 * a share of the range. Positive SETs; ohmic. Not modelled: amplitude beyond the threshold,
 * temperature, read noise.
 */
public final class NeuroSim extends ConductanceRange {
  static final int NL_UP = 2;
  static final int NL_DOWN = 3;
  static final int P_UP = 4;
  static final int P_DOWN = 5;
  static final int V_UP = 6;
  static final int V_DOWN = 7;
  static final int T_UP = 8;
  static final int T_DOWN = 9;
  static final int C2C = 10;

  private static final List<ParameterSymbol> PARAMETERS =
      List.of(
          new ParameterSymbol("G_min", "S", "lower bound"),
          new ParameterSymbol("G_max", "S", "upper bound"),
          ParameterSymbol.signed("NL_up", "1", "label of nonlinearity of SET, -9 .. 9"),
          ParameterSymbol.signed("NL_down", "1", "label of nonlinearity of RESET, -9 .. 9"),
          new ParameterSymbol("P_up", "1", "SET pulses from bound to bound"),
          new ParameterSymbol("P_down", "1", "RESET pulses from bound to bound"),
          new ParameterSymbol("V_up", "V", "amplitude of a SET pulse"),
          new ParameterSymbol("V_down", "V", "amplitude of a RESET pulse", Sign.NEGATIVE),
          new ParameterSymbol("t_up", "s", "width of a SET pulse"),
          new ParameterSymbol("t_down", "s", "width of a RESET pulse"),
          ParameterSymbol.orZero("c2c", "1", "sd of a step, share of the range"));
  private static final List<StateVariable> STATES =
      List.of(new StateVariable("g_1", "share of the conductance range"));

  @Override
  public String law() {
    return "neurosim";
  }

  @Override
  public List<ParameterSymbol> parameters() {
    return PARAMETERS;
  }

  @Override
  public List<List<String>> ascending() {
    return List.of(List.of("G_min", "G_max"));
  }

  @Override
  public void check(DeviceBank bank) {
    for (int p : new int[] {NL_UP, NL_DOWN}) {
      for (double label : bank.column(p)) {
        if (Math.abs(label) > Nonlinearity.MOST) {
          throw new InputException(
              "parameter "
                  + PARAMETERS.get(p).symbol()
                  + " of law neurosim must lie in -9 .. 9, the labels that NeuroSim tabulates, got "
                  + label);
        }
      }
    }
  }

  @Override
  public boolean stochastic() {
    return true;
  }

  @Override
  public List<StateVariable> states() {
    return STATES;
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
    if (!(seconds > 0)) {
      return;
    }
    Purpose cycle = noise.purpose("cycle-to-cycle");
    double[] g = bank.state(SHARE);
    for (int i = from; i < to; i++) {
      double first = startVolts[i];
      double last = endVolts[i];
      double up = shareBeyond(bank.parameter(V_UP, i), first, last);
      double down = shareBeyond(-bank.parameter(V_DOWN, i), -first, -last);
      if (up == 0 && down == 0) {
        continue;
      }
      long site = bank.firstSite() + i;
      boolean upFirst = first > last;
      double c2c = bank.parameter(C2C, i);
      for (int part = 0; part < 2; part++) {
        boolean set = upFirst == (part == 0);
        double share = set ? up : down;
        if (share == 0) {
          continue;
        }
        double pulses = seconds * share / bank.parameter(set ? T_UP : T_DOWN, i);
        double all = bank.parameter(set ? P_UP : P_DOWN, i);
        double k = Nonlinearity.curvature(bank.parameter(set ? NL_UP : NL_DOWN, i));
        double next = Nonlinearity.moved(g[i], k, (set ? pulses : -pulses) / all);
        if (c2c != 0) {
          double z = set ? cycle.gaussian(site, event) : cycle.secondGaussian(site, event);
          next = Math.max(0, Math.min(1, next + c2c * Math.sqrt(pulses) * z));
        }
        g[i] = next;
      }
    }
  }

  /** Share of a linear ramp at or beyond a positive amplitude. */
  static double shareBeyond(double amplitude, double first, double last) {
    if (first >= amplitude && last >= amplitude) {
      return 1;
    }
    if (first < amplitude && last < amplitude) {
      return 0;
    }
    return (Math.max(first, last) - amplitude) / Math.abs(last - first);
  }
}
