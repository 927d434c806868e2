package org.ohmweave.study.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.AtomicFile;
import org.ohmweave.core.io.Json;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.crossbar.cases.CaseReader;
import org.ohmweave.crossbar.cases.CaseSeries;
import org.ohmweave.crossbar.cases.CrossbarCase;
import org.ohmweave.crossbar.cases.TransientCaseReader;
import org.ohmweave.crossbar.dynamics.TransientCase;
import org.ohmweave.crossbar.spice.ArrayNetlist;
import org.ohmweave.crossbar.spice.DeviceCells;
import org.ohmweave.crossbar.spice.OhmicCells;
import org.ohmweave.crossbar.spice.SpiceCells;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.spice.SpiceLaw;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ohmweave spice CASE.json}. */
@Command(
    name = "spice",
    mixinStandardHelpOptions = true,
    description =
        "Writes a case as an ngspice netlist, to check it with an independent program: an operating"
            + " point of a case of 'solve', a transient of a case of 'transient'.",
    footer = {"", "Run it with: ngspice -b FILE"})
public final class SpiceCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CASE.json", description = "The network and its sources.")
  private Path file = Path.of("");

  @Option(
      names = "--run",
      paramLabel = "N",
      description = "Which of the case's runs, counted from 0; default 0.")
  private int run;

  @Option(
      names = "--max-step",
      paramLabel = "S",
      description = "Largest step of a transient [s]; default 1/10000 of its duration.")
  private @Nullable Double stepSeconds;

  @Mixin private OutputFile output = new OutputFile();

  @Override
  public Integer call() {
    output.check();
    String text = Json.read(file).has("tEnd") ? inTime() : operatingPoint();
    Path out = output.path();
    if (out == null) {
      System.out.print(text);
    } else {
      AtomicFile.write(out, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }
    return 0;
  }

  private String inTime() {
    TransientCase input = TransientCaseReader.read(file, NoiseSource.seeded(1));
    double step = stepSeconds == null ? 1e-4 * input.endSeconds() : stepSeconds;
    if (!(step > 0)) {
      throw new InputException("--max-step must be positive [s], got " + step);
    }
    return ArrayNetlist.of(input, step, input.name().replaceAll("[^A-Za-z0-9_-]", "_") + ".dat");
  }

  private String operatingPoint() {
    CrossbarCase network = CaseReader.read(file);
    int runs = network.runs().size();
    if (run < 0 || run >= runs) {
      throw new InputException(
          "--run must be a whole number from 0 to "
              + (runs - 1)
              + ", the runs of "
              + file
              + ", got "
              + run);
    }
    DeviceBank bank = network.bank();
    boolean faults = network.stuckSiemens().length > 0 && (bank != null || network.sinhVolts() > 0);
    if (network.uneven() != null || !(network.series() instanceof CaseSeries.None) || faults) {
      throw new InputException(
          file
              + ": netlists hold cells alone on even wires; leave out the selectors or transistors"
              + " (series), stuck nonlinear cells, and wires that differ (lists, variation, broken)");
    }
    SpiceCells cells =
        bank == null
            ? new OhmicCells(network.siemens(), network.sinhVolts())
            : new DeviceCells(bank, SpiceLaw.Form.FROZEN);
    return ArrayNetlist.operatingPoint(
        network.name(),
        network.rows(),
        network.columns(),
        network.wires(),
        cells,
        network.runs().get(run));
  }
}
