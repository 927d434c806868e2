package org.ohmweave.snn.synapse;

import org.ohmweave.core.InputException;

/**
 * The voltages that synapses see; array convention, positive SETs.
 *
 * @param readVolts amplitude of an input spike at a synapse
 * @param readSeconds duration of an input spike, for the energy
 * @param setVolts amplitude of a strengthening pulse, {@code > 0}
 * @param resetVolts amplitude of a weakening pulse, {@code < 0}
 * @param setSeconds duration of a strengthening pulse
 * @param resetSeconds duration of a weakening pulse
 */
public record PulseProgram(
    double readVolts,
    double readSeconds,
    double setVolts,
    double resetVolts,
    double setSeconds,
    double resetSeconds) {
  /** Signs and ranges. */
  public PulseProgram {
    if (!(readVolts > 0) || !(setVolts > 0) || !(resetVolts < 0)) {
      throw new InputException(
          "pulses need read > 0, SET > 0 and RESET < 0 [V], got "
              + readVolts
              + ", "
              + setVolts
              + ", "
              + resetVolts);
    }
    if (!(readSeconds > 0) || !(setSeconds > 0) || !(resetSeconds > 0)) {
      throw new InputException(
          "pulse durations must be positive [s], got "
              + readSeconds
              + ", "
              + setSeconds
              + ", "
              + resetSeconds);
    }
  }

  /**
   * Pulses under which a law's conductance moves gradually. For the physical laws they were chosen
   * here by trial, for no measured device.
   */
  public static PulseProgram gradual(String law) {
    return switch (law) {
      case "stanford-th" -> new PulseProgram(0.1, 1e-6, 1.35, -1.36, 1e-7, 1e-7);
      case "jart-v1b" -> new PulseProgram(0.1, 1e-6, 0.36, -0.72, 1e-6, 1e-5);
      default -> new PulseProgram(0.1, 1e-6, 1, -1, 1e-6, 1e-6);
    };
  }
}
