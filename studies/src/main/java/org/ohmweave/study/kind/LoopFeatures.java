package org.ohmweave.study.kind;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.study.report.Section;

/**
 * What is read off each loop: switching voltages and resistances.
 *
 * @param setVolts where the read conductance crosses the geometric mean of its extremes while the
 *     voltage SETs; NaN if it does not
 * @param resetVolts the same while it RESETs
 * @param hrsOhms read resistance at 0 V after the half of the loop that RESETs
 * @param lrsOhms the same after the half that SETs
 */
record LoopFeatures(double[] setVolts, double[] resetVolts, double[] hrsOhms, double[] lrsOhms) {
  static LoopFeatures of(IvStudy study, LoopSweep.Loops loops) {
    int n = loops.amps().length;
    LoopFeatures f = new LoopFeatures(new double[n], new double[n], new double[n], new double[n]);
    for (int k = 0; k < n; k++) {
      double[] g = loops.readSiemens()[k];
      f.setVolts[k] = LoopSweep.switchingVolts(loops.volts(), g, study.setLeg());
      f.resetVolts[k] = LoopSweep.switchingVolts(loops.volts(), g, 1 - study.setLeg());
      int half = (g.length - 1) / 2;
      int afterSet = study.setLeg() == 0 ? half : g.length - 1;
      f.lrsOhms[k] = 1 / g[afterSet];
      f.hrsOhms[k] = 1 / g[half + g.length - 1 - afterSet];
    }
    return f;
  }

  /** Loops that stayed in the HRS, or are stuck: a SET lies beyond the sweep. */
  int notSet() {
    return (int)
        IntStream.range(0, setVolts.length)
            .filter(k -> Double.isNaN(setVolts[k]) && Double.isNaN(resetVolts[k]))
            .count();
  }

  /** Loops that SET and stayed in the LRS: a RESET lies beyond the sweep. */
  int notReset() {
    return (int)
        IntStream.range(0, setVolts.length)
            .filter(k -> !Double.isNaN(setVolts[k]) && Double.isNaN(resetVolts[k]))
            .count();
  }

  void write(Path file, int cycles) {
    int n = setVolts.length;
    double[] device = new double[n];
    double[] cycle = new double[n];
    for (int k = 0; k < n; k++) {
      device[k] = k / cycles;
      cycle[k] = k % cycles;
    }
    new CsvTable(
            List.of("device", "cycle", "set_V", "reset_V", "hrs_ohm", "lrs_ohm"),
            new double[][] {device, cycle, setVolts, resetVolts, hrsOhms, lrsOhms})
        .write(file);
  }

  /** Summaries and fits; draws the probability plots. */
  Map<String, Object> describe(IvPicture picture) {
    Map<String, Object> population = new LinkedHashMap<>();
    population.put("set_V", Summary.of(setVolts).describe());
    population.put("reset_V", Summary.of(resetVolts).describe());
    population.put("hrs_ohm", Summary.of(hrsOhms).describe());
    population.put("lrs_ohm", Summary.of(lrsOhms).describe());
    picture.distributions(this, population);
    return population;
  }

  void table(Section section, double readVolts) {
    section.table(
        "Switching voltage: where the conductance read at "
            + Words.digits(readVolts, 2)
            + " V crosses the geometric mean of its extremes. Resistances at that read voltage after each half of the loop, positive SETs: a law whose published polarity is the opposite is read at the negated voltage.",
        List.of("", "5 %", "median", "95 %", "loops without"),
        row("SET voltage", setVolts, "V"),
        row("RESET voltage", resetVolts, "V"),
        row("high resistance", hrsOhms, "\u03a9"),
        row("low resistance", lrsOhms, "\u03a9"));
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
