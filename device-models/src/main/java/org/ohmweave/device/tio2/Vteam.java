package org.ohmweave.device.tio2;

import java.util.List;
import org.ohmweave.core.math.Logarithm;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.StateVariable;

/**
 * Voltage-threshold memristor: a state x between 0 (on) and D (off) moves at {@code k_off (v/v_off
 * - 1)^alpha_off} above the positive, at {@code k_on (v/v_on - 1)^alpha_on} below the negative
 * threshold, and rests between them; the resistance is linear in x.
 *
 * <p>S. Kvatinsky, M. Ramadan, E. G. Friedman, A. Kolodny, "VTEAM: A General Model for
 * Voltage-Controlled Memristors", IEEE TCAS-II 62(8), 786-790, 2015,
 * doi:10.1109/TCSII.2015.2433536. No window function; x stops at its bounds. Positive voltage
 * RESETs.
 *
 * <p>Because the rate does not depend on the state, a linear ramp is integrated in closed form. A
 * resistor {@code R_s} in series takes its share of the voltage: v of the law is that of the film,
 * {@code v R / (R + R_s)}, which depends on the state and is integrated with controlled error. Not
 * modelled: temperature, noise.
 */
public final class Vteam implements DeviceModel {
  private static final int R_ON = 0;
  private static final int R_OFF = 1;
  private static final int DEPTH = 2;
  private static final int K_ON = 3;
  private static final int K_OFF = 4;
  private static final int ALPHA_ON = 5;
  private static final int ALPHA_OFF = 6;
  private static final int V_ON = 7;
  private static final int V_OFF = 8;
  private static final int R_S = 9;

  private static final List<ParameterSymbol> PARAMETERS =
      List.of(
          new ParameterSymbol("R_on", "ohm", "resistance at x = 0"),
          new ParameterSymbol("R_off", "ohm", "resistance at x = D"),
          new ParameterSymbol("D", "m", "range of x"),
          new ParameterSymbol("k_on", "m/s", "rate scale of SET", ParameterSymbol.Sign.NEGATIVE),
          new ParameterSymbol("k_off", "m/s", "rate scale of RESET"),
          new ParameterSymbol("alpha_on", "1", "exponent of SET"),
          new ParameterSymbol("alpha_off", "1", "exponent of RESET"),
          new ParameterSymbol("v_on", "V", "threshold of SET", ParameterSymbol.Sign.NEGATIVE),
          new ParameterSymbol("v_off", "V", "threshold of RESET"),
          ParameterSymbol.orZero("R_s", "ohm", "resistor in series"));
  private static final List<StateVariable> STATES =
      List.of(new StateVariable("x_m", "position of the boundary"));

  /**
   * Change of x while the voltage goes from {@code v0} to {@code v1} beyond one threshold, both
   * beyond it.
   */
  static double travel(
      double k, double alpha, double threshold, double v0, double v1, double seconds) {
    double a = v0 / threshold - 1;
    double b = v1 / threshold - 1;
    if (Math.abs(b - a) < 1e-9) {
      return k * seconds * Logarithm.power(0.5 * (a + b), alpha);
    }
    return k
        * seconds
        * (Logarithm.power(b, alpha + 1) - Logarithm.power(a, alpha + 1))
        / ((alpha + 1) * (b - a));
  }

  @Override
  public String law() {
    return "vteam";
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
    return List.of(List.of("R_on", "R_off"));
  }

  @Override
  public int setSign() {
    return -1;
  }

  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    for (int i = from; i < to; i++) {
      bank.state(0)[i] = lowResistance ? 0 : bank.parameter(DEPTH, i);
    }
  }

  private static double ohms(DeviceBank bank, int i) {
    double on = bank.parameter(R_ON, i);
    double share = bank.state(0)[i] / bank.parameter(DEPTH, i);
    return on + (bank.parameter(R_OFF, i) - on) * share + bank.parameter(R_S, i);
  }

  @Override
  public void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
    for (int i = from; i < to; i++) {
      amps[i] = volts[i] / ohms(bank, i);
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int i = from; i < to; i++) {
      siemens[i] = 1 / ohms(bank, i);
      amps[i] = volts[i] / ohms(bank, i);
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
    double[] x = bank.state(0);
    for (int i = from; i < to; i++) {
      double first = startVolts[i];
      double last = endVolts[i];
      if (bank.parameter(R_S, i) != 0) {
        divided(bank, i, first, last, seconds);
      } else if (first == last) {
        held(bank, i, first, seconds);
      } else {
        boolean setFirst = first < last;
        double set = part(bank, i, first, last, seconds, K_ON, ALPHA_ON, V_ON);
        double reset = part(bank, i, first, last, seconds, K_OFF, ALPHA_OFF, V_OFF);
        double depth = bank.parameter(DEPTH, i);
        double middle = clamp(x[i] + (setFirst ? set : reset), depth);
        x[i] = clamp(middle + (setFirst ? reset : set), depth);
      }
    }
  }

  private static void held(DeviceBank bank, int i, double volts, double seconds) {
    boolean off = volts > 0;
    double excess = volts / bank.parameter(off ? V_OFF : V_ON, i) - 1;
    if (!(excess > 0)) {
      return;
    }
    double k = bank.parameter(off ? K_OFF : K_ON, i);
    double travel =
        k * seconds * Logarithm.power(excess, bank.parameter(off ? ALPHA_OFF : ALPHA_ON, i));
    bank.state(0)[i] = clamp(bank.state(0)[i] + travel, bank.parameter(DEPTH, i));
  }

  /** With a resistor in series the film sees a share of the voltage that depends on x. */
  private static void divided(DeviceBank bank, int i, double first, double last, double seconds) {
    if (first * last < 0) {
      double crossing = seconds * first / (first - last);
      divided(bank, i, first, 0, crossing);
      divided(bank, i, 0, last, seconds - crossing);
      return;
    }
    if (!(seconds > 0) || first == 0 && last == 0) {
      return;
    }
    boolean off = first + last > 0;
    double on = bank.parameter(R_ON, i);
    double depth = bank.parameter(DEPTH, i);
    VteamInSeries motion =
        new VteamInSeries(
            off,
            bank.parameter(off ? K_OFF : K_ON, i),
            bank.parameter(off ? ALPHA_OFF : ALPHA_ON, i),
            bank.parameter(off ? V_OFF : V_ON, i),
            on,
            (bank.parameter(R_OFF, i) - on) / depth,
            depth,
            bank.parameter(R_S, i),
            first,
            (last - first) / seconds);
    bank.state(0)[i] = motion.carried(bank.state(0)[i], seconds);
  }

  /** Travel during the share of the ramp that lies beyond one threshold. */
  private static double part(
      DeviceBank bank,
      int i,
      double first,
      double last,
      double seconds,
      int k,
      int alpha,
      int threshold) {
    double t = bank.parameter(threshold, i);
    double side = Math.signum(t);
    double a = side * first;
    double b = side * last;
    double limit = side * t;
    if (Math.max(a, b) <= limit) {
      return 0;
    }
    double v0 = Math.max(a, limit);
    double v1 = Math.max(b, limit);
    double share = a == b ? 1 : (v1 - v0) / (b - a);
    return travel(bank.parameter(k, i), bank.parameter(alpha, i), limit, v0, v1, seconds * share);
  }

  private static double clamp(double x, double depth) {
    return Math.max(0, Math.min(depth, x));
  }

  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    return Double.NaN;
  }
}
