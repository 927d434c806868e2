package org.ohmweave.validation.snn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ohmweave.core.io.IdxImages;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.device.DeviceBank;

/**
 * The winner-take-all network written down a second time, slowly and without the production code:
 * one number per synapse, potentials as sums over all past input, spike trains as tables. Shared
 * with the network under test are only the addressed random numbers and the parameters of the
 * cells.
 */
final class ReferenceNetwork {
  private static final int STEPS = 350;
  private static final int INHIBITED_STEPS = 10;
  private static final int WINDOW_STEPS = 60;
  private static final double TAU_STEPS = 60;
  private static final double STEPS_PER_WHITE_INTERVAL = 1000.0 / 22;
  private static final double WANTED = 10;
  private static final double GAMMA = 5e-4;
  private static final double FULL_SIEMENS = 1e-4;
  private static final String[] SYMBOLS = {"G_min", "G_max", "a_p", "a_d", "b_p", "b_d", "c2c"};

  private final int lines;
  private final int outputs;
  private final NoiseSource noise;
  private final double[][] share;
  private final double[][][] cell;
  private long events;

  /** Final threshold of each output. */
  final double[] threshold;

  /** Threshold of all outputs at the start. */
  double initialThreshold;

  /** Winners in the order in which they fired. */
  final List<Integer> winners = new ArrayList<>();

  ReferenceNetwork(DeviceBank parameters, int lines, int outputs, NoiseSource noise) {
    this.lines = lines;
    this.outputs = outputs;
    this.noise = noise;
    this.threshold = new double[outputs];
    this.share = new double[outputs][lines];
    this.cell = new double[outputs][lines][SYMBOLS.length];
    for (int n = 0; n < outputs; n++) {
      for (int i = 0; i < lines; i++) {
        int site = n * lines + i;
        for (int k = 0; k < SYMBOLS.length; k++) {
          cell[n][i][k] = parameters.parameter(parameters.indexOf(SYMBOLS[k]), site);
        }
        double u = noise.purpose("initial-weights").uniform(site, 0);
        share[n][i] = 0.5 * (1 + 0.2 * (2 * u - 1));
      }
    }
  }

  double share(int output, int line) {
    return share[output][line];
  }

  private double weight(int n, int i) {
    double bottom = cell[n][i][0];
    return (bottom + share[n][i] * (cell[n][i][1] - bottom)) / FULL_SIEMENS;
  }

  /** The lines that spike, step by step. */
  private int[][] encode(IdxImages images, int image, long presentation) {
    Purpose random = noise.purpose("spike-encoding");
    List<List<Integer>> spikes = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      spikes.add(new ArrayList<>());
    }
    for (int i = 0; i < lines; i++) {
      int grey = images.grey(image, i);
      if (grey == 0) {
        continue;
      }
      double interval = STEPS_PER_WHITE_INTERVAL * 255 / grey;
      long event = presentation * 1024;
      double time = interval * random.uniform(i, event++);
      while (time < STEPS) {
        spikes.get((int) Math.floor(time)).add(i);
        time += interval * (0.8 + 0.4 * random.uniform(i, event++));
      }
    }
    return spikes.stream()
        .map(step -> step.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  void train(IdxImages images, int count) {
    double peaks = 0;
    int calibrated = Math.min(50, count);
    for (int k = 0; k < calibrated; k++) {
      peaks += meanPeak(encode(images, k, (1L << 34) + k));
    }
    initialThreshold = peaks / calibrated / 2;
    Arrays.fill(threshold, initialThreshold);
    for (int k = 0; k < count; k++) {
      int[] fired = present(encode(images, k, k));
      for (int n = 0; n < outputs; n++) {
        threshold[n] += GAMMA * initialThreshold * (fired[n] - WANTED / outputs);
      }
    }
  }

  /** Mean of the highest potentials of neurons that never fire. */
  private double meanPeak(int[][] spikes) {
    double sum = 0;
    for (int n = 0; n < outputs; n++) {
      double peak = 0;
      for (int step = 0; step < STEPS; step++) {
        peak = Math.max(peak, potential(spikes, n, 0, step));
      }
      sum += peak;
    }
    return sum / outputs;
  }

  /** Sum over the spikes since the last reset, each forgotten exponentially. */
  private double potential(int[][] spikes, int n, int from, int now) {
    double v = 0;
    for (int step = from; step <= now; step++) {
      double kept = Math.exp(-(now - step) / TAU_STEPS);
      for (int i : spikes[step]) {
        v += weight(n, i) * kept;
      }
    }
    return v;
  }

  private int[] present(int[][] spikes) {
    int[] fired = new int[outputs];
    int from = 0;
    for (int step = 0; step < STEPS; step++) {
      if (step < from) {
        continue;
      }
      int winner = -1;
      double furthest = 0;
      for (int n = 0; n < outputs; n++) {
        double above = potential(spikes, n, from, step) - threshold[n];
        if (above > furthest) {
          furthest = above;
          winner = n;
        }
      }
      if (winner >= 0) {
        fired[winner]++;
        winners.add(winner);
        learn(spikes, winner, step);
        from = step + INHIBITED_STEPS + 1;
      }
    }
    return fired;
  }

  private void learn(int[][] spikes, int n, int now) {
    boolean[] active = new boolean[lines];
    for (int step = Math.max(0, now - WINDOW_STEPS + 1); step <= now; step++) {
      for (int i : spikes[step]) {
        active[i] = true;
      }
    }
    for (int i = 0; i < lines; i++) {
      double[] c = cell[n][i];
      double g = share[n][i];
      double step = active[i] ? c[2] * Math.exp(-c[4] * g) : -c[3] * Math.exp(-c[5] * (1 - g));
      double x = noise.purpose("cycle-to-cycle").gaussian((long) n * lines + i, events);
      share[n][i] = Math.min(1, Math.max(0, g + step * (1 + c[6] * x)));
    }
    events++;
  }
}
