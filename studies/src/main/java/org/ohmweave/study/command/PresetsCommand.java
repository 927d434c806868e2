package org.ohmweave.study.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ohmweave.calibration.Preset;
import org.ohmweave.calibration.PresetValue;
import org.ohmweave.calibration.Presets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ohmweave presets [NAME]}. */
@Command(
    name = "presets",
    mixinStandardHelpOptions = true,
    description = "Lists the device presets, or one preset's values with unit, status and source.")
public final class PresetsCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "A preset, as family/law.")
  private @Nullable String name;

  @Override
  public Integer call() {
    if (name == null) {
      for (String each : Presets.names()) {
        System.out.printf(Locale.ROOT, "%-30s %s%n", each, Presets.find(each).title());
      }
      return 0;
    }
    Preset preset = Presets.find(name);
    System.out.println(preset.name() + ": " + preset.title());
    System.out.println("law:       " + preset.law());
    System.out.println("polarity:  " + preset.polarity());
    preset.references().forEach(reference -> System.out.println("reference: " + reference));
    preset.notes().forEach(note -> System.out.println("note:      " + note));
    System.out.println();
    System.out.printf(
        Locale.ROOT, "%-12s %14s  %-10s %-11s %s%n", "symbol", "value", "unit", "status", "source");
    for (PresetValue value : preset.values()) {
      System.out.printf(
          Locale.ROOT,
          "%-12s %14s  %-10s %-11s %s%n",
          value.symbol(),
          plain(value.value()),
          value.unit(),
          value.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          value.source());
    }
    return 0;
  }

  private static String plain(double value) {
    String text = String.format(Locale.ROOT, "%.9g", value);
    if (text.contains("e")) {
      return text.replaceAll("0+e", "e").replace(".e", "e");
    }
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
