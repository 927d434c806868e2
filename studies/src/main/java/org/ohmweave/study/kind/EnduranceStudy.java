package org.ohmweave.study.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.device.effect.Population;
import org.ohmweave.study.plot.LineChart;
import org.ohmweave.study.plot.ProbabilityChart;
import org.ohmweave.study.report.Section;
import org.ohmweave.study.run.Parallel;
import org.ohmweave.study.run.Progress;

/**
 * Both resistances against the number of cycles. Cycles are looked at on a logarithmic scale: at
 * each of them the devices get {@code settle} SET and RESET pulses without a read and then one of
 * each with a read; the cycles between wear the devices but are not integrated, which is right for
 * laws whose state forgets all but the last pulses.
 *
 * @param title heading
 * @param devices which devices
 * @param set SET pulse
 * @param reset RESET pulse
 * @param cycles last cycle
 * @param perDecade how many cycles are looked at per factor of ten
 * @param settle cycles before each that is looked at
 * @param window resistance ratio below which a cycle counts as lost
 * @param readVolts read voltage, array convention
 * @param count devices
 */
public record EnduranceStudy(
    String title,
    DeviceChoice devices,
    PulseTrain set,
    PulseTrain reset,
    long cycles,
    int perDecade,
    int settle,
    double window,
    double readVolts,
    int count)
    implements Study {
  private static final double ROOM_KELVIN = 300;

  /** Reads the keys of {@code kind: endurance}. */
  public static EnduranceStudy read(YamlNode node) {
    DeviceChoice devices = DeviceChoice.readLiving(node, "reram/stanford-th");
    double cycles = node.quantity("cycles", "1", 1e6);
    if (!(cycles >= 1 && cycles <= 1e15 && cycles == Math.rint(cycles))) {
      throw new InputException(
          node.where("cycles") + " must be a whole number from 1 to 1e15, got " + cycles);
    }
    double window = node.quantity("window", "1", 2);
    if (!(window > 1)) {
      throw new InputException(node.where("window") + " must be above 1 [1], got " + window);
    }
    double readVolts = node.quantity("read", "V", 0.1);
    if (readVolts == 0) {
      throw new InputException(node.where("read") + " must not be zero [V]");
    }
    return new EnduranceStudy(
        node.text("title", "Endurance of " + devices.preset().name()),
        devices,
        PulseTrain.readOne(node.child("setPulse"), 1),
        PulseTrain.readOne(node.child("resetPulse"), -1),
        (long) cycles,
        node.whole("perDecade", 4, 1, 100),
        node.whole("settle", 2, 0, 1000),
        window,
        readVolts,
        node.whole("devices", 50, 1, 1_000_000));
  }

  /** Cycles that are looked at: 1, then {@code perDecade} per factor of ten, and the last. */
  long[] looked() {
    List<Long> list = new ArrayList<>();
    for (int k = 0; ; k++) {
      long cycle = Math.round(Math.pow(10, k / (double) perDecade));
      if (cycle >= cycles) {
        break;
      }
      if (list.isEmpty() || cycle > list.get(list.size() - 1)) {
        list.add(cycle);
      }
    }
    list.add(cycles);
    return list.stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public Outcome run(RunContext context) {
    long[] at = looked();
    Population population = devices.population(count, context.noise());
    double[][] lrs = new double[count][at.length];
    double[][] hrs = new double[count][at.length];
    int block = 16;
    int blocks = (count + block - 1) / block;
    try (Progress progress = Progress.of(title, blocks)) {
      Parallel.run(
          context.threads(),
          blocks,
          b -> {
            cycle(population, b * block, Math.min(count, (b + 1) * block), at, lrs, hrs);
            progress.step();
          });
    }
    return present(population, at, lrs, hrs, context);
  }

  private void cycle(
      Population population, int from, int to, long[] at, double[][] lrs, double[][] hrs) {
    double[] volts = new double[population.size()];
    double[] amps = new double[population.size()];
    long event = 0;
    for (int k = 0; k < at.length; k++) {
      population.cycle(from, to, at[k] - 1);
      for (int round = 0; round <= settle; round++) {
        boolean last = round == settle;
        for (PulseTrain pulse : List.of(set, reset)) {
          pulse.apply(population, from, to, volts, event);
          population.rest(from, to, 0, ROOM_KELVIN);
          if (last) {
            double v = population.bank().model().setSign() * readVolts;
            Arrays.fill(volts, from, to, v);
            population.read(from, to, volts, amps, event);
            double[][] into = pulse == set ? lrs : hrs;
            for (int i = from; i < to; i++) {
              into[i][k] = v / amps[i];
            }
          }
          event++;
        }
      }
    }
  }

  private Outcome present(
      Population population, long[] at, double[][] lrs, double[][] hrs, RunContext context) {
    double[] number = Arrays.stream(at).asDoubleStream().toArray();
    double[] lost = lost(lrs, hrs);
    double[][] low = Summary.bands(lrs, 5, 50, 95);
    double[][] high = Summary.bands(hrs, 5, 50, 95);
    LineChart chart = new LineChart(title, "cycle", "resistance [\u03a9]").logX().logY();
    for (int d = 0; d < Math.min(count, 100); d++) {
      chart.faint("single devices", 5, number, lrs[d]);
      chart.faint("single devices", 4, number, hrs[d]);
    }
    chart.dots("after SET, median", 0, number, low[1]);
    chart.dots("after RESET, median", 1, number, high[1]);
    Section section = new Section(title);
    context.draw(
        chart,
        "endurance",
        section,
        devices.preset().title()
            + ": SET "
            + set.words()
            + "; RESET "
            + reset.words()
            + "; read at "
            + Words.si(readVolts, "V")
            + ". "
            + count
            + " devices; varying: "
            + devices.spreadWords()
            + ".");
    int last = at.length - 1;
    ProbabilityChart distribution =
        ProbabilityChart.lognormal("Resistance at first and last cycle", "resistance [\u03a9]");
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("device", devices.describe());
    for (int k : new int[] {0, last}) {
      String when = k == 0 ? "first cycle" : "last cycle";
      double[] a = column(lrs, k);
      double[] b = column(hrs, k);
      String key = k == 0 ? "first" : "last";
      distribution.sample("LRS, " + when, k == 0 ? 0 : 2, a);
      distribution.sample("HRS, " + when, k == 0 ? 1 : 3, b);
      metrics.put(key + "Lrs", Summary.of(a).describe());
      metrics.put(key + "Hrs", Summary.of(b).describe());
    }
    context.draw(distribution.chart(), "resistance", section, "Lognormal scale, over the devices.");
    LineChart failed =
        new LineChart("Devices without a window", "cycle", "share of devices").logX().yRange(0, 1);
    failed.dots("ratio below " + Words.digits(window, 2), 1, number, lost);
    context.draw(
        failed, "failed", section, "Share of devices whose two resistances differ by less.");
    new CsvTable(
            List.of(
                "cycle",
                "lrs_p05_ohm",
                "lrs_p50_ohm",
                "lrs_p95_ohm",
                "hrs_p05_ohm",
                "hrs_p50_ohm",
                "hrs_p95_ohm",
                "lost_1"),
            new double[][] {number, low[0], low[1], low[2], high[0], high[1], high[2], lost})
        .write(context.file("endurance.csv"));
    metrics.put("lostAtEnd", lost[last]);
    metrics.put("failures", population.failures());
    return new Outcome(section, metrics);
  }

  private double[] lost(double[][] lrs, double[][] hrs) {
    double[] share = new double[lrs[0].length];
    for (int k = 0; k < share.length; k++) {
      int without = 0;
      for (int d = 0; d < lrs.length; d++) {
        without += hrs[d][k] >= window * lrs[d][k] ? 0 : 1;
      }
      share[k] = without / (double) lrs.length;
    }
    return share;
  }

  private static double[] column(double[][] values, int k) {
    return Arrays.stream(values).mapToDouble(v -> v[k]).toArray();
  }
}
