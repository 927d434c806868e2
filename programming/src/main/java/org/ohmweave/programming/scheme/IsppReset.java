package org.ohmweave.programming.scheme;

import org.ohmweave.core.InputException;

/**
 * Incremental step pulse programming by RESET: full SET, then RESET pulses of growing amplitude
 * until the conductance has come down to the target. Suits cells whose SET is a runaway and whose
 * RESET is gradual.
 *
 * <p>The step shrinks near the target. A cell that overshoots is SET again and comes back with half
 * the step, starting three steps below the amplitude at which it overshot.
 *
 * @param setVolts amplitude of the full SET, {@code > 0}
 * @param setSeconds its duration
 * @param firstVolts size of the first RESET amplitude
 * @param stepVolts growth per pulse far from the target
 * @param lastVolts largest RESET amplitude
 * @param resetSeconds duration of RESET pulses
 */
public record IsppReset(
    double setVolts,
    double setSeconds,
    double firstVolts,
    double stepVolts,
    double lastVolts,
    double resetSeconds)
    implements PulseScheme {
  private static final double SMALLEST_STEP = 1e-4;

  /** All sizes must be positive. */
  public IsppReset {
    boolean good =
        setVolts > 0
            && setSeconds > 0
            && firstVolts > 0
            && stepVolts > 0
            && lastVolts > firstVolts
            && resetSeconds > 0;
    if (!good) {
      throw new InputException(
          "an ISPP scheme needs positive voltages and durations with first < last, got SET "
              + setVolts
              + " V, RESET "
              + firstVolts
              + " .. "
              + lastVolts
              + " V by "
              + stepVolts
              + " V");
    }
  }

  @Override
  public String name() {
    return "ispp-reset";
  }

  @Override
  public Sequence begin(double targetSiemens, double accepted) {
    return new Descent(targetSiemens, accepted);
  }

  private final class Descent implements Sequence {
    private final double target;
    private final double accepted;
    private double step = stepVolts;
    private double amplitude = firstVolts;
    private boolean fresh;
    private boolean started;
    private double volts;
    private double seconds;

    Descent(double target, double accepted) {
      this.target = target;
      this.accepted = accepted;
    }

    @Override
    public boolean next(double read) {
      double ratio = read / target;
      if (Math.abs(ratio - 1) <= accepted) {
        return false;
      }
      if (!started || ratio < 1) {
        if (started && !fresh) {
          // overshot: come back more finely, from a little below
          step = Math.max(SMALLEST_STEP, 0.5 * step);
          amplitude = Math.max(0.5 * firstVolts, amplitude - 4 * step);
        }
        started = true;
        fresh = true;
        volts = setVolts;
        seconds = setSeconds;
        return true;
      }
      double near = Math.min(1, 0.15 + Math.log(ratio));
      amplitude = fresh ? amplitude : Math.min(lastVolts, amplitude + step * near);
      fresh = false;
      volts = -amplitude;
      seconds = resetSeconds;
      return true;
    }

    @Override
    public double volts() {
      return volts;
    }

    @Override
    public double seconds() {
      return seconds;
    }
  }
}
