package org.ohmweave.device.hfo2;

import org.jspecify.annotations.Nullable;
import org.ohmweave.core.math.Exponential;
import org.ohmweave.device.CellRates;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.integrate.ChebyshevTime;
import org.ohmweave.device.integrate.StiffFlow;
import org.ohmweave.device.integrate.StiffProblem;

/**
 * Drift of the vacancies of one JART cell. Along a ramp ln N is integrated; at constant voltage the
 * time is an integral over the state, which is solved for its end.
 */
final class VacancyDrift implements StiffProblem {
  private static final double E = 1.602176634e-19;
  private static final double K = 1.380649e-23;
  private static final double ALLOWED = 1e-7;
  private static final double DIFFERENCE = 1e-5;

  /** Less is taken for 0 V, where current and rate are linear. */
  private static final double SILENT_VOLTS = 1e-12;

  /** From here on N equals its bound to the last digit. */
  private static final double ARRIVED = 1e-17;

  private final StiffFlow flow = new StiffFlow(1);
  private final ChebyshevTime time = new ChebyshevTime();
  private final CellCurrent cell = new CellCurrent();
  private final double[] y = new double[1];
  private double least;
  private double most;
  private double plug;
  private double hop;
  private double barrier;
  private double charge;
  private double prefactor;
  private double startVolts;
  private double voltsPerSecond;
  private double side;
  private double bound;
  private double startDistance;

  private double speedPerLogDisc;
  private double speedPerVolt;
  private double hopsPerSecond;
  private @Nullable FilamentPath path;

  CellCurrent cell() {
    return cell;
  }

  /**
   * Advances device {@code i} of the bank; a ramp through 0 V is cut there, where the law changes
   * sides.
   */
  void advance(DeviceBank bank, int i, double from, double to, double seconds) {
    if (!(seconds > 0) || (from == 0 && to == 0)) {
      return;
    }
    load(bank, i);
    path = null;
    move(bank.state(JartV1b.DISC), i, from, to, seconds);
  }

  /**
   * Advances device {@code i} of the bank between limits of its own, its filament growing along a
   * path; the voltage keeps its sign.
   */
  void advance(
      DeviceBank bank,
      int i,
      double from,
      double to,
      double seconds,
      double leastDisc,
      double mostDisc,
      FilamentPath filament) {
    load(bank, i);
    least = leastDisc;
    most = mostDisc;
    path = filament;
    move(bank.state(JartV1b.DISC), i, from, to, seconds);
  }

  private void move(double[] disc, int i, double from, double to, double seconds) {
    if (from == to) {
      disc[i] = hold(from, disc[i], seconds);
      return;
    }
    y[0] = StrictMath.log(disc[i]);
    if (from * to < 0) {
      double crossing = seconds * from / (from - to);
      integrate(from, 0, crossing);
      integrate(0, to, seconds - crossing);
    } else {
      integrate(from, to, seconds);
    }
    disc[i] = Exponential.exp(y[0]);
  }

  /** Takes the parameters of device {@code i}. */
  void load(DeviceBank b, int i) {
    cell.load(b, i);
    least = b.parameter(JartV1b.N_MIN, i);
    most = b.parameter(JartV1b.N_MAX, i);
    plug = b.parameter(JartV1b.N_PLUG, i);
    hop = b.parameter(JartV1b.HOP, i);
    barrier = b.parameter(JartV1b.BARRIER, i);
    charge = b.parameter(JartV1b.Z, i);
    hopsPerSecond = 0.5 * hop * b.parameter(JartV1b.NU_0, i);
    prefactor = hopsPerSecond / b.parameter(JartV1b.L_VAR, i);
  }

  /**
   * Constant voltage. With d the distance of ln N from the bound it drifts to, the path is s =
   * ln(d_start / d): the approach to the bound, exponential in time, is linear in s.
   */
  private double hold(double volts, double start, double seconds) {
    startVolts = volts;
    side = Math.signum(volts);
    bound = volts < 0 ? most : least;
    double ratio = start / bound;
    startDistance = StrictMath.log(ratio);
    double size = Math.abs(startDistance);
    if (size <= ARRIVED) {
      return start;
    }
    double path = time.pathAfter(this::secondsPerPath, seconds, StrictMath.log(size / ARRIVED));
    return start * Exponential.exp(startDistance * Exponential.expm1(-path));
  }

  private double secondsPerPath(double path) {
    double distance = startDistance * Exponential.exp(-path);
    double limit = Math.abs(Exponential.expm1(-10 * side * distance));
    double speed = speed(startVolts, bound * Exponential.exp(distance), limit, 0);
    return Math.abs(distance) / speed;
  }

  private void integrate(double from, double to, double seconds) {
    begin(from, to, seconds);
    double rate = Math.abs(logRate(from, y[0]));
    double first = Math.min(seconds / 64, rate > 0 ? 0.01 / rate : seconds);
    flow.run(this, y, seconds, first, (t, state, rates) -> false);
  }

  /** Sets the ramp of which {@link #rates} tells; its ends have the same sign, or one is zero. */
  void begin(double from, double to, double seconds) {
    startVolts = from;
    voltsPerSecond = (to - from) / seconds;
    side = from != 0 ? Math.signum(from) : Math.signum(to);
    cell.forget();
  }

  @Override
  public void rates(double seconds, double[] state, double[] rates) {
    rates[0] = logRate(startVolts + voltsPerSecond * seconds, state[0]);
  }

  /**
   * Current, rate and all first derivatives of the loaded device at a place, entry {@code k} of the
   * results; at 0 V those of the side V &gt; 0.
   */
  void look(int k, double volts, double logN, CellRates out) {
    boolean silent = Math.abs(volts) < SILENT_VOLTS;
    side = volts < 0 && !silent ? -1 : 1;
    path = null;
    out.rate[k] = logRate(silent ? 0 : volts, logN);
    out.siemens[k] = cell.slope();
    out.amps[k] = silent ? out.siemens[k] * volts : cell.amps();
    out.ampsByState[k] = silent ? 0 : side * cell.ampsPerLogDisc();
    out.rateByState[k] = silent ? 0 : -side * speedPerLogDisc;
    out.rateByVolts[k] = -speedPerVolt;
  }

  /**
   * d ln N / dt in 1/s, its derivatives left behind. Trial states far outside the bounds are looked
   * at near the bounds.
   */
  private double logRate(double volts, double logN) {
    double n = Math.max(least * 0.36, Math.min(most * 2.72, Exponential.exp(logN)));
    double share = tenth(side > 0 ? least / n : n / most);
    boolean rest = volts * side <= 0;
    double speed =
        speed(rest ? side * CellCurrent.NO_VOLTS : volts, n, 1 - share, 10 * side * share);
    return rest ? 0 : -side * speed;
  }

  /**
   * Magnitude of d ln N / dt in 1/s and its derivatives.
   *
   * @param limit factor that ends the drift at the bounds
   * @param limitPerLogDisc its derivative by ln N
   */
  private double speed(double volts, double n, double limit, double limitPerLogDisc) {
    if (path != null) {
      double length = path.length(n);
      cell.shape(path.radius(n), length);
      prefactor = hopsPerSecond / length;
    }
    cell.solve(volts, n);
    double kelvin = cell.kelvin();
    double thermal = K * kelvin / E;
    double gamma = charge * hop * cell.field() / (Math.PI * barrier);
    double angle = gamma < 1 ? Math.asin(gamma) : 0.5 * Math.PI;
    double root = gamma < 1 ? Math.sqrt(1 - gamma * gamma) : 0;
    double slant = gamma < 1 ? gamma * angle : angle;
    double lowered = barrier * (root + slant) / thermal;
    double tilt = 0.5 * Math.PI * gamma * barrier / thermal;
    double back = -Exponential.expm1(-2 * tilt);
    double free = prefactor * (1 + plug / n) * Exponential.exp(tilt - lowered) * back;
    double speed = free * limit;
    double byField = tilt * (2 - back) / back;
    double byKelvin = (lowered - byField) / kelvin;
    if (gamma < 1) {
      byField -= barrier / thermal * slant;
    }
    speedPerLogDisc =
        free * limitPerLogDisc
            + speed
                * (byField * cell.fieldPerLogDisc()
                    + byKelvin * cell.kelvinPerLogDisc()
                    - plug / (plug + n));
    speedPerVolt = speed * (byField * cell.fieldPerVolt() + byKelvin * cell.kelvinPerVolt());
    return speed;
  }

  private static double tenth(double x) {
    double square = x * x;
    double fourth = square * square;
    return fourth * fourth * square;
  }

  /** Those of the place where {@link #rates} was called last. */
  @Override
  public void derivatives(
      double seconds, double[] state, double[] rates, double[] byState, double[] byTime) {
    byTime[0] = -speedPerVolt * voltsPerSecond;
    byState[0] = rates[0] == 0 ? 0 : -side * speedPerLogDisc;
    if (path != null && rates[0] != 0) {
      double volts = startVolts + voltsPerSecond * seconds;
      byState[0] =
          (logRate(volts, state[0] + DIFFERENCE) - logRate(volts, state[0] - DIFFERENCE))
              / (2 * DIFFERENCE);
    }
  }

  @Override
  public double allowed(int k, double before, double after) {
    return ALLOWED;
  }
}
