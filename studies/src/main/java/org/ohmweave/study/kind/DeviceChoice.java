package org.ohmweave.study.kind;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmweave.calibration.Preset;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.unit.Quantity;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.StateVariable;
import org.ohmweave.device.definition.Variability;
import org.ohmweave.device.drive.CurrentCompliance;
import org.ohmweave.device.drive.Drive;
import org.ohmweave.device.effect.Population;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.variability.ImpedanceFactor;
import org.ohmweave.device.variability.Spread;

/**
 * Which devices a study uses: a preset, values that replace the preset's, everything that varies,
 * and the limits of the current.
 *
 * @param preset where the parameters come from
 * @param replaced published symbol to SI value
 * @param spread published symbol to relative standard deviation (normal, see {@link Spread})
 * @param conductanceFactor exact scaling of every device, see {@link ImpedanceFactor}; 1 = none
 * @param initial state column to the value that replaces the HRS bound where devices start
 * @param variability what the preset's file and the study say of it, sources that are left out
 *     removed; {@code spread} comes on top
 * @param compliance limits of the current, or null
 */
public record DeviceChoice(
    Preset preset,
    Map<String, Double> replaced,
    Map<String, Double> spread,
    double conductanceFactor,
    Map<String, Double> initial,
    Variability variability,
    @Nullable CurrentCompliance compliance) {

  /** A preset as published; refuses a file whose devices change over time. */
  public static DeviceChoice of(String preset) {
    Preset found = Presets.find(preset);
    Variability variability = Variability.of(found).withoutEffects(found);
    return new DeviceChoice(found, Map.of(), Map.of(), 1, Map.of(), variability, null);
  }

  /**
   * Reads devices for a study that looks at them as they are made: keys {@code preset}, {@code
   * set}, {@code series}, {@code temperature}, {@code spread}, {@code conductanceFactor}, {@code
   * variability} and {@code without}. Effects over time are refused.
   */
  public static DeviceChoice read(YamlNode node, String presetOtherwise) {
    DeviceChoice choice = readEvery(node, presetOtherwise);
    choice.variability().withoutEffects(choice.preset());
    return choice;
  }

  /** Reads devices for a study that follows them in time: effects and {@code compliance} too. */
  public static DeviceChoice readLiving(YamlNode node, String presetOtherwise) {
    DeviceChoice choice = readEvery(node, presetOtherwise);
    return new DeviceChoice(
        choice.preset(),
        choice.replaced(),
        choice.spread(),
        choice.conductanceFactor(),
        choice.initial(),
        choice.variability(),
        Compliance.read(node));
  }

  private static DeviceChoice readEvery(YamlNode node, String presetOtherwise) {
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
    double kelvin = node.quantity("temperature", "K", Double.NaN);
    if (!Double.isNaN(kelvin)) {
      if (!(kelvin > 0 && kelvin < 5000)) {
        throw new InputException(
            node.where("temperature") + " must lie in 0 .. 5000 K, got " + kelvin);
      }
      replaced.put(Drive.ambientSymbol(probe.model()), kelvin);
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
    Variability variability =
        Variability.of(preset)
            .with(Variability.read(node.child("variability"), probe))
            .without(node.texts("without"));
    return new DeviceChoice(
        preset, replaced, spread, factor, initial(node, probe), variability, null);
  }

  /** The same devices with a resistor in series. */
  public DeviceChoice withSeriesOhms(double ohms) {
    Map<String, Double> more = new LinkedHashMap<>(replaced);
    more.put("R_s", ohms);
    return new DeviceChoice(
        preset, more, spread, conductanceFactor, initial, variability, compliance);
  }

  /** The same devices with another spread of parameters. */
  DeviceChoice withSpread(Map<String, Double> relative) {
    return new DeviceChoice(
        preset, replaced, relative, conductanceFactor, initial, variability, compliance);
  }

  /** Devices with parameters and states of their own, addressed by {@code firstSite + i}. */
  public DeviceBank bank(int size, long firstSite, NoiseSource noise) {
    DeviceBank bank = nominal(size, firstSite);
    Map<String, Spread> own = new LinkedHashMap<>();
    spread.forEach((symbol, relative) -> own.put(symbol, Spread.normal(relative)));
    Variability all = variability.withSpread(own);
    all.spreadParameters(bank, noise);
    bank.check();
    bank.model().draw(bank, 0, size, noise);
    start(bank);
    all.spreadStates(bank, noise);
    return bank;
  }

  /** Such devices with everything that happens to them over time. */
  Population population(int size, NoiseSource noise) {
    return new Population(bank(size, 0, noise), variability.effects(noise), compliance, noise);
  }

  /** One device of which nothing varies, under the same limits of the current. */
  Population nominalPopulation(NoiseSource noise) {
    return new Population(nominal(1, 0), List.of(), compliance, noise);
  }

  /** Whether the file of a preset says how its devices differ when they are made. */
  public static boolean saysHowItVaries(String preset) {
    Variability file = Variability.of(Presets.find(preset));
    return file.sources().contains(Variability.DEVICE_TO_DEVICE)
        || file.sources().contains(Variability.INITIAL_STATES);
  }

  /** Whether devices differ: by the study, by the preset's file or by the law itself. */
  public boolean varies() {
    return !spread.isEmpty()
        || !variability.sources().isEmpty()
        || Devices.bank(preset, 1, 0).model().stochastic();
  }

  /** A population without spread. */
  public DeviceBank nominal(int size, long firstSite) {
    DeviceBank bank = Devices.bank(preset, size, firstSite);
    replaced.forEach((symbol, value) -> bank.setShared(bank.indexOf(symbol), value));
    if (conductanceFactor != 1) {
      ImpedanceFactor.apply(bank, conductanceFactor);
    }
    bank.check();
    start(bank);
    return bank;
  }

  /** Puts devices where they start: into the HRS bound, or where the study says. */
  private void start(DeviceBank bank) {
    List<StateVariable> states = bank.model().states();
    bank.model().reset(bank, 0, bank.size(), false);
    for (int s = 0; s < states.size(); s++) {
      Double value = initial.get(states.get(s).column());
      if (value != null) {
        Arrays.fill(bank.state(s), value);
      }
    }
  }

  private static Map<String, Double> initial(YamlNode node, DeviceBank probe) {
    Map<String, Double> initial = new LinkedHashMap<>();
    List<String> columns = probe.model().states().stream().map(StateVariable::column).toList();
    node.words("initial")
        .forEach(
            (column, words) -> {
              String where = node.where("initial." + column);
              if (!columns.contains(column)) {
                throw new InputException(
                    where + ": law " + probe.model().law() + " has the states " + columns);
              }
              try {
                initial.put(column, Double.parseDouble(words));
              } catch (NumberFormatException e) {
                throw new InputException(
                    where + " must be a number in the unit of the column's name, got " + words, e);
              }
            });
    return initial;
  }

  /** What varies, for people: {@code I0 10 %, g0 3 % (relative sd) and read-noise}. */
  public String spreadWords() {
    String numbers =
        spread.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey() + " " + Words.digits(100 * e.getValue(), 2) + " %")
            .collect(Collectors.joining(", "));
    String file = String.join(", ", variability.sources());
    if (numbers.isEmpty()) {
      return file.isEmpty() ? "nothing varies" : file;
    }
    return numbers + " (relative sd)" + (file.isEmpty() ? "" : " and " + file);
  }

  /** For result files. */
  public Map<String, Object> describe() {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("preset", preset.name());
    description.put("set", replaced);
    description.put("spread", spread);
    description.put("conductanceFactor", conductanceFactor);
    if (!initial.isEmpty()) {
      description.put("initial", initial);
    }
    description.put("varying", List.copyOf(variability.sources()));
    if (compliance != null) {
      description.put("compliance", Compliance.describe(compliance));
    }
    return description;
  }
}
