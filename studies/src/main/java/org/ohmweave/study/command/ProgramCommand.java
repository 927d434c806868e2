package org.ohmweave.study.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.Npy;
import org.ohmweave.core.io.NpyArray;
import org.ohmweave.programming.scheme.PulseScheme;
import org.ohmweave.programming.scheme.PulseSchemes;
import org.ohmweave.study.Ohmweave;
import org.ohmweave.study.kind.DeviceChoice;
import org.ohmweave.study.kind.ProgramStudy;
import org.ohmweave.study.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ohmweave program}. */
@Command(
    name = "program",
    mixinStandardHelpOptions = true,
    description = "Programs a matrix of target conductances by write-verify on the device model.")
public final class ProgramCommand implements Callable<Integer> {
  @Option(
      names = "--target",
      required = true,
      paramLabel = "G.npy",
      description = "Target conductances [S], rows x columns.")
  private Path target = Path.of("");

  @Option(names = "--preset", paramLabel = "NAME", description = "Cells; default ${DEFAULT-VALUE}.")
  private String preset = "reram/stanford-th";

  @Option(
      names = "--scheme",
      paramLabel = "NAME",
      description =
          "ispp-reset, step-both-ways or lengthen-both-ways; default: what suits the cells.")
  private String scheme = "";

  @Option(
      names = "--tolerance",
      paramLabel = "X",
      description = "Relative; default ${DEFAULT-VALUE}.")
  private double tolerance = 0.05;

  @Option(names = "--read-volts", paramLabel = "V", description = "Default ${DEFAULT-VALUE}.")
  private double readVolts = 0.1;

  @Option(
      names = "--read-noise",
      paramLabel = "X",
      description = "Relative sd of a verify read; default ${DEFAULT-VALUE}.")
  private double readNoise = 0.01;

  @Option(
      names = "--max-pulses",
      paramLabel = "N",
      description = "Budget of one cell; default ${DEFAULT-VALUE}.")
  private int maxPulses = 600;

  @Option(
      names = "--series-ohms",
      paramLabel = "R",
      description =
          "Resistor in series [ohm]; default 1000 for reram/stanford-th (the select transistor), 300 for reram/full-range, 0 otherwise.")
  private double seriesOhms = Double.NaN;

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    NpyArray wanted = Npy.readMatrix(target);
    for (int k = 0; k < wanted.values().length; k++) {
      double g = wanted.values()[k];
      if (!(g > 0) || Double.isInfinite(g)) {
        throw new InputException(
            "--target "
                + target
                + ": conductance at row "
                + k / wanted.columns()
                + ", column "
                + k % wanted.columns()
                + " must be positive and finite [S], got "
                + g);
      }
    }
    DeviceChoice devices = DeviceChoice.of(preset);
    if (!Double.isNaN(seriesOhms)) {
      if (seriesOhms < 0 || Double.isInfinite(seriesOhms)) {
        throw new InputException(
            "--series-ohms must be zero or positive and finite [ohm], got " + seriesOhms);
      }
      devices = devices.withSeriesOhms(seriesOhms);
    }
    PulseScheme pulses =
        scheme.isEmpty()
            ? PulseSchemes.suiting(devices.preset())
            : PulseSchemes.of(scheme, devices.preset());
    ProgramStudy study =
        ProgramStudy.of(devices, wanted, pulses, tolerance, readVolts, readNoise, maxPulses);
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("kind", "program");
    configuration.put("target", target.toString());
    configuration.put("device", study.devices().describe());
    configuration.put("scheme", study.settings().scheme());
    configuration.put("settings", study.settings());
    Path report =
        new StudyRun("Write-verify", Ohmweave.version(), options.seed(1), options.threads())
            .add("", study, configuration)
            .into(options.out("results-program"), options.force());
    System.out.println("report: " + report);
    return 0;
  }
}
