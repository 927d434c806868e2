package org.ohmweave.study.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.Npy;
import org.ohmweave.core.io.NpyArray;
import org.ohmweave.crossbar.array.WireGeometry;
import org.ohmweave.study.Ohmweave;
import org.ohmweave.study.kind.DeviceChoice;
import org.ohmweave.study.kind.ProductStudy;
import org.ohmweave.study.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ohmweave vmm}. */
@Command(
    name = "vmm",
    mixinStandardHelpOptions = true,
    description =
        "Multiplies vectors with a matrix in tiles of differential pairs and compares with the float product.")
public final class VmmCommand implements Callable<Integer> {
  @Option(
      names = "--weights",
      required = true,
      paramLabel = "W.npy",
      description = "rows x columns.")
  private Path weights = Path.of("");

  @Option(
      names = "--inputs",
      required = true,
      paramLabel = "X.npy",
      description = "vectors x rows, or one vector.")
  private Path inputs = Path.of("");

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "Cells, for their conductance range; default ${DEFAULT-VALUE}.")
  private String preset = "behavioural/soft-bounds";

  @Option(
      names = "--read-volts",
      paramLabel = "V",
      description = "Word-line voltage of the largest input; default ${DEFAULT-VALUE}.")
  private double readVolts = 0.1;

  @Option(
      names = "--wire-ohms",
      paramLabel = "R",
      description = "Wire resistance per segment [ohm]; default 0.")
  private double wireOhms;

  @Option(
      names = "--wire-node",
      paramLabel = "NM",
      description =
          "Wire resistance of a technology node [nm], copper, two line widths per cell, instead of --wire-ohms.")
  private double wireNode;

  @Option(
      names = "--dac-bits",
      paramLabel = "N",
      description = "Resolution of inputs; default 0 = ideal.")
  private int dacBits;

  @Option(
      names = "--adc-bits",
      paramLabel = "N",
      description = "Resolution of column currents; default 0 = ideal.")
  private int adcBits;

  @Option(names = "--tile-rows", paramLabel = "N", description = "Default ${DEFAULT-VALUE}.")
  private int tileRows = 128;

  @Option(
      names = "--tile-columns",
      paramLabel = "N",
      description = "Weight columns; default ${DEFAULT-VALUE}.")
  private int tileColumns = 64;

  @Option(
      names = "--programming-error",
      paramLabel = "X",
      description = "Relative sd of programmed conductances; default 0.")
  private double programmingError;

  @Option(
      names = "--read-noise",
      paramLabel = "X",
      description = "Relative sd of a conductance from read to read; default 0.")
  private double readNoise;

  private static final double LARGEST = 1e100;
  private static final int MOST_BITS = 24;
  private static final String BITS = "a whole number from 0 (ideal) to 24";

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    checkOptions();
    NpyArray w = Npy.readMatrix(weights);
    NpyArray x = Npy.read(inputs);
    int rows = w.rows();
    boolean one = x.shape().length == 1;
    if (x.shape().length < 1
        || x.shape().length > 2
        || x.shape()[x.shape().length - 1] != rows
        || x.values().length == 0) {
      throw new InputException(
          "--inputs "
              + inputs
              + " has shape "
              + java.util.Arrays.toString(x.shape())
              + "; with weights of "
              + rows
              + " x "
              + w.columns()
              + " it must be vectors x "
              + rows);
    }
    checkFinite("--weights " + weights, w);
    checkFinite("--inputs " + inputs, x);
    ProductStudy study =
        ProductStudy.of(
            DeviceChoice.of(preset),
            w,
            x,
            one ? 1 : x.rows(),
            readVolts,
            tileRows,
            tileColumns,
            segmentOhms(),
            dacBits,
            adcBits,
            programmingError,
            readNoise);
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("kind", "vmm");
    configuration.put("weights", weights.toString());
    configuration.put("inputs", inputs.toString());
    configuration.put("tiles", study.settings());
    Path report =
        new StudyRun("Analog product", Ohmweave.version(), options.seed(1), options.threads())
            .add("", study, configuration)
            .into(options.out("results-vmm"), options.force());
    System.out.println("report: " + report);
    return 0;
  }

  private double segmentOhms() {
    if (wireNode == 0) {
      return wireOhms;
    }
    if (wireOhms != 0) {
      throw new InputException("--wire-ohms and --wire-node exclude each other");
    }
    return WireGeometry.ofNode(wireNode * 1e-9).segmentOhms(2);
  }

  private void checkOptions() {
    within("--read-volts", readVolts, readVolts > 0, "positive and finite [V]");
    within("--wire-ohms", wireOhms, wireOhms >= 0, "zero or positive and finite [ohm]");
    within("--dac-bits", dacBits, dacBits >= 0 && dacBits <= MOST_BITS, BITS);
    within("--adc-bits", adcBits, adcBits >= 0 && adcBits <= MOST_BITS, BITS);
    within("--tile-rows", tileRows, tileRows >= 1, "a whole number from 1");
    within("--tile-columns", tileColumns, tileColumns >= 1, "a whole number from 1");
    within(
        "--programming-error",
        programmingError,
        programmingError >= 0 && programmingError <= 5,
        "in 0 .. 5, a relative standard deviation");
    within(
        "--read-noise",
        readNoise,
        readNoise >= 0 && readNoise <= 1,
        "in 0 .. 1, a relative standard deviation");
  }

  private static void within(String option, Number value, boolean good, String right) {
    if (!good || Double.isInfinite(value.doubleValue())) {
      throw new InputException(option + " must be " + right + ", got " + value);
    }
  }

  private static void checkFinite(String what, NpyArray array) {
    for (int k = 0; k < array.values().length; k++) {
      if (!(Math.abs(array.values()[k]) <= LARGEST)) {
        int columns = array.shape()[array.shape().length - 1];
        throw new InputException(
            what
                + ": value at row "
                + k / columns
                + ", column "
                + k % columns
                + " is "
                + array.values()[k]
                + "; all must be finite and at most 1e100 in size");
      }
    }
  }
}
