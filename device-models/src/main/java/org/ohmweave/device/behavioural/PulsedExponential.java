package org.ohmweave.device.behavioural;

import java.util.List;
import org.ohmweave.core.math.Exponential;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.ParameterSymbol;

/**
 * aihwkit's exponential step: {@code max(0, 1 - A e^(+-gamma z)) (1 + noise)}, {@code z = 2 a w /
 * (w_max - w_min) + b}, with A_up, gamma_up and plus upwards, A_down, gamma_down and minus
 * downwards. The noise may grow by {@code std_add + std_slope |w|}. See {@link PulsedWeight} for
 * what all pulsed devices share.
 */
public final class PulsedExponential extends PulsedWeight {
  static final int ES_A = OWN;
  static final int ES_B = OWN + 1;
  static final int GAMMA_UP = OWN + 2;
  static final int GAMMA_DOWN = OWN + 3;
  static final int A_UP = OWN + 4;
  static final int A_DOWN = OWN + 5;
  static final int STD_ADD = OWN + 6;
  static final int STD_SLOPE = OWN + 7;
  private static final List<ParameterSymbol> PARAMETERS =
      with(
          ParameterSymbol.signed("es_a", "1", "slope of z"),
          ParameterSymbol.signed("es_b", "1", "z at w = 0"),
          ParameterSymbol.signed("gamma_up", "1", "exponent of SET steps"),
          ParameterSymbol.signed("gamma_down", "1", "exponent of RESET steps"),
          ParameterSymbol.signed("A_up", "1", "amplitude of SET steps"),
          ParameterSymbol.signed("A_down", "1", "amplitude of RESET steps"),
          ParameterSymbol.orZero(
              "std_add", "1", "weight added to a step where its noise is scaled"),
          ParameterSymbol.orZero("std_slope", "1", "share of |w| added there"));

  @Override
  public String law() {
    return "pulsed-exponential";
  }

  @Override
  public List<ParameterSymbol> parameters() {
    return PARAMETERS;
  }

  @Override
  double step(DeviceBank bank, int i, boolean up, double w, double scale, double noise) {
    double range = bank.parameter(W_MAX, i) - bank.parameter(W_MIN, i);
    double z = 2 * w / range * bank.parameter(ES_A, i) + bank.parameter(ES_B, i);
    double exponent = up ? bank.parameter(GAMMA_UP, i) * z : -bank.parameter(GAMMA_DOWN, i) * z;
    double y = 1 - bank.parameter(up ? A_UP : A_DOWN, i) * Exponential.exp(exponent);
    double step = scale * Math.max(0, y);
    double more = bank.parameter(STD_ADD, i) + bank.parameter(STD_SLOPE, i) * Math.abs(w);
    return step + noise * (step + more);
  }
}
