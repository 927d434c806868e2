package org.ohmweave.device.drive;

import java.util.function.DoubleUnaryOperator;
import org.ohmweave.core.ConvergenceException;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.integrate.Bracketed;

/**
 * A source that limits the current, as a parameter analyser does: it applies the wanted voltage
 * while the device draws less than the limit, and otherwise the smaller voltage at which the device
 * draws just the limit. Limits for SET and RESET polarity are apart; one of them may be infinite.
 * The source is ideal: no overshoot, no parasitic capacitance.
 *
 * <p>The instant at which the limit is reached is found by halving; after it the law is carried
 * through short ramps of the device's own voltage, second order in their length, which is adapted
 * so that prediction and result agree to 1e-5 of the voltage. A law with a threshold comes to rest
 * there. A law that steps once per call, such as soft-bounds, is stepped once per short ramp: a
 * limit makes no sense for it.
 */
public final class CurrentCompliance {
  private static final double AGREE = 1e-5;
  private static final double FOUND = 1e-6;
  private static final int LONGEST = 8;
  private static final int STEPS = 100_000;
  private final double setAmps;
  private final double resetAmps;

  /** Limits in ampere, {@code > 0}, infinite for none. */
  public CurrentCompliance(double setAmps, double resetAmps) {
    if (!(setAmps > 0 && resetAmps > 0)) {
      throw new InputException(
          "current compliance must be positive [A], got " + setAmps + " and " + resetAmps);
    }
    this.setAmps = setAmps;
    this.resetAmps = resetAmps;
  }

  /** Limit in SET polarity, ampere. */
  public double setAmps() {
    return setAmps;
  }

  /** Limit in RESET polarity, ampere. */
  public double resetAmps() {
    return resetAmps;
  }

  /** Cuts currents off at the limits; the sign of SET polarity is that of the law of the bank. */
  public void limit(DeviceBank bank, int from, int to, double[] amps) {
    int sign = bank.model().setSign();
    for (int i = from; i < to; i++) {
      double most = sign * amps[i] > 0 ? setAmps : resetAmps;
      if (Math.abs(amps[i]) > most) {
        amps[i] = Math.copySign(most, amps[i]);
      }
    }
  }

  /** Voltage across a device under a source of this voltage: the same unless the limit acts. */
  double deviceVolts(DeviceBank bank, int device, double sourceVolts) {
    double most = sourceVolts * bank.model().setSign() > 0 ? setAmps : resetAmps;
    double[] volts = new double[bank.size()];
    double[] amps = new double[bank.size()];
    DoubleUnaryOperator size =
        v -> {
          volts[device] = v;
          bank.model().currents(bank, device, device + 1, volts, amps);
          return Math.abs(amps[device]);
        };
    return size.applyAsDouble(sourceVolts) <= most
        ? sourceVolts
        : Bracketed.root(v -> size.applyAsDouble(v) - most, 0, sourceVolts, 1e-13);
  }

  /** As {@link DeviceModel#ramp}, with the voltages of the source. */
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
    Run run = new Run(bank, noise, event);
    for (int i = from; i < to; i++) {
      double start = startVolts[i];
      double end = endVolts[i];
      if (start * end < 0) {
        double crossing = seconds * start / (start - end);
        run.carry(i, start, 0, crossing);
        run.carry(i, 0, end, seconds - crossing);
      } else {
        run.carry(i, start, end, seconds);
      }
    }
  }

  /** One device after the other through a piece of source voltage. */
  private final class Run {
    private final DeviceBank bank;
    private final DeviceModel model;
    private final NoiseSource noise;
    private final long event;
    private final double[] low;
    private final double[] high;
    private final double[] amps;
    private final double[] kept;

    Run(DeviceBank bank, NoiseSource noise, long event) {
      this.bank = bank;
      this.model = bank.model();
      this.noise = noise;
      this.event = event;
      this.low = new double[bank.size()];
      this.high = new double[bank.size()];
      this.amps = new double[bank.size()];
      this.kept = new double[model.states().size()];
    }

    void carry(int i, double start, double end, double seconds) {
      double side = start != 0 ? start : end;
      double most = side * model.setSign() > 0 ? setAmps : resetAmps;
      if (Double.isInfinite(most) || side == 0) {
        move(i, start, end, seconds);
        return;
      }
      double now = 0;
      double length = seconds / LONGEST;
      for (int step = 0; now < seconds; step++) {
        if (step == STEPS) {
          throw new ConvergenceException(
              "device " + i + " under current compliance at " + now + " s of " + seconds + " s",
              step,
              length);
        }
        length = Math.min(Math.min(length, seconds / LONGEST), seconds - now);
        if (now + length >= seconds * (1 - 1e-15)) {
          length = seconds - now;
        }
        double before = source(start, end, now / seconds);
        double after = source(start, end, Math.min(1, (now + length) / seconds));
        keep(i);
        double taken =
            current(i, before) < most * (1 - FOUND)
                ? free(i, before, after, length, most)
                : limited(i, before, after, length, most);
        boolean accepted = taken > 0;
        now = accepted ? (length >= seconds - now ? seconds : now + length) : now;
        length = accepted ? length * taken : length / 4;
        if (!accepted) {
          restore(i);
          if (length < 1e-17 * seconds) {
            // the limit is crossed within the resolution of time: go on as limited
            double least = Math.max(length, Math.ulp(now));
            force(i, before, most, least);
            now += least;
          }
        }
      }
    }

    private double source(double start, double end, double share) {
      return start + share * (end - start);
    }

    /** The source's voltage is the device's; 0 if the limit was overrun, else the growth. */
    private double free(int i, double before, double after, double length, double most) {
      move(i, before, after, length);
      return current(i, after) > most * (1 + FOUND) ? 0 : 2;
    }

    /** The device has its own voltage; 0 if the step was too long, else the growth of the next. */
    private double limited(int i, double before, double after, double length, double most) {
      double first = own(i, before, most);
      move(i, first, first, length);
      double guess = own(i, after, most);
      restore(i);
      move(i, first, guess, length);
      double last = own(i, after, most);
      double error = Math.abs(last - guess) / (AGREE * Math.abs(guess));
      if (error > 1) {
        return rests(i, first, length, after, most) ? LONGEST : 0;
      }
      return Math.min(4, 0.9 / Math.sqrt(Math.max(error, 1e-2)));
    }

    /** Whether a law with a threshold stands at it: a little below this voltage nothing moves. */
    private boolean rests(int i, double volts, double length, double after, double most) {
      restore(i);
      double below = volts * (1 - 10 * AGREE);
      move(i, below, below, length);
      return Math.abs(own(i, after, most) - volts) <= AGREE * Math.abs(volts);
    }

    /** Takes the smallest step forward in the limited regime. */
    private void force(int i, double before, double most, double seconds) {
      double volts = own(i, before, most);
      move(i, volts, volts, seconds);
    }

    /** The device's voltage under a source of this voltage. */
    private double own(int i, double source, double most) {
      if (current(i, source) <= most) {
        return source;
      }
      return Bracketed.root(v -> current(i, v) - most, 0, source, 1e-13);
    }

    private double current(int i, double volts) {
      high[i] = volts;
      model.currents(bank, i, i + 1, high, amps);
      return Math.abs(amps[i]);
    }

    private void move(int i, double start, double end, double seconds) {
      low[i] = start;
      high[i] = end;
      model.ramp(bank, i, i + 1, low, high, seconds, noise, event);
    }

    private void keep(int i) {
      for (int s = 0; s < kept.length; s++) {
        kept[s] = bank.state(s)[i];
      }
    }

    private void restore(int i) {
      for (int s = 0; s < kept.length; s++) {
        bank.state(s)[i] = kept[s];
      }
    }
  }
}
