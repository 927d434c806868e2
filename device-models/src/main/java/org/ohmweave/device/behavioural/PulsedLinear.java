package org.ohmweave.device.behavioural;

import java.util.List;
import org.ohmweave.core.InputException;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.ParameterSymbol;

/**
 * aihwkit's linear step: upwards {@code 1 - |gamma_up| w / w_max}, downwards {@code 1 -
 * |gamma_down| w / w_min}; the noise of a step adds to this or ({@code mult = 1}) multiplies it.
 * With gamma = 0 the constant step, with gamma = 1 soft bounds. See {@link PulsedWeight} for what
 * all pulsed devices share.
 */
public final class PulsedLinear extends PulsedWeight {
  static final int GAMMA_UP = OWN;
  static final int GAMMA_DOWN = OWN + 1;
  static final int MULT = OWN + 2;
  private static final List<ParameterSymbol> PARAMETERS =
      with(
          ParameterSymbol.signed("gamma_up", "1", "how much a SET step shrinks up to w_max"),
          ParameterSymbol.signed("gamma_down", "1", "how much a RESET step shrinks down to w_min"),
          ParameterSymbol.orZero(
              "mult", "1", "0 noise adds to the step's factor, 1 multiplies it"));

  @Override
  public String law() {
    return "pulsed-linear";
  }

  @Override
  public List<ParameterSymbol> parameters() {
    return PARAMETERS;
  }

  @Override
  public void check(DeviceBank bank) {
    super.check(bank);
    for (double mult : bank.column(MULT)) {
      if (mult != 0 && mult != 1) {
        throw new InputException(
            "parameter mult of law pulsed-linear must be 0 (noise adds) or 1 (it multiplies), got "
                + mult);
      }
    }
    for (int i = 0; i < bank.size(); i++) {
      if (bank.parameter(W_MIN, i) == 0 && bank.parameter(GAMMA_DOWN, i) != 0
          || bank.parameter(W_MAX, i) == 0 && bank.parameter(GAMMA_UP, i) != 0) {
        throw new InputException(
            "law pulsed-linear needs w_max above 0 and w_min below 0 where gamma_up and gamma_down"
                + " act, got "
                + bank.parameter(W_MAX, i)
                + " and "
                + bank.parameter(W_MIN, i));
      }
    }
  }

  @Override
  double step(DeviceBank bank, int i, boolean up, double w, double scale, double noise) {
    double gamma = Math.abs(bank.parameter(up ? GAMMA_UP : GAMMA_DOWN, i));
    double shrunk = gamma == 0 ? 1 : 1 - gamma * w / bank.parameter(up ? W_MAX : W_MIN, i);
    return scale * (bank.parameter(MULT, i) == 0 ? shrunk + noise : shrunk * (1 + noise));
  }
}
