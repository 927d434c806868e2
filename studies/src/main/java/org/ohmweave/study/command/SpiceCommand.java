package org.ohmweave.study.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.AtomicFile;
import org.ohmweave.crossbar.cases.CaseReader;
import org.ohmweave.crossbar.cases.CrossbarCase;
import org.ohmweave.crossbar.spice.ArrayNetlist;
import org.ohmweave.crossbar.spice.OhmicCells;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ohmweave spice CASE.json}. */
@Command(
    name = "spice",
    mixinStandardHelpOptions = true,
    description = "Writes a case as an ngspice netlist, to check it with an independent program.",
    footer = {"", "Run it with: ngspice -b FILE"})
public final class SpiceCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CASE.json", description = "The network and its sources.")
  private Path file = Path.of("");

  @Option(
      names = "--run",
      paramLabel = "N",
      description = "Which of the case's runs, counted from 0; default 0.")
  private int run;

  @Mixin private OutputFile output = new OutputFile();

  @Override
  public Integer call() {
    output.check();
    String text = operatingPoint();
    Path out = output.path();
    if (out == null) {
      System.out.print(text);
    } else {
      AtomicFile.write(out, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }
    return 0;
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
    return ArrayNetlist.operatingPoint(
        network.name(),
        network.rows(),
        network.columns(),
        network.wires(),
        new OhmicCells(network.siemens(), network.sinhVolts()),
        network.runs().get(run));
  }
}
