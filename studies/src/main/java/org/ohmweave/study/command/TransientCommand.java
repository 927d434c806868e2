package org.ohmweave.study.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ohmweave.core.io.Json;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.crossbar.cases.TransientCaseReader;
import org.ohmweave.crossbar.cases.TransientSolution;
import org.ohmweave.crossbar.dynamics.TransientCase;
import org.ohmweave.crossbar.dynamics.Transients;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ohmweave transient CASE.json}. */
@Command(
    name = "transient",
    mixinStandardHelpOptions = true,
    description =
        "Follows a crossbar in time: every cell switches by its own differential equation while"
            + " the network is solved.",
    footer = {"", "The format of a case: docs/how-to/array-transients.md"})
public final class TransientCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CASE.json", description = "The array, its cells and its waveforms.")
  private Path file = Path.of("");

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description =
          "ports (only the moving cells), implicit (all together), or auto (default): ports where"
              + " it serves.")
  private Transients.Method method = Transients.Method.AUTO;

  @Option(
      names = "--tolerance",
      paramLabel = "X",
      description = "Error per step, about that of switching times, relative; default 1e-5.")
  private double tolerance = Transients.TOLERANCE;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of stochastic laws; default 1.")
  private long seed = 1;

  @Mixin private OutputFile output = new OutputFile();

  @Override
  public Integer call() {
    output.check();
    TransientCase input = TransientCaseReader.read(file, NoiseSource.seeded(seed));
    Map<String, Object> answer =
        TransientSolution.describe(input, Transients.run(input, method, tolerance));
    Path out = output.path();
    if (out == null) {
      System.out.print(Json.toText(answer));
    } else {
      Json.write(out, answer);
    }
    return 0;
  }
}
