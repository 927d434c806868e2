package org.ohmweave.programming.scheme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ohmweave.calibration.Preset;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.Nearest;
import org.ohmweave.core.io.YamlFile;
import org.ohmweave.core.io.YamlNode;

/**
 * The schemes by name, with amplitudes that suit each law or preset: the table {@code pulses.yaml}.
 * The amplitudes were chosen here on the simulated cells; they are no recommendation for a measured
 * device.
 */
public final class PulseSchemes {
  private static final List<String> NAMES =
      List.of("ispp-reset", "step-both-ways", "lengthen-both-ways");

  private PulseSchemes() {}

  /** Names. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The scheme that suits a law best.
   *
   * @throws InputException if the law has no levels that a scheme could reach
   */
  public static PulseScheme suiting(String law) {
    return of(entry(law, law).text("use"), law);
  }

  /** The scheme that suits the cells of a preset best. */
  public static PulseScheme suiting(Preset preset) {
    return of(entry(preset.name(), preset.law()).text("use"), preset);
  }

  /** A scheme with amplitudes for a law. */
  public static PulseScheme of(String name, String law) {
    return scheme(name, law, entry(law, law));
  }

  /** A scheme with amplitudes for the cells of a preset. */
  public static PulseScheme of(String name, Preset preset) {
    return scheme(name, preset.law(), entry(preset.name(), preset.law()));
  }

  /** Resistor in series with the film that the amplitudes were chosen for, in ohm; 0 for none. */
  public static double seriesOhms(Preset preset) {
    YamlNode all = table();
    String key = all.has(preset.name()) ? preset.name() : preset.law();
    return all.has(key) ? all.child(key).quantity("series", "ohm", 0) : 0;
  }

  private static YamlNode entry(String preset, String law) {
    YamlNode all = table();
    String key = all.has(preset) ? preset : law;
    if (!all.has(key)) {
      throw new InputException(
          "no write-verify pulses are known for law '"
              + law
              + "'; choose a preset of one of "
              + all.keys().stream().filter(k -> !k.contains("/")).toList());
    }
    YamlNode entry = all.child(key);
    if (entry.has("refused")) {
      throw new InputException(
          "law '"
              + law
              + "' cannot be programmed to conductances, "
              + entry.text("refused")
              + "; choose another preset");
    }
    return entry;
  }

  private static PulseScheme scheme(String name, String law, YamlNode entry) {
    if (!NAMES.contains(name)) {
      throw new InputException(
          "scheme '" + name + "' is unknown" + Nearest.hint(name, NAMES) + "; there are " + NAMES);
    }
    if (!entry.has(name)) {
      throw new InputException(
          "scheme '"
              + name
              + "' has no amplitudes for law '"
              + law
              + "'; it may be one of "
              + NAMES.stream().filter(entry::has).toList());
    }
    YamlNode p = entry.child(name);
    double set = p.quantity("set", "V");
    double setFor = p.quantity("setFor", "s");
    double resetFor = p.quantity("resetFor", "s");
    return switch (name) {
      case "ispp-reset" ->
          new IsppReset(
              set,
              setFor,
              p.quantity("first", "V"),
              p.quantity("step", "V"),
              p.quantity("last", "V"),
              resetFor);
      case "step-both-ways" ->
          new StepBothWays(
              set,
              p.quantity("reset", "V"),
              p.quantity("step", "V"),
              p.quantity("last", "V"),
              setFor,
              resetFor);
      default ->
          new LengthenBothWays(
              set,
              p.quantity("reset", "V"),
              setFor,
              resetFor,
              p.quantity("growth", "1"),
              p.quantity("longest", "s"));
    };
  }

  private static YamlNode table() {
    try (InputStream in = PulseSchemes.class.getResourceAsStream("pulses.yaml")) {
      if (in == null) {
        throw new IllegalStateException("pulses.yaml is missing from the jar");
      }
      return YamlFile.parse("pulses.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
