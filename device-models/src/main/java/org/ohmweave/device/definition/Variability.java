package org.ohmweave.device.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.ohmweave.calibration.Preset;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.effect.Effect;
import org.ohmweave.device.presets.Devices;
import org.ohmweave.device.variability.JointSpread;
import org.ohmweave.device.variability.JointSpread.Correlation;
import org.ohmweave.device.variability.Spread;

/**
 * All that varies and ages in a kind of device: the mapping {@code variability} of a device file.
 * Every source can be switched off by its name.
 *
 * <pre>
 * deviceToDevice:  {I0: 10 %, g0: {distribution: lognormal, sd: 5 %}}
 * initialStates:   {gap_m: 2 %}
 * correlations:    [{between: [I0, g0], rho: -0.4}]
 * cycleToCycle:    {I0: {sd: 5 %, correlation: 0.9}}
 * readNoise:       {white: 1 %, flicker: {perDecade: 0.3 %, from: 1 Hz, to: 1 MHz}}
 * retention:       {tau: 1e5 s, at: 400 K, activation: 1.2 eV}
 * stuck:           {lrs: 0.1 %, hrs: 0.1 %}
 * endurance:       {lifetime: 1e6, shape: 2, wear: {I0: {change: -50 %}}}
 * </pre>
 *
 * @see EffectReader for every key
 */
public final class Variability {
  /** Spread of parameters from device to device. */
  public static final String DEVICE_TO_DEVICE = "device-to-device";

  /** Spread of the states that devices begin with. */
  public static final String INITIAL_STATES = "initial-states";

  private final Map<String, Spread> parameters;
  private final Map<String, Spread> states;
  private final List<Correlation> correlations;
  private final Map<String, List<Function<NoiseSource, Effect>>> effects;

  private Variability(
      Map<String, Spread> parameters,
      Map<String, Spread> states,
      List<Correlation> correlations,
      Map<String, List<Function<NoiseSource, Effect>>> effects) {
    this.parameters = parameters;
    this.states = states;
    this.correlations = correlations;
    this.effects = effects;
  }

  /** Nothing varies. */
  public static Variability none() {
    return new Variability(Map.of(), Map.of(), List.of(), Map.of());
  }

  /**
   * Reads a mapping.
   *
   * @param sample a device of the law, for its symbols and units
   * @throws InputException naming file, key, value and remedy
   */
  public static Variability read(YamlNode node, DeviceBank sample) {
    SpreadReader spread = new SpreadReader(sample);
    Map<String, Spread> parameters = spread.parameters(node.child("deviceToDevice"));
    Map<String, Spread> states = spread.states(node.child("initialStates"));
    List<Correlation> correlations = new ArrayList<>();
    for (YamlNode pair : node.children("correlations")) {
      List<String> between = pair.texts("between");
      if (between.size() != 2) {
        throw new InputException(pair.where("between") + " must name two symbols, got " + between);
      }
      correlations.add(new Correlation(between.get(0), between.get(1), pair.quantity("rho", "1")));
      pair.finish();
    }
    Variability found =
        new Variability(parameters, states, correlations, new EffectReader(node, sample).effects());
    node.finish();
    if (!correlations.isEmpty()) {
      try {
        JointSpread.correlated(parameters, correlations);
      } catch (InputException e) {
        throw new InputException(node.where("correlations") + ": " + e.getMessage(), e);
      }
    }
    return found;
  }

  /** Reads what the file of a preset says. */
  public static Variability of(Preset preset) {
    return read(preset.variability(), Devices.bank(preset, 1, 0));
  }

  /**
   * For those who look at a bank alone: refuses effects instead of leaving them out quietly.
   *
   * @param preset whose file this is
   */
  public Variability withoutEffects(Preset preset) {
    if (!effects.isEmpty()) {
      throw new InputException(
          "preset "
              + preset.name()
              + ": variability holds "
              + effectNames()
              + ", which act over time; this command or study looks at devices as they are made, so"
              + " leave them out, in a study by 'without: "
              + effectNames()
              + "'");
    }
    return this;
  }

  /** Names of the sources that are on. */
  public Set<String> sources() {
    Set<String> names = new TreeSet<>(effects.keySet());
    if (!parameters.isEmpty()) {
      names.add(DEVICE_TO_DEVICE);
    }
    if (!states.isEmpty()) {
      names.add(INITIAL_STATES);
    }
    return names;
  }

  /** Names of the sources that act on a population over time, beyond the devices' own spread. */
  public Set<String> effectNames() {
    return new TreeSet<>(effects.keySet());
  }

  /** The same without some sources; {@code all} switches everything off. */
  public Variability without(List<String> names) {
    for (String name : names) {
      if (!name.equals("all") && !sources().contains(name)) {
        throw new InputException(
            "there is no source '" + name + "' to leave out; there are " + sources() + " and all");
      }
    }
    if (names.contains("all")) {
      return none();
    }
    Map<String, List<Function<NoiseSource, Effect>>> left = new LinkedHashMap<>(effects);
    left.keySet().removeAll(names);
    boolean noSpread = names.contains(DEVICE_TO_DEVICE);
    return new Variability(
        noSpread ? Map.of() : parameters,
        names.contains(INITIAL_STATES) ? Map.of() : states,
        noSpread ? List.of() : correlations,
        left);
  }

  /**
   * The same with sources of another description added; where both have one, the other's counts.
   */
  public Variability with(Variability more) {
    Map<String, Spread> ownParameters = new LinkedHashMap<>(parameters);
    ownParameters.putAll(more.parameters);
    Map<String, Spread> ownStates = new LinkedHashMap<>(states);
    ownStates.putAll(more.states);
    Map<String, List<Function<NoiseSource, Effect>>> ownEffects = new LinkedHashMap<>(effects);
    ownEffects.putAll(more.effects);
    return new Variability(
        ownParameters,
        ownStates,
        more.correlations.isEmpty() ? correlations : more.correlations,
        ownEffects);
  }

  /** The same with parameters that vary in another way, or vary at all. */
  public Variability withSpread(Map<String, Spread> more) {
    Map<String, Spread> merged = new LinkedHashMap<>(parameters);
    merged.putAll(more);
    return new Variability(merged, states, correlations, effects);
  }

  /** Gives every device parameters of its own. */
  public void spreadParameters(DeviceBank bank, NoiseSource noise) {
    if (!parameters.isEmpty()) {
      JointSpread.correlated(parameters, correlations).apply(bank, noise);
    }
  }

  /** Gives every device an initial state of its own, around the state it has. */
  public void spreadStates(DeviceBank bank, NoiseSource noise) {
    if (!states.isEmpty()) {
      JointSpread.independent(states).applyToStates(bank, noise);
    }
  }

  /** New effects for one population. */
  public List<Effect> effects(NoiseSource noise) {
    List<Effect> made = new ArrayList<>();
    effects.values().forEach(list -> list.forEach(maker -> made.add(maker.apply(noise))));
    return made;
  }
}
