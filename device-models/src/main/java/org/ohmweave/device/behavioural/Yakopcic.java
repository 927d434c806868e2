package org.ohmweave.device.behavioural;

import java.util.List;
import org.ohmweave.core.math.Exponential;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.StateVariable;

/**
 * Yakopcic's general memristor: {@code I = a1 x sinh(b V)} ({@code a2} below 0 V), {@code dx/dt =
 * eta g(V) f(x)}, with {@code g = Ap (e^V - e^Vp)} above Vp, {@code -An (e^-V - e^Vn)} below -Vn
 * and 0 between. Upwards {@code f = e^(-alphap (x - xp)) (1 - x)/(1 - xp)} for x above xp,
 * downwards {@code f = e^(alphan (x + xn - 1)) x/(1 - xn)} for x below 1 - xn, and 1 elsewhere.
 * Voltages stand in volts inside the exponentials.
 *
 * <p>C. Yakopcic, T. M. Taha, G. Subramanyam, R. E. Pino, "Generalized memristive device SPICE
 * model and its application in circuit design", IEEE Transactions on Computer-Aided Design 32(8),
 * 1201-1214, 2013 (the functions are cited from memory).
 *
 * <p>The published law conducts nothing at x = 0, so x is kept between {@code x_min} (ours) and 1.
 * Voltage and state separate, so the state depends on the integral of g alone, which is taken
 * exactly over linear ramps; cutting a waveform changes nothing. Positive SETs ({@code eta > 0}).
 * Not modelled: temperature, noise.
 */
public final class Yakopcic implements DeviceModel {
  static final int A1 = 0;
  static final int A2 = 1;
  static final int B = 2;
  static final int V_P = 3;
  static final int V_N = 4;
  static final int A_P = 5;
  static final int A_N = 6;
  static final int X_P = 7;
  static final int X_N = 8;
  static final int ALPHA_P = 9;
  static final int ALPHA_N = 10;
  static final int ETA = 11;
  static final int X_MIN = 12;

  private static final List<ParameterSymbol> PARAMETERS =
      List.of(
          new ParameterSymbol("a1", "A", "amplitude of the current above 0 V"),
          new ParameterSymbol("a2", "A", "amplitude of the current below 0 V"),
          new ParameterSymbol("b", "1/V", "curvature of the current"),
          ParameterSymbol.orZero("Vp", "V", "threshold of SET"),
          ParameterSymbol.orZero("Vn", "V", "threshold of RESET, its size"),
          new ParameterSymbol("Ap", "1/s", "rate scale of SET"),
          new ParameterSymbol("An", "1/s", "rate scale of RESET"),
          new ParameterSymbol("xp", "1", "where SET begins to slow down"),
          new ParameterSymbol("xn", "1", "RESET slows down below 1 - xn"),
          ParameterSymbol.orZero("alphap", "1", "steepness of that slowing, SET"),
          ParameterSymbol.orZero("alphan", "1", "steepness of that slowing, RESET"),
          new ParameterSymbol("eta", "1", "sign of the motion, here positive"),
          new ParameterSymbol("x_min", "1", "lower bound of x"));
  private static final List<StateVariable> STATES =
      List.of(new StateVariable("x_1", "state between x_min and 1"));

  @Override
  public String law() {
    return "yakopcic";
  }

  @Override
  public List<ParameterSymbol> parameters() {
    return PARAMETERS;
  }

  /** The windows' edges and the lower bound are shares. */
  @Override
  public void check(DeviceBank bank) {
    for (int p : new int[] {X_P, X_N, X_MIN}) {
      for (double value : bank.column(p)) {
        if (!(value < 1)) {
          throw new org.ohmweave.core.InputException(
              "parameter "
                  + PARAMETERS.get(p).symbol()
                  + " of law yakopcic must lie between 0 and 1, got "
                  + value);
        }
      }
    }
  }

  @Override
  public List<StateVariable> states() {
    return STATES;
  }

  @Override
  public int setSign() {
    return 1;
  }

  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    for (int i = from; i < to; i++) {
      bank.state(0)[i] = lowResistance ? 1 : bank.parameter(X_MIN, i);
    }
  }

  private static double amplitude(DeviceBank bank, int i, double volts) {
    return bank.parameter(volts >= 0 ? A1 : A2, i) * bank.state(0)[i];
  }

  @Override
  public void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
    for (int i = from; i < to; i++) {
      amps[i] = amplitude(bank, i, volts[i]) * Exponential.sinh(bank.parameter(B, i) * volts[i]);
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int i = from; i < to; i++) {
      double amplitude = amplitude(bank, i, volts[i]);
      double b = bank.parameter(B, i);
      siemens[i] = amplitude * b * Exponential.cosh(b * volts[i]);
      amps[i] = amplitude * Exponential.sinh(b * volts[i]);
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
    for (int i = from; i < to; i++) {
      double first = startVolts[i];
      double last = endVolts[i];
      if (first * last < 0) {
        double crossing = seconds * first / (first - last);
        piece(bank, i, first, 0, crossing);
        piece(bank, i, 0, last, seconds - crossing);
      } else {
        piece(bank, i, first, last, seconds);
      }
    }
  }

  /** A piece of one polarity. */
  private static void piece(DeviceBank bank, int i, double first, double last, double seconds) {
    boolean up = first + last > 0;
    double drive =
        bank.parameter(ETA, i)
            * YakopcicMotion.drive(
                bank.parameter(up ? A_P : A_N, i),
                bank.parameter(up ? V_P : V_N, i),
                Math.abs(first),
                Math.abs(last),
                seconds);
    if (!(drive > 0)) {
      return;
    }
    double x = bank.state(0)[i];
    double edge = 1 - bank.parameter(up ? X_P : X_N, i);
    double alpha = bank.parameter(up ? ALPHA_P : ALPHA_N, i);
    double y = YakopcicMotion.towards(up ? 1 - x : x, edge, alpha, drive);
    bank.state(0)[i] = up ? 1 - y : Math.max(Math.min(x, bank.parameter(X_MIN, i)), y);
  }

  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    return Double.NaN;
  }
}
