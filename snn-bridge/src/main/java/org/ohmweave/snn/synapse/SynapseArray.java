package org.ohmweave.snn.synapse;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.ohmweave.core.InputException;
import org.ohmweave.core.math.VectorMath;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;

/**
 * The synapses of a fully connected layer as one bank of devices, stored output by output, so that
 * the synapses of an output are one block and one call programs them
 * (docs/decisions/0004-output-major-synapses.md). Read conductances are kept line by line beside
 * it, because an input spike adds a whole line.
 *
 * <p>The array is read with ideal wires, and every device is programmed by its own full pulse: wire
 * resistance and half-selected neighbours are not modelled here.
 */
public final class SynapseArray {
  private static final int BLOCK = 64;
  private final DeviceBank bank;
  private final DeviceModel model;
  private final PulseProgram pulses;
  private final NoiseSource noise;
  private final int lines;
  private final int outputs;
  private final double fullSiemens;
  private final double leastSiemens;
  private final double[] weight;
  private final double[] lineSum;
  private final double[] start;
  private final double[] end;
  private final double[] amps;
  private final ForkJoinPool pool;
  private final boolean parallel;
  private double writeJoules;
  private long pulseCount;

  /**
   * Synapses over a bank.
   *
   * @param bank of {@code outputs * lines} devices, device {@code n * lines + line}
   * @param nominal a bank of one device without spread, which sets the scale
   */
  public SynapseArray(
      DeviceBank bank,
      DeviceBank nominal,
      int lines,
      int outputs,
      PulseProgram pulses,
      NoiseSource noise,
      int threads) {
    if (bank.size() != lines * outputs) {
      throw new InputException(
          lines
              + " lines and "
              + outputs
              + " outputs need "
              + lines * outputs
              + " devices, got "
              + bank.size());
    }
    this.bank = bank;
    this.model = bank.model();
    this.pulses = pulses;
    this.noise = noise;
    this.lines = lines;
    this.outputs = outputs;
    this.weight = new double[lines * outputs];
    this.lineSum = new double[lines];
    this.start = new double[bank.size()];
    this.end = new double[bank.size()];
    this.amps = new double[bank.size()];
    this.parallel = threads > 1 && !model.law().equals("soft-bounds");
    this.pool = new ForkJoinPool(Math.max(1, threads));
    this.leastSiemens = bound(nominal, false);
    this.fullSiemens = bound(nominal, true);
  }

  private double bound(DeviceBank nominal, boolean lowResistance) {
    DeviceBank twin = nominal.copy();
    twin.model().reset(twin, 0, 1, lowResistance);
    double[] volts = {model.setSign() * pulses.readVolts()};
    double[] current = new double[1];
    model.currents(twin, 0, 1, volts, current);
    return current[0] / volts[0];
  }

  /** Conductance of a nominal device in its LRS, in siemens: weight 1. */
  public double fullSiemens() {
    return fullSiemens;
  }

  /**
   * Puts every device to a random place of its own range: the conductance at the read voltage is
   * {@code share (1 +- spread)} of the way from its HRS to its LRS, uniform. States are found by
   * bisection.
   */
  public void scatter(double share, double spread) {
    Purpose purpose = noise.purpose("initial-weights");
    int size = bank.size();
    DeviceBank high = bank.copy();
    model.reset(high, 0, size, false);
    DeviceBank low = bank.copy();
    model.reset(low, 0, size, true);
    double[] least = read(high);
    double[] most = read(low);
    double[] goal = new double[size];
    for (int i = 0; i < size; i++) {
      double x = share * (1 + spread * (2 * purpose.uniform(bank.firstSite() + i, 0) - 1));
      goal[i] = least[i] + x * (most[i] - least[i]);
    }
    double[] below = new double[size];
    double[] above = new double[size];
    java.util.Arrays.fill(above, 1);
    double[] hrs = high.state(0);
    double[] lrs = low.state(0);
    for (int k = 0; k < 45; k++) {
      for (int i = 0; i < size; i++) {
        double middle = 0.5 * (below[i] + above[i]);
        bank.state(0)[i] =
            hrs[i] > 0 && lrs[i] > 0
                ? hrs[i] * StrictMath.pow(lrs[i] / hrs[i], middle)
                : hrs[i] + middle * (lrs[i] - hrs[i]);
      }
      double[] now = read(bank);
      for (int i = 0; i < size; i++) {
        double middle = 0.5 * (below[i] + above[i]);
        if (now[i] < goal[i]) {
          below[i] = middle;
        } else {
          above[i] = middle;
        }
      }
    }
    refresh();
  }

  private double[] read(DeviceBank which) {
    double volts = model.setSign() * pulses.readVolts();
    java.util.Arrays.fill(start, volts);
    double[] siemens = new double[which.size()];
    model.currents(which, 0, which.size(), start, siemens);
    for (int i = 0; i < siemens.length; i++) {
      siemens[i] /= volts;
    }
    return siemens;
  }

  /** Reads all conductances anew. */
  public void refresh() {
    double[] siemens = read(bank);
    java.util.Arrays.fill(lineSum, 0);
    for (int n = 0; n < outputs; n++) {
      for (int line = 0; line < lines; line++) {
        double w = siemens[n * lines + line] / fullSiemens;
        weight[line * outputs + n] = w;
        lineSum[line] += w;
      }
    }
  }

  /** Adds what a spike on one line brings to every output; safe from several threads. */
  public void addTo(double[] potential, int line) {
    VectorMath.active().addScaled(1, weight, line * outputs, potential, 0, outputs);
  }

  /** Energy of one input spike on a line in all its devices, joule. */
  public double spikeJoules(int line) {
    return pulses.readVolts()
        * pulses.readVolts()
        * lineSum[line]
        * fullSiemens
        * pulses.readSeconds();
  }

  /**
   * Programs the devices of one output: a SET pulse where the line was active, a RESET pulse
   * elsewhere.
   *
   * @param active one per line
   * @param event number of this programming event, never reused
   */
  public void program(int output, boolean[] active, long event) {
    int from = output * lines;
    int to = from + lines;
    int sign = model.setSign();
    boolean sameWidth = pulses.setSeconds() == pulses.resetSeconds();
    for (int i = from; i < to; i++) {
      boolean set = active[i - from];
      start[i] = sign * (set ? pulses.setVolts() : pulses.resetVolts());
      end[i] = 0;
    }
    account(from, to, active);
    if (sameWidth) {
      pulse(from, to, start, pulses.setSeconds(), event);
    } else {
      twoWidths(from, to, active, event);
    }
    model.cool(bank, from, to);
    reread(output, from, to);
  }

  private void account(int from, int to, boolean[] active) {
    model.currents(bank, from, to, start, amps);
    for (int i = from; i < to; i++) {
      double seconds = active[i - from] ? pulses.setSeconds() : pulses.resetSeconds();
      writeJoules += Math.abs(start[i] * amps[i]) * seconds;
    }
    pulseCount += to - from;
  }

  /** First all SET pulses, then all RESET pulses; the others rest at 0 V. */
  private void twoWidths(int from, int to, boolean[] active, long event) {
    for (int i = from; i < to; i++) {
      end[i] = active[i - from] ? start[i] : 0;
      start[i] = active[i - from] ? 0 : start[i];
    }
    pulse(from, to, end, pulses.setSeconds(), 2 * event);
    pulse(from, to, start, pulses.resetSeconds(), 2 * event + 1);
  }

  private void pulse(int from, int to, double[] volts, double seconds, long event) {
    if (!parallel) {
      model.hold(bank, from, to, volts, seconds, noise, event);
      return;
    }
    int blocks = (to - from + BLOCK - 1) / BLOCK;
    pool.submit(
            () ->
                IntStream.range(0, blocks)
                    .parallel()
                    .forEach(
                        b ->
                            model.hold(
                                bank,
                                from + b * BLOCK,
                                Math.min(to, from + (b + 1) * BLOCK),
                                volts,
                                seconds,
                                noise,
                                event)))
        .join();
  }

  private void reread(int output, int from, int to) {
    double volts = model.setSign() * pulses.readVolts();
    java.util.Arrays.fill(start, from, to, volts);
    model.currents(bank, from, to, start, amps);
    for (int i = from; i < to; i++) {
      int line = i - from;
      double now = amps[i] / volts / fullSiemens;
      int at = line * outputs + output;
      lineSum[line] += now - weight[at];
      weight[at] = now;
    }
  }

  /** Energy of all programming pulses so far, from the current at the start of each, joule. */
  public double writeJoules() {
    return writeJoules;
  }

  /** Programming pulses so far, one per device. */
  public long pulseCount() {
    return pulseCount;
  }

  /** Places of the conductances in the nominal range, outputs x lines, cut to 0..1. */
  public double[] picture() {
    double[] shares = new double[weight.length];
    double low = leastSiemens / fullSiemens;
    for (int n = 0; n < outputs; n++) {
      for (int line = 0; line < lines; line++) {
        double share = (weight[line * outputs + n] - low) / (1 - low);
        shares[n * lines + line] = Math.max(0, Math.min(1, share));
      }
    }
    return shares;
  }
}
