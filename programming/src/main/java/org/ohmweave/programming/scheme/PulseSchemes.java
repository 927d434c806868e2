package org.ohmweave.programming.scheme;

import java.util.List;
import org.ohmweave.core.InputException;

/**
 * The schemes by name, with amplitudes that suit each law. The amplitudes were chosen here on the
 * simulated cells; they are no recommendation for a measured device.
 */
public final class PulseSchemes {
  private static final List<String> NAMES = List.of("ispp-reset", "step-both-ways");

  private PulseSchemes() {}

  /** Names. */
  public static List<String> names() {
    return NAMES;
  }

  /** The scheme that suits a law best. */
  public static PulseScheme suiting(String law) {
    return law.equals("stanford-th") ? of("ispp-reset", law) : of("step-both-ways", law);
  }

  /** A scheme with amplitudes for a law. */
  public static PulseScheme of(String name, String law) {
    return switch (name) {
      case "ispp-reset" ->
          law.equals("jart-v1b")
              ? new IsppReset(1.3, 1e-6, 0.6, 0.01, 2, 1e-6)
              : new IsppReset(2.4, 1e-6, 1.1, 0.01, 3, 1e-6);
      case "step-both-ways" ->
          switch (law) {
            case "jart-v1b" -> new StepBothWays(0.35, 0.6, 0.01, 1.8, 1e-6, 1e-6);
            case "stanford-th" -> new StepBothWays(1.2, 1.0, 0.01, 3, 1e-6, 1e-6);
            default -> new StepBothWays(1, 1, 0, 1, 1e-6, 1e-6);
          };
      default -> throw new InputException("scheme '" + name + "' is unknown; there are " + NAMES);
    };
  }
}
