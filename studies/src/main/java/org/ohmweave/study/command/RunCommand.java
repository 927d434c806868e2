package org.ohmweave.study.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ohmweave.core.io.YamlFile;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.study.Ohmweave;
import org.ohmweave.study.kind.Studies;
import org.ohmweave.study.kind.Study;
import org.ohmweave.study.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ohmweave run STUDY.yaml}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Runs a study file (kinds: iv, kinetics, pulses, endurance, retention, vmm, program, snn).",
    footer = {"", "Examples of study files: docs/how-to/studies.md"})
public final class RunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STUDY.yaml", description = "What to do.")
  private Path file = Path.of("");

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    YamlNode node = YamlFile.read(file);
    long seed = options.seed(node.seed("seed", 1));
    String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    String title = node.text("title", name);
    Study study = Studies.read(node);
    Path report =
        new StudyRun(title, Ohmweave.version(), seed, options.threads())
            .add("", study, node.toMap())
            .into(options.out("results-" + name), options.force());
    System.out.println("report: " + report);
    return 0;
  }
}
