package org.ohmweave.study.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.tile.Product;
import org.ohmweave.crossbar.tile.TileSettings;
import org.ohmweave.crossbar.tile.TiledMatrix;
import org.ohmweave.study.plot.LineChart;
import org.ohmweave.study.report.Section;
import org.ohmweave.study.run.Parallel;
import org.ohmweave.study.run.Progress;

/**
 * The error of analog products of a random matrix (standard normal weights) and random inputs
 * (uniform in -1..1) over wire resistance and converter resolution.
 *
 * @param title heading
 * @param devices preset that gives the conductance range
 * @param rows of the matrix
 * @param columns of the matrix
 * @param vectors multiplied
 * @param wireOhms segment resistances to try
 * @param bits converter resolutions to try, DAC and ADC alike; 0 = ideal
 * @param base tile size, read voltage and cell errors
 */
public record VmmStudy(
    String title,
    DeviceChoice devices,
    int rows,
    int columns,
    int vectors,
    double[] wireOhms,
    int[] bits,
    TileSettings base)
    implements Study {

  /** Reads the keys of {@code kind: vmm}. */
  public static VmmStudy read(YamlNode node) {
    DeviceChoice devices = DeviceChoice.read(node, "behavioural/soft-bounds");
    double readVolts = node.quantity("read", "V", 0.1);
    double[] wires = WireChoice.readList(node, 0, 0.1, 0.5, 1, 2, 5, 10);
    for (double ohms : wires) {
      if (!(ohms >= 0)) {
        throw new InputException(node.where("wire") + " must not be negative [ohm], got " + ohms);
      }
    }
    return new VmmStudy(
        node.text("title", "Error of analog products"),
        devices,
        node.whole("rows", 128, 1, 8192),
        node.whole("columns", 64, 1, 8192),
        node.whole("vectors", 50, 1, 100_000),
        wires,
        node.wholes("bits", 0, 24, 4, 6, 8, 0),
        settings(
            devices,
            readVolts,
            node.whole("tileRows", 128, 1, 4096),
            node.whole("tileColumns", 64, 1, 4096),
            node.quantity("programmingError", "1", 0),
            node.quantity("readNoise", "1", 0)));
  }

  /** Tiles whose cells span the range of the preset. */
  static TileSettings settings(
      DeviceChoice devices,
      double readVolts,
      int tileRows,
      int tileColumns,
      double programming,
      double noise) {
    ReadRange range = ReadRange.of(devices, readVolts);
    return new TileSettings(
        tileRows,
        tileColumns,
        range.hrsSiemens(),
        range.lrsSiemens(),
        readVolts,
        0,
        0,
        0,
        programming,
        noise);
  }

  @Override
  public Outcome run(RunContext context) {
    Purpose random = context.noise().purpose("vmm-study");
    double[] weights = new double[rows * columns];
    random.gaussians(0, 0, weights, 0, weights.length);
    double[] inputs = new double[vectors * rows];
    for (int k = 0; k < inputs.length; k++) {
      inputs[k] = 2 * random.uniform(k, 1) - 1;
    }
    Product[] products = new Product[bits.length * wireOhms.length];
    try (Progress progress = Progress.of(title, products.length)) {
      Parallel.run(
          context.threads(),
          products.length,
          k -> {
            TileSettings settings =
                base.withBits(bits[k / wireOhms.length], bits[k / wireOhms.length])
                    .withSegmentOhms(wireOhms[k % wireOhms.length]);
            TiledMatrix matrix = new TiledMatrix(weights, rows, columns, settings, context.noise());
            products[k] = Product.of(matrix, inputs, vectors, weights, columns);
            progress.step();
          });
    }
    return present(products, context);
  }

  private Outcome present(Product[] products, RunContext context) {
    Section section = new Section(title);
    LineChart chart =
        new LineChart(
                title,
                "wire resistance per segment [\u03a9]",
                "rms error / rms of the exact product")
            .logX()
            .logY();
    if (Arrays.stream(wireOhms).anyMatch(ohms -> ohms == 0)) {
      chart.mark(leftEdge(wireOhms), "0 \u03a9");
    }
    double[][] table = new double[1 + bits.length][];
    table[0] = wireOhms;
    List<String> header = new ArrayList<>(List.of("segment_ohm"));
    List<Object> list = new ArrayList<>();
    List<String[]> rowsOfTable = new ArrayList<>();
    for (int b = 0; b < bits.length; b++) {
      String name = bits[b] == 0 ? "ideal converters" : bits[b] + "-bit converters";
      double[] error = new double[wireOhms.length];
      for (int w = 0; w < error.length; w++) {
        Product p = products[b * wireOhms.length + w];
        error[w] = p.relativeError();
        list.add(describe(bits[b], wireOhms[w], p));
      }
      table[1 + b] = error;
      header.add("relative_error_" + bits[b] + "_bits");
      chart.dots(name, b, positive(wireOhms), visible(error));
      String[] cells = new String[1 + error.length];
      cells[0] = name;
      for (int w = 0; w < error.length; w++) {
        cells[1 + w] = Words.percent(error[w]);
      }
      rowsOfTable.add(cells);
    }
    new CsvTable(header, table).write(context.file("vmm.csv"));
    section.text(
        "A random matrix of "
            + rows
            + " x "
            + columns
            + " weights sits in differential pairs of cells between "
            + Words.si(base.gMinSiemens(), "S")
            + " and "
            + Words.si(base.gMaxSiemens(), "S")
            + " ("
            + devices.preset().name()
            + "), in tiles of at most "
            + base.tileRows()
            + " x "
            + base.tileColumns()
            + " weights. Word lines are driven at "
            + Words.si(base.readVolts(), "V")
            + " full scale; every line carries its wire resistance, solved exactly; cells are taken as ohmic at the read voltage.");
    context.draw(
        chart,
        "vmm",
        section,
        "Relative error of "
            + vectors
            + " products. Flat parts are quantisation, rising parts are voltage lost in the wires; points at the mark 0 \u03a9 are ideal wires; ideal converters on ideal wires err by rounding alone and are not drawn.");
    List<String> columnsOfTable = new ArrayList<>(List.of("error at"));
    for (double ohms : wireOhms) {
      columnsOfTable.add(Words.si(ohms, "\u03a9"));
    }
    section.table(
        "Relative rms error over wire resistance per segment.",
        columnsOfTable,
        rowsOfTable.toArray(new String[0][]));
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("device", devices.describe());
    metrics.put("products", list);
    return new Outcome(section, metrics);
  }

  /** Ideal wires at the left edge of a logarithmic axis: a third of the smallest resistance. */
  private static double[] positive(double[] ohms) {
    return Arrays.stream(ohms).map(r -> r > 0 ? r : leftEdge(ohms)).toArray();
  }

  private static double leftEdge(double[] ohms) {
    return Arrays.stream(ohms).filter(r -> r > 0).min().orElse(1) / 3;
  }

  /** Errors of rounding alone would squash the axis; they are left out of the chart. */
  private static double[] visible(double[] error) {
    return Arrays.stream(error).map(e -> e > 1e-6 ? e : Double.NaN).toArray();
  }

  private static Map<String, Object> describe(int bits, double ohms, Product p) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("bits", bits);
    map.put("segmentOhms", ohms);
    map.put("rmsError", p.rmsError());
    map.put("maxError", p.maxError());
    map.put("relativeError", p.relativeError());
    map.put("effectiveBits", p.effectiveBits());
    map.put("clippedInputs", p.clippedInputs());
    map.put("saturatedReads", p.saturatedReads());
    return map;
  }
}
