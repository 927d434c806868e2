package org.ohmweave.study.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlFile;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.study.Ohmweave;
import org.ohmweave.study.kind.DeviceChoice;
import org.ohmweave.study.kind.Studies;
import org.ohmweave.study.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A study of devices without a study file: what is usual for the law of the preset, changed by
 * options. The study that was run is kept beside its results and can be edited and run again.
 */
@Command(mixinStandardHelpOptions = true)
public final class StudyCommand implements Callable<Integer> {
  private final String kind;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "A preset or a device file; see 'ohmweave presets'. Default: ${DEFAULT-VALUE}.",
      defaultValue = "reram/stanford-th")
  private String preset = "";

  @Option(
      names = "--devices",
      paramLabel = "N",
      description =
          "Size of the population. Unless --with spread, or the device file, says how devices vary,"
              + " a usual spread of its law is taken.")
  private @Nullable Integer devices;

  @Option(
      names = "--with",
      paramLabel = "KEY=VALUE",
      description =
          "Replaces a key of the study, as in a study file: --with 'sweep.first=2 V'. Repeatable.")
  private List<String> changes = new ArrayList<>();

  @Option(names = "--print", description = "Prints the study file instead of running it.")
  private boolean print;

  @Mixin private RunOptions options = new RunOptions();

  private StudyCommand(String kind) {
    this.kind = kind;
  }

  /** Kinds that have a command of their own, each with what it is for. */
  public static List<String[]> kinds() {
    return List.of(
        new String[] {"iv", "Current-voltage loops of a device, a population, many cycles."},
        new String[] {"pulses", "Conductance against the number of SET and RESET pulses."},
        new String[] {"kinetics", "Switching time against voltage."},
        new String[] {"endurance", "Both resistances against the number of cycles."},
        new String[] {"retention", "Resistance against time at rest and temperature."});
  }

  /** The command of a kind. */
  public static StudyCommand of(String kind) {
    return new StudyCommand(kind);
  }

  @Override
  public Integer call() {
    YamlNode node = study();
    long seed = options.seed(node.seed("seed", 1));
    if (print) {
      System.out.print(node.toYaml());
      return 0;
    }
    String title = node.text("title", kind + " of " + preset);
    Path report =
        new StudyRun(title, Ohmweave.version(), seed, options.threads())
            .add("", Studies.read(node), node.toMap())
            .keep("", node.toYaml())
            .into(options.out("results-" + kind), options.force());
    System.out.println("report: " + report);
    return 0;
  }

  private YamlNode study() {
    String law = Presets.find(preset).law();
    YamlNode usual = usual(kind);
    YamlNode node =
        YamlFile.parse("ohmweave " + kind, "kind: " + kind).with("preset", quoted(preset));
    if (usual.has(law)) {
      YamlNode of = usual.child(law);
      for (String key : of.keys()) {
        node = node.with(key, of.yaml(key));
      }
    }
    for (String change : changes) {
      int at = change.indexOf('=');
      if (at <= 0) {
        throw new InputException(
            "--with must be KEY=VALUE, such as 'sweep.first=2 V', got '" + change + "'");
      }
      node = node.with(change.substring(0, at), change.substring(at + 1));
    }
    if (devices != null) {
      node = node.with("devices", devices.toString());
    }
    return populated(node, law);
  }

  /** With the usual spread, if there are several devices and nobody said how they vary. */
  private YamlNode populated(YamlNode node, String law) {
    boolean several = node.has("devices") && node.whole("devices", 0, 0, Integer.MAX_VALUE) > 1;
    YamlNode usual = usual("spread");
    if (several
        && !node.has("spread")
        && !node.has("without")
        && !DeviceChoice.saysHowItVaries(preset)
        && usual.has(law)) {
      return node.with("spread", usual.yaml(law));
    }
    return node;
  }

  private static String quoted(String words) {
    return "'" + words.replace("'", "''") + "'";
  }

  private static YamlNode usual(String kind) {
    String name = "usual/" + kind + ".yaml";
    try (InputStream in = Ohmweave.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return YamlFile.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
