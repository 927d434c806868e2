package org.ohmweave.study.kind;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ohmweave.calibration.Preset;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.unit.Quantity;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.definition.Variability;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.variability.ImpedanceFactor;
import org.ohmweave.device.variability.Spread;

/**
 * Which devices a study uses: a preset, values that replace the preset's, and the spread of
 * parameters from device to device.
 *
 * @param preset where the parameters come from
 * @param replaced published symbol to SI value
 * @param spread published symbol to relative standard deviation (normal, see {@link Spread})
 * @param conductanceFactor exact scaling of every device, see {@link ImpedanceFactor}; 1 = none
 */
public record DeviceChoice(
    Preset preset,
    Map<String, Double> replaced,
    Map<String, Double> spread,
    double conductanceFactor) {

  /** A preset as published. */
  public static DeviceChoice of(String preset) {
    return new DeviceChoice(Presets.find(preset), Map.of(), Map.of(), 1);
  }

  /** Reads the keys {@code preset}, {@code set}, {@code series} and {@code spread}. */
  public static DeviceChoice read(YamlNode node, String presetOtherwise) {
    Preset preset = Presets.find(node.text("preset", presetOtherwise));
    DeviceBank probe = Devices.bank(preset, 1, 0);
    Map<String, Double> replaced = new LinkedHashMap<>();
    node.words("set")
        .forEach(
            (symbol, words) -> {
              String unit = probe.model().parameters().get(probe.indexOf(symbol)).unit();
              replaced.put(symbol, Quantity.parse(words, unit, node.where("set." + symbol)));
            });
    double series = node.quantity("series", "ohm", Double.NaN);
    if (!Double.isNaN(series)) {
      if (series < 0) {
        throw new InputException(
            node.where("series") + " must not be negative [ohm], got " + series);
      }
      probe.indexOf("R_s");
      replaced.put("R_s", series);
    }
    Map<String, Double> spread = new LinkedHashMap<>();
    node.words("spread")
        .forEach(
            (symbol, words) -> {
              probe.indexOf(symbol);
              if (!words.contains("%")) {
                throw new InputException(
                    node.where("spread." + symbol)
                        + ": '"
                        + words
                        + "' has no unit; write a relative sd such as '10 %'");
              }
              double relative = Quantity.parse(words, "1", node.where("spread." + symbol));
              if (!(relative >= 0 && relative <= 5)) {
                throw new InputException(
                    node.where("spread." + symbol) + " must lie in 0 % .. 500 %, got " + words);
              }
              spread.put(symbol, relative);
            });
    double factor = node.quantity("conductanceFactor", "1", 1);
    if (!(factor > 0)) {
      throw new InputException(
          node.where("conductanceFactor") + " must be positive [1], got " + factor);
    }
    DeviceChoice choice = new DeviceChoice(preset, replaced, spread, factor);
    choice.variability();
    return choice;
  }

  /** The same devices with a resistor in series. */
  public DeviceChoice withSeriesOhms(double ohms) {
    Map<String, Double> more = new LinkedHashMap<>(replaced);
    more.put("R_s", ohms);
    return new DeviceChoice(preset, more, spread, conductanceFactor);
  }

  /** A population; spread addressed by {@code firstSite + i}. */
  public DeviceBank bank(int size, long firstSite, NoiseSource noise) {
    DeviceBank bank = nominal(size, firstSite);
    Map<String, Spread> own = new LinkedHashMap<>();
    spread.forEach((symbol, relative) -> own.put(symbol, Spread.normal(relative)));
    Variability variability = variability().withSpread(own);
    variability.spreadParameters(bank, noise);
    bank.check();
    bank.model().draw(bank, 0, size, noise);
    bank.model().reset(bank, 0, size, false);
    variability.spreadStates(bank, noise);
    return bank;
  }

  /** What the preset's file says of spread. */
  private Variability variability() {
    return Variability.of(preset).withoutEffects(preset);
  }

  /** Whether devices differ, by the study or by the preset's file. */
  public boolean varies() {
    return !spread.isEmpty()
        || !variability().sources().isEmpty()
        || Devices.bank(preset, 1, 0).model().drawsDevices();
  }

  /** A population without spread. */
  public DeviceBank nominal(int size, long firstSite) {
    DeviceBank bank = Devices.bank(preset, size, firstSite);
    replaced.forEach((symbol, value) -> bank.setShared(bank.indexOf(symbol), value));
    if (conductanceFactor != 1) {
      ImpedanceFactor.apply(bank, conductanceFactor);
    }
    bank.check();
    bank.model().reset(bank, 0, size, false);
    return bank;
  }

  /** The spread for people: {@code I0 10 %, g0 3 % (relative sd)}. */
  public String spreadWords() {
    String file =
        variability().sources().isEmpty() ? "" : ", and as the file of " + preset.name() + " says";
    return spread.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey() + " " + Words.digits(100 * e.getValue(), 2) + " %")
            .collect(Collectors.joining(", "))
        + " (relative sd)"
        + file;
  }

  /** For result files. */
  public Map<String, Object> describe() {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("preset", preset.name());
    description.put("set", replaced);
    description.put("spread", spread);
    description.put("conductanceFactor", conductanceFactor);
    return description;
  }
}
