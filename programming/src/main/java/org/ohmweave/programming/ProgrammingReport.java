package org.ohmweave.programming;

/**
 * What programming cost and how well it went; arrays have one entry per cell.
 *
 * @param targetSiemens wanted
 * @param finalSiemens reached, read without noise
 * @param residual relative deviation, {@code final / target - 1}
 * @param pulses spent
 * @param unreachable cells whose target lies outside the conductances the device can take; not
 *     pulsed
 * @param outOfBudget cells that did not reach their target within the budget
 * @param misjudged cells that a noisy read accepted although they are outside the tolerance
 * @param tolerance that was asked for
 * @param reads verify reads, all cells
 * @param joules energy of all pulses at the terminals, integrated over each to about 1 %
 * @param longestSeconds pulse time of the slowest cell; cells are programmed one by one in an
 *     array, so times add
 */
public record ProgrammingReport(
    double[] targetSiemens,
    double[] finalSiemens,
    double[] residual,
    int[] pulses,
    int unreachable,
    int outOfBudget,
    int misjudged,
    double tolerance,
    long reads,
    double joules,
    double longestSeconds) {

  /** Cells outside the tolerance, whatever the reason. */
  public int failures() {
    int failures = 0;
    for (double r : residual) {
      failures += Math.abs(r) <= tolerance ? 0 : 1;
    }
    return failures;
  }

  /** Share of cells within the tolerance. */
  public double yield() {
    return 1 - failures() / (double) residual.length;
  }

  /** Pulses of all cells. */
  public long totalPulses() {
    long sum = 0;
    for (int p : pulses) {
      sum += p;
    }
    return sum;
  }

  /**
   * Share of cells that are within the tolerance and needed at most {@code k} pulses, for k = 0 ..
   * length - 1.
   */
  public double[] convergence(int length) {
    double[] curve = new double[length];
    for (int i = 0; i < pulses.length; i++) {
      if (Math.abs(residual[i]) <= tolerance && pulses[i] < length) {
        curve[pulses[i]] += 1.0 / pulses.length;
      }
    }
    for (int k = 1; k < length; k++) {
      curve[k] += curve[k - 1];
    }
    return curve;
  }
}
