package org.ohmweave.device.behavioural;

import java.util.List;
import org.ohmweave.core.InputException;
import org.ohmweave.core.math.Exponential;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.StateVariable;

/**
 * Generalised metastable switch: a device is N two-state switches, of which the share x conducts
 * well. A switch turns on at the rate {@code (1/tau) / (1 + exp(-(V - V_on)/V_T))} and off at the
 * rate {@code (1/tau) / (1 + exp((V + V_off)/V_T))}; the device conducts {@code I = phi V (x/R_on +
 * (1-x)/R_off) + (1-phi) (af e^(bf V) - ar e^(-br V))}.
 *
 * <p>T. W. Molter, M. A. Nugent, CNNA 2016, arXiv:1608.04659 (abstract read; rates and currents
 * after published program text of the authors, which gives them as chances per time step). Here the
 * chances over a duration are those of the continuous-time chain with these rates, whatever the
 * duration: there is no limit on the time step, and a pulse in two parts has the distribution of
 * the whole.
 *
 * <p>{@code N = 0} gives the mean, the limit of many switches. Otherwise two binomial numbers are
 * drawn for every device and event. Positive SETs. Not modelled: temperature beyond V_T.
 */
public final class MetastableSwitch implements DeviceModel {
  static final int R_ON = 0;
  static final int R_OFF = 1;
  static final int V_ON = 2;
  static final int V_OFF = 3;
  static final int TAU = 4;
  static final int V_T = 5;
  static final int N = 6;
  static final int PHI = 7;
  static final int A_F = 8;
  static final int B_F = 9;
  static final int A_R = 10;
  static final int B_R = 11;

  /** State: share of the switches that are on. */
  public static final int SHARE = 0;

  private static final List<ParameterSymbol> PARAMETERS =
      List.of(
          new ParameterSymbol("R_on", "ohm", "resistance with all switches on"),
          new ParameterSymbol("R_off", "ohm", "resistance with all switches off"),
          ParameterSymbol.orZero("V_on", "V", "voltage of turning on"),
          ParameterSymbol.orZero("V_off", "V", "voltage of turning off, its size"),
          new ParameterSymbol("tau", "s", "time constant of a switch far above its voltage"),
          new ParameterSymbol("V_T", "V", "thermal voltage kT/q"),
          ParameterSymbol.orZero("N", "1", "number of switches; 0 for the mean of many"),
          ParameterSymbol.orZero("phi", "1", "share of the switches in the current"),
          ParameterSymbol.orZero("a_f", "A", "diode amplitude, forward"),
          ParameterSymbol.orZero("b_f", "1/V", "diode exponent, forward"),
          ParameterSymbol.orZero("a_r", "A", "diode amplitude, reverse"),
          ParameterSymbol.orZero("b_r", "1/V", "diode exponent, reverse"));
  private static final List<StateVariable> STATES =
      List.of(new StateVariable("x_1", "share of the switches that are on"));
  private static final ThreadLocal<SwitchChain> CHAIN = ThreadLocal.withInitial(SwitchChain::new);

  @Override
  public String law() {
    return "metastable-switch";
  }

  @Override
  public List<ParameterSymbol> parameters() {
    return PARAMETERS;
  }

  @Override
  public List<List<String>> ascending() {
    return List.of(List.of("R_on", "R_off"));
  }

  @Override
  public void check(DeviceBank bank) {
    for (double n : bank.column(N)) {
      if (n != Math.rint(n) || n > 1e12) {
        throw new InputException(
            "parameter N of law metastable-switch must be a whole number up to 1e12, or 0 for the"
                + " mean of many switches, got "
                + n);
      }
    }
    for (int i = 0; i < bank.size(); i++) {
      double phi = bank.parameter(PHI, i);
      if (phi > 1 || phi == 0) {
        throw new InputException(
            "parameter phi of law metastable-switch must be above 0 and at most 1, got " + phi);
      }
      if (phi < 1 && bank.parameter(A_F, i) != bank.parameter(A_R, i)) {
        throw new InputException(
            "parameters a_f and a_r of law metastable-switch must be equal when phi is below 1 [A],"
                + " or the device would drive a current at 0 V; got "
                + bank.parameter(A_F, i)
                + " and "
                + bank.parameter(A_R, i));
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
  public int setSign() {
    return 1;
  }

  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    java.util.Arrays.fill(bank.state(SHARE), from, to, lowResistance ? 1 : 0);
  }

  private static double siemens(DeviceBank bank, int i) {
    double x = bank.state(SHARE)[i];
    return x / bank.parameter(R_ON, i) + (1 - x) / bank.parameter(R_OFF, i);
  }

  @Override
  public void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
    for (int i = from; i < to; i++) {
      double phi = bank.parameter(PHI, i);
      amps[i] = phi * siemens(bank, i) * volts[i];
      if (phi < 1) {
        double forward = Exponential.expm1(bank.parameter(B_F, i) * volts[i]);
        double reverse = Exponential.expm1(-bank.parameter(B_R, i) * volts[i]);
        amps[i] += (1 - phi) * bank.parameter(A_F, i) * (forward - reverse);
      }
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    currents(bank, from, to, volts, amps);
    for (int i = from; i < to; i++) {
      double phi = bank.parameter(PHI, i);
      siemens[i] = phi * siemens(bank, i);
      if (phi < 1) {
        double bf = bank.parameter(B_F, i);
        double br = bank.parameter(B_R, i);
        double sum = bf * Exponential.exp(bf * volts[i]) + br * Exponential.exp(-br * volts[i]);
        siemens[i] += (1 - phi) * bank.parameter(A_F, i) * sum;
      }
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
    if (!(seconds > 0)) {
      return;
    }
    Purpose turningOn = noise.purpose("metastable-on");
    Purpose turningOff = noise.purpose("metastable-off");
    SwitchChain chain = CHAIN.get();
    double[] x = bank.state(SHARE);
    for (int i = from; i < to; i++) {
      double per = 1 / bank.parameter(V_T, i);
      double on = (startVolts[i] - bank.parameter(V_ON, i)) * per;
      double off = -(startVolts[i] + bank.parameter(V_OFF, i)) * per;
      double rise = (endVolts[i] - startVolts[i]) * per;
      double taus = seconds / bank.parameter(TAU, i);
      if (rise == 0) {
        chain.hold(on, off, taus);
      } else {
        chain.ramp(on, on + rise, off, taus);
      }
      double n = bank.parameter(N, i);
      if (n == 0) {
        double next = x[i] + (1 - x[i]) * chain.turnsOn() - x[i] * chain.turnsOff();
        x[i] = Math.max(0, Math.min(1, next));
        continue;
      }
      long all = (long) n;
      long now = Math.round(x[i] * n);
      long site = bank.firstSite() + i;
      long up = BinomialDraw.draw(all - now, chain.turnsOn(), turningOn, site, event);
      long down = BinomialDraw.draw(now, chain.turnsOff(), turningOff, site, event);
      x[i] = (now + up - down) / n;
    }
  }

  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    return Double.NaN;
  }
}
