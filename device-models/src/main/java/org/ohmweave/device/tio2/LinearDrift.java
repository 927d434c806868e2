package org.ohmweave.device.tio2;

import java.util.List;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.StateVariable;
import org.ohmweave.device.integrate.StiffFlow;

/**
 * Linear ion drift: {@code v = (R_on x + R_off (1 - x)) i}, {@code dx/dt = (mu_v R_on / D^2) i
 * f(x)}, with x from 0 (off) to 1 (on).
 *
 * <p>D. B. Strukov, G. S. Snider, D. R. Stewart, R. S. Williams, "The missing memristor found",
 * Nature 453, 80-83, 2008, doi:10.1038/nature06932 (form from memory). Windows f by number: 0 none;
 * 1 Joglekar {@code 1 - (2x-1)^(2p)}; 2 Biolek {@code 1 - (x - stp(-i))^(2p)}; 3 Prodromakis {@code
 * j (1 - ((x-0.5)^2 + 0.75)^p)}. Joglekar's and Prodromakis' windows never release a state that
 * sits exactly at a bound; that is their known defect.
 *
 * <p>Positive voltage SETs. The state depends on the flux alone: without a window {@code R^2} falls
 * linearly with it (used in closed form), with one the flux is the variable of integration: a short
 * move is a Taylor series, a longer one is integrated with controlled error. The window's exponent
 * may be any positive number. The resistor {@code R_s} adds to both resistances. Not modelled:
 * thresholds, temperature, noise.
 */
public final class LinearDrift implements DeviceModel {
  private static final int R_ON = 0;
  private static final int R_OFF = 1;
  private static final int DEPTH = 2;
  private static final int MU_V = 3;
  private static final int WINDOW = 4;
  private static final int P = 5;
  private static final int J = 6;
  private static final int R_S = 7;

  private static final double TOLERANCE = 1e-10;

  private static final List<ParameterSymbol> PARAMETERS =
      List.of(
          new ParameterSymbol("R_on", "ohm", "resistance at x = 1"),
          new ParameterSymbol("R_off", "ohm", "resistance at x = 0"),
          new ParameterSymbol("D", "m", "film thickness"),
          new ParameterSymbol("mu_v", "m2/Vs", "ion mobility"),
          ParameterSymbol.orZero("window", "1", "0 none, 1 Joglekar, 2 Biolek, 3 Prodromakis"),
          new ParameterSymbol("p", "1", "exponent of the window"),
          new ParameterSymbol("j", "1", "height of Prodromakis' window"),
          ParameterSymbol.orZero("R_s", "ohm", "resistor in series"));
  private static final List<StateVariable> STATES =
      List.of(new StateVariable("x_1", "share of the doped region"));
  private static final ThreadLocal<StiffFlow> FLOW =
      ThreadLocal.withInitial(() -> new StiffFlow(1));

  @Override
  public String law() {
    return "linear-drift";
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

  /** The window is a choice of four; its exponent may be any positive number. */
  @Override
  public void check(DeviceBank bank) {
    for (double window : bank.column(WINDOW)) {
      if (window != Math.rint(window) || window > 3) {
        throw new InputException(
            "parameter window of law linear-drift must be 0 (none), 1 (Joglekar), 2 (Biolek) or 3"
                + " (Prodromakis), got "
                + window);
      }
    }
  }

  @Override
  public int setSign() {
    return 1;
  }

  @Override
  public void reset(DeviceBank bank, int from, int to, boolean lowResistance) {
    java.util.Arrays.fill(bank.state(0), from, to, lowResistance ? 1 : 0);
  }

  private static double ohms(DeviceBank bank, int i, double x) {
    return bank.parameter(R_ON, i) * x
        + bank.parameter(R_OFF, i) * (1 - x)
        + bank.parameter(R_S, i);
  }

  @Override
  public void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps) {
    for (int i = from; i < to; i++) {
      amps[i] = volts[i] / ohms(bank, i, bank.state(0)[i]);
    }
  }

  @Override
  public void slopes(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int i = from; i < to; i++) {
      siemens[i] = 1 / ohms(bank, i, bank.state(0)[i]);
      amps[i] = volts[i] / ohms(bank, i, bank.state(0)[i]);
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
    boolean free = bank.stride(WINDOW) == 0 && bank.column(WINDOW)[0] == 0;
    if (free && startVolts == endVolts) {
      held(bank, from, to, startVolts, seconds);
      return;
    }
    for (int i = from; i < to; i++) {
      double first = startVolts[i];
      double last = endVolts[i];
      if (first * last < 0) {
        double share = first / (first - last);
        drift(bank, i, 0.5 * first * share * seconds);
        drift(bank, i, 0.5 * last * (1 - share) * seconds);
      } else {
        drift(bank, i, 0.5 * (first + last) * seconds);
      }
    }
  }

  /** Constant voltage without windows, the same as {@link #drift}, with the columns at hand. */
  private static void held(DeviceBank bank, int from, int to, double[] volts, double seconds) {
    double[] x = bank.state(0);
    double[] on = bank.column(R_ON);
    double[] off = bank.column(R_OFF);
    double[] depth = bank.column(DEPTH);
    double[] mobility = bank.column(MU_V);
    double[] series = bank.column(R_S);
    int onStride = bank.stride(R_ON);
    int offStride = bank.stride(R_OFF);
    int depthStride = bank.stride(DEPTH);
    int mobilityStride = bank.stride(MU_V);
    int seriesStride = bank.stride(R_S);
    for (int i = from; i < to; i++) {
      double low = on[i * onStride];
      double d = depth[i * depthStride];
      double rate = mobility[i * mobilityStride] * low / (d * d);
      x[i] =
          moved(
              x[i],
              off[i * offStride] - low,
              low + series[i * seriesStride],
              rate,
              volts[i] * seconds);
    }
  }

  /** Without a window the square of the resistance falls linearly with the flux. */
  private static double moved(double x, double span, double least, double rate, double flux) {
    double now = least + span * (1 - x);
    double then = Math.sqrt(Math.max(least * least, now * now - 2 * span * rate * flux));
    return Math.max(0, Math.min(1, x - (then - now) / span));
  }

  /** Carries a device through a flux of one sign, in volt seconds. */
  private static void drift(DeviceBank bank, int i, double flux) {
    if (flux == 0) {
      return;
    }
    double[] state = bank.state(0);
    double x = state[i];
    double on = bank.parameter(R_ON, i);
    double span = bank.parameter(R_OFF, i) - on;
    double depth = bank.parameter(DEPTH, i);
    double rate = bank.parameter(MU_V, i) * on / (depth * depth);
    double least = on + bank.parameter(R_S, i);
    int window = (int) bank.parameter(WINDOW, i);
    if (window == 0) {
      state[i] = moved(x, span, least, rate, flux);
      return;
    }
    WindowedDrift problem =
        new WindowedDrift(
            window,
            bank.parameter(P, i),
            bank.parameter(J, i),
            rate,
            Math.signum(flux),
            least + span,
            -span);
    double size = Math.abs(flux);
    double moved = problem.shortStep(x, size, TOLERANCE);
    state[i] =
        Double.isNaN(moved) ? integrated(problem, x, size) : Math.max(0, Math.min(1, x + moved));
  }

  private static double integrated(WindowedDrift problem, double x, double flux) {
    double[] y = {x};
    FLOW.get()
        .run(
            problem,
            y,
            flux,
            flux / 64,
            (t, state, rates) -> {
              state[0] = Math.max(0, Math.min(1, state[0]));
              return false;
            });
    return y[0];
  }

  @Override
  public double kelvin(DeviceBank bank, int device, double volts) {
    return Double.NaN;
  }
}
