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
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.cell.BankLaw;
import org.ohmweave.crossbar.cell.CellLaw;
import org.ohmweave.crossbar.cell.OhmicLaw;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.programming.selection.LineBias;
import org.ohmweave.programming.selection.SelectionScheme;
import org.ohmweave.study.plot.LineChart;
import org.ohmweave.study.report.Section;
import org.ohmweave.study.run.Parallel;
import org.ohmweave.study.run.Progress;

/**
 * How well one cell of a square array can be read against array size: the current at the selected
 * bit line with the cell in its LRS and in its HRS, through wires and past all sneak paths. The
 * margin is {@code (I_LRS - I_HRS) / I_LRS}.
 *
 * @param title heading
 * @param devices memory elements
 * @param access what is in series with them
 * @param ohmic whether they are taken as resistors at the read voltage
 * @param sizes numbers of lines, rows = columns
 * @param schemes how unselected lines are biased
 * @param readVolts between the selected lines
 * @param wires segments
 * @param ends drivers and sense amplifiers; a lead segment is added at every end
 * @param background state of the other cells
 * @param near whether the selected cell is the one nearest to driver and sense amplifier instead of
 *     the farthest
 */
public record ReadMarginStudy(
    String title,
    DeviceChoice devices,
    CellAccess access,
    boolean ohmic,
    int[] sizes,
    List<SelectionScheme> schemes,
    double readVolts,
    WireChoice wires,
    LineBias.Access ends,
    Background background,
    boolean near)
    implements Study {
  /** States of the cells that are not read. */
  enum Background {
    LRS,
    HRS,
    RANDOM
  }

  private record Point(double lrsAmps, double hrsAmps, double cellShare, double sneakShare) {
    double margin() {
      return (lrsAmps - hrsAmps) / lrsAmps;
    }
  }

  /** Reads the keys of {@code kind: read-margin}. */
  public static ReadMarginStudy read(YamlNode node) {
    DeviceChoice devices = DeviceChoice.read(node, "reram/stanford-th");
    double volts = node.quantity("read", "V", 0.5);
    if (!(volts > 0)) {
      throw new InputException(node.where("read") + " must be positive [V], got " + volts);
    }
    List<SelectionScheme> schemes = new ArrayList<>();
    for (String word : node.texts("schemes")) {
      schemes.add(node.oneOf("schemes", word, SelectionScheme.values()));
    }
    if (schemes.isEmpty()) {
      schemes.addAll(List.of(SelectionScheme.values()));
    }
    return new ReadMarginStudy(
        node.text("title", "Read margin against array size"),
        devices,
        CellAccess.read(node),
        node.yes("ohmic"),
        node.wholes("sizes", 2, 1024, 4, 8, 16, 32, 64, 128),
        schemes,
        volts,
        WireChoice.read(node, 2),
        new LineBias.Access(
            node.quantity("driver", "ohm", 100),
            node.quantity("sense", "ohm", 100),
            node.yes("bothSides")),
        node.oneOf("background", Background.values(), Background.LRS),
        node.yes("nearest"));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Outcome run(RunContext context) {
    int count = schemes.size() * sizes.length;
    Point[] points = new Point[count];
    try (Progress progress = Progress.of(title, count)) {
      Parallel.run(
          context.threads(),
          count,
          k -> {
            points[k] = point(schemes.get(k / sizes.length), sizes[k % sizes.length], context);
            progress.step();
          });
    }
    return present(points, context);
  }

  private Point point(SelectionScheme scheme, int n, RunContext context) {
    int row = near ? n - 1 : 0;
    int column = near ? 0 : n - 1;
    int selected = row * n + column;
    LineBias.Access total =
        new LineBias.Access(
            ends.driverOhms() + wires.wordOhms(),
            ends.senseOhms() + wires.bitOhms(),
            ends.bothSides());
    LineBias bias = LineBias.select(scheme, n, n, row, column, readVolts, total);
    Wires network = new Wires(wires.wordOhms(), wires.bitOhms(), bias.ends());
    double[] amps = new double[2];
    double share = 0;
    double sneak = 0;
    for (int lrs = 1; lrs >= 0; lrs--) {
      CellLaw memory = memory(n, selected, lrs == 1, context);
      CellAccess.Solved solved = access.solve(n, n, memory, network, bias.drive(), row);
      ArraySolution s = solved.solution();
      amps[lrs] = s.bottomAmps()[column] + s.topAmps()[column];
      double[] across = new double[n * n];
      across[selected] = s.wordVolts()[selected] - s.bitVolts()[selected];
      share = lrs == 1 ? across[selected] / readVolts : share;
      double[] cell = new double[n * n];
      solved.law().evaluate(selected, selected + 1, across, cell, new double[n * n]);
      sneak = amps[lrs] == 0 ? 0 : 1 - cell[selected] / amps[lrs]; // of the HRS, which comes last
    }
    return new Point(amps[1], amps[0], share, sneak);
  }

  private CellLaw memory(int n, int selected, boolean lrs, RunContext context) {
    Purpose random = context.noise().purpose("read-margin");
    boolean[] low = new boolean[n * n];
    for (int k = 0; k < low.length; k++) {
      low[k] =
          switch (background) {
            case LRS -> true;
            case HRS -> false;
            case RANDOM -> random.uniform(k, n) < 0.5;
          };
    }
    low[selected] = lrs;
    if (ohmic) {
      ReadRange range = ReadRange.of(devices, readVolts);
      double[] siemens = new double[n * n];
      for (int k = 0; k < siemens.length; k++) {
        siemens[k] = low[k] ? range.lrsSiemens() : range.hrsSiemens();
      }
      return new OhmicLaw(siemens);
    }
    DeviceBank bank = devices.bank(n * n, 0, context.noise());
    for (int k = 0; k < low.length; k++) {
      bank.model().reset(bank, k, k + 1, low[k]);
    }
    return new BankLaw(bank);
  }

  /** Margin of ohmic cells on ideal wires without end resistance, or NaN where that is no limit. */
  private double ideal(SelectionScheme scheme, int n) {
    ReadRange range = ReadRange.of(devices, readVolts);
    double other = background == Background.LRS ? range.lrsSiemens() : range.hrsSiemens();
    double extra =
        switch (scheme) {
          case GROUNDED -> 0;
          case FLOATING -> other / (2.0 / (n - 1) + 1.0 / ((n - 1) * (double) (n - 1)));
          case HALF -> (n - 1) * other / 2;
          case THIRD -> (n - 1) * other / 3;
        };
    return (range.lrsSiemens() - range.hrsSiemens()) / (range.lrsSiemens() + extra);
  }

  private Outcome present(Point[] points, RunContext context) {
    Section section = new Section(title);
    LineChart chart =
        new LineChart(title, "lines per side", "read margin (I_LRS - I_HRS) / I_LRS")
            .logX()
            .yRange(0, 1.02);
    double[] x = Arrays.stream(sizes).asDoubleStream().toArray();
    double[][] table = new double[1 + 5 * schemes.size()][sizes.length];
    List<String> header = new ArrayList<>(List.of("lines"));
    table[0] = x;
    List<String[]> lines = new ArrayList<>();
    List<Object> list = new ArrayList<>();
    boolean comparable =
        ohmic && access instanceof CellAccess.None && background != Background.RANDOM;
    for (int s = 0; s < schemes.size(); s++) {
      for (String what : List.of("lrs_A", "hrs_A", "margin", "cell_voltage_share", "sneak_share")) {
        header.add(lower(schemes.get(s)) + "_" + what);
      }
      double[] margin = new double[sizes.length];
      double[] limit = new double[sizes.length];
      for (int n = 0; n < sizes.length; n++) {
        int k = s * sizes.length + n;
        Point p = points[k];
        margin[n] = p.margin();
        limit[n] = comparable ? ideal(schemes.get(s), sizes[n]) : Double.NaN;
        double[] numbers = {p.lrsAmps(), p.hrsAmps(), p.margin(), p.cellShare(), p.sneakShare()};
        for (int c = 0; c < numbers.length; c++) {
          table[1 + s * numbers.length + c][n] = numbers[c];
        }
        list.add(describe(schemes.get(s), sizes[n], p, limit[n]));
        lines.add(
            new String[] {
              lower(schemes.get(s)),
              Integer.toString(sizes[n]),
              Words.si(p.lrsAmps(), "A"),
              Words.si(p.hrsAmps(), "A"),
              Words.percent(p.margin()),
              Words.percent(p.cellShare()),
              Words.percent(p.sneakShare())
            });
      }
      if (comparable) {
        chart.faint("ideal wires", s, x, limit);
      }
      chart.dots(name(schemes.get(s)), s, x, margin);
    }
    new CsvTable(header, table).write(context.file("read-margin.csv"));
    section.text(
        "One cell of a square array is read at "
            + Words.si(readVolts, "V")
            + ", the "
            + (near ? "nearest to" : "farthest from")
            + " driver and sense amplifier. Cells: "
            + devices.preset().title()
            + (ohmic ? ", taken as ohmic at the read voltage" : "")
            + ", with "
            + access.words()
            + "; the others are "
            + (background == Background.RANDOM
                ? "in either state at random"
                : "all in their " + background)
            + ". Wires of "
            + wires.words()
            + ", drivers of "
            + Words.si(ends.driverOhms(), "\u03a9")
            + ", sense amplifiers of "
            + Words.si(ends.senseOhms(), "\u03a9")
            + (ends.bothSides() ? ", at both ends of every line." : "."));
    context.draw(
        chart,
        "read-margin",
        section,
        "Share of the LRS current by which the HRS current is smaller, by the bias of the unselected lines."
            + (comparable
                ? " Faint: the same without any wire, driver or sense resistance, in closed form."
                : ""));
    section.table(
        "Currents of the selected bit line. Cell voltage: share of the read voltage that reaches the selected cell in its LRS. Sneak: share of the HRS current that other cells bring.",
        List.of("scheme", "lines", "LRS", "HRS", "margin", "cell voltage", "sneak"),
        lines.toArray(new String[0][]));
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("device", devices.describe());
    metrics.put("wires", wires.describe());
    metrics.put("points", list);
    return new Outcome(section, metrics);
  }

  private static String name(SelectionScheme scheme) {
    return switch (scheme) {
      case GROUNDED -> "grounded";
      case FLOATING -> "floating";
      case HALF -> "V/2";
      case THIRD -> "V/3";
    };
  }

  private static Map<String, Object> describe(
      SelectionScheme scheme, int n, Point p, double limit) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("scheme", lower(scheme));
    map.put("lines", n);
    map.put("lrsAmps", p.lrsAmps());
    map.put("hrsAmps", p.hrsAmps());
    map.put("margin", p.margin());
    map.put("cellVoltageShare", p.cellShare());
    map.put("sneakShare", p.sneakShare());
    if (!Double.isNaN(limit)) {
      map.put("marginOnIdealWires", limit);
    }
    return map;
  }
}
