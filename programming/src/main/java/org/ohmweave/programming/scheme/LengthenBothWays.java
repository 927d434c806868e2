package org.ohmweave.programming.scheme;

import org.ohmweave.core.InputException;

/**
 * Pulses of fixed amplitude towards the target from whichever side the cell is on; their duration
 * grows while pulses on one side bring too little, and starts anew, much shorter, after the target
 * was crossed. Suits laws that cover many decades of time at one voltage, and laws whose SET must
 * not get stronger.
 *
 * @param setVolts SET amplitude, {@code > 0}
 * @param resetVolts size of the RESET amplitude, {@code > 0}
 * @param setSeconds shortest SET pulse
 * @param resetSeconds shortest RESET pulse
 * @param growth factor from one pulse to the next on the same side, {@code > 1}
 * @param mostSeconds longest pulse either way
 */
public record LengthenBothWays(
    double setVolts,
    double resetVolts,
    double setSeconds,
    double resetSeconds,
    double growth,
    double mostSeconds)
    implements PulseScheme {
  /** How much shorter than the last pulse the first one after a crossing is. */
  private static final double SHORTER = 1.0 / 16;

  private static final double LEAST_GROWTH = 1.1;

  /** Ranges. */
  public LengthenBothWays {
    boolean good =
        setVolts > 0
            && resetVolts > 0
            && setSeconds > 0
            && resetSeconds > 0
            && growth > 1
            && mostSeconds >= Math.max(setSeconds, resetSeconds);
    if (!good) {
      throw new InputException(
          "a lengthening scheme needs positive amplitudes, shortest durations below the longest and a growth above 1, got SET "
              + setVolts
              + " V from "
              + setSeconds
              + " s, RESET "
              + resetVolts
              + " V from "
              + resetSeconds
              + " s, growth "
              + growth
              + ", longest "
              + mostSeconds
              + " s");
    }
  }

  @Override
  public String name() {
    return "lengthen-both-ways";
  }

  @Override
  public Sequence begin(double targetSiemens, double accepted) {
    return new Approach(targetSiemens, accepted);
  }

  private final class Approach implements Sequence {
    private final double target;
    private final double accepted;
    private double set = setSeconds;
    private double reset = resetSeconds;
    private double factor = growth;
    private int side;

    Approach(double target, double accepted) {
      this.target = target;
      this.accepted = accepted;
    }

    @Override
    public boolean next(double read) {
      double ratio = read / target;
      if (Math.abs(ratio - 1) <= accepted) {
        return false;
      }
      int now = ratio < 1 ? 1 : -1;
      if (side == now) {
        set = now > 0 ? Math.min(mostSeconds, factor * set) : set;
        reset = now < 0 ? Math.min(mostSeconds, factor * reset) : reset;
      } else if (side != 0) {
        factor = Math.max(Math.min(growth, LEAST_GROWTH), Math.sqrt(factor));
        set = Math.max(setSeconds, SHORTER * set);
        reset = Math.max(resetSeconds, SHORTER * reset);
      }
      side = now;
      return true;
    }

    @Override
    public double volts() {
      return side > 0 ? setVolts : -resetVolts;
    }

    @Override
    public double seconds() {
      return side > 0 ? set : reset;
    }
  }
}
