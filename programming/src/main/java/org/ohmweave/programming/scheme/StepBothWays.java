package org.ohmweave.programming.scheme;

import org.ohmweave.core.InputException;

/**
 * Pulses towards the target from whichever side the cell is on: SET below it, RESET above it. The
 * amplitude grows while pulses on one side bring too little, and starts anew, lower, after the
 * target was crossed. Suits cells that are gradual both ways.
 *
 * @param setVolts first SET amplitude, {@code > 0}
 * @param resetVolts size of the first RESET amplitude, {@code > 0}
 * @param stepVolts growth per pulse; 0 for laws that do not look at the amplitude
 * @param mostVolts largest amplitude either way
 * @param setSeconds duration of SET pulses
 * @param resetSeconds duration of RESET pulses
 */
public record StepBothWays(
    double setVolts,
    double resetVolts,
    double stepVolts,
    double mostVolts,
    double setSeconds,
    double resetSeconds)
    implements PulseScheme {

  /** Ranges. */
  public StepBothWays {
    boolean good =
        setVolts > 0
            && resetVolts > 0
            && stepVolts >= 0
            && mostVolts >= Math.max(setVolts, resetVolts)
            && setSeconds > 0
            && resetSeconds > 0;
    if (!good) {
      throw new InputException(
          "a two-way scheme needs positive first amplitudes below the largest and positive durations, got SET "
              + setVolts
              + " V, RESET "
              + resetVolts
              + " V, largest "
              + mostVolts
              + " V");
    }
  }

  @Override
  public String name() {
    return "step-both-ways";
  }

  @Override
  public Sequence begin(double targetSiemens, double accepted) {
    return new Approach(targetSiemens, accepted);
  }

  private final class Approach implements Sequence {
    private final double target;
    private final double accepted;
    private double set = setVolts;
    private double reset = resetVolts;
    private double step = stepVolts;
    private int side;
    private double volts;

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
      if (side != 0 && now != side) {
        step = Math.max(stepVolts / 16, step / 2);
        set = Math.max(0.5 * setVolts, set - 3 * stepVolts);
        reset = Math.max(0.5 * resetVolts, reset - 3 * stepVolts);
      } else if (side != 0) {
        set = now > 0 ? Math.min(mostVolts, set + step) : set;
        reset = now < 0 ? Math.min(mostVolts, reset + step) : reset;
      }
      side = now;
      volts = now > 0 ? set : -reset;
      return true;
    }

    @Override
    public double volts() {
      return volts;
    }

    @Override
    public double seconds() {
      return volts > 0 ? setSeconds : resetSeconds;
    }
  }
}
