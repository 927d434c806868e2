package org.ohmweave.study.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.digits.DigitSet;
import org.ohmweave.core.digits.SyntheticDigits;
import org.ohmweave.study.Ohmweave;
import org.ohmweave.study.kind.DeviceChoice;
import org.ohmweave.study.kind.SnnStudy;
import org.ohmweave.study.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ohmweave snn}. */
@Command(
    name = "snn",
    mixinStandardHelpOptions = true,
    description =
        "Trains a spiking network by STDP on simulated cells and tests it; on IDX files, or on synthetic digits without them.")
public final class SnnCommand implements Callable<Integer> {
  @Option(names = "--train-images", paramLabel = "F", description = "IDX file, plain or .gz.")
  private String trainImages = "";

  @Option(names = "--train-labels", paramLabel = "F", description = "IDX file, plain or .gz.")
  private String trainLabels = "";

  @Option(names = "--test-images", paramLabel = "F", description = "IDX file, plain or .gz.")
  private String testImages = "";

  @Option(names = "--test-labels", paramLabel = "F", description = "IDX file, plain or .gz.")
  private String testLabels = "";

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "Cells; default ${DEFAULT-VALUE}, with 25 %% spread of bounds and steps.")
  private String preset = "behavioural/soft-bounds";

  @Option(names = "--outputs", paramLabel = "N", description = "Neurons; default ${DEFAULT-VALUE}.")
  private int outputs = 100;

  @Option(
      names = "--train",
      paramLabel = "N",
      description = "Training images; default all of the files, 5000 synthetic.")
  private @Nullable Integer train;

  @Option(
      names = "--test",
      paramLabel = "N",
      description = "Test images; default all of the files, 1000 synthetic.")
  private @Nullable Integer test;

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    SnnStudy.checkFiles(List.of(trainImages, trainLabels, testImages, testLabels));
    atLeastOne("--outputs", outputs, "leave it out for 100");
    atLeastOne("--train", train, "leave it out for all of the files, or 5000 synthetic images");
    atLeastOne("--test", test, "leave it out for all of the files, or 1000 synthetic images");
    DigitSet trainSet;
    DigitSet testSet;
    if (trainImages.isEmpty()) {
      trainSet = SyntheticDigits.draw(1, train != null ? train : 5000);
      testSet = SyntheticDigits.draw(2, test != null ? test : 1000);
    } else {
      trainSet = SnnStudy.read(trainImages, trainLabels);
      testSet = SnnStudy.read(testImages, testLabels);
    }
    DeviceChoice devices = SnnStudy.usual(DeviceChoice.of(preset));
    int trainCount = train == null ? trainSet.count() : train;
    int testCount = test == null ? testSet.count() : test;
    SnnStudy study =
        SnnStudy.of(
            "Learning digits in " + preset,
            devices,
            outputs,
            trainCount,
            testCount,
            trainSet,
            testSet);
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("kind", "snn");
    configuration.put("device", devices.describe());
    configuration.put("settings", study.settings());
    configuration.put("pulses", study.pulses());
    Path report =
        new StudyRun(
                "Learning digits in simulated cells",
                Ohmweave.version(),
                options.seed(1),
                options.threads())
            .add("", study, configuration)
            .into(options.out("results-snn"), options.force());
    System.out.println("report: " + report);
    return 0;
  }

  private static void atLeastOne(String option, @Nullable Integer value, String remedy) {
    if (value != null && value < 1) {
      throw new InputException(
          option + " must be a whole number from 1, got " + value + "; " + remedy);
    }
  }
}
