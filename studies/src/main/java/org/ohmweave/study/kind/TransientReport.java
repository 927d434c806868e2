package org.ohmweave.study.kind;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ohmweave.core.io.AtomicFile;
import org.ohmweave.crossbar.dynamics.Crossing;
import org.ohmweave.crossbar.dynamics.TransientResult;
import org.ohmweave.study.plot.LineChart;
import org.ohmweave.study.plot.MapChart;
import org.ohmweave.study.plot.PictureFile;
import org.ohmweave.study.report.Section;

/** Tables, files and plots of a {@link TransientStudy}. */
final class TransientReport {
  private static final int SHOWN_EVENTS = 12;
  private final TransientStudy study;
  private final TransientArray array;
  private final TransientStudy.Followed[] followed;
  private final String state;
  private final int cells;
  private final int coordinates;

  /**
   * What there is to tell.
   *
   * @param state name of the first coordinate, with its unit
   */
  TransientReport(TransientStudy study, TransientStudy.Followed[] followed, String state) {
    this.study = study;
    this.array = study.array();
    this.followed = followed;
    this.state = state;
    this.cells = array.rows() * array.columns();
    this.coordinates = followed[0].course().startCoordinates().length / cells;
  }

  Outcome present(RunContext context) {
    Section section = new Section(study.title());
    section.text(words());
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("device", array.devices().describe());
    metrics.put("wires", array.wires().describe());
    metrics.put("state", state);
    metrics.put("arrays", followed.length);
    classes(section, metrics);
    course(context, section);
    map(context, section);
    pulses(context, section, metrics);
    events(context, section, metrics);
    new TransientSources(array, followed).present(context, section, metrics);
    cellsFile(context);
    long steps = 0;
    long solves = 0;
    for (TransientStudy.Followed one : followed) {
      steps += one.course().steps();
      solves += one.course().networkSolves();
    }
    metrics.put("steps", steps);
    metrics.put("networkSolves", solves);
    return new Outcome(section, metrics);
  }

  private String words() {
    TransientArray.Pulse pulse = array.pulse();
    return (followed.length == 1 ? "An array of " : followed.length + " arrays of ")
        + array.rows()
        + " x "
        + array.columns()
        + " cells ("
        + array.devices().preset().title()
        + "; "
        + array.devices().spreadWords()
        + "), followed in time: "
        + (pulse.count() == 1 ? "a pulse" : pulse.count() + " pulses")
        + " of "
        + Words.si(pulse.volts(), "V")
        + ", "
        + Words.si(pulse.seconds(), "s")
        + " long with edges of "
        + Words.si(pulse.riseSeconds(), "s")
        + ", on word line "
        + array.row()
        + " against bit line"
        + (array.selectedColumns().length > 1 ? "s " : " ")
        + String.join(
            ", ", Arrays.stream(array.selectedColumns()).mapToObj(Integer::toString).toList())
        + "; unselected lines: "
        + scheme()
        + ". Wires of "
        + array.wires().words()
        + ", drivers of "
        + Words.si(array.ends().driverOhms(), "\u03a9")
        + ", sense amplifiers of "
        + Words.si(array.ends().senseOhms(), "\u03a9")
        + (array.ends().bothSides() ? ", at both ends of every line." : ".");
  }

  private String scheme() {
    return switch (array.scheme()) {
      case HALF -> "V/2";
      case THIRD -> "V/3 and 2V/3";
      case GROUNDED -> "grounded";
      case FLOATING -> "floating";
    };
  }

  private static int sample(TransientResult course, double seconds) {
    return Arrays.binarySearch(course.times(), seconds);
  }

  private double volts(TransientStudy.Followed one, int cell) {
    int at = sample(one.course(), array.pulse().plateau(0));
    return one.course().cellVolts()[at][cell];
  }

  /** Change of the first coordinate since the start. */
  private double change(TransientResult course, double[] y, int cell) {
    return y[cell * coordinates] - course.startCoordinates()[cell * coordinates];
  }

  private void classes(Section section, Map<String, Object> metrics) {
    List<String[]> rows = new ArrayList<>();
    List<Object> list = new ArrayList<>();
    for (CellClass kind : CellClass.values()) {
      List<Double> volts = new ArrayList<>();
      List<Double> moved = new ArrayList<>();
      List<Double> ratio = new ArrayList<>();
      for (TransientStudy.Followed one : followed) {
        for (int k = 0; k < cells; k++) {
          if (array.classOf(k) == kind) {
            volts.add(volts(one, k));
            moved.add(change(one.course(), one.course().finalCoordinates(), k));
            ratio.add(one.endSiemens()[k] / one.startSiemens()[k] - 1);
          }
        }
      }
      if (volts.isEmpty()) {
        continue;
      }
      double[] v = sorted(volts);
      double[] m = sorted(moved);
      double[] r = sorted(ratio);
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("class", kind.key());
      map.put("count", v.length);
      spread(map, "volts", v);
      spread(map, "stateChange", m);
      spread(map, "conductanceChange", r);
      list.add(map);
      rows.add(
          new String[] {
            kind.words(),
            Integer.toString(v.length),
            Words.digits(v[0], 4) + " .. " + Words.digits(v[v.length - 1], 4) + " V",
            Words.digits(m[0], 3),
            Words.digits(median(m), 3),
            Words.digits(m[m.length - 1], 3),
            share(r[0]) + " .. " + share(r[r.length - 1])
          });
    }
    metrics.put("classes", list);
    section.table(
        "What cells saw at the start of the first plateau, and how far "
            + state
            + " has moved after the last pulse; conductance read at "
            + Words.si(array.readVolts(), "V")
            + ", change relative to its start.",
        List.of("cells", "count", "voltage", "least", "median", "most", "conductance"),
        rows.toArray(new String[0][]));
  }

  private static String share(double change) {
    return Math.abs(change) < 1e-4 && change != 0
        ? String.format(Locale.ROOT, "%.1e %%", 100 * change)
        : Math.abs(change) > 10
            ? "x " + Words.digits(1 + change, 3)
            : String.format(Locale.ROOT, "%.2f %%", 100 * change);
  }

  private static void spread(Map<String, Object> map, String name, double[] sorted) {
    map.put(name + "Min", sorted[0]);
    map.put(name + "Median", median(sorted));
    map.put(name + "Max", sorted[sorted.length - 1]);
  }

  private static double[] sorted(List<Double> values) {
    return values.stream().mapToDouble(d -> d).sorted().toArray();
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
  }

  /** The cell of a class in the first array that has moved farthest, or -1. */
  private int worst(CellClass kind) {
    TransientResult course = followed[0].course();
    int worst = -1;
    double most = -1;
    for (int k = 0; k < cells; k++) {
      double moved = Math.abs(change(course, course.finalCoordinates(), k));
      if (array.classOf(k) == kind && moved > most) {
        most = moved;
        worst = k;
      }
    }
    return worst;
  }

  private void course(RunContext context, Section section) {
    TransientResult course = followed[0].course();
    int points = sample(course, array.pulse().over(0)) + 1;
    double[] ns = new double[points];
    for (int p = 0; p < points; p++) {
      ns[p] = course.times()[p] * 1e9;
    }
    LineChart chart =
        new LineChart(
                "Selected and worst disturbed cells",
                "time [ns]",
                "size of the change of " + label())
            .logY();
    for (int c : array.selectedColumns()) {
      chart.line("selected", 0, ns, along(course, array.row() * array.columns() + c, points));
    }
    for (CellClass kind : CellClass.values()) {
      int cell = kind == CellClass.SELECTED ? -1 : worst(kind);
      if (cell >= 0 && change(course, course.finalCoordinates(), cell) != 0) {
        chart.line(kind.words(), kind.ordinal(), ns, along(course, cell, points));
      }
    }
    context.draw(
        chart,
        "course",
        section,
        "First pulse of the first array: how far the selected cells have moved, and of each class"
            + " the cell that moves farthest over all pulses.");
  }

  private double[] along(TransientResult course, int cell, int points) {
    double[] y = new double[points];
    for (int p = 0; p < points; p++) {
      y[p] = Math.abs(change(course, course.coordinates()[p], cell));
    }
    return y;
  }

  /** {@code gap_nm} as {@code gap [nm]}. */
  private String label() {
    int at = state.lastIndexOf('_');
    return at < 0 ? state : state.substring(0, at) + " [" + state.substring(at + 1) + "]";
  }

  private void map(RunContext context, Section section) {
    TransientResult course = followed[0].course();
    double[] moved = new double[cells];
    double disturb = 0;
    for (int k = 0; k < cells; k++) {
      moved[k] = Math.abs(change(course, course.finalCoordinates(), k));
      disturb = array.classOf(k) == CellClass.SELECTED ? disturb : Math.max(disturb, moved[k]);
    }
    PictureFile.write(
        new MapChart(
            "Change of state", "size of the change of " + label(), array.columns(), moved, disturb),
        context.file("change-map"));
    section.figure(
        context.prefix() + "change-map.svg",
        "How far every cell of the first array has moved after the last pulse, without its sign. The scale ends at the farthest of those that are not selected; grey: not at all.");
  }

  private void pulses(RunContext context, Section section, Map<String, Object> metrics) {
    int n = array.pulse().count();
    double[] number = new double[n];
    LineChart chart =
        new LineChart("Disturb by number of pulses", "pulses", "size of the change of " + label())
            .logY();
    if (n >= 100) {
      chart.logX();
    }
    Map<String, Object> most = new LinkedHashMap<>();
    for (CellClass kind : CellClass.values()) {
      if (kind == CellClass.SELECTED || worst(kind) < 0) {
        continue;
      }
      double[] worst = new double[n];
      double[] middle = new double[n];
      for (int p = 0; p < n; p++) {
        number[p] = p + 1;
        List<Double> moved = new ArrayList<>();
        for (TransientStudy.Followed one : followed) {
          double[] y = one.course().coordinates()[sample(one.course(), array.pulse().over(p))];
          for (int k = 0; k < cells; k++) {
            if (array.classOf(k) == kind) {
              moved.add(Math.abs(change(one.course(), y, k)));
            }
          }
        }
        double[] each = sorted(moved);
        worst[p] = each[each.length - 1];
        middle[p] = median(each);
      }
      most.put(kind.key(), worst);
      if (worst[n - 1] == 0) {
        continue;
      }
      chart.faint("", kind.ordinal(), number, middle);
      chart.dots(kind.words(), kind.ordinal(), number, worst);
    }
    metrics.put("largestChangeByPulse", most);
    context.draw(
        chart,
        "disturb",
        section,
        "Largest change of a cell of each class after so many pulses, of all arrays; pale: the median cell.");
  }

  private void events(RunContext context, Section section, Map<String, Object> metrics) {
    StringBuilder csv = new StringBuilder("array,row,column,class,time_s,event\n");
    List<String[]> rows = new ArrayList<>();
    List<Object> list = new ArrayList<>();
    int total = 0;
    int disturbed = 0;
    for (int a = 0; a < followed.length; a++) {
      for (Crossing c : followed[a].course().crossings()) {
        CellClass kind = array.classOf(c.row() * array.columns() + c.column());
        csv.append(a).append(',').append(c.row()).append(',').append(c.column()).append(',');
        csv.append(kind.key()).append(',').append(c.seconds()).append(',');
        csv.append(c.kind()).append('\n');
        total++;
        boolean passes = !c.kind().equals("min") && !c.kind().equals("max");
        disturbed += passes && kind != CellClass.SELECTED ? 1 : 0;
        if (kind == CellClass.SELECTED && list.size() < 1000) {
          Map<String, Object> map = new LinkedHashMap<>();
          map.put("array", a);
          map.put("row", c.row());
          map.put("column", c.column());
          map.put("seconds", c.seconds());
          map.put("event", c.kind());
          list.add(map);
        }
        if (rows.size() < SHOWN_EVENTS) {
          rows.add(
              new String[] {
                "array " + a + ", cell " + c.row() + ", " + c.column(),
                kind.words(),
                Words.si(c.seconds(), "s"),
                c.kind()
              });
        }
      }
    }
    write(context, "events.csv", csv);
    metrics.put("events", total);
    metrics.put("disturbedCellsSwitched", disturbed);
    metrics.put("selectedEvents", list);
    if (rows.isEmpty()) {
      section.text("No cell switches.");
    } else {
      section.table(
          "Switching events"
              + (total > rows.size() ? " (the first of " + total + ")" : "")
              + ": down and up, "
              + label()
              + " passes half-way between HRS and LRS (the geometric mean of the conductances of a nominal device); min and max, it arrives at a bound.",
          List.of("cell", "class", "time", "event"),
          rows.toArray(new String[0][]));
    }
  }

  private void cellsFile(RunContext context) {
    StringBuilder csv =
        new StringBuilder(
            "array,row,column,class,plateau_V,start_"
                + state
                + ",end_"
                + state
                + ",change_"
                + state
                + ",start_S,end_S\n");
    for (int a = 0; a < followed.length; a++) {
      TransientResult course = followed[a].course();
      for (int k = 0; k < cells; k++) {
        csv.append(a).append(',').append(k / array.columns()).append(',');
        csv.append(k % array.columns()).append(',').append(array.classOf(k).key()).append(',');
        csv.append(volts(followed[a], k)).append(',');
        csv.append(course.startCoordinates()[k * coordinates]).append(',');
        csv.append(course.finalCoordinates()[k * coordinates]).append(',');
        csv.append(change(course, course.finalCoordinates(), k)).append(',');
        csv.append(followed[a].startSiemens()[k]).append(',');
        csv.append(followed[a].endSiemens()[k]).append('\n');
      }
    }
    write(context, "cells.csv", csv);
  }

  static void write(RunContext context, String name, StringBuilder text) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(context.file(name), out -> out.write(bytes));
  }
}
