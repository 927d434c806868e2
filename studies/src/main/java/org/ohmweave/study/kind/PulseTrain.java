package org.ohmweave.study.kind;

import java.util.Arrays;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.device.effect.Population;

/**
 * Equal rectangular pulses.
 *
 * @param volts array convention: positive SETs
 * @param seconds width of each
 * @param pulses how many
 */
record PulseTrain(double volts, double seconds, int pulses) {
  /** Reads {@code amplitude}, {@code width}, {@code pulses}. */
  static PulseTrain read(YamlNode node, double sign) {
    return read(node, sign, node.whole("pulses", 30, 1, 100_000));
  }

  /** Reads {@code amplitude} and {@code width} of a single pulse. */
  static PulseTrain readOne(YamlNode node, double sign) {
    return read(node, sign, 1);
  }

  private static PulseTrain read(YamlNode node, double sign, int pulses) {
    double volts = node.quantity("amplitude", "V");
    double seconds = node.quantity("width", "s");
    node.finish();
    if (!(volts * sign > 0)) {
      throw new InputException(
          node.where("amplitude")
              + " must be "
              + (sign > 0 ? "positive" : "negative")
              + " (positive SETs) [V], got "
              + volts);
    }
    if (!(seconds > 0)) {
      throw new InputException(node.where("width") + " must be positive [s], got " + seconds);
    }
    return new PulseTrain(volts, seconds, pulses);
  }

  /** Applies one pulse; {@code volts} is workspace. */
  void apply(Population population, int from, int to, double[] volts, long event) {
    Arrays.fill(volts, from, to, population.bank().model().setSign() * this.volts);
    population.ramp(from, to, volts, volts, seconds, event);
  }

  /** For captions: {@code 1.50 V, 100 ns}. */
  String words() {
    return Words.digits(volts, 3) + " V, " + Words.si(seconds, "s");
  }
}
