package org.ohmweave.study.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.effect.Population;
import org.ohmweave.study.plot.LineChart;
import org.ohmweave.study.report.Section;
import org.ohmweave.study.run.Parallel;
import org.ohmweave.study.run.Progress;

/**
 * Switching time against voltage: an ideal voltage step on a device in its HRS (positive voltages)
 * or LRS (negative ones), until the conductance read at {@code readVolts} crosses the geometric
 * mean of where each device starts and its LRS bound. A SET starts from each device's own initial
 * state, a RESET from its LRS bound; each voltage is a new cycle of the devices, and read noise
 * does not count.
 *
 * @param title heading
 * @param devices which devices
 * @param volts steps to try, array convention
 * @param readVolts voltage of the read, array convention
 * @param longestSeconds a device that has not switched by then counts as not switching
 * @param count devices per voltage beside the nominal one; 0 = the nominal one alone
 */
public record KineticsStudy(
    String title,
    DeviceChoice devices,
    double[] volts,
    double readVolts,
    double longestSeconds,
    int count)
    implements Study {
  private static final double SHORTEST = 1e-11;
  private static final double GROWTH = Math.pow(10, 0.1);
  private static final int HALVINGS = 24;
  private static final int[] PERCENTS = {5, 50, 95};

  /** Reads the keys of {@code kind: kinetics}. */
  public static KineticsStudy read(YamlNode node) {
    DeviceChoice devices = DeviceChoice.readLiving(node, "hfo2/jart-v1b");
    if (!devices.nominal(1, 0).model().followsTime()) {
      throw new InputException(
          node.where("preset")
              + ": law "
              + devices.preset().law()
              + " does not depend on how long a voltage stays, so it has no switching time; see its"
              + " pulses instead");
    }
    if (devices.compliance() != null) {
      throw new InputException(
          node.where("compliance") + ": kinetics applies ideal voltage steps; leave it out");
    }
    double[] volts = node.quantities("voltages", "V");
    if (volts.length == 0) {
      throw new InputException(
          node.where("voltages") + " is missing; give a list such as [0.6 V, 0.8 V]");
    }
    for (double v : volts) {
      if (v == 0) {
        throw new InputException(node.where("voltages") + " must not hold zero [V]");
      }
    }
    double longest = node.quantity("longest", "s", 100);
    if (!(longest > SHORTEST)) {
      throw new InputException(node.where("longest") + " must be above 1e-11 s, got " + longest);
    }
    int count = node.whole("devices", 0, 0, 100_000);
    if (count == 0 && !devices.spread().isEmpty()) {
      throw new InputException(
          node.where("spread")
              + " is given but no population; add 'devices', for example devices: 50");
    }
    if (count > 0 && !devices.varies()) {
      throw new InputException(
          node.where("devices")
              + " asks for "
              + count
              + " devices but nothing varies; add 'spread'");
    }
    return new KineticsStudy(
        node.text("title", "Switching time of " + devices.preset().name()),
        devices,
        volts,
        node.quantity("read", "V", 0.1),
        longest,
        count);
  }

  @Override
  public Outcome run(RunContext context) {
    DeviceBank nominal = devices.nominal(1, 0);
    Population population = devices.population(Math.max(1, count), context.noise());
    double[] typical = new double[volts.length];
    double[][] times = new double[volts.length][];
    try (Progress progress = Progress.of(title, volts.length)) {
      for (int k = 0; k < volts.length; k++) {
        double step = volts[k];
        typical[k] = seconds(nominal, 0, 0, step, context.noise());
        double[] each = new double[count];
        long trial = (k + 1L) * count;
        population.cycle(0, population.size(), k);
        Parallel.run(
            context.threads(),
            count,
            d -> each[d] = seconds(population.bank(), d, trial, step, context.noise()));
        times[k] = each;
        progress.step();
      }
    }
    return present(typical, times, context);
  }

  /** Time of one device; infinite if it does not switch. */
  private double seconds(
      DeviceBank source, int device, long trial, double step, NoiseSource noise) {
    DeviceBank bank = single(source, device, trial);
    DeviceModel model = bank.model();
    double[] applied = {model.setSign() * step};
    model.reset(bank, 0, 1, true);
    DeviceBank low = bank.copy();
    for (int s = 0; s < model.states().size(); s++) {
      bank.state(s)[0] = source.state(s)[device];
    }
    double middle = Math.sqrt(read(low) * read(bank));
    boolean up = step > 0;
    if (!up) {
      bank = low;
    }
    double t = 0;
    long event = 0;
    for (double grid = SHORTEST; t < longestSeconds; grid *= GROWTH) {
      double next = Math.min(grid, longestSeconds);
      DeviceBank before = bank.copy();
      model.hold(bank, 0, 1, applied, next - t, noise, event);
      if (read(bank) > middle == up) {
        return refine(before, applied, t, next, middle, up, noise, event);
      }
      event++;
      t = next;
    }
    return Double.POSITIVE_INFINITY;
  }

  private double refine(
      DeviceBank before,
      double[] applied,
      double from,
      double to,
      double middle,
      boolean up,
      NoiseSource noise,
      long event) {
    double low = from;
    double high = to;
    for (int k = 0; k < HALVINGS; k++) {
      double half = 0.5 * (low + high);
      DeviceBank trial = before.copy();
      trial.model().hold(trial, 0, 1, applied, half - from, noise, event);
      if (read(trial) > middle == up) {
        high = half;
      } else {
        low = half;
      }
    }
    return high;
  }

  private double read(DeviceBank bank) {
    DeviceBank cold = bank.copy();
    cold.model().cool(cold, 0, 1);
    double[] volts1 = {bank.model().setSign() * readVolts};
    double[] amps = new double[1];
    cold.model().currents(cold, 0, 1, volts1, amps);
    return amps[0] / volts1[0];
  }

  /** A copy of one device; {@code trial} gives stochastic laws a site of their own each time. */
  private static DeviceBank single(DeviceBank source, int device, long trial) {
    int parameters = source.model().parameters().size();
    double[] values = new double[parameters];
    for (int p = 0; p < parameters; p++) {
      values[p] = source.parameter(p, device);
    }
    return new DeviceBank(source.model(), 1, source.firstSite() + device + trial, values);
  }

  private Outcome present(double[] typical, double[][] times, RunContext context) {
    Section section = new Section(title);
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("device", devices.describe());
    double[] size = Arrays.stream(volts).map(Math::abs).toArray();
    LineChart chart =
        new LineChart(title, "size of the voltage step [V]", "switching time [s]").logY();
    List<Object> list = new ArrayList<>();
    double[][] bands = new double[3][volts.length];
    for (int k = 0; k < volts.length; k++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("volts", volts[k]);
      if (Double.isFinite(typical[k])) {
        row.put("nominalSeconds", typical[k]);
      }
      if (count > 0) {
        Map<String, Object> population = new LinkedHashMap<>();
        population.put("count", count);
        double[] each = times[k];
        population.put("switched", Arrays.stream(each).filter(Double::isFinite).count());
        for (int p = 0; p < PERCENTS.length; p++) {
          bands[p][k] = Summary.censored(each, PERCENTS[p]);
          if (Double.isFinite(bands[p][k])) {
            population.put(String.format(Locale.ROOT, "p%02d", PERCENTS[p]), bands[p][k]);
          }
        }
        row.put("population", population);
      }
      list.add(row);
    }
    metrics.put("steps", list);
    for (int sign : new int[] {1, -1}) {
      int[] which =
          java.util.stream.IntStream.range(0, volts.length)
              .filter(k -> volts[k] * sign > 0)
              .boxed()
              .sorted(java.util.Comparator.comparingDouble(k -> size[k]))
              .mapToInt(Integer::intValue)
              .toArray();
      if (which.length > 0) {
        String name = sign > 0 ? "SET" : "RESET";
        if (count > 0) {
          chart.band(
              name + ", median and 90 % of " + count + " devices",
              sign > 0 ? 0 : 2,
              pick(size, which),
              pick(bands[1], which),
              pick(bands[0], which),
              pick(bands[2], which));
        }
        chart.dots(name + ", nominal", sign > 0 ? 1 : 3, pick(size, which), pick(typical, which));
      }
    }
    new CsvTable(
            List.of("step_V", "nominal_s", "p05_s", "p50_s", "p95_s"),
            new double[][] {volts, finite(typical), bands[0], bands[1], bands[2]})
        .write(context.file("kinetics.csv"));
    context.draw(
        chart,
        "kinetics",
        section,
        devices.preset().title()
            + ". Ideal voltage steps; switched when the conductance read at "
            + Words.si(readVolts, "V")
            + " crosses the geometric mean of HRS and LRS. A percentile that falls among devices which did"
            + " not switch within "
            + Words.si(longestSeconds, "s")
            + " is not drawn.");
    List<String[]> rows = new ArrayList<>();
    for (int k = 0; k < volts.length; k++) {
      rows.add(new String[] {Words.digits(volts[k], 3) + " V", Words.si(typical[k], "s")});
    }
    section.table(
        "Switching time of the nominal device.",
        List.of("step", "time"),
        rows.toArray(new String[0][]));
    return new Outcome(section, metrics);
  }

  private static double[] pick(double[] values, int[] which) {
    return Arrays.stream(which).mapToDouble(k -> values[k]).toArray();
  }

  private static double[] finite(double[] values) {
    return Arrays.stream(values).map(v -> Double.isFinite(v) ? v : Double.NaN).toArray();
  }
}
