package org.ohmweave.device.behavioural;

import java.util.ArrayList;
import java.util.List;
import org.ohmweave.core.math.Exponential;
import org.ohmweave.core.math.Logarithm;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.ParameterSymbol.Sign;
import org.ohmweave.device.StateVariable;
import org.ohmweave.device.integrate.StiffFlow;

/**
 * Data-driven ReRAM: the resistance R moves towards a bound {@code r(v) = r_0 + r_1 v} of the
 * polarity and never away from it; {@code i = (a / R) sinh(b v)}. Two published forms:
 *
 * <ul>
 *   <li>quadratic, law {@code data-driven}: {@code dR/dt = A (e^(|v|/t) - 1) (r - R)^2}; with the
 *       published signs (t negative) positive voltage lowers R towards r_p;
 *   <li>exponential, law {@code data-driven-2018}: {@code dR/dt = A (e^(t|v|) - 1) (e^(k |r - R|) -
 *       1)}; positive voltage raises R.
 * </ul>
 *
 * <p>I. Messaris et al., "A Data-Driven Verilog-A ReRAM Model", IEEE TCAD 37(12), 2018 (volume from
 * memory); forms and values as in the MemTorch library, the quadratic set after arXiv:2012.02267.
 *
 * <p>At constant voltage both have closed solutions, which are used; ramps are integrated with
 * controlled error. R is kept between R_min and R_max. Not modelled: temperature, noise.
 */
public final class DataDriven implements DeviceModel {
  static final int A_P = 0;
  static final int A_N = 1;
  static final int T_P = 2;
  static final int T_N = 3;
  static final int R_P0 = 4;
  static final int R_P1 = 5;
  static final int R_N0 = 6;
  static final int R_N1 = 7;
  static final int A = 8;
  static final int B = 9;
  static final int R_MIN = 10;
  static final int R_MAX = 11;
  static final int K_P = 12;
  static final int K_N = 13;

  private static final List<StateVariable> STATES =
      List.of(new StateVariable("R_ohm", "resistance at low voltage times a b"));
  private static final ThreadLocal<StiffFlow> FLOW =
      ThreadLocal.withInitial(() -> new StiffFlow(1));

  private final boolean quadratic;
  private final List<ParameterSymbol> parameters;

  private DataDriven(boolean quadratic) {
    this.quadratic = quadratic;
    Sign steep = quadratic ? Sign.NEGATIVE : Sign.POSITIVE;
    String unit = quadratic ? "V" : "1/V";
    String scale = quadratic ? "S/s" : "ohm/s";
    List<ParameterSymbol> list =
        new ArrayList<>(
            List.of(
                new ParameterSymbol("A_p", scale, "rate scale above 0 V"),
                new ParameterSymbol("A_n", scale, "rate scale below 0 V", Sign.NEGATIVE),
                new ParameterSymbol("t_p", unit, "steepness above 0 V", steep),
                new ParameterSymbol("t_n", unit, "steepness below 0 V", steep),
                ParameterSymbol.signed("r_p0", "ohm", "bound above 0 V"),
                ParameterSymbol.signed("r_p1", "ohm/V", "its slope"),
                ParameterSymbol.signed("r_n0", "ohm", "bound below 0 V"),
                ParameterSymbol.signed("r_n1", "ohm/V", "its slope"),
                new ParameterSymbol("a", "V", "amplitude of the current, times R"),
                new ParameterSymbol("b", "1/V", "curvature of the current"),
                new ParameterSymbol("R_min", "ohm", "lower bound of R"),
                new ParameterSymbol("R_max", "ohm", "upper bound of R")));
    if (!quadratic) {
      list.add(new ParameterSymbol("k_p", "1/ohm", "slowing towards the bound above 0 V"));
      list.add(new ParameterSymbol("k_n", "1/ohm", "slowing towards the bound below 0 V"));
    }
    this.parameters = List.copyOf(list);
  }

  /** The quadratic form of 2017 and 2021. */
  public static DataDriven quadratic() {
    return new DataDriven(true);
  }

  /** The exponential form of 2018. */
  public static DataDriven exponential() {
    return new DataDriven(false);
  }

  @Override
  public String law() {
    return quadratic ? "data-driven" : "data-driven-2018";
  }

  @Override
  public List<ParameterSymbol> parameters() {
    return parameters;
  }

  @Override
  public List<List<String>> ascending() {
    return List.of(List.of("R_min", "R_max"));
  }

  @Override
  public List<StateVariable> states() {
    return STATES;
  }

  @Override
  public int setSign() {
    return quadratic ? 1 : -1;
  }

  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    for (int i = from; i < to; i++) {
      bank.state(0)[i] = bank.parameter(lowResistance ? R_MIN : R_MAX, i);
    }
  }

  @Override
  public void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
    for (int i = from; i < to; i++) {
      double scale = bank.parameter(A, i) / bank.state(0)[i];
      amps[i] = scale * Exponential.sinh(bank.parameter(B, i) * volts[i]);
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int i = from; i < to; i++) {
      double scale = bank.parameter(A, i) / bank.state(0)[i];
      double b = bank.parameter(B, i);
      amps[i] = scale * Exponential.sinh(b * volts[i]);
      siemens[i] = scale * b * Exponential.cosh(b * volts[i]);
    }
  }

  /** Factor of the rate that depends on the voltage alone, signed. */
  double strength(DeviceBank bank, int i, double volts) {
    double size = Math.abs(volts);
    double t = bank.parameter(volts > 0 ? T_P : T_N, i);
    double exponent = quadratic ? size / t : size * t;
    return bank.parameter(volts > 0 ? A_P : A_N, i) * Exponential.expm1(exponent);
  }

  static double bound(DeviceBank bank, int i, double volts) {
    return volts > 0
        ? bank.parameter(R_P0, i) + bank.parameter(R_P1, i) * volts
        : bank.parameter(R_N0, i) + bank.parameter(R_N1, i) * volts;
  }

  /** Rate of R, ohm/s. */
  double rate(DeviceBank bank, int i, double ohms, double volts) {
    double strength = strength(bank, i, volts);
    double left = bound(bank, i, volts) - ohms;
    if (!(strength * left > 0)) {
      return 0;
    }
    return quadratic
        ? strength * left * left
        : strength * Exponential.expm1(bank.parameter(volts > 0 ? K_P : K_N, i) * Math.abs(left));
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
    for (int i = from; i < to; i++) {
      double first = startVolts[i];
      double last = endVolts[i];
      if (first == last) {
        held(bank, i, first, seconds);
      } else if (first * last < 0) {
        double crossing = seconds * first / (first - last);
        integrated(bank, i, first, 0, crossing);
        integrated(bank, i, 0, last, seconds - crossing);
      } else {
        integrated(bank, i, first, last, seconds);
      }
    }
  }

  private void held(DeviceBank bank, int i, double volts, double seconds) {
    double ohms = bank.state(0)[i];
    double strength = strength(bank, i, volts);
    double bound = bound(bank, i, volts);
    double left = bound - ohms;
    if (!(strength * left > 0) || !(seconds > 0)) {
      return;
    }
    double next;
    if (quadratic) {
      next = bound - left / (1 + strength * left * seconds);
    } else {
      // y = e^(-k |left|) relaxes to 1 at the rate k |strength|
      double k = bank.parameter(volts > 0 ? K_P : K_N, i);
      double y = Exponential.exp(-k * Math.abs(left));
      y -= (1 - y) * Exponential.expm1(-k * Math.abs(strength) * seconds);
      next = bound + Math.copySign(Logarithm.log(y) / k, -left);
    }
    bank.state(0)[i] = inside(bank, i, next);
  }

  private static double inside(DeviceBank bank, int i, double ohms) {
    return Math.max(bank.parameter(R_MIN, i), Math.min(bank.parameter(R_MAX, i), ohms));
  }

  /** A ramp of one polarity. */
  private void integrated(DeviceBank bank, int i, double first, double last, double seconds) {
    if (!(seconds > 0)) {
      return;
    }
    double[] y = {bank.state(0)[i]};
    double span = bank.parameter(R_MAX, i) - bank.parameter(R_MIN, i);
    DataDrivenRamp problem =
        new DataDrivenRamp(this, bank, i, first, (last - first) / seconds, span);
    FLOW.get()
        .run(
            problem,
            y,
            seconds,
            seconds / 64,
            (t, state, rates) -> {
              state[0] = inside(bank, i, state[0]);
              return false;
            });
    bank.state(0)[i] = y[0];
  }

  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    return Double.NaN;
  }
}
