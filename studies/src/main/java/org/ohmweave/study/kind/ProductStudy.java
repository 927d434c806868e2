package org.ohmweave.study.kind;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmweave.core.io.Json;
import org.ohmweave.core.io.Npy;
import org.ohmweave.core.io.NpyArray;
import org.ohmweave.crossbar.tile.Product;
import org.ohmweave.crossbar.tile.TileSettings;
import org.ohmweave.crossbar.tile.TiledMatrix;
import org.ohmweave.study.plot.LineChart;
import org.ohmweave.study.report.Section;

/**
 * One analog product of a user's matrix and inputs against the float product.
 *
 * @param devices preset that gives the conductance range
 * @param weights rows x columns
 * @param inputs vectors x rows
 * @param vectors number of input vectors
 * @param settings of the tiles
 */
public record ProductStudy(
    DeviceChoice devices, NpyArray weights, NpyArray inputs, int vectors, TileSettings settings)
    implements Study {

  /** A study from plain numbers; ranges are checked by the parts. */
  public static ProductStudy of(
      DeviceChoice devices,
      NpyArray weights,
      NpyArray inputs,
      int vectors,
      double readVolts,
      int tileRows,
      int tileColumns,
      double wireOhms,
      int dacBits,
      int adcBits,
      double programmingError,
      double readNoise) {
    TileSettings settings =
        VmmStudy.settings(devices, readVolts, tileRows, tileColumns, programmingError, readNoise)
            .withSegmentOhms(wireOhms)
            .withBits(dacBits, adcBits);
    return new ProductStudy(devices, weights, inputs, vectors, settings);
  }

  @Override
  public Outcome run(RunContext context) {
    int columns = weights.columns();
    TiledMatrix matrix =
        new TiledMatrix(weights.values(), weights.rows(), columns, settings, context.noise());
    Product p = Product.of(matrix, inputs.values(), vectors, weights.values(), columns);
    int[] shape = {vectors, columns};
    Npy.write(context.file("outputs.npy"), shape, p.outputs());
    Npy.write(context.file("reference.npy"), shape, p.reference());
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("device", devices.describe());
    metrics.put("rows", weights.rows());
    metrics.put("columns", columns);
    metrics.put("vectors", vectors);
    metrics.put("tiles", matrix.tiles());
    metrics.put("rmsError", p.rmsError());
    metrics.put("maxError", p.maxError());
    if (Double.isFinite(p.relativeError())) { // infinite where the float product is zero
      metrics.put("relativeError", p.relativeError());
    }
    metrics.put("effectiveBits", p.effectiveBits());
    metrics.put("quantisationTheoryRmsError", matrix.predictedRms());
    metrics.put("worstColumn", p.worstColumn());
    metrics.put("clippedInputs", p.clippedInputs());
    metrics.put("saturatedReads", p.saturatedReads());
    Json.write(context.file("summary.json"), metrics);
    Section section = new Section("Analog product");
    section.text(
        vectors
            + (vectors == 1 ? " vector" : " vectors")
            + " times a matrix of "
            + weights.rows()
            + " x "
            + columns
            + " in "
            + matrix.tiles()
            + (matrix.tiles() == 1 ? " tile" : " tiles")
            + " of cells from "
            + devices.preset().name()
            + ": rms error "
            + Words.percent(p.relativeError())
            + " of the rms product.");
    double[] ends = {
      Arrays.stream(p.reference()).min().orElse(0), Arrays.stream(p.reference()).max().orElse(1)
    };
    LineChart chart =
        new LineChart("Analog against float product", "float product", "analog product")
            .line("equal", 6, ends, ends)
            .points("", 0, p.reference(), p.outputs());
    context.draw(
        chart,
        "product",
        section,
        "One dot per output; an exact product would lie on the diagonal.");
    section.table(
        "Errors in units of the product.",
        List.of("", "value"),
        new String[] {"rms error", Words.digits(p.rmsError(), 4)},
        new String[] {"largest error", Words.digits(p.maxError(), 4)},
        new String[] {
          "rms error that quantisation theory predicts", Words.digits(matrix.predictedRms(), 4)
        },
        new String[] {"effective bits", Words.digits(p.effectiveBits(), 3)},
        new String[] {"inputs clipped", Long.toString(p.clippedInputs())},
        new String[] {"currents beyond the ADC", Long.toString(p.saturatedReads())});
    return new Outcome(section, metrics);
  }
}
