package org.ohmweave.study.kind;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.study.plot.LineChart;
import org.ohmweave.study.plot.ProbabilityChart;
import org.ohmweave.study.report.Section;

/** The pictures of a current-voltage study, and the table behind them. */
final class IvPicture {
  private static final int MOST_TRACES = 250;
  private static final String POOLED =
      " Devices and cycles are pooled, as if all were independent.";
  private final IvStudy study;
  private final RunContext context;
  private final Section section;

  IvPicture(IvStudy study, RunContext context, Section section) {
    this.study = study;
    this.context = context;
    this.section = section;
  }

  /** Linear and logarithmic axes; every loop thin, the median bold. */
  void draw(LoopSweep.Loops nominal, LoopSweep.@Nullable Loops all, String caption) {
    String x = "voltage, positive SETs [V]";
    LineChart log = new LineChart(study.title(), x, "|current| [A]").logY();
    LineChart linear = new LineChart(study.title(), x, "current [A]");
    double[] volts = nominal.volts();
    double[][] bands = null;
    double[][] signed = null;
    if (all != null) {
      int n = all.amps().length;
      int shown = Math.min(n, MOST_TRACES);
      for (int t = 0; t < shown; t++) {
        double[] amps = all.amps()[(int) ((long) t * n / shown)];
        log.faint("single loops", 5, volts, IvStudy.magnitude(amps));
        linear.faint("single loops", 5, volts, amps);
      }
      double[][] sizes = Arrays.stream(all.amps()).map(IvStudy::magnitude).toArray(double[][]::new);
      bands = Summary.bands(sizes, 5, 50, 95);
      signed = Summary.bands(all.amps(), 50);
    }
    log.line("nominal device", 1, volts, IvStudy.magnitude(nominal.amps()[0]));
    linear.line("nominal device", 1, volts, nominal.amps()[0]);
    if (bands != null && signed != null) {
      log.line("median of all loops", 0, volts, bands[1]);
      linear.line("median of all loops", 0, volts, signed[0]);
    }
    write(nominal, bands);
    context.draw(log, "iv", section, caption);
    context.draw(linear, "iv-linear", section, "The same on a linear axis.");
  }

  private void write(LoopSweep.Loops nominal, double @Nullable [][] bands) {
    double[][] columns = {nominal.seconds(), nominal.volts(), nominal.amps()[0]};
    List<String> header = List.of("t_s", "v_V", "i_nominal_A");
    if (bands != null) {
      columns = new double[][] {columns[0], columns[1], columns[2], bands[0], bands[1], bands[2]};
      header = List.of("t_s", "v_V", "i_nominal_A", "abs_i_p05_A", "abs_i_p50_A", "abs_i_p95_A");
    }
    new CsvTable(header, columns).write(context.file("iv.csv"));
  }

  /** Probability plots of resistances (lognormal) and voltages (Weibull), if there is a spread. */
  void distributions(LoopFeatures features, Map<String, Object> metrics) {
    if (!SampleFit.of(features.lrsOhms()).possible()) {
      return;
    }
    ProbabilityChart resistance =
        ProbabilityChart.lognormal("Resistance, lognormal scale", "resistance [\u03a9]");
    add(
        metrics,
        "lrsFit",
        SampleFit.of(features.lrsOhms())
            .lognormal(resistance, "low resistance", 0, features.lrsOhms()));
    add(
        metrics,
        "hrsFit",
        SampleFit.of(features.hrsOhms())
            .lognormal(resistance, "high resistance", 1, features.hrsOhms()));
    context.draw(
        resistance.chart(),
        "resistance",
        section,
        "Read resistances after each half of every loop; a straight line is a lognormal distribution,"
            + " drawn for the maximum-likelihood fit."
            + POOLED);
    double[] set = IvStudy.magnitude(features.setVolts());
    double[] reset = IvStudy.magnitude(features.resetVolts());
    if (!SampleFit.of(set).possible() && !SampleFit.of(reset).possible()) {
      return;
    }
    ProbabilityChart voltage =
        ProbabilityChart.weibull("Switching voltage, Weibull scale", "|voltage| [V]");
    LoopSweep sweep = study.sweep();
    double setEnd = Math.abs(study.setLeg() == 0 ? sweep.firstVolts() : sweep.secondVolts());
    double resetEnd = Math.abs(study.setLeg() == 0 ? sweep.secondVolts() : sweep.firstVolts());
    SampleFit setFit = SampleFit.censored(set, features.notSet(), setEnd);
    SampleFit resetFit = SampleFit.censored(reset, features.notReset(), resetEnd);
    add(metrics, "setFit", setFit.weibull(voltage, "SET", 0, set));
    add(metrics, "resetFit", resetFit.weibull(voltage, "RESET", 1, reset));
    context.draw(
        voltage.chart(),
        "voltage",
        section,
        "Switching voltages; a straight line is a Weibull distribution, drawn for the"
            + " maximum-likelihood fit. Loops that did not switch within the sweep count as beyond"
            + " its end."
            + POOLED);
  }

  private static void add(Map<String, Object> metrics, String name, Map<String, Object> fit) {
    if (!fit.isEmpty()) {
      metrics.put(name, fit);
    }
  }
}
