package org.ohmweave.crossbar.cell;

import org.ohmweave.core.InputException;
import org.ohmweave.core.math.Exponential;

/**
 * An n-channel access transistor from weak to strong inversion, in triode and in saturation, with
 * one smooth formula:
 *
 * <pre>
 *   i = I_S [F((V_P - V_S) / U_T) - F((V_P - V_D) / U_T)],   F(x) = ln(1 + e^(x/2))^2,
 *   V_P = (V_G - V_T0) / n,   I_S = 2 n beta U_T^2,          U_T = k T / q
 * </pre>
 *
 * with all voltages against the bulk (at 0 V), symmetric in source and drain. Limits: {@code beta
 * (V_G - V_T0) V_DS} for small V_DS, {@code beta (V_G - V_T0)^2 / (2 n)} in saturation, a decade
 * per {@code n U_T ln 10} below threshold.
 *
 * <p>C. C. Enz, F. Krummenacher, E. A. Vittoz, "An Analytical MOS Transistor Model Valid in All
 * Regions of Operation and Dedicated to Low-Voltage and Low-Current Applications", Analog
 * Integrated Circuits and Signal Processing 8, 83-114, 1995 [memory], with its interpolation
 * function. Not modelled: channel-length modulation, velocity saturation, mobility reduction,
 * leakage of junctions and gate.
 *
 * @param thresholdVolts V_T0
 * @param transconductance beta = mobility x oxide capacitance x W / L, A/V^2, {@code > 0}
 * @param slopeFactor n, 1 .. 3
 * @param kelvin temperature, {@code > 0}
 */
public record Transistor(
    double thresholdVolts, double transconductance, double slopeFactor, double kelvin) {
  private static final double VOLTS_PER_KELVIN = 1.380649e-23 / 1.602176634e-19;

  /** Checks all ranges. */
  public Transistor {
    if (!Double.isFinite(thresholdVolts)) {
      throw new InputException(
          "the threshold voltage of a transistor must be finite [V], got " + thresholdVolts);
    }
    if (!(transconductance > 0) || Double.isInfinite(transconductance)) {
      throw new InputException(
          "the transconductance of a transistor must be positive and finite [A/V2], got "
              + transconductance);
    }
    if (!(slopeFactor >= 1 && slopeFactor <= 3)) {
      throw new InputException(
          "the slope factor of a transistor must lie in 1 .. 3, got " + slopeFactor);
    }
    if (!(kelvin > 0 && kelvin < 2000)) {
      throw new InputException(
          "the temperature of a transistor must lie in 0 .. 2000 K, got " + kelvin);
    }
  }

  /**
   * A transistor whose resistance at small drain voltage is {@code ohms} with the gate at {@code
   * gateVolts}, source at 0 V: n = 1.3, 300 K.
   */
  public static Transistor ofOnOhms(double ohms, double gateVolts, double thresholdVolts) {
    if (!(ohms > 0) || !(gateVolts > thresholdVolts)) {
      throw new InputException(
          "an on resistance needs a positive value and a gate voltage above the threshold, got "
              + ohms
              + " ohm, "
              + gateVolts
              + " V and "
              + thresholdVolts
              + " V");
    }
    Transistor unit = new Transistor(thresholdVolts, 1, 1.3, 300);
    return new Transistor(thresholdVolts, 1 / (ohms * unit.drainSlope(gateVolts, 0, 0)), 1.3, 300);
  }

  /** Thermal voltage kT/q. */
  double thermalVolts() {
    return VOLTS_PER_KELVIN * kelvin;
  }

  private double specificAmps() {
    return 2 * slopeFactor * transconductance * thermalVolts() * thermalVolts();
  }

  /**
   * Current from drain to source, A.
   *
   * @param gateVolts against the bulk
   * @param sourceVolts against the bulk
   * @param drainSourceVolts drain minus source, any sign
   */
  public double amps(double gateVolts, double sourceVolts, double drainSourceVolts) {
    double pinch = (gateVolts - thresholdVolts) / slopeFactor;
    double source = (pinch - sourceVolts) / (2 * thermalVolts());
    double half = drainSourceVolts / (2 * thermalVolts());
    double drain = source - half;
    double a = softplus(source);
    double b = softplus(drain);
    // the difference of the two logarithms, without cancellation at small voltage
    double difference =
        Math.abs(half) < 1 ? StrictMath.log1p(sigmoid(drain) * Exponential.expm1(half)) : a - b;
    return specificAmps() * difference * (a + b);
  }

  /** Slope of {@link #amps} by the drain voltage, S. */
  public double drainSlope(double gateVolts, double sourceVolts, double drainSourceVolts) {
    double pinch = (gateVolts - thresholdVolts) / slopeFactor;
    double drain = (pinch - sourceVolts - drainSourceVolts) / (2 * thermalVolts());
    return specificAmps() * softplus(drain) * sigmoid(drain) / thermalVolts();
  }

  private static double softplus(double x) {
    return x > 0 ? x + StrictMath.log1p(Exponential.exp(-x)) : StrictMath.log1p(Exponential.exp(x));
  }

  private static double sigmoid(double x) {
    double e = Exponential.exp(-Math.abs(x));
    return x >= 0 ? 1 / (1 + e) : e / (1 + e);
  }
}
