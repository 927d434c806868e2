package org.ohmweave.snn.learn;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.ohmweave.core.io.IdxImages;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.snn.encoder.JitteredSpikes;
import org.ohmweave.snn.neuron.CompetingNeurons;
import org.ohmweave.snn.synapse.SynapseArray;

/** One image shown for a while, step by step. Workspace of one thread. */
final class Presentation {
  private final int steps;
  private final int window;
  private final JitteredSpikes spikes;
  private final CompetingNeurons neurons;
  private final int[] lastSpike;
  private final boolean[] active;
  private int now;
  private double readJoules;

  Presentation(LearningSettings s, int lines) {
    this.steps = (int) Math.round(s.presentationSeconds() / s.stepSeconds());
    this.window = (int) Math.round(s.windowSeconds() / s.stepSeconds());
    this.spikes = new JitteredSpikes(steps, s.stepSeconds(), s.maxHertz(), s.jitter());
    this.neurons =
        new CompetingNeurons(s.outputs(), s.tauSeconds(), s.stepSeconds(), s.inhibitionSeconds());
    this.lastSpike = new int[lines];
    this.active = new boolean[lines];
  }

  void encode(IdxImages images, int image, Purpose random, long event) {
    spikes.encode(images, image, random, event);
  }

  int inputSpikes() {
    return spikes.count();
  }

  /** Energy of the input spikes of the last run, joule. */
  double readJoules() {
    return readJoules;
  }

  /** Lines that spiked within the window before now; valid while a winner is handled. */
  boolean[] active() {
    for (int line = 0; line < active.length; line++) {
      active[line] = now - lastSpike[line] < window;
    }
    return active;
  }

  /** Runs the encoded image; {@code onSpike} is told each winner when it fires. */
  void run(SynapseArray synapses, double[] threshold, IntConsumer onSpike) {
    neurons.rest();
    Arrays.fill(lastSpike, -window - 1);
    readJoules = 0;
    for (now = 0; now < steps; now++) {
      boolean integrates = neurons.integrates(now);
      for (int s = spikes.first(now); s < spikes.first(now + 1); s++) {
        int line = spikes.line(s);
        lastSpike[line] = now;
        readJoules += synapses.spikeJoules(line);
        if (integrates) {
          synapses.addTo(neurons.potential(), line);
        }
      }
      if (integrates) {
        int winner = neurons.fire(threshold, now);
        if (winner >= 0) {
          onSpike.accept(winner);
        }
      }
    }
  }

  /** Mean over the outputs of the highest potential when none fires. */
  double meanPeak(SynapseArray synapses) {
    neurons.rest();
    double[] peak = new double[neurons.potential().length];
    for (int step = 0; step < steps; step++) {
      neurons.integrates(step);
      for (int s = spikes.first(step); s < spikes.first(step + 1); s++) {
        synapses.addTo(neurons.potential(), spikes.line(s));
      }
      for (int n = 0; n < peak.length; n++) {
        peak[n] = Math.max(peak[n], neurons.potential()[n]);
      }
    }
    return Arrays.stream(peak).average().orElse(0);
  }
}
