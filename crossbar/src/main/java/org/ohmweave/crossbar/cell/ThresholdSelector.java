package org.ohmweave.crossbar.cell;

import java.util.Arrays;
import org.ohmweave.core.InputException;
import org.ohmweave.core.math.Exponential;

/**
 * Threshold switches, one per cell, each off or on. Off they leak, {@code i = 2 I0 sinh(v ln 10 /
 * S)}; on they carry in addition {@code (|v| - V_hold) / R_on} above the holding voltage. While the
 * states stand, the law is continuous and monotone, so a network has one solution; the jump and the
 * hysteresis lie in the states alone. {@link org.ohmweave.crossbar.wire.ThresholdArray} moves them:
 * off to on where {@code |v| > V_th}, on to off where the current is below the holding current.
 *
 * <p>The piecewise description with threshold and holding values is the one customary for
 * volatile-switch selectors in 1S1R arrays, for example Y. Li et al., "Impact of variations of
 * threshold voltage and hold voltage of threshold switching selectors in 1S1R crossbar array",
 * Chinese Physics B 27(11), 118502, 2018 [abstract read]. Not modelled: delay and recovery times,
 * drift of the threshold.
 */
public final class ThresholdSelector implements CellLaw {
  /**
   * Values of a switch.
   *
   * @param thresholdVolts V_th, above {@code holdVolts}
   * @param holdVolts V_hold, {@code >= 0}
   * @param onOhms R_on, {@code > 0}
   * @param holdAmps current below which an on switch goes off, {@code > 0}
   * @param leakAmps I0 of the off state, {@code > 0}
   * @param voltsPerDecade S of the off state, {@code > 0}
   */
  public record Parameters(
      double thresholdVolts,
      double holdVolts,
      double onOhms,
      double holdAmps,
      double leakAmps,
      double voltsPerDecade) {
    /** Checks all ranges. */
    public Parameters {
      positive("on resistance", onOhms, "ohm");
      positive("holding current", holdAmps, "A");
      positive("leakage scale", leakAmps, "A");
      positive("leakage slope", voltsPerDecade, "V per decade");
      if (!(holdVolts >= 0 && thresholdVolts > holdVolts && thresholdVolts < 1e6)) {
        throw new InputException(
            "a threshold selector needs 0 <= holding voltage < threshold voltage [V], got "
                + holdVolts
                + " and "
                + thresholdVolts);
      }
    }

    private static void positive(String what, double value, String unit) {
      if (!(value > 0) || Double.isInfinite(value)) {
        throw new InputException(
            "the "
                + what
                + " of a threshold selector must be positive and finite ["
                + unit
                + "], got "
                + value);
      }
    }
  }

  private final Parameters p;
  private final double perVolt;
  private final boolean[] on;

  /** Switches of the same values, all off. */
  public ThresholdSelector(Parameters parameters, int cells) {
    this.p = parameters;
    this.perVolt = Math.log(10) / parameters.voltsPerDecade();
    this.on = new boolean[cells];
  }

  /** The values. */
  public Parameters parameters() {
    return p;
  }

  /** Whether a switch is on. */
  public boolean isOn(int cell) {
    return on[cell];
  }

  /** Puts a switch into a state. */
  public void set(int cell, boolean toOn) {
    on[cell] = toOn;
  }

  /** Puts all switches off, as after a pause. */
  public void allOff() {
    Arrays.fill(on, false);
  }

  /** How many are on. */
  public int countOn() {
    int count = 0;
    for (boolean one : on) {
      count += one ? 1 : 0;
    }
    return count;
  }

  @Override
  public void evaluate(int from, int to, double[] volts, double[] amps, double[] siemens) {
    for (int k = from; k < to; k++) {
      double v = volts[k];
      double x = v * perVolt;
      amps[k] = 2 * p.leakAmps() * Exponential.sinh(x);
      siemens[k] = 2 * p.leakAmps() * perVolt * Exponential.cosh(x);
      if (on[k] && Math.abs(v) > p.holdVolts()) {
        amps[k] += Math.copySign((Math.abs(v) - p.holdVolts()) / p.onOhms(), v);
        siemens[k] += 1 / p.onOhms();
      }
    }
  }
}
