package org.ohmweave.study.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.Json;
import org.ohmweave.crossbar.cases.CaseReader;
import org.ohmweave.crossbar.cases.CaseSolution;
import org.ohmweave.crossbar.cases.CrossbarCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ohmweave solve CASE.json}. */
@Command(
    name = "solve",
    mixinStandardHelpOptions = true,
    description = "Solves a crossbar network with wire resistance, exactly.",
    footer = {"", "The format of a case: docs/how-to/solve-a-network.md"})
public final class SolveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CASE.json", description = "The network and its sources.")
  private Path file = Path.of("");

  @Mixin private OutputFile output = new OutputFile();

  @Override
  public Integer call() {
    output.check();
    CrossbarCase input = CaseReader.read(file);
    Map<String, Object> answer;
    try {
      answer = CaseSolution.describe(input);
    } catch (InputException mistake) {
      // what only the network shows: a line that floats, sources that contradict each other
      throw new InputException(file + ": " + mistake.getMessage(), mistake);
    }
    Path out = output.path();
    if (out == null) {
      System.out.print(Json.toText(answer));
    } else {
      Json.write(out, answer);
    }
    return 0;
  }
}
