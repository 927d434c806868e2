package org.ohmweave.snn.learn;

/**
 * What a network learned and what it cost.
 *
 * @param accuracy share of test images classified rightly
 * @param confusion true class x answered class, test images
 * @param inputSpikesPerImage mean over the training
 * @param outputSpikesPerImage mean over the test
 * @param silentTestImages test images without an output spike
 * @param deadOutputs outputs that never fired while labelling
 * @param outputLabels class each output stands for; -1 = dead
 * @param thresholds relative to the initial threshold, one per output
 * @param initialThreshold in units of one synapse's full conductance
 * @param readJoules energy of input spikes in the cells while training
 * @param writeJoules energy of programming pulses in the cells
 * @param pulses programming pulses, one per device
 * @param weights places in the conductance range, outputs x lines, 0..1
 * @param trainSecondsPerImage wall time
 * @param testSecondsPerImage wall time
 */
public record LearningResult(
    double accuracy,
    int[][] confusion,
    double inputSpikesPerImage,
    double outputSpikesPerImage,
    int silentTestImages,
    int deadOutputs,
    int[] outputLabels,
    double[] thresholds,
    double initialThreshold,
    double readJoules,
    double writeJoules,
    long pulses,
    double[] weights,
    double trainSecondsPerImage,
    double testSecondsPerImage) {}
