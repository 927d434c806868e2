package org.ohmweave.study.kind;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.device.effect.Population;
import org.ohmweave.study.plot.LineChart;
import org.ohmweave.study.report.Section;
import org.ohmweave.study.run.Parallel;
import org.ohmweave.study.run.Progress;

/**
 * Conductance against pulse number: trains of equal SET pulses and equal RESET pulses in turn, a
 * rest after each pulse.
 *
 * @param title heading
 * @param devices which devices
 * @param set SET train
 * @param reset RESET train
 * @param cycles how often both trains follow each other
 * @param readVolts voltage of the read after each pulse, array convention
 * @param count devices; 1 = the nominal one
 * @param fromLrs whether devices start in their LRS bound instead of the HRS
 */
public record PulsesStudy(
    String title,
    DeviceChoice devices,
    PulseTrain set,
    PulseTrain reset,
    int cycles,
    double readVolts,
    int count,
    boolean fromLrs)
    implements Study {
  private static final double ROOM_KELVIN = 300;

  /** Reads the keys of {@code kind: pulses}. */
  public static PulsesStudy read(YamlNode node) {
    DeviceChoice devices = DeviceChoice.readLiving(node, "behavioural/soft-bounds");
    return new PulsesStudy(
        node.text("title", "Pulse trains on " + devices.preset().name()),
        devices,
        PulseTrain.read(node.child("setPulses"), 1),
        PulseTrain.read(node.child("resetPulses"), -1),
        node.whole("cycles", 2, 1, 10_000),
        node.quantity("read", "V", 0.1),
        node.whole("devices", 1, 1, 1_000_000),
        fromLrs(node));
  }

  private static boolean fromLrs(YamlNode node) {
    String from = node.text("from", "hrs");
    if (!from.equals("hrs") && !from.equals("lrs")) {
      throw new InputException(node.where("from") + " must be hrs or lrs, got " + from);
    }
    return from.equals("lrs");
  }

  @Override
  public Outcome run(RunContext context) {
    Population population =
        count == 1 && !devices.varies()
            ? devices.nominalPopulation(context.noise())
            : devices.population(count, context.noise());
    if (fromLrs) {
      population.bank().model().reset(population.bank(), 0, count, true);
    }
    int length = cycles * (set.pulses() + reset.pulses());
    double[][] siemens = new double[count][length + 1];
    int block = 32;
    int blocks = (count + block - 1) / block;
    try (Progress progress = Progress.of(title, blocks)) {
      Parallel.run(
          context.threads(),
          blocks,
          b -> {
            drive(population, b * block, Math.min(count, (b + 1) * block), siemens);
            progress.step();
          });
    }
    return present(population, siemens, context);
  }

  private void drive(Population population, int from, int to, double[][] siemens) {
    double[] volts = new double[population.size()];
    int at = 0;
    read(population, from, to, volts, siemens, at++);
    for (int cycle = 0; cycle < cycles; cycle++) {
      population.cycle(from, to, cycle);
      for (PulseTrain train : List.of(set, reset)) {
        for (int k = 0; k < train.pulses(); k++) {
          train.apply(population, from, to, volts, at);
          population.rest(from, to, 0, ROOM_KELVIN);
          read(population, from, to, volts, siemens, at++);
        }
      }
    }
  }

  private void read(
      Population population, int from, int to, double[] volts, double[][] siemens, int at) {
    double v = population.bank().model().setSign() * readVolts;
    double[] amps = new double[population.size()];
    Arrays.fill(volts, from, to, v);
    population.read(from, to, volts, amps, at);
    for (int i = from; i < to; i++) {
      siemens[i][at] = amps[i] / v;
    }
  }

  private Outcome present(Population population, double[][] siemens, RunContext context) {
    double[][] bands = Summary.bands(siemens, 5, 50, 95);
    int length = bands[0].length;
    double[] number = IntStream.range(0, length).asDoubleStream().toArray();
    LineChart chart = new LineChart(title, "pulse", "conductance [S]");
    if (count == 1) {
      chart.dots("", 0, number, siemens[0]);
    } else {
      for (int d = 0; d < Math.min(count, 100); d++) {
        chart.faint("single devices", 5, number, siemens[d]);
      }
      chart.band(
          "median and 90 % of " + count + " devices", 0, number, bands[1], bands[0], bands[2]);
    }
    Section section = new Section(title);
    context.draw(
        chart,
        "pulses",
        section,
        devices.preset().title()
            + ": "
            + set.pulses()
            + " SET pulses of "
            + Words.digits(set.volts(), 3)
            + " V, "
            + Words.si(set.seconds(), "s")
            + ", then "
            + reset.pulses()
            + " RESET pulses of "
            + Words.digits(reset.volts(), 3)
            + " V, "
            + Words.si(reset.seconds(), "s")
            + "; read at "
            + Words.si(readVolts, "V")
            + " after each.");
    new CsvTable(
            List.of("pulse", "p05_S", "p50_S", "p95_S"),
            new double[][] {number, bands[0], bands[1], bands[2]})
        .write(context.file("pulses.csv"));
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("device", devices.describe());
    metrics.put("startSiemens", bands[1][0]);
    metrics.put("afterFirstSetTrainSiemens", bands[1][set.pulses()]);
    metrics.put("endSiemens", bands[1][length - 1]);
    metrics.put("failures", population.failures());
    return new Outcome(section, metrics);
  }
}
