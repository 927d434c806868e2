package org.ohmweave.study.kind;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.study.plot.LineChart;
import org.ohmweave.study.report.Section;
import org.ohmweave.study.run.Progress;

/**
 * Current-voltage loops of one preset: the nominal device and a Monte Carlo population around it.
 *
 * @param title heading
 * @param devices which devices
 * @param sweep the loop
 * @param readVolts voltage of the read between ramp pieces, array convention
 * @param count size of the population; 0 = the nominal device alone
 */
public record IvStudy(
    String title, DeviceChoice devices, LoopSweep sweep, double readVolts, int count)
    implements Study {

  /** Reads the keys of {@code kind: iv}. */
  public static IvStudy read(YamlNode node) {
    DeviceChoice devices = DeviceChoice.read(node, "reram/stanford-th");
    YamlNode sweep = node.child("sweep");
    double first = sweep.quantity("first", "V");
    double second = sweep.quantity("second", "V");
    double rate = sweep.quantity("rate", "V/s");
    if (!(rate > 0)) {
      throw new InputException(sweep.where("rate") + " must be positive [V/s], got " + rate);
    }
    if (first * second >= 0) {
      throw new InputException(
          sweep.where("first")
              + " and second must be voltages of opposite sign, not zero, got "
              + first
              + " V and "
              + second
              + " V");
    }
    int points = sweep.whole("points", 150, 10, 20000);
    sweep.finish();
    double readVolts = node.quantity("read", "V", 0.1);
    if (readVolts == 0) {
      throw new InputException(node.where("read") + " must not be zero [V]");
    }
    int count = node.whole("devices", 0, 0, 1_000_000);
    if (count == 0 && !devices.spread().isEmpty()) {
      throw new InputException(
          node.where("spread")
              + " is given but no population; add 'devices', for example devices: 50");
    }
    if (count > 0 && devices.spread().isEmpty()) {
      throw new InputException(
          node.where("devices")
              + " asks for "
              + count
              + " devices but nothing varies; add 'spread', for example {R_s: 10 %}, or leave 'devices' out");
    }
    return new IvStudy(
        node.text("title", "Current-voltage loop of " + devices.preset().name()),
        devices,
        new LoopSweep(first, second, rate, points),
        readVolts,
        count);
  }

  @Override
  public Outcome run(RunContext context) {
    DeviceBank nominalBank = devices.nominal(1, 0);
    LoopSweep.Loop nominal = sweep.run(nominalBank, readVolts, context.noise(), 1);
    double[] volts = nominal.volts();
    Section section = new Section(title);
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("device", devices.describe());
    metrics.put("nominal", switching(volts, nominal.readSiemens()[0]));
    LineChart chart = new LineChart(title, "voltage, positive SETs [V]", "|current| [A]").logY();
    double[] magnitude = magnitude(nominal.amps()[0]);
    if (count == 0) {
      chart.line("nominal device", 0, volts, magnitude);
      write(context, nominal, null);
      context.draw(chart, "iv", section, caption(nominal.readSiemens()[0], volts));
      return new Outcome(section, metrics);
    }
    LoopSweep.Loop all;
    try (Progress progress = Progress.of(title + ": " + count + " devices", 1)) {
      DeviceBank bank = devices.bank(count, 0, context.noise());
      all = sweep.run(bank, readVolts, context.noise(), context.threads());
      progress.step();
    }
    double[][] sizes = Arrays.stream(all.amps()).map(IvStudy::magnitude).toArray(double[][]::new);
    double[][] bands = Summary.bands(sizes, 5, 50, 95);
    band(chart, volts, bands);
    chart.line("nominal device", 1, volts, magnitude);
    double[] set = new double[count];
    double[] reset = new double[count];
    double[] hrs = new double[count];
    double[] lrs = new double[count];
    int up = sweep.firstVolts() > 0 ? 0 : 1;
    for (int d = 0; d < count; d++) {
      double[] g = all.readSiemens()[d];
      set[d] = LoopSweep.switchingVolts(volts, g, up);
      reset[d] = LoopSweep.switchingVolts(volts, g, 1 - up);
      hrs[d] = 1 / Arrays.stream(g).min().orElse(Double.NaN);
      lrs[d] = 1 / Arrays.stream(g).max().orElse(Double.NaN);
    }
    write(context, nominal, bands);
    CsvTable table =
        new CsvTable(
            List.of("set_V", "reset_V", "hrs_ohm", "lrs_ohm"),
            new double[][] {set, reset, hrs, lrs});
    table.write(context.file("devices.csv"));
    Map<String, Object> population = new LinkedHashMap<>();
    population.put("set_V", Summary.of(set).describe());
    population.put("reset_V", Summary.of(reset).describe());
    population.put("hrs_ohm", Summary.of(hrs).describe());
    population.put("lrs_ohm", Summary.of(lrs).describe());
    metrics.put("population", population);
    context.draw(
        chart,
        "iv",
        section,
        caption(nominal.readSiemens()[0], volts)
            + " Shaded: 5th to 95th percentile of "
            + count
            + " devices whose parameters are spread by "
            + devices.spreadWords()
            + ".");
    section.table(
        "Switching voltage: where the conductance read at "
            + Words.digits(readVolts, 2)
            + " V crosses the geometric mean of its extremes. Resistances at that read voltage, positive SETs: a law whose published polarity is the opposite is read at the negated voltage.",
        List.of("", "5 %", "median", "95 %", "devices that did not switch"),
        row("SET voltage", set, "V"),
        row("RESET voltage", reset, "V"),
        row("high resistance", hrs, "\u03a9"),
        row("low resistance", lrs, "\u03a9"));
    return new Outcome(section, metrics);
  }

  private String caption(double[] siemens, double[] volts) {
    Map<String, Object> found = switching(volts, siemens);
    return devices.preset().title()
        + ", swept at "
        + Words.si(sweep.voltsPerSecond(), "V/s")
        + "; nominal SET "
        + Words.digits((double) found.getOrDefault("set_V", Double.NaN), 3)
        + " V, RESET "
        + Words.digits((double) found.getOrDefault("reset_V", Double.NaN), 3)
        + " V.";
  }

  private Map<String, Object> switching(double[] volts, double[] siemens) {
    int up = sweep.firstVolts() > 0 ? 0 : 1;
    Map<String, Object> found = new LinkedHashMap<>();
    double set = LoopSweep.switchingVolts(volts, siemens, up);
    double reset = LoopSweep.switchingVolts(volts, siemens, 1 - up);
    if (!Double.isNaN(set)) {
      found.put("set_V", set);
    }
    if (!Double.isNaN(reset)) {
      found.put("reset_V", reset);
    }
    return found;
  }

  private void band(LineChart chart, double[] volts, double[][] bands) {
    for (int leg = 0; leg < 4; leg++) {
      int from = leg * sweep.points();
      int to = from + sweep.points() + 1;
      chart.band(
          "median of the population",
          0,
          Arrays.copyOfRange(volts, from, to),
          Arrays.copyOfRange(bands[1], from, to),
          Arrays.copyOfRange(bands[0], from, to),
          Arrays.copyOfRange(bands[2], from, to));
    }
  }

  private static void write(
      RunContext context,
      LoopSweep.Loop nominal,
      double @org.jspecify.annotations.Nullable [][] bands) {
    double[][] columns = {nominal.seconds(), nominal.volts(), nominal.amps()[0]};
    List<String> header = List.of("t_s", "v_V", "i_nominal_A");
    if (bands != null) {
      columns = new double[][] {columns[0], columns[1], columns[2], bands[0], bands[1], bands[2]};
      header = List.of("t_s", "v_V", "i_nominal_A", "abs_i_p05_A", "abs_i_p50_A", "abs_i_p95_A");
    }
    new CsvTable(header, columns).write(context.file("iv.csv"));
  }

  private static double[] magnitude(double[] amps) {
    return Arrays.stream(amps).map(Math::abs).toArray();
  }

  private static String[] row(String name, double[] sample, String unit) {
    Summary s = Summary.of(sample);
    return new String[] {
      name,
      Words.si(s.p05(), unit),
      Words.si(s.p50(), unit),
      Words.si(s.p95(), unit),
      Integer.toString(s.missing())
    };
  }
}
