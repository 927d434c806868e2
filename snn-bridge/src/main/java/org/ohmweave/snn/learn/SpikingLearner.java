package org.ohmweave.snn.learn;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.ohmweave.core.InputException;
import org.ohmweave.core.digits.DigitSet;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.snn.readout.NaiveBayes;
import org.ohmweave.snn.synapse.SynapseArray;

/**
 * Unsupervised learning in the array: pixels spike, the neuron that fires strengthens the synapses
 * of recently active lines and weakens all its others by programming pulses on the cells,
 * thresholds drift so that all neurons take part. Labels are used after learning only, and only
 * those of training images, to read what the outputs stand for.
 *
 * <p>The rule is that of D. Querlioz, O. Bichler, P. Dollfus, C. Gamrat, IEEE Transactions on
 * Nanotechnology 12(3), 288-295, 2013, doi:10.1109/TNANO.2013.2250995 (cited from memory); all
 * numbers are ours.
 *
 * <p>Learning is a sequence and runs on one thread (the pulses of one event may run on several);
 * labelling and testing run on all. Results do not depend on their number.
 */
public final class SpikingLearner {
  private static final long LABEL_EVENTS = 1L << 32;
  private static final long TEST_EVENTS = 1L << 33;
  private static final long CALIBRATION_EVENTS = 1L << 34;
  private static final int CALIBRATION_IMAGES = 50;

  private final LearningSettings settings;
  private final SynapseArray synapses;
  private final Purpose encoding;
  private final int threads;
  private final double[] threshold;
  private double initialThreshold;
  private double readJoules;
  private long programmed;

  /** A network with untrained synapses. */
  public SpikingLearner(
      LearningSettings settings, SynapseArray synapses, NoiseSource noise, int threads) {
    this.settings = settings;
    this.synapses = synapses;
    this.encoding = noise.purpose("spike-encoding");
    this.threads = threads;
    this.threshold = new double[settings.outputs()];
    synapses.scatter(settings.initialShare(), settings.initialSpread());
  }

  /**
   * Learns, labels and tests.
   *
   * @param progress told the number of images done, of training, labelling and test together
   */
  public LearningResult run(DigitSet train, DigitSet test, IntConsumer progress) {
    check(settings, train, test);
    calibrate(train);
    long begin = System.nanoTime();
    long inputSpikes = 0;
    Presentation presentation = new Presentation(settings, train.pixelsPerImage());
    int[] counts = new int[settings.outputs()];
    for (int k = 0; k < settings.trainImages(); k++) {
      Arrays.fill(counts, 0);
      presentation.encode(train.images(), k, encoding, k);
      learn(presentation, counts);
      inputSpikes += presentation.inputSpikes();
      adapt(counts);
      progress.accept(k + 1);
    }
    long trained = System.nanoTime();
    int labelCount = settings.labelImages();
    int[] labelSpikes = respond(train, labelCount, LABEL_EVENTS, settings.trainImages(), progress);
    NaiveBayes reader = new NaiveBayes(settings.outputs());
    for (int k = 0; k < labelCount; k++) {
      reader.learn(labelSpikes, k * settings.outputs(), train.labels()[k]);
    }
    long labelled = System.nanoTime();
    int[] testSpikes =
        respond(
            test,
            settings.testImages(),
            TEST_EVENTS,
            settings.trainImages() + labelCount,
            progress);
    long tested = System.nanoTime();
    return judge(
        reader,
        testSpikes,
        test,
        inputSpikes / (double) settings.trainImages(),
        (trained - begin) / 1e9 / settings.trainImages(),
        (tested - labelled) / 1e9 / settings.testImages());
  }

  /** Refuses more images than there are, and sets of different pictures. */
  public static void check(LearningSettings settings, DigitSet train, DigitSet test) {
    if (settings.trainImages() > train.count() || settings.labelImages() > train.count()) {
      throw new InputException(
          train.origin()
              + " has "
              + train.count()
              + " images, "
              + Math.max(settings.trainImages(), settings.labelImages())
              + " are asked for training; lower --train");
    }
    if (settings.testImages() > test.count()) {
      throw new InputException(
          test.origin()
              + " has "
              + test.count()
              + " images, "
              + settings.testImages()
              + " are asked for the test; lower --test");
    }
    if (train.pixelsPerImage() != test.pixelsPerImage()) {
      throw new InputException(
          "training images have "
              + train.pixelsPerImage()
              + " pixels, test images "
              + test.pixelsPerImage()
              + "; use one set");
    }
  }

  /** Initial thresholds: half the mean peak potential of the untrained outputs that never fire. */
  private void calibrate(DigitSet train) {
    Presentation presentation = new Presentation(settings, train.pixelsPerImage());
    int images = Math.min(CALIBRATION_IMAGES, train.count());
    double sum = 0;
    for (int k = 0; k < images; k++) {
      presentation.encode(train.images(), k, encoding, CALIBRATION_EVENTS + k);
      sum += presentation.meanPeak(synapses);
    }
    initialThreshold = 0.5 * sum / images;
    if (!(initialThreshold > 0)) {
      throw new InputException(
          train.origin() + " brings no spikes: its first " + images + " images are black");
    }
    Arrays.fill(threshold, initialThreshold);
  }

  /** One presentation with learning; {@code counts} takes the output spikes. */
  void learn(Presentation presentation, int[] counts) {
    presentation.run(
        synapses,
        threshold,
        winner -> {
          counts[winner]++;
          synapses.program(winner, presentation.active(), programmed++);
        });
    readJoules += presentation.readJoules();
  }

  private void adapt(int[] counts) {
    double wanted = settings.wantedSpikes() / settings.outputs();
    for (int n = 0; n < threshold.length; n++) {
      threshold[n] += settings.homeostasis() * initialThreshold * (counts[n] - wanted);
    }
  }

  /** Output spikes of each image, learning off: images x outputs. */
  private int[] respond(
      DigitSet set, int images, long firstEvent, int doneBefore, IntConsumer progress) {
    int outputs = settings.outputs();
    int[] counts = new int[images * outputs];
    int chunk = 50;
    int chunks = (images + chunk - 1) / chunk;
    java.util.concurrent.atomic.AtomicInteger done =
        new java.util.concurrent.atomic.AtomicInteger(doneBefore);
    IntConsumer work =
        c -> {
          Presentation presentation = new Presentation(settings, set.pixelsPerImage());
          int to = Math.min(images, (c + 1) * chunk);
          for (int k = c * chunk; k < to; k++) {
            int at = k * outputs;
            presentation.encode(set.images(), k, encoding, firstEvent + k);
            presentation.run(synapses, threshold, winner -> counts[at + winner]++);
          }
          progress.accept(done.addAndGet(to - c * chunk));
        };
    if (threads <= 1) {
      IntStream.range(0, chunks).forEach(work);
    } else {
      ForkJoinPool pool = new ForkJoinPool(threads);
      pool.submit(() -> IntStream.range(0, chunks).parallel().forEach(work)).join();
      pool.shutdown();
    }
    return counts;
  }

  private LearningResult judge(
      NaiveBayes reader,
      int[] spikes,
      DigitSet test,
      double inputSpikes,
      double trainSeconds,
      double testSeconds) {
    int outputs = settings.outputs();
    int images = settings.testImages();
    int[][] confusion = new int[10][10];
    int right = 0;
    int silent = 0;
    for (int k = 0; k < images; k++) {
      int answer = reader.classify(spikes, k * outputs);
      confusion[test.labels()[k]][answer]++;
      right += answer == test.labels()[k] ? 1 : 0;
      silent +=
          IntStream.range(k * outputs, (k + 1) * outputs).map(i -> spikes[i]).sum() == 0 ? 1 : 0;
    }
    int[] labels = IntStream.range(0, outputs).map(reader::label).toArray();
    return new LearningResult(
        right / (double) images,
        confusion,
        inputSpikes,
        Arrays.stream(spikes).asLongStream().sum() / (double) images,
        silent,
        (int) Arrays.stream(labels).filter(l -> l < 0).count(),
        labels,
        Arrays.stream(threshold).map(t -> t / initialThreshold).toArray(),
        initialThreshold,
        readJoules,
        synapses.writeJoules(),
        synapses.pulseCount(),
        synapses.picture(),
        trainSeconds,
        testSeconds);
  }
}
