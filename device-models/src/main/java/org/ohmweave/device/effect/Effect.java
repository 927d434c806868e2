package org.ohmweave.device.effect;

import org.ohmweave.device.DeviceBank;

/**
 * One cause of variability beyond the law: wear, read noise, relaxation. It watches what happens to
 * a {@link Population} and changes devices, or what is read from them.
 *
 * <p>Calls come block by block and may come from several threads at once for different blocks; what
 * an effect remembers it remembers per device. Randomness is addressed by the device's site, so the
 * split into blocks changes nothing.
 */
public interface Effect {
  /** Name for results and for switching it off: {@code "read-noise"}. */
  String name();

  /** Before the first call of any other: draw what belongs to the devices. */
  default void begin(DeviceBank bank) {}

  /** Before cycle {@code cycle} (counted from 0) of SET and RESET. */
  default void cycle(DeviceBank bank, int from, int to, long cycle) {}

  /**
   * Before a piece of voltage that is about to be applied. May move states.
   *
   * @param startVolts (modified at will) what each device will get at the start of the piece
   * @param endVolts (modified at will) what it will get at the end
   */
  default void beforePulse(
      DeviceBank bank, int from, int to, double[] startVolts, double[] endVolts, double seconds) {}

  /** After a piece of voltage; {@code event} addresses it. */
  default void afterPulse(DeviceBank bank, int from, int to, long event) {}

  /** While no voltage is applied. */
  default void rest(DeviceBank bank, int from, int to, double seconds, double kelvin) {}

  /**
   * A read.
   *
   * @param volts (input, not modified) published polarity
   * @param amps (modified) what the law gives, becomes what is measured
   * @param seconds time since the read before, or since the beginning
   * @param read index of the read
   */
  default void read(
      DeviceBank bank,
      int from,
      int to,
      double[] volts,
      double[] amps,
      double seconds,
      long read) {}

  /** How many devices have failed by this cause so far: stuck in the LRS, stuck in the HRS. */
  default int[] failed(DeviceBank bank) {
    return new int[2];
  }
}
