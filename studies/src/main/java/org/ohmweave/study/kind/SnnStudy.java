package org.ohmweave.study.kind;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ohmweave.core.InputException;
import org.ohmweave.core.digits.DigitSet;
import org.ohmweave.core.digits.SyntheticDigits;
import org.ohmweave.core.io.Idx;
import org.ohmweave.core.io.IdxImages;
import org.ohmweave.core.io.Json;
import org.ohmweave.core.io.Npy;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.snn.learn.LearningResult;
import org.ohmweave.snn.learn.LearningSettings;
import org.ohmweave.snn.learn.SpikingLearner;
import org.ohmweave.snn.synapse.PulseProgram;
import org.ohmweave.snn.synapse.SynapseArray;
import org.ohmweave.study.plot.LineChart;
import org.ohmweave.study.plot.MatrixChart;
import org.ohmweave.study.plot.PictureFile;
import org.ohmweave.study.plot.WeightPicture;
import org.ohmweave.study.report.Section;
import org.ohmweave.study.run.Progress;

/**
 * Unsupervised learning of digits by STDP on simulated cells.
 *
 * @param title heading
 * @param devices which devices, with their spread
 * @param settings of network and learning
 * @param pulses voltages at the synapses
 * @param train images to learn from
 * @param test images to be judged on
 */
public record SnnStudy(
    String title,
    DeviceChoice devices,
    LearningSettings settings,
    PulseProgram pulses,
    DigitSet train,
    DigitSet test)
    implements Study {
  private static final String DEFAULT_PRESET = "behavioural/soft-bounds";

  /** Spread of bounds and steps that soft-bounds cells get unless the user says otherwise. */
  private static final Map<String, Double> USUAL_SPREAD =
      Map.of("G_min", 0.25, "G_max", 0.25, "a_p", 0.25, "a_d", 0.25);

  /** Reads the keys of {@code kind: snn}. */
  public static SnnStudy read(YamlNode node) {
    DeviceChoice devices = DeviceChoice.read(node, DEFAULT_PRESET);
    if (devices.spread().isEmpty()) {
      devices = usual(devices);
    }
    int outputs = node.whole("outputs", 100, 1, 10_000);
    int trainCount = node.whole("train", 5000, 1, 10_000_000);
    int testCount = node.whole("test", 1000, 1, 10_000_000);
    YamlNode files = node.child("data");
    String trainImages = files.text("trainImages", "");
    DigitSet train;
    DigitSet test;
    if (trainImages.isEmpty()) {
      train = SyntheticDigits.draw(1, trainCount);
      test = SyntheticDigits.draw(2, testCount);
    } else {
      train = read(trainImages, files.text("trainLabels"));
      test = read(files.text("testImages"), files.text("testLabels"));
    }
    files.finish();
    return of(
        node.text("title", "Learning digits in " + devices.preset().name()),
        devices,
        outputs,
        trainCount,
        testCount,
        train,
        test);
  }

  /** A study with the usual network and pulses. */
  public static SnnStudy of(
      String title,
      DeviceChoice devices,
      int outputs,
      int trainCount,
      int testCount,
      DigitSet train,
      DigitSet test) {
    return new SnnStudy(
        title,
        devices,
        LearningSettings.of(outputs, trainCount, testCount),
        PulseProgram.gradual(devices.preset().law()),
        train,
        test);
  }

  /**
   * Soft-bounds cells with 25 % spread of both bounds and both steps; thermal ReRAM with its select
   * resistor; other presets as they are.
   */
  public static DeviceChoice usual(DeviceChoice devices) {
    return devices.preset().law().equals("soft-bounds")
        ? devices.withSpread(USUAL_SPREAD)
        : ProgramStudy.usual(devices);
  }

  /** Reads images and labels of one set. */
  public static DigitSet read(String images, String labels) {
    IdxImages pictures = Idx.readImages(java.nio.file.Path.of(images));
    return new DigitSet(pictures, Idx.readLabels(java.nio.file.Path.of(labels)), images);
  }

  @Override
  public Outcome run(RunContext context) {
    SpikingLearner.check(settings, train, test);
    int lines = train.pixelsPerImage();
    int cells = Math.multiplyExact(lines, settings.outputs());
    DeviceBank bank = devices.bank(cells, 0, context.noise());
    SynapseArray synapses =
        new SynapseArray(
            bank,
            devices.nominal(1, 0),
            lines,
            settings.outputs(),
            pulses,
            context.noise(),
            context.threads());
    SpikingLearner learner =
        new SpikingLearner(settings, synapses, context.noise(), context.threads());
    int all = settings.trainImages() + settings.labelImages() + settings.testImages();
    LearningResult result;
    try (Progress progress = Progress.of(title + ": " + settings.trainImages() + " images", all)) {
      result = learner.run(train, test, progress::at);
    }
    return present(result, context);
  }

  private Outcome present(LearningResult result, RunContext context) {
    int rows = train.images().rows();
    int columns = train.images().columns();
    Map<String, Object> metrics = metrics(result);
    Json.write(context.file("metrics.json"), metrics);
    Npy.write(
        context.file("weights.npy"),
        new int[] {settings.outputs(), rows * columns},
        result.weights());
    Section section = new Section(title);
    section.text(
        settings.outputs()
            + " neurons compete for images shown once each; the synapses are "
            + cells(rows * columns)
            + " simulated cells of "
            + devices.preset().name()
            + (devices.spread().isEmpty()
                ? ""
                : " whose parameters are spread from device to device by " + devices.spreadWords())
            + ". A neuron that fires sends a SET pulse to the synapses of lines that spiked within "
            + Words.si(settings.windowSeconds(), "s")
            + " and a RESET pulse to all its others. Labels are used after learning only, on training images. Training data: "
            + train.origin()
            + "; test data: "
            + test.origin()
            + ".");
    section.text(
        "Test accuracy "
            + Words.percent(result.accuracy())
            + " on "
            + settings.testImages()
            + " images (95 % interval \u00b1 "
            + Words.percent(
                1.96
                    * Math.sqrt(
                        result.accuracy() * (1 - result.accuracy()) / settings.testImages()))
            + " from their number alone).");
    PictureFile.writePng(
        WeightPicture.draw(result.weights(), settings.outputs(), rows, columns, 2),
        context.file("weights.png"));
    section.figure(
        context.prefix() + "weights.png",
        "What the neurons learned: conductance of each neuron's cells, neuron 0 top left and row by row, arranged like the pixels they listen to; dark is the HRS, bright the LRS of a nominal cell.");
    PictureFile.write(
        new MatrixChart("Confusion matrix", "answer", "digit shown", result.confusion()),
        context.file("confusion"));
    section.figure(
        context.prefix() + "confusion.svg",
        "Test images by digit shown and answer; colour is the share of the row.");
    thresholds(result, context, section);
    section.table(
        "Activity and cost.",
        List.of("", "value"),
        new String[] {"input spikes per image", Words.digits(result.inputSpikesPerImage(), 4)},
        new String[] {"output spikes per image", Words.digits(result.outputSpikesPerImage(), 3)},
        new String[] {
          "test images without an output spike", Integer.toString(result.silentTestImages())
        },
        new String[] {"neurons that never fire", Integer.toString(result.deadOutputs())},
        new String[] {
          "energy of reads in the cells, per image",
          Words.si(result.readJoules() / settings.trainImages(), "J")
        },
        new String[] {
          "energy of programming in the cells, per image",
          Words.si(result.writeJoules() / settings.trainImages(), "J")
        },
        new String[] {
          "wall time per training image", Words.si(result.trainSecondsPerImage(), "s")
        });
    return new Outcome(section, metrics);
  }

  private int cells(int lines) {
    return lines * settings.outputs();
  }

  private void thresholds(LearningResult result, RunContext context, Section section) {
    double[] sorted = result.thresholds().clone();
    Arrays.sort(sorted);
    double[] rank = IntStream.rangeClosed(1, sorted.length).asDoubleStream().toArray();
    LineChart chart =
        new LineChart(
                "Thresholds after learning", "neuron, by rank", "threshold / initial threshold")
            .line("", 2, rank, sorted)
            .points("", 2, rank, sorted);
    context.draw(
        chart,
        "thresholds",
        section,
        "Homeostasis raises the thresholds of busy neurons and lowers those of idle ones.");
  }

  private Map<String, Object> metrics(LearningResult result) {
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("accuracy", result.accuracy());
    m.put("trainingData", train.origin());
    m.put("testData", test.origin());
    m.put("device", devices.describe());
    m.put("outputs", settings.outputs());
    m.put("trainImages", settings.trainImages());
    m.put("labelImages", settings.labelImages());
    m.put("testImages", settings.testImages());
    m.put("confusion", result.confusion());
    m.put("outputLabels", result.outputLabels());
    m.put("inputSpikesPerImage", result.inputSpikesPerImage());
    m.put("outputSpikesPerImage", result.outputSpikesPerImage());
    m.put("silentTestImages", result.silentTestImages());
    m.put("deadOutputs", result.deadOutputs());
    m.put("thresholds", result.thresholds());
    m.put("pulses", result.pulses());
    m.put("readJoules", result.readJoules());
    m.put("writeJoules", result.writeJoules());
    m.put("readJoulesPerImage", result.readJoules() / settings.trainImages());
    m.put("writeJoulesPerImage", result.writeJoules() / settings.trainImages());
    m.put("pulseProgram", pulses);
    m.put("trainWallSecondsPerImage", result.trainSecondsPerImage());
    m.put("testWallSecondsPerImage", result.testSecondsPerImage());
    return m;
  }

  /** Refuses half a set of files. */
  public static void checkFiles(List<String> given) {
    if (given.stream().anyMatch(String::isEmpty) && given.stream().anyMatch(f -> !f.isEmpty())) {
      throw new InputException(
          "give all four of --train-images, --train-labels, --test-images and --test-labels, or none for synthetic digits");
    }
  }
}
