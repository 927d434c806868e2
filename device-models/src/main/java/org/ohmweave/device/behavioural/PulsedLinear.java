package org.ohmweave.device.behavioural;

import java.util.List;
import org.ohmweave.core.InputException;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.ParameterSymbol.Sign;

/**
 * aihwkit's linear step: upwards {@code 1 - |gamma_up| w / w_ref_up}, downwards {@code 1 -
 * |gamma_down| w / w_ref_down}; the noise of a step adds to this or ({@code mult = 1}) multiplies
 * it. The references are the mean bounds of the population in the library's linear step, and each
 * device's own w_max and w_min, here written as 0, in its soft bounds. With gamma = 0 the constant
 * step, with gamma = 1 and own bounds soft bounds. See {@link PulsedWeight} for what all pulsed
 * devices share.
 */
public final class PulsedLinear extends PulsedWeight {
  static final int GAMMA_UP = OWN;
  static final int GAMMA_DOWN = OWN + 1;
  static final int MULT = OWN + 2;
  static final int REF_UP = OWN + 3;
  static final int REF_DOWN = OWN + 4;
  private static final List<ParameterSymbol> PARAMETERS =
      with(
          ParameterSymbol.signed("gamma_up", "1", "how much a SET step shrinks up to w_max"),
          ParameterSymbol.signed("gamma_down", "1", "how much a RESET step shrinks down to w_min"),
          ParameterSymbol.orZero("mult", "1", "0 noise adds to the step's factor, 1 multiplies it"),
          ParameterSymbol.orZero(
              "w_ref_up", "1", "weight that SET steps shrink by gamma_up to; 0 = w_max"),
          new ParameterSymbol(
              "w_ref_down",
              "1",
              "weight that RESET steps shrink by gamma_down to; 0 = w_min",
              Sign.NOT_POSITIVE));

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
      if (reference(bank, i, false) == 0 && bank.parameter(GAMMA_DOWN, i) != 0
          || reference(bank, i, true) == 0 && bank.parameter(GAMMA_UP, i) != 0) {
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
    double shrunk = gamma == 0 ? 1 : 1 - gamma * w / reference(bank, i, up);
    return scale * (bank.parameter(MULT, i) == 0 ? shrunk + noise : shrunk * (1 + noise));
  }

  private static double reference(DeviceBank bank, int i, boolean up) {
    double mean = bank.parameter(up ? REF_UP : REF_DOWN, i);
    return mean != 0 ? mean : bank.parameter(up ? W_MAX : W_MIN, i);
  }
}
