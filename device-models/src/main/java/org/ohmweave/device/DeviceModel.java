package org.ohmweave.device;

import java.util.List;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;

/**
 * The physics of one device law, without any state of its own. All methods work on a block {@code
 * from .. to - 1} of a {@link DeviceBank}; {@code volts} and {@code amps} are indexed like the
 * bank. Voltages are in the law's <em>published polarity</em>; {@link #setSign()} translates to the
 * array convention "word line positive SETs". Voltages are across the whole cell, the series
 * resistor of the bank included.
 */
public interface DeviceModel {
  /** Short name of the law ({@code "jart-v1b"}). */
  String law();

  /** Parameters, in the order of the bank's columns. */
  List<ParameterSymbol> parameters();

  /** Pairs of symbols of which the first must be below the second. */
  default List<List<String>> ascending() {
    return List.of();
  }

  /**
   * Refuses parameters that the signs and {@link #ascending} cannot express, such as a number that
   * must be whole.
   *
   * @throws org.ohmweave.core.InputException naming the parameter, its value and what is right
   */
  default void check(DeviceBank bank) {}

  /**
   * Refuses parameters of one device that make no sense together, in one sentence.
   *
   * @throws org.ohmweave.core.InputException if they do not
   */
  default void checkTogether(DeviceBank bank, int device) {}

  /** States, in the order of the bank's state arrays. */
  List<StateVariable> states();

  /** +1 if a positive voltage of the published polarity SETs, -1 if a negative one does. */
  int setSign();

  /**
   * Whether the HRS that {@link #reset} puts a device into is a bound that its state cannot leave;
   * otherwise it is only where a device starts.
   */
  default boolean highResistanceIsBound() {
    return true;
  }

  /** Whether equal devices under equal voltages behave differently, by the law itself. */
  default boolean stochastic() {
    return false;
  }

  /**
   * Whether a longer voltage does more than a shorter one. A law that counts pulses, or looks at
   * the voltage that is reached alone, has no switching time.
   */
  default boolean followsTime() {
    return true;
  }

  /**
   * Puts block {@code from .. to - 1} into the HRS bound (or the LRS bound), at ambient
   * temperature.
   */
  void reset(DeviceBank bank, int from, int to, boolean lowResistance);

  /**
   * Draws what the law itself says of the differences between devices, addressed by the bank's
   * sites, and puts the block into the HRS bound. Called once where a population is made; most laws
   * have nothing to draw and leave their devices alone.
   */
  default void draw(DeviceBank bank, int from, int to, NoiseSource noise) {}

  /**
   * Static current of every device at its present state.
   *
   * @param bank (input, not modified)
   * @param volts (input, not modified) one per device
   * @param amps (output) one per device
   */
  void currents(DeviceBank bank, int from, int to, double[] volts, double[] amps);

  /**
   * Static current and its slope by the voltage, at fixed state.
   *
   * @param siemens (output) di/dv, one per device
   */
  void slopes(DeviceBank bank, int from, int to, double[] volts, double[] amps, double[] siemens);

  /**
   * Carries each device through a linear voltage ramp (a constant voltage if both ends are equal).
   *
   * @param bank (modified) states
   * @param startVolts (input, not modified) one per device
   * @param endVolts (input, not modified) one per device; may be the same array
   * @param seconds duration, {@code >= 0}
   * @param noise origin of stochastic switching, addressed by the bank's sites and {@code event}
   * @param event index of this pulse; the caller never reuses one for the same bank and noise
   *     source
   */
  void ramp(
      DeviceBank bank,
      int from,
      int to,
      double[] startVolts,
      double[] endVolts,
      double seconds,
      NoiseSource noise,
      long event);

  /**
   * Lets the block rest at 0 V for long against thermal times and short against retention:
   * filaments come to ambient temperature, nothing else changes. Pulses that are apart are
   * separated by this.
   */
  default void cool(DeviceBank bank, int from, int to) {}

  /** Holds each device at a constant voltage; see {@link #ramp}. */
  default void hold(
      DeviceBank bank,
      int from,
      int to,
      double[] volts,
      double seconds,
      NoiseSource noise,
      long event) {
    ramp(bank, from, to, volts, volts, seconds, noise, event);
  }

  /**
   * The devices of a bank as differential equations.
   *
   * @param bank whose parameters and states are meant; states are read and written only on request
   * @param noise origin of stochastic switching, addressed by the bank's sites
   * @throws InputException if the law has no smooth equations
   */
  default CellDynamics dynamics(DeviceBank bank, NoiseSource noise) {
    throw new InputException(
        "law "
            + law()
            + " cannot be integrated together with a network: its rate is not smooth or was never"
            + " given; use stanford-th, pcmo-reaction-drift, jart-v1b, pickett or poisson-switch");
  }

  /**
   * Temperature of the filament of one device in kelvin, if the law has one, at a given voltage;
   * NaN otherwise.
   */
  double kelvin(DeviceBank bank, int device, double volts);
}
