package org.ohmweave.study.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ohmweave.core.io.YamlFile;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.study.Ohmweave;
import org.ohmweave.study.kind.Studies;
import org.ohmweave.study.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ohmweave demo}: the whole chain on embedded studies and synthetic data. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Runs the whole chain on embedded data, from one cell to a network that learns, and writes an HTML report.")
public final class DemoCommand implements Callable<Integer> {
  private static final List<String> CHAPTERS =
      List.of("iv-reram", "iv-hfo2", "vmm", "program", "snn");

  @Option(
      names = "--quick",
      description = "Smaller populations and fewer images, for a first look.")
  private boolean quick;

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    long seed = options.seed(1);
    StudyRun run =
        new StudyRun(
                "Ohmweave, from one cell to a network that learns",
                Ohmweave.version(),
                seed,
                options.threads())
            .introduce(
                "This report was computed just now. Each chapter is a study; its file study.yaml and its numbers lie in a folder beside this report. Change the file and run it with 'ohmweave run'.")
            .introduce(
                "The chain: oxide cells with published laws and spread between devices; arrays of them with wire resistance; converters around the arrays; pulses that program the cells; spikes that teach them.");
    for (String chapter : CHAPTERS) {
      String yaml = yaml(chapter);
      YamlNode node = YamlFile.parse(chapter + ".yaml", yaml);
      run.add(chapter, Studies.read(node), node.toMap()).keep(chapter, yaml);
    }
    Path report = run.into(options.out("ohmweave-demo"), options.force());
    System.out.println("report: " + report);
    return 0;
  }

  private String yaml(String chapter) {
    String resource = "/org/ohmweave/study/demo/" + chapter + ".yaml";
    try (InputStream in = DemoCommand.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the jar");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return quick ? smaller(text) : text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String smaller(String yaml) {
    return yaml.replaceAll("devices: \\d+", "devices: 12")
        .replaceAll("vectors: \\d+", "vectors: 8")
        .replaceAll("rows: 32\\ncolumns: 32", "rows: 12\ncolumns: 12")
        .replaceAll("train: \\d+", "train: 800")
        .replaceAll("test: \\d+", "test: 300");
  }
}
