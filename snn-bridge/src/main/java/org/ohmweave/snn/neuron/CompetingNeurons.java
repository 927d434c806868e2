package org.ohmweave.snn.neuron;

import java.util.Arrays;

/**
 * Leaky integrate-and-fire neurons of which one wins: when potentials exceed thresholds, the neuron
 * furthest above fires, all potentials return to zero and none integrates for a while (lateral
 * inhibition).
 *
 * <p>Potentials decay by {@code exp(-step/tau)} per step. Potentials and thresholds are in units of
 * one synapse's full conductance.
 */
public final class CompetingNeurons {
  private final double[] potential;
  private final double decay;
  private final int inhibitionSteps;
  private int silentUntil;

  /** Neurons at rest. */
  public CompetingNeurons(
      int count, double tauSeconds, double stepSeconds, double inhibitionSeconds) {
    this.potential = new double[count];
    this.decay = StrictMath.exp(-stepSeconds / tauSeconds);
    this.inhibitionSteps = (int) Math.round(inhibitionSeconds / stepSeconds);
  }

  /** Brings all neurons to rest before a presentation. */
  public void rest() {
    Arrays.fill(potential, 0);
    silentUntil = 0;
  }

  /** Lets one step pass; false while the neurons are inhibited and take no input. */
  public boolean integrates(int step) {
    if (step < silentUntil) {
      return false;
    }
    for (int n = 0; n < potential.length; n++) {
      potential[n] *= decay;
    }
    return true;
  }

  /** Potentials, to add input to. Not a copy. */
  public double[] potential() {
    return potential;
  }

  /** The neuron that fires now, or -1; firing resets and inhibits all. */
  public int fire(double[] threshold, int step) {
    int winner = -1;
    double most = 0;
    for (int n = 0; n < potential.length; n++) {
      double above = potential[n] - threshold[n];
      if (above > most) {
        most = above;
        winner = n;
      }
    }
    if (winner >= 0) {
      Arrays.fill(potential, 0);
      silentUntil = step + 1 + inhibitionSteps;
    }
    return winner;
  }
}
