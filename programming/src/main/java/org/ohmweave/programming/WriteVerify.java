package org.ohmweave.programming;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;

/**
 * Programs every cell of a bank to its target: read, pulse, read again, until the read lies inside
 * the tolerance or the budget is spent. Pulses act by the cell's own law; the cell cools down after
 * each.
 *
 * <p>Every cell gets the full pulse at its terminals and its neighbours get nothing: wire
 * resistance and half-selected cells are not modelled here. Reads do not disturb. The residual is
 * checked without noise at the end.
 */
public final class WriteVerify {
  private final DeviceBank bank;
  private final DeviceModel model;
  private final WriteVerifySettings settings;
  private final NoiseSource noise;
  private final Purpose readNoise;

  /** A programmer for all cells of a bank, which it changes. */
  public WriteVerify(DeviceBank bank, WriteVerifySettings settings, NoiseSource noise) {
    this.bank = bank;
    this.model = bank.model();
    this.settings = settings;
    this.noise = noise;
    this.readNoise = noise.purpose("verify-read");
  }

  /** What one worker carries; voltages are indexed like the bank. */
  private static final class Bench {
    final double[] volts;
    final double[] amps;
    final PulseEnergy energy;

    Bench(int size, PulseEnergy energy) {
      this.energy = energy;
      this.volts = new double[size];
      this.amps = new double[size];
    }
  }

  /**
   * Sums that cells add to; every entry belongs to one cell, so the order of work does not matter.
   */
  private record Tally(double[] joules, double[] seconds, int[] reads, int[] pulses, byte[] fate) {}

  private static final byte REACHED = 0;
  private static final byte UNREACHABLE = 1;
  private static final byte OUT_OF_BUDGET = 2;

  /**
   * Programs.
   *
   * @param targetSiemens one per cell, positive and finite
   * @param threads workers; changes no result
   * @param progress told the number of cells done
   */
  public ProgrammingReport run(double[] targetSiemens, int threads, IntConsumer progress) {
    int n = bank.size();
    if (targetSiemens.length != n) {
      throw new InputException(n + " cells need " + n + " targets, got " + targetSiemens.length);
    }
    for (int i = 0; i < n; i++) {
      if (!(targetSiemens[i] > 0) || Double.isInfinite(targetSiemens[i])) {
        throw new InputException(
            "target of cell " + i + " must be positive and finite [S], got " + targetSiemens[i]);
      }
    }
    double[] least = model.highResistanceIsBound() ? bounds(false) : new double[n];
    double[] most = bounds(true);
    Tally tally = new Tally(new double[n], new double[n], new int[n], new int[n], new byte[n]);
    AtomicInteger done = new AtomicInteger();
    ThreadLocal<Bench> bench =
        ThreadLocal.withInitial(() -> new Bench(n, new PulseEnergy(bank, noise)));
    IntConsumer work =
        i -> {
          program(i, targetSiemens[i], least[i], most[i], tally, bench.get());
          progress.accept(done.incrementAndGet());
        };
    if (threads <= 1) {
      IntStream.range(0, n).forEach(work);
    } else {
      ForkJoinPool pool = new ForkJoinPool(threads);
      pool.submit(() -> IntStream.range(0, n).parallel().forEach(work)).join();
      pool.shutdown();
    }
    return report(targetSiemens, tally);
  }

  private double[] bounds(boolean lowResistance) {
    DeviceBank twin = bank.copy();
    model.reset(twin, 0, twin.size(), lowResistance);
    return conductances(twin);
  }

  private double[] conductances(DeviceBank which) {
    double volts = model.setSign() * settings.readVolts();
    double[] v = new double[which.size()];
    java.util.Arrays.fill(v, volts);
    double[] siemens = new double[v.length];
    model.currents(which, 0, v.length, v, siemens);
    for (int i = 0; i < v.length; i++) {
      siemens[i] /= volts;
    }
    return siemens;
  }

  /** Conductances of all cells at the read voltage, without noise, in siemens. */
  public double[] conductances() {
    return conductances(bank);
  }

  private void program(int i, double target, double least, double most, Tally tally, Bench bench) {
    double slack = 1 + settings.tolerance();
    if (target < least / slack || target > most * slack) {
      tally.fate()[i] = UNREACHABLE;
      return;
    }
    var sequence = settings.scheme().begin(target, settings.accepted());
    while (sequence.next(read(i, tally.reads()[i]++, bench))) {
      if (tally.pulses()[i] == settings.maxPulses()) {
        tally.fate()[i] = OUT_OF_BUDGET;
        return;
      }
      tally.joules()[i] += pulse(i, sequence.volts(), sequence.seconds(), tally, bench);
    }
    tally.fate()[i] = REACHED;
  }

  /** Gives a cell one pulse; returns its energy. */
  private double pulse(int i, double size, double seconds, Tally tally, Bench bench) {
    double volts = model.setSign() * size;
    bench.volts[i] = volts;
    boolean divisible = bench.energy.divisible();
    double joules = 0;
    if (divisible) {
      joules = bench.energy.joules(bank, i, volts, seconds);
    } else {
      model.currents(bank, i, i + 1, bench.volts, bench.amps);
    }
    double before = bench.amps[i];
    model.hold(bank, i, i + 1, bench.volts, seconds, noise, tally.pulses()[i]++);
    model.cool(bank, i, i + 1);
    tally.seconds()[i] += seconds;
    if (divisible) {
      return joules;
    }
    model.currents(bank, i, i + 1, bench.volts, bench.amps);
    return 0.5 * volts * (before + bench.amps[i]) * seconds;
  }

  private double read(int i, int event, Bench bench) {
    bench.volts[i] = model.setSign() * settings.readVolts();
    model.currents(bank, i, i + 1, bench.volts, bench.amps);
    double siemens = bench.amps[i] / bench.volts[i];
    return settings.readNoise() == 0
        ? siemens
        : siemens * (1 + settings.readNoise() * readNoise.gaussian(bank.firstSite() + i, event));
  }

  private ProgrammingReport report(double[] target, Tally tally) {
    double[] reached = conductances();
    double[] residual = new double[reached.length];
    int[] fates = new int[4];
    long reads = 0;
    double joules = 0;
    double longest = 0;
    for (int i = 0; i < reached.length; i++) {
      residual[i] = reached[i] / target[i] - 1;
      boolean good = Math.abs(residual[i]) <= settings.tolerance();
      fates[tally.fate()[i] == REACHED && !good ? 3 : tally.fate()[i]]++;
      reads += tally.reads()[i];
      joules += tally.joules()[i];
      longest = Math.max(longest, tally.seconds()[i]);
    }
    return new ProgrammingReport(
        target.clone(),
        reached,
        residual,
        tally.pulses(),
        fates[UNREACHABLE],
        fates[OUT_OF_BUDGET],
        fates[3],
        settings.tolerance(),
        reads,
        joules,
        longest);
  }
}
