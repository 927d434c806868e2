package org.ohmweave.crossbar.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.ohmweave.crossbar.cell.ExponentialSelector;
import org.ohmweave.crossbar.cell.ThresholdSelector;
import org.ohmweave.crossbar.cell.Transistor;

/** What a case puts in series with every memory element: the key {@code series}. */
public sealed interface CaseSeries {
  /** Nothing. */
  record None() implements CaseSeries {}

  /**
   * A resistor.
   *
   * @param ohms {@code >= 0}
   */
  record Ohmic(double ohms) implements CaseSeries {}

  /** A selector whose current grows by a decade per voltage, on the side of the word line. */
  record Exponential(ExponentialSelector selector) implements CaseSeries {}

  /** A threshold switch, off before every run, on the side of the word line. */
  record Threshold(ThresholdSelector.Parameters parameters) implements CaseSeries {}

  /**
   * An access transistor between memory element and bit line.
   *
   * @param gateVolts one per cell, row-major
   */
  record OneTransistor(Transistor transistor, double[] gateVolts) implements CaseSeries {}

  /** Reads the key; absent = nothing. */
  static CaseSeries read(CaseTree tree, int rows, int columns) {
    CaseTree series = tree.child("series");
    if (series == null) {
      return new None();
    }
    String type = series.text("type");
    return switch (type) {
      case "ohmic" -> {
        series.only(List.of("type", "ohms"));
        double ohms = series.number("ohms", "ohm");
        if (ohms < 0) {
          throw series.wrong("ohms", "zero or positive [ohm]", series.need("ohms"));
        }
        yield new Ohmic(ohms);
      }
      case "exponential" -> {
        series.only(List.of("type", "scaleAmps", "voltsPerDecade"));
        yield new Exponential(
            new ExponentialSelector(
                series.positive("scaleAmps", "A"), series.positive("voltsPerDecade", "V")));
      }
      case "threshold" -> threshold(series);
      case "transistor" -> transistor(series, rows, columns);
      default ->
          throw series.wrong(
              "type", "ohmic, exponential, threshold or transistor", series.need("type"));
    };
  }

  private static CaseSeries threshold(CaseTree series) {
    series.only(
        List.of(
            "type",
            "thresholdVolts",
            "holdVolts",
            "onOhms",
            "holdAmps",
            "leakAmps",
            "voltsPerDecade"));
    return new Threshold(
        new ThresholdSelector.Parameters(
            series.positive("thresholdVolts", "V"),
            series.number("holdVolts", "V"),
            series.positive("onOhms", "ohm", 1e3),
            series.positive("holdAmps", "A", 1e-6),
            series.positive("leakAmps", "A", 1e-12),
            series.positive("voltsPerDecade", "V", 0.2)));
  }

  private static CaseSeries transistor(CaseTree series, int rows, int columns) {
    series.only(List.of("type", "gateVolts", "gates", "onOhms", "onGateVolts", "thresholdVolts"));
    JsonNode gate = series.need("gateVolts");
    boolean byRow = true;
    if (series.get("gates") != null) {
      String along = series.text("gates");
      if (!along.equals("rows") && !along.equals("columns")) {
        throw series.wrong("gates", "rows or columns", series.need("gates"));
      }
      byRow = along.equals("rows");
    }
    int lines = byRow ? rows : columns;
    double[] volts = new double[lines];
    if (gate.isArray()) {
      if (gate.size() != lines) {
        throw series.wrong("gateVolts", "one voltage or a list of " + lines + " [V]", gate);
      }
      volts = series.numbers("gateVolts", gate, "V");
    } else {
      Arrays.fill(volts, series.number("gateVolts", "V"));
    }
    double highest = Arrays.stream(volts).max().orElse(0);
    Transistor transistor =
        Transistor.ofOnOhms(
            series.positive("onOhms", "ohm", 15e3),
            series.number("onGateVolts", "V", highest),
            series.number("thresholdVolts", "V", 0.4));
    double[] each = new double[rows * columns];
    for (int k = 0; k < each.length; k++) {
      each[k] = volts[byRow ? k / columns : k % columns];
    }
    return new OneTransistor(transistor, each);
  }
}
