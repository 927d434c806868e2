package org.ohmweave.device.effect;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;

/**
 * Loss of a stored state with time and temperature. While a cell rests, its conductance moves from
 * what was written towards its HRS, on a logarithmic scale: {@code ln G = ln G_hrs + (ln G_written
 * - ln G_hrs) exp(-(theta)^b)}, where {@code theta = sum dt / tau(T)} since the last write and
 * {@code tau(T) = tau_ref exp(E_a / k (1/T - 1/T_ref))}, lognormal over devices. The state itself
 * moves: the next pulse starts from what is left.
 *
 * <p>An Arrhenius time with a stretched exponential is customary; that it ends in the HRS and is
 * logarithmic is our choice. Activation energies of oxide cells are given as 1.0 to 1.6 eV (cited
 * from memory).
 */
public final class ArrheniusRetention implements Effect {
  private static final double EV_PER_KELVIN = 1.380649e-23 / 1.602176634e-19;
  private final Settings settings;
  private final Purpose draws;
  private double[] tau = new double[0];
  private double[] theta = new double[0];
  private double[] written = new double[0];
  private double[] bottom = new double[0];

  /**
   * What is lost how fast.
   *
   * @param tauSeconds median tau_ref, {@code > 0}
   * @param referenceKelvin T_ref, {@code > 0}
   * @param activationElectronvolts E_a, {@code >= 0}
   * @param stretch b, {@code > 0}
   * @param logSd standard deviation of ln tau over devices
   * @param readVolts voltage at which conductance counts, published polarity of the law, not zero
   */
  public record Settings(
      double tauSeconds,
      double referenceKelvin,
      double activationElectronvolts,
      double stretch,
      double logSd,
      double readVolts) {
    /** Refuses nonsense. */
    public Settings {
      require(
          tauSeconds > 0 && Double.isFinite(tauSeconds), "tau must be positive [s]", tauSeconds);
      require(
          referenceKelvin > 0 && referenceKelvin < 1e4,
          "reference temperature must be positive [K]",
          referenceKelvin);
      require(
          activationElectronvolts >= 0 && activationElectronvolts < 20,
          "activation energy must lie in 0 .. 20 [eV]",
          activationElectronvolts);
      require(stretch > 0 && stretch < 20, "stretch must lie in 0 .. 20 [1]", stretch);
      require(logSd >= 0 && logSd < 20, "log sd must lie in 0 .. 20 [1]", logSd);
      require(readVolts != 0 && Double.isFinite(readVolts), "read must not be zero [V]", readVolts);
    }

    private static void require(boolean holds, String what, double got) {
      if (!holds) {
        throw new InputException("retention: " + what + ", got " + got);
      }
    }
  }

  /** A source. */
  public ArrheniusRetention(Settings settings, NoiseSource noise) {
    this.settings = settings;
    this.draws = noise.purpose("retention");
  }

  @Override
  public String name() {
    return "retention";
  }

  @Override
  public void begin(DeviceBank bank) {
    int n = bank.size();
    tau = new double[n];
    theta = new double[n];
    written = new double[n];
    bottom = new double[n];
    for (int i = 0; i < n; i++) {
      tau[i] =
          settings.tauSeconds()
              * StrictMath.exp(settings.logSd() * draws.gaussian(bank.firstSite() + i, 0));
    }
  }

  @Override
  public void afterPulse(DeviceBank bank, int from, int to, long event) {
    java.util.Arrays.fill(theta, from, to, 0);
  }

  @Override
  public void rest(DeviceBank bank, int from, int to, double seconds, double kelvin) {
    double faster =
        StrictMath.exp(
            settings.activationElectronvolts()
                / EV_PER_KELVIN
                * (1 / settings.referenceKelvin() - 1 / kelvin));
    StateOfConductance states = new StateOfConductance(bank, settings.readVolts());
    for (int i = from; i < to; i++) {
      if (theta[i] == 0) {
        written[i] = states.siemens(i);
        bottom[i] = states.hrsSiemens(i);
      }
      theta[i] += seconds * faster / tau[i];
      double kept = StrictMath.exp(-StrictMath.pow(theta[i], settings.stretch()));
      if (written[i] > bottom[i]) {
        states.set(i, bottom[i] * StrictMath.pow(written[i] / bottom[i], kept));
      }
    }
  }
}
