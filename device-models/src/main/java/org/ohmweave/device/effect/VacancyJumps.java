package org.ohmweave.device.effect;

import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;

/**
 * Read noise of JART cells as published: single vacancies jump into and out of the disc, so a read
 * sees N + j/(A l) with j in -2 .. 2. At every tick of a clock of the device's own, one uniform
 * number p moves the chain: from +-2, p below p1 stays, else to +-1; from +-1, p below p1 to +-2,
 * below p3 stays, else to 0; from 0, p below p2 to +1 or -1 with even odds, else stays. A jump that
 * would bring N below N_min is not seen.
 *
 * <p>S. Wiefels, C. Bengel, N. Kopperberg, K. Zhang, R. Waser, S. Menzel, "HRS Instability in
 * Oxide-Based Bipolar Resistive Switching Cells", IEEE TED 67(10), 4208-4215, 2020,
 * doi:10.1109/TED.2020.3018096, in the form of the authors' Verilog-A "read variability" of
 * 01.02.2021. Tick rates are normal, 50 +- 50 Hz per device; negative draws, which the listing
 * leaves open, are mirrored here.
 *
 * <p>Not modelled: the 5 nm ZrOx geometry and the heat capacity of that listing; the cell keeps its
 * own parameters.
 */
public final class VacancyJumps implements Effect {
  private static final double STAY_OR_OUTWARD = 0.1;
  private static final double LEAVE_CENTRE = 0.4;
  private static final double STAY_INNER = 0.45;
  private static final double NANO = 1e-26;

  /** After this many ticks the chain has forgotten its start (second eigenvalue 0.8^512). */
  private static final long MEMORY = 512;

  private final double meanHertz;
  private final double sdHertz;
  private final Purpose ticks;
  private double[] hertz = new double[0];
  private double[] phase = new double[0];
  private long[] tick = new long[0];
  private byte[] jumps = new byte[0];
  private int radius;
  private int length;
  private int least;

  /** A source with the published tick rate, 50 +- 50 Hz. */
  public VacancyJumps(NoiseSource noise) {
    this(50, 50, noise);
  }

  /**
   * A source.
   *
   * @param meanHertz mean tick rate, {@code > 0}
   * @param sdHertz its spread over devices, {@code >= 0}
   */
  public VacancyJumps(double meanHertz, double sdHertz, NoiseSource noise) {
    if (!(meanHertz > 0 && sdHertz >= 0 && meanHertz + sdHertz < 1e15)) {
      throw new InputException(
          "vacancy jumps need a positive tick rate and a spread of zero or more [Hz], got "
              + meanHertz
              + " and "
              + sdHertz);
    }
    this.meanHertz = meanHertz;
    this.sdHertz = sdHertz;
    this.ticks = noise.purpose("read-noise:vacancy-jumps");
  }

  @Override
  public String name() {
    return "read-noise";
  }

  @Override
  public void begin(DeviceBank bank) {
    if (!bank.model().law().startsWith("jart-v1b")) {
      throw new InputException(
          "vacancy jumps belong to law jart-v1b, not to " + bank.model().law());
    }
    radius = bank.indexOf("r_var");
    length = bank.indexOf("l_var");
    least = bank.indexOf("N_min");
    int n = bank.size();
    hertz = new double[n];
    phase = new double[n];
    tick = new long[n];
    jumps = new byte[n];
    for (int i = 0; i < n; i++) {
      hertz[i] = Math.abs(meanHertz + sdHertz * ticks.gaussian(bank.firstSite() + i, -1));
    }
  }

  /** How many vacancies more than the state says device {@code i} shows, -2 .. 2. */
  int jumps(int i) {
    return jumps[i];
  }

  @Override
  public void read(
      DeviceBank bank, int from, int to, double[] volts, double[] amps, double seconds, long read) {
    double[] disc = bank.state(0);
    for (int i = from; i < to; i++) {
      advance(bank.firstSite() + i, i, seconds);
      double r = bank.parameter(radius, i);
      double one = NANO / (Math.PI * r * r * bank.parameter(length, i));
      double shown = disc[i] + jumps[i] * one;
      if (jumps[i] != 0 && shown >= bank.parameter(least, i)) {
        double own = disc[i];
        double before = amps[i];
        bank.model().currents(bank, i, i + 1, volts, amps);
        double undisturbed = amps[i];
        disc[i] = shown;
        bank.model().currents(bank, i, i + 1, volts, amps);
        disc[i] = own;
        amps[i] = undisturbed == 0 ? before : before * (amps[i] / undisturbed);
      }
    }
  }

  private void advance(long site, int i, double seconds) {
    phase[i] += hertz[i] * seconds;
    long passed = (long) Math.floor(phase[i]);
    phase[i] -= passed;
    long end = tick[i] + passed;
    for (long k = Math.max(tick[i], end - MEMORY); k < end; k++) {
      jumps[i] = (byte) next(jumps[i], ticks.uniform(site, k), ticks.secondUniform(site, k));
    }
    tick[i] = end;
  }

  static int next(int j, double p, double side) {
    int sign = Integer.signum(j);
    return switch (Math.abs(j)) {
      case 0 -> p < LEAVE_CENTRE ? (side < 0.5 ? 1 : -1) : 0;
      case 1 -> p < STAY_OR_OUTWARD ? 2 * sign : p < STAY_INNER ? j : 0;
      default -> p < STAY_OR_OUTWARD ? j : sign;
    };
  }
}
