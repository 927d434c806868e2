package org.ohmweave.study.kind;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.core.io.Npy;
import org.ohmweave.core.io.NpyArray;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.programming.ProgrammingReport;
import org.ohmweave.programming.WriteVerify;
import org.ohmweave.programming.WriteVerifySettings;
import org.ohmweave.programming.scheme.PulseScheme;
import org.ohmweave.programming.scheme.PulseSchemes;
import org.ohmweave.study.plot.LineChart;
import org.ohmweave.study.report.Section;
import org.ohmweave.study.run.Progress;

/**
 * Write-verify of a matrix of target conductances.
 *
 * @param title heading
 * @param devices which devices, with their spread
 * @param rows of the matrix
 * @param columns of the matrix
 * @param target siemens, rows x columns, row-major; empty = drawn log-uniform
 * @param lowSiemens lower end of drawn targets
 * @param highSiemens upper end of drawn targets
 * @param settings scheme, tolerance, reads, budget
 */
public record ProgramStudy(
    String title,
    DeviceChoice devices,
    int rows,
    int columns,
    double[] target,
    double lowSiemens,
    double highSiemens,
    WriteVerifySettings settings)
    implements Study {
  /** Reads the keys of {@code kind: program}. */
  public static ProgramStudy read(YamlNode node) {
    DeviceChoice devices = usual(DeviceChoice.read(node, "reram/stanford-th"));
    YamlNode target = node.child("target");
    double readVolts = node.quantity("read", "V", 0.1);
    ReadRange range = ReadRange.of(devices, readVolts);
    double low = target.quantity("low", "S", 1.3 * range.hrsSiemens());
    double high = target.quantity("high", "S", 0.8 * range.lrsSiemens());
    target.finish();
    if (!(low > 0 && high > low)) {
      throw new InputException(
          target.where("low")
              + " and high must satisfy 0 < low < high [S], got "
              + low
              + " and "
              + high);
    }
    PulseScheme scheme = PulseSchemes.suiting(devices.preset());
    String name = node.text("scheme", scheme.name());
    return new ProgramStudy(
        node.text("title", "Write-verify of " + devices.preset().name()),
        devices,
        node.whole("rows", 32, 1, 4096),
        node.whole("columns", 32, 1, 4096),
        new double[0],
        low,
        high,
        new WriteVerifySettings(
            PulseSchemes.of(name, devices.preset()),
            node.quantity("tolerance", "1", 0.05),
            readVolts,
            node.quantity("readNoise", "1", 0.01),
            node.whole("maxPulses", 600, 1, 1_000_000)));
  }

  /** Programs a user's matrix. */
  public static ProgramStudy of(
      DeviceChoice devices,
      NpyArray target,
      PulseScheme scheme,
      double tolerance,
      double readVolts,
      double readNoise,
      int maxPulses) {
    return new ProgramStudy(
        "Write-verify of " + devices.preset().name(),
        usual(devices),
        target.rows(),
        target.columns(),
        target.values(),
        0,
        0,
        new WriteVerifySettings(scheme, tolerance, readVolts, readNoise, maxPulses));
  }

  /** Adds the resistor that the pulses were chosen for, unless the user chose one. */
  static DeviceChoice usual(DeviceChoice devices) {
    double ohms = PulseSchemes.seriesOhms(devices.preset());
    return ohms > 0 && !devices.replaced().containsKey("R_s")
        ? devices.withSeriesOhms(ohms)
        : devices;
  }

  @Override
  public Outcome run(RunContext context) {
    int cells = rows * columns;
    double[] wanted = target;
    if (wanted.length == 0) {
      Purpose random = context.noise().purpose("program-targets");
      wanted = new double[cells];
      for (int i = 0; i < cells; i++) {
        wanted[i] = lowSiemens * StrictMath.pow(highSiemens / lowSiemens, random.uniform(i, 0));
      }
    }
    DeviceBank bank = devices.bank(cells, 0, context.noise());
    ProgrammingReport report;
    try (Progress progress = Progress.of(title + ": " + cells + " cells", cells)) {
      report =
          new WriteVerify(bank, settings, context.noise())
              .run(wanted, context.threads(), progress::at);
    }
    return present(report, context);
  }

  private Outcome present(ProgrammingReport report, RunContext context) {
    int[] shape = {rows, columns};
    Npy.write(context.file("target.npy"), shape, report.targetSiemens());
    Npy.write(context.file("programmed.npy"), shape, report.finalSiemens());
    double[] pulses = Arrays.stream(report.pulses()).asDoubleStream().toArray();
    new CsvTable(
            List.of("target_S", "final_S", "residual_1", "pulses"),
            new double[][] {
              report.targetSiemens(), report.finalSiemens(), report.residual(), pulses
            })
        .write(context.file("cells.csv"));
    Section section = new Section(title);
    section.text(
        Words.percent(report.yield())
            + " of "
            + report.residual().length
            + " cells lie within "
            + Words.percent(report.tolerance())
            + " of their target, checked without read noise. Scheme "
            + settings.scheme().name()
            + ", verify reads at "
            + Words.si(settings.readVolts(), "V")
            + " with "
            + Words.percent(settings.readNoise())
            + " noise; targets log-uniform from "
            + Words.si(Arrays.stream(report.targetSiemens()).min().orElse(0), "S")
            + " to "
            + Words.si(Arrays.stream(report.targetSiemens()).max().orElse(0), "S")
            + ". Every cell is pulsed by itself: half-selected neighbours and wires are not part of this study.");
    convergence(report, context, section);
    residuals(report, context, section);
    Summary perCell = Summary.of(pulses);
    section.table(
        "What programming cost, and what failed.",
        List.of("", "value"),
        new String[] {"cells within tolerance", Words.percent(report.yield())},
        new String[] {"failed: target out of reach", Integer.toString(report.unreachable())},
        new String[] {"failed: budget spent", Integer.toString(report.outOfBudget())},
        new String[] {"failed: accepted by a noisy read", Integer.toString(report.misjudged())},
        new String[] {
          "pulses per cell, median (95 %)",
          Words.digits(perCell.p50(), 3) + " (" + Words.digits(perCell.p95(), 3) + ")"
        },
        new String[] {"energy of all pulses", Words.si(report.joules(), "J")},
        new String[] {"pulse time of the slowest cell", Words.si(report.longestSeconds(), "s")});
    return new Outcome(section, metrics(report, perCell));
  }

  private void convergence(ProgrammingReport report, RunContext context, Section section) {
    int most = Math.max(10, Arrays.stream(report.pulses()).max().orElse(0) + 1);
    double[] curve = report.convergence(most);
    double[] count = new double[most];
    for (int k = 0; k < most; k++) {
      count[k] = k;
      curve[k] *= 100;
    }
    LineChart chart =
        new LineChart(
                "Convergence of write-verify",
                "pulses spent on a cell",
                "cells within tolerance [%]")
            .line("", 0, count, curve)
            .yRange(0, 102);
    context.draw(
        chart,
        "convergence",
        section,
        "Share of all cells that reached their target within a number of pulses, SET pulses of restarts included.");
  }

  private void residuals(ProgrammingReport report, RunContext context, Section section) {
    double[] percent = Arrays.stream(report.residual()).map(r -> 100 * r).toArray();
    double limit = 100 * report.tolerance();
    double[] ends = {
      Arrays.stream(report.targetSiemens()).min().orElse(1),
      Arrays.stream(report.targetSiemens()).max().orElse(1)
    };
    LineChart chart =
        new LineChart(
                "Residual error of every cell", "target conductance [S]", "final / target - 1 [%]")
            .logX()
            .line("tolerance", 1, ends, new double[] {limit, limit})
            .line("tolerance", 1, ends, new double[] {-limit, -limit})
            .points("", 0, report.targetSiemens(), percent);
    context.draw(
        chart, "residual", section, "Noise-free residual after programming, one dot per cell.");
  }

  private Map<String, Object> metrics(ProgrammingReport report, Summary pulses) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("device", devices.describe());
    metrics.put("scheme", settings.scheme().name());
    metrics.put("cells", report.residual().length);
    metrics.put("tolerance", report.tolerance());
    metrics.put("withinTolerance", report.yield());
    metrics.put("failures", report.failures());
    metrics.put("unreachable", report.unreachable());
    metrics.put("outOfBudget", report.outOfBudget());
    metrics.put("misjudged", report.misjudged());
    metrics.put("pulsesPerCell", pulses.describe());
    metrics.put("totalPulses", report.totalPulses());
    metrics.put("reads", report.reads());
    metrics.put("pulseJoules", report.joules());
    metrics.put("residual", Summary.of(report.residual()).describe());
    return metrics;
  }
}
