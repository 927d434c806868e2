package org.ohmweave.calibration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.Nearest;
import org.ohmweave.core.io.YamlFile;
import org.ohmweave.core.io.YamlNode;

/** The parameter sets that come with the project, and those a user brings as files. */
public final class Presets {
  private static final List<String> NAMES =
      List.of(
          "behavioural/aihwkit-capacitor",
          "behavioural/aihwkit-ecram",
          "behavioural/aihwkit-ecram-mo",
          "behavioural/aihwkit-gokmen-vlasov",
          "behavioural/aihwkit-idealized",
          "behavioural/aihwkit-pcm",
          "behavioural/aihwkit-reram-array-hfo2",
          "behavioural/aihwkit-reram-array-om",
          "behavioural/aihwkit-reram-es",
          "behavioural/aihwkit-reram-sb",
          "behavioural/data-driven",
          "behavioural/data-driven-2018",
          "behavioural/metastable-switch",
          "behavioural/neurosim-ag-asi",
          "behavioural/neurosim-alox-hfo2",
          "behavioural/neurosim-epiram",
          "behavioural/neurosim-pcmo",
          "behavioural/neurosim-taox-hfox",
          "behavioural/neurosim-taox-tio2",
          "behavioural/poisson-switch",
          "behavioural/soft-bounds",
          "behavioural/statistical-cycles",
          "behavioural/yakopcic",
          "hfo2/full-range",
          "hfo2/jart-v1b",
          "hfo2/jart-v1b-cycles",
          "hfo2/jart-v1b-user-guide",
          "pcmo/full-range",
          "pcmo/reaction-drift",
          "reram/full-range",
          "reram/stanford-th",
          "reram/stanford-v1",
          "tio2/full-range",
          "tio2/linear-drift",
          "tio2/pickett",
          "tio2/team",
          "tio2/vteam");

  /** Name of the coefficients that come with the project. */
  public static final String CYCLE_COEFFICIENTS = "hennen-2024";

  private Presets() {}

  /** Names in alphabetical order. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * A set by its name, or from a file if the name ends with {@code .yaml}.
   *
   * @throws InputException if there is none; names the nearest
   */
  public static Preset find(String name) {
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return read(Path.of(name));
    }
    if (!NAMES.contains(name)) {
      throw new InputException(
          "preset '"
              + name
              + "' is unknown"
              + Nearest.hint(name, NAMES)
              + "; there are "
              + NAMES
              + ", or name a file that ends with .yaml");
    }
    String resource = "presets/" + name + ".yaml";
    try (InputStream in = Presets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the jar");
      }
      return new PresetReader(name + ".yaml")
          .read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Coefficients of a statistical law of cycles, by their name or from a file if the name ends with
   * {@code .yaml}. The module of the laws reads them.
   */
  public static YamlNode cycleCoefficients(String name) {
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      try {
        return YamlFile.parse(name, Files.readString(Path.of(name)));
      } catch (IOException e) {
        throw new InputException(
            "coefficients file " + name + " cannot be read; name an existing YAML file", e);
      }
    }
    if (!name.equals(CYCLE_COEFFICIENTS)) {
      throw new InputException(
          "coefficients '"
              + name
              + "' are unknown; there are ["
              + CYCLE_COEFFICIENTS
              + "], or name a .yaml file");
    }
    String resource = "cycles/" + name + ".yaml";
    try (InputStream in = Presets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the jar");
      }
      return YamlFile.parse(name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A set from a user's file. */
  public static Preset read(Path file) {
    try {
      return new PresetReader(file.toString()).read(Files.readString(file));
    } catch (IOException e) {
      throw new InputException(
          "preset file " + file + " cannot be read; name an existing YAML file", e);
    }
  }
}
