package org.ohmweave.crossbar.dynamics;

import java.util.List;

/**
 * The course of an array. Channels are the line ends: left and right of every word line, top and
 * bottom of every bit line; currents are positive out of the array. Cells are in row-major order,
 * with n coordinates each.
 *
 * @param times where it was sampled, s
 * @param endAmps per time, one per channel, A
 * @param cellVolts per time, word line minus bit line, V
 * @param coordinates per time, {@code cell * n + s}
 * @param crossings what the cells did, in time order
 * @param startCoordinates at the start
 * @param finalCoordinates at the end
 * @param charge integral of each channel's current, C
 * @param energy delivered by each channel's source, J
 * @param steps accepted steps
 * @param rejected steps tried in vain
 * @param networkSolves linear solutions of the whole network
 */
public record TransientResult(
    double[] times,
    double[][] endAmps,
    double[][] cellVolts,
    double[][] coordinates,
    List<Crossing> crossings,
    double[] startCoordinates,
    double[] finalCoordinates,
    double[] charge,
    double[] energy,
    long steps,
    long rejected,
    long networkSolves) {}
