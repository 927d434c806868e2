package org.ohmweave.device.tio2;

import java.util.List;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.ParameterSymbol.Sign;
import org.ohmweave.device.StateVariable;
import org.ohmweave.device.integrate.StiffFlow;

/**
 * Current-threshold memristor: a state x between {@code x_on} and {@code x_off} moves at {@code
 * k_off (i/i_off - 1)^alpha_off f_off(x)} above the positive current threshold, at {@code k_on
 * (i/i_on - 1)^alpha_on f_on(x)} below the negative one ({@code i_on < 0}), and rests between them.
 * The resistance is linear in x (law 0) or {@code R_on exp(lambda (x - x_on) / (x_off - x_on))}
 * with {@code e^lambda = R_off / R_on} (law 1).
 *
 * <p>S. Kvatinsky, E. G. Friedman, A. Kolodny, U. C. Weiser, "TEAM: ThrEshold Adaptive Memristor
 * Model", IEEE TCAS-I 60(1), 211-221, 2013 (bibliographic data from memory). Windows: 0 none, x
 * stops at its bounds; 1 Kvatinsky {@code f_off = exp(-exp((x - a_off)/x_c))}, {@code f_on =
 * exp(-exp((a_on - x)/x_c))}. Positive voltage RESETs.
 *
 * <p>At constant voltage a short move is a Taylor series of order five in closed form; longer ones
 * and ramps are integrated with controlled error. The resistor {@code R_s} lowers the current and
 * with it acts on the motion. Not modelled: temperature, noise.
 */
public final class Team implements DeviceModel {
  static final int R_ON = 0;
  static final int R_OFF = 1;
  static final int X_ON = 2;
  static final int X_OFF = 3;
  static final int K_ON = 4;
  static final int K_OFF = 5;
  static final int ALPHA_ON = 6;
  static final int ALPHA_OFF = 7;
  static final int I_ON = 8;
  static final int I_OFF = 9;
  static final int A_ON = 10;
  static final int A_OFF = 11;
  static final int X_C = 12;
  static final int RESISTANCE = 13;
  static final int WINDOW = 14;
  static final int R_S = 15;
  private static final double TOLERANCE = 1e-11;

  private static final List<ParameterSymbol> PARAMETERS =
      List.of(
          new ParameterSymbol("R_on", "ohm", "resistance at x_on"),
          new ParameterSymbol("R_off", "ohm", "resistance at x_off"),
          ParameterSymbol.orZero("x_on", "m", "lower bound of x"),
          new ParameterSymbol("x_off", "m", "upper bound of x"),
          new ParameterSymbol("k_on", "m/s", "rate scale of SET", Sign.NEGATIVE),
          new ParameterSymbol("k_off", "m/s", "rate scale of RESET"),
          new ParameterSymbol("alpha_on", "1", "exponent of SET"),
          new ParameterSymbol("alpha_off", "1", "exponent of RESET"),
          new ParameterSymbol("i_on", "A", "current threshold of SET", Sign.NEGATIVE),
          new ParameterSymbol("i_off", "A", "current threshold of RESET"),
          ParameterSymbol.orZero("a_on", "m", "edge of the window of SET"),
          ParameterSymbol.orZero("a_off", "m", "edge of the window of RESET"),
          new ParameterSymbol("x_c", "m", "width of the windows' edges"),
          ParameterSymbol.orZero("resistance", "1", "0 linear in x, 1 exponential"),
          ParameterSymbol.orZero("window", "1", "0 none, 1 Kvatinsky"),
          ParameterSymbol.orZero("R_s", "ohm", "resistor in series"));
  private static final List<StateVariable> STATES =
      List.of(new StateVariable("x_m", "position of the boundary"));
  private static final ThreadLocal<StiffFlow> FLOW =
      ThreadLocal.withInitial(() -> new StiffFlow(1));

  @Override
  public String law() {
    return "team";
  }

  @Override
  public List<ParameterSymbol> parameters() {
    return PARAMETERS;
  }

  @Override
  public List<List<String>> ascending() {
    return List.of(List.of("R_on", "R_off"), List.of("x_on", "x_off"));
  }

  @Override
  public void check(DeviceBank bank) {
    for (int p : new int[] {RESISTANCE, WINDOW}) {
      for (double value : bank.column(p)) {
        if (value != 0 && value != 1) {
          throw new InputException(
              "parameter "
                  + PARAMETERS.get(p).symbol()
                  + " of law team must be 0 or 1 ("
                  + PARAMETERS.get(p).meaning()
                  + "), got "
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
    return -1;
  }

  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    for (int i = from; i < to; i++) {
      bank.state(0)[i] = bank.parameter(lowResistance ? X_ON : X_OFF, i);
    }
  }

  private static TeamResistance resistance(DeviceBank bank, int i) {
    return TeamResistance.of(
        bank.parameter(RESISTANCE, i) != 0,
        bank.parameter(R_ON, i),
        bank.parameter(R_OFF, i),
        bank.parameter(X_ON, i),
        bank.parameter(X_OFF, i),
        bank.parameter(R_S, i));
  }

  @Override
  public void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
    for (int i = from; i < to; i++) {
      amps[i] = volts[i] / resistance(bank, i).ohms(bank.state(0)[i]);
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int i = from; i < to; i++) {
      double ohms = resistance(bank, i).ohms(bank.state(0)[i]);
      siemens[i] = 1 / ohms;
      amps[i] = volts[i] / ohms;
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

  private static TeamMotion motion(DeviceBank bank, int i, boolean off, double volts, double rise) {
    return new TeamMotion(
        off,
        bank.parameter(off ? K_OFF : K_ON, i),
        bank.parameter(off ? ALPHA_OFF : ALPHA_ON, i),
        bank.parameter(off ? I_OFF : I_ON, i),
        bank.parameter(WINDOW, i) != 0,
        bank.parameter(off ? A_OFF : A_ON, i),
        bank.parameter(X_C, i),
        resistance(bank, i),
        volts,
        rise);
  }

  /** A piece of one polarity. */
  private static void piece(DeviceBank bank, int i, double first, double last, double seconds) {
    if (!(seconds > 0) || first == 0 && last == 0) {
      return;
    }
    boolean off = first + last > 0;
    double[] state = bank.state(0);
    if (first == last) {
      TeamMotion motion = motion(bank, i, off, first, 0);
      TeamResistance film = motion.resistance();
      double moved = motion.shortStep(state[i], seconds, TOLERANCE * film.range());
      state[i] =
          Double.isNaN(moved)
              ? integrated(motion, state[i], seconds)
              : film.inside(state[i] + moved);
      return;
    }
    // nothing moves before the current threshold, so start there
    double threshold = bank.parameter(off ? I_OFF : I_ON, i) * resistance(bank, i).ohms(state[i]);
    if (Math.max(Math.abs(first), Math.abs(last)) <= Math.abs(threshold)) {
      return;
    }
    double rise = (last - first) / seconds;
    boolean late = Math.abs(first) < Math.abs(threshold);
    double wait = late ? (threshold - first) / rise : 0;
    TeamMotion motion = motion(bank, i, off, late ? threshold : first, rise);
    state[i] = integrated(motion, state[i], seconds - wait);
  }

  private static double integrated(TeamMotion motion, double x, double seconds) {
    TeamResistance film = motion.resistance();
    double[] y = {x};
    FLOW.get()
        .run(
            motion,
            y,
            seconds,
            seconds / 64,
            (t, state, rates) -> {
              state[0] = film.inside(state[0]);
              double end = motion.off() ? film.xOn() + film.range() : film.xOn();
              return state[0] == end;
            });
    return y[0];
  }

  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    return Double.NaN;
  }
}
