package org.ohmweave.study.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.device.effect.Population;
import org.ohmweave.study.plot.LineChart;
import org.ohmweave.study.report.Section;
import org.ohmweave.study.run.Parallel;
import org.ohmweave.study.run.Progress;

/**
 * Read resistance against time at rest, after a SET and after a RESET, at several temperatures; the
 * time at which the median of the SET devices has lost half of its (logarithmic) window, and its
 * activation energy.
 *
 * @param title heading
 * @param devices which devices
 * @param set SET pulse
 * @param reset RESET pulse
 * @param kelvin temperatures of the rest
 * @param longestSeconds last read
 * @param perDecade reads per factor of ten in time, from 1 s (or a millionth of the last) on
 * @param readVolts read voltage, array convention
 * @param count devices for each state and temperature
 */
public record RetentionStudy(
    String title,
    DeviceChoice devices,
    PulseTrain set,
    PulseTrain reset,
    double[] kelvin,
    double longestSeconds,
    int perDecade,
    double readVolts,
    int count)
    implements Study {
  private static final double EV_PER_KELVIN = 1.380649e-23 / 1.602176634e-19;
  private static final List<String> AGEING = List.of("retention", "relaxation", "drift");

  /** Reads the keys of {@code kind: retention}. */
  public static RetentionStudy read(YamlNode node) {
    DeviceChoice devices = DeviceChoice.readLiving(node, "reram/stanford-th");
    if (devices.variability().effectNames().stream().noneMatch(AGEING::contains)) {
      throw new InputException(
          node.where("variability")
              + " holds nothing that acts on a device at rest; add one of "
              + AGEING
              + ", for example {retention: {tau: 1e5 s, at: 400 K, activation: 1.2 eV}}");
    }
    double[] kelvin = node.quantities("temperatures", "K", 300);
    for (double t : kelvin) {
      if (!(t > 0 && t < 2000)) {
        throw new InputException(node.where("temperatures") + " must lie in 0 .. 2000 K, got " + t);
      }
    }
    double longest = node.quantity("longest", "s", 1e8);
    if (!(longest > 0)) {
      throw new InputException(node.where("longest") + " must be positive [s], got " + longest);
    }
    double readVolts = node.quantity("read", "V", 0.1);
    if (readVolts == 0) {
      throw new InputException(node.where("read") + " must not be zero [V]");
    }
    return new RetentionStudy(
        node.text("title", "Retention of " + devices.preset().name()),
        devices,
        PulseTrain.readOne(node.child("setPulse"), 1),
        PulseTrain.readOne(node.child("resetPulse"), -1),
        kelvin,
        longest,
        node.whole("perDecade", 4, 1, 100),
        readVolts,
        node.whole("devices", 50, 1, 1_000_000));
  }

  private double[] times() {
    double first = Math.min(1, 1e-6 * longestSeconds);
    int steps = (int) Math.ceil(perDecade * Math.log10(longestSeconds / first) - 1e-9);
    // the first read is right after the pulse, before anything is lost
    double[] times = new double[steps + 2];
    for (int k = 0; k <= steps; k++) {
      times[k + 1] = k == steps ? longestSeconds : first * Math.pow(10, k / (double) perDecade);
    }
    return times;
  }

  @Override
  public Outcome run(RunContext context) {
    double[] times = times();
    Section section = new Section(title);
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("device", devices.describe());
    LineChart chart = new LineChart(title, "time at rest [s]", "resistance [\u03a9]").logX().logY();
    List<String> header = new ArrayList<>(List.of("t_s"));
    List<double[]> columns = new ArrayList<>(List.of(times));
    List<Object> rows = new ArrayList<>();
    double[] half = new double[kelvin.length];
    try (Progress progress = Progress.of(title, kelvin.length)) {
      for (int k = 0; k < kelvin.length; k++) {
        double[][] lrs = rest(kelvin[k], times, true, context);
        double[][] hrs = rest(kelvin[k], times, false, context);
        double[][] low = Summary.bands(lrs, 5, 50, 95);
        double[][] high = Summary.bands(hrs, 5, 50, 95);
        String at = Words.digits(kelvin[k], 3) + " K";
        chart.band("after SET, " + at, k, times, low[1], low[0], low[2]);
        chart.band("after RESET, " + at, k + 3, times, high[1], high[0], high[2]);
        for (int p = 0; p < 3; p++) {
          String band = List.of("p05", "p50", "p95").get(p);
          header.add("lrs_" + Math.round(kelvin[k]) + "K_" + band + "_ohm");
          columns.add(low[p]);
          header.add("hrs_" + Math.round(kelvin[k]) + "K_" + band + "_ohm");
          columns.add(high[p]);
        }
        half[k] = halfSeconds(times, low[1], high[1][0]);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kelvin", kelvin[k]);
        if (Double.isFinite(half[k])) {
          row.put("halfWindowSeconds", half[k]);
        }
        rows.add(row);
        progress.step();
      }
    }
    metrics.put("temperatures", rows);
    context.draw(chart, "retention", section, caption());
    new CsvTable(header, columns.toArray(new double[0][])).write(context.file("retention.csv"));
    arrhenius(half, section, context, metrics);
    return new Outcome(section, metrics);
  }

  /**
   * {@code [device][time]} resistances of devices that were SET, or SET and RESET, and then rest.
   */
  private double[][] rest(double temperature, double[] times, boolean lrs, RunContext context) {
    Population population = devices.population(count, context.noise());
    double[][] ohms = new double[count][times.length];
    int block = 16;
    Parallel.run(
        context.threads(),
        (count + block - 1) / block,
        b -> {
          int from = b * block;
          int to = Math.min(count, from + block);
          double[] volts = new double[count];
          double[] amps = new double[count];
          population.cycle(from, to, 0);
          set.apply(population, from, to, volts, 0);
          population.rest(from, to, 0, temperature);
          if (!lrs) {
            reset.apply(population, from, to, volts, 1);
            population.rest(from, to, 0, temperature);
          }
          double v = population.bank().model().setSign() * readVolts;
          Arrays.fill(volts, from, to, v);
          double now = 0;
          for (int k = 0; k < times.length; k++) {
            population.rest(from, to, times[k] - now, temperature);
            now = times[k];
            population.read(from, to, volts, amps, k);
            for (int i = from; i < to; i++) {
              ohms[i][k] = v / amps[i];
            }
          }
        });
    return ohms;
  }

  /** When the median crosses the geometric mean of its start and the other state; NaN if never. */
  private static double halfSeconds(double[] times, double[] ohms, double other) {
    double middle = 0.5 * (Math.log(ohms[0]) + Math.log(other));
    for (int k = 1; k < times.length; k++) {
      double before = Math.log(ohms[k - 1]) - middle;
      double after = Math.log(ohms[k]) - middle;
      if (before < 0 && after >= 0) {
        double share = before / (before - after);
        if (k == 1) {
          return share * times[1];
        }
        return times[k - 1] * Math.pow(times[k] / times[k - 1], share);
      }
    }
    return Double.NaN;
  }

  private void arrhenius(
      double[] half, Section section, RunContext context, Map<String, Object> metrics) {
    SimpleRegression line = new SimpleRegression();
    List<double[]> points = new ArrayList<>();
    for (int k = 0; k < kelvin.length; k++) {
      if (Double.isFinite(half[k])) {
        line.addData(1 / (EV_PER_KELVIN * kelvin[k]), Math.log(half[k]));
        points.add(new double[] {1000 / kelvin[k], half[k]});
      }
    }
    if (points.size() < 2) {
      return;
    }
    metrics.put("activationElectronvolts", line.getSlope());
    if (points.size() > 2) {
      metrics.put("activationStandardError", line.getSlopeStdErr());
    }
    double[] x = points.stream().mapToDouble(p -> p[0]).toArray();
    double[] y = points.stream().mapToDouble(p -> p[1]).toArray();
    double[] fit =
        Arrays.stream(x).map(v -> Math.exp(line.predict(v / (1000 * EV_PER_KELVIN)))).toArray();
    LineChart chart =
        new LineChart("Time to half of the window", "1000 K / temperature", "time [s]").logY();
    chart.points("median after SET", 0, x, y);
    chart.line("activation energy " + Words.digits(line.getSlope(), 3) + " eV", 1, x, fit);
    context.draw(
        chart,
        "arrhenius",
        section,
        "Half of the window on a logarithmic scale."
            + (points.size() < kelvin.length
                ? " Temperatures at which half was not lost, or no window was there, are left out."
                : ""));
  }

  private String caption() {
    return devices.preset().title()
        + ": SET "
        + set.words()
        + "; RESET "
        + reset.words()
        + "; read at "
        + Words.si(readVolts, "V")
        + ". Median and 5th to 95th percentile of "
        + count
        + " devices; varying: "
        + devices.spreadWords()
        + ". Of the law itself nothing moves at 0 V.";
  }
}
