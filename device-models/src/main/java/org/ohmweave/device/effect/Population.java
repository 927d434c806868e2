package org.ohmweave.device.effect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.drive.CurrentCompliance;

/**
 * A bank of devices together with everything that happens to them: the law moves states, effects
 * wear, disturb and blur them, a compliance limits the current. Without effects and compliance it
 * does what the bank's law does, bit for bit.
 *
 * <p>All voltages are in the published polarity of the law. Methods work on a block {@code from ..
 * to - 1} and may be called from several threads for different blocks; the caller numbers pulses
 * and reads, and never uses a number twice.
 */
public final class Population {
  private final DeviceBank bank;
  private final List<Effect> effects;
  private final @Nullable CurrentCompliance compliance;
  private final NoiseSource noise;
  private final double[] start;
  private final double[] end;
  private final double[] unread;

  /** Effects act in the order of the list. They must not be shared with another population. */
  public Population(
      DeviceBank bank,
      List<Effect> effects,
      @Nullable CurrentCompliance compliance,
      NoiseSource noise) {
    this.bank = bank;
    this.effects = List.copyOf(effects);
    this.compliance = compliance;
    this.noise = noise;
    this.start = new double[bank.size()];
    this.end = new double[bank.size()];
    this.unread = new double[bank.size()];
    for (Effect effect : this.effects) {
      effect.begin(bank);
    }
    bank.check();
  }

  /** A bank without effects. */
  public static Population plain(DeviceBank bank, NoiseSource noise) {
    return new Population(bank, List.of(), null, noise);
  }

  /** The devices. */
  public DeviceBank bank() {
    return bank;
  }

  /** How many devices. */
  public int size() {
    return bank.size();
  }

  /** Begins a cycle of SET and RESET, counted from 0; cycles may be left out. */
  public void cycle(int from, int to, long cycle) {
    for (Effect effect : effects) {
      effect.cycle(bank, from, to, cycle);
    }
  }

  /** Applies a linear piece of voltage; see {@link org.ohmweave.device.DeviceModel#ramp}. */
  public void ramp(
      int from, int to, double[] startVolts, double[] endVolts, double seconds, long event) {
    System.arraycopy(startVolts, from, start, from, to - from);
    System.arraycopy(endVolts, from, end, from, to - from);
    for (Effect effect : effects) {
      effect.beforePulse(bank, from, to, start, end, seconds);
    }
    if (compliance == null) {
      bank.model().ramp(bank, from, to, start, end, seconds, noise, event);
    } else {
      compliance.ramp(bank, from, to, start, end, seconds, noise, event);
    }
    for (Effect effect : effects) {
      effect.afterPulse(bank, from, to, event);
    }
    age(from, to, seconds);
  }

  /** Lets the block rest at 0 V at a temperature, in kelvin. */
  public void rest(int from, int to, double seconds, double kelvin) {
    bank.model().cool(bank, from, to);
    for (Effect effect : effects) {
      effect.rest(bank, from, to, seconds, kelvin);
    }
    age(from, to, seconds);
  }

  private void age(int from, int to, double seconds) {
    for (int i = from; i < to; i++) {
      unread[i] += seconds;
    }
  }

  /**
   * Measured currents. Devices are undisturbed by it.
   *
   * @param volts (input, not modified) one per device
   * @param amps (output) one per device, limited by the compliance if there is one
   */
  public void read(int from, int to, double[] volts, double[] amps, long read) {
    bank.model().currents(bank, from, to, volts, amps);
    if (compliance != null) {
      compliance.limit(bank, from, to, amps);
    }
    for (int i = from; i < to; i++) {
      double seconds = unread[i];
      unread[i] = 0;
      for (Effect effect : effects) {
        effect.read(bank, i, i + 1, volts, amps, seconds, read);
      }
    }
  }

  /** Cells that have failed: name of the cause to counts stuck in the LRS and in the HRS. */
  public Map<String, int[]> failures() {
    Map<String, int[]> failures = new LinkedHashMap<>();
    for (Effect effect : effects) {
      int[] failed = effect.failed(bank);
      if (failed[0] + failed[1] > 0) {
        failures.put(effect.name(), failed);
      }
    }
    return failures;
  }
}
