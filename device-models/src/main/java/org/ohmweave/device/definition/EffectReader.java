package org.ohmweave.device.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.effect.ArrheniusRetention;
import org.ohmweave.device.effect.CycleSpread;
import org.ohmweave.device.effect.Effect;
import org.ohmweave.device.effect.EnduranceWear;
import org.ohmweave.device.effect.FlickerNoise;
import org.ohmweave.device.effect.Forming;
import org.ohmweave.device.effect.PowerLawDrift;
import org.ohmweave.device.effect.ProgrammingRelaxation;
import org.ohmweave.device.effect.ShotAndThermalNoise;
import org.ohmweave.device.effect.StuckCells;
import org.ohmweave.device.effect.TelegraphNoise;
import org.ohmweave.device.effect.VacancyJumps;
import org.ohmweave.device.effect.WhiteReadNoise;
import org.ohmweave.device.variability.Distribution.Weibull;

/**
 * Reads effects. Keys, with the unit of their values and what they are when left out:
 *
 * <pre>
 * cycleToCycle:  SYMBOL: {sd [1], correlation [1] 0, distribution lognormal|normal}
 * readNoise:     white [1], floor [S], shotAndThermal: {bandwidth [Hz], temperature [K] 300},
 *                flicker: {perDecade [1], from [Hz], to [Hz]},
 *                telegraph: {traps 1, shortest [s], longest [s], share [1], logSd [1] 0,
 *                            halfShareAt [ohm] 0},
 *                vacancyJumps: {rate [Hz] 50, sd [Hz] 50}
 * relaxation:    {perLogSecond [S], sd [S] 0, sdPerLogSecond [S] 0}
 * drift:         {exponent [1], sd [1] 0, after [s] 1}
 * retention:     {tau [s], at [K], activation [eV], stretch [1] 1, logSd [1] 0, read [V] 0.1}
 * stuck:         {lrs [1] 0, hrs [1] 0}
 * endurance:     {lifetime [1], shape [1], stuckInLrs [1] 0, wear: SYMBOL: {change [1], exponent 1}}
 * forming:       {virgin [ohm], t0 [s], perE [V], shape [1]}
 * </pre>
 *
 * A read voltage is positive for SET polarity, whatever the law's own sign.
 */
final class EffectReader {
  private final DeviceBank sample;
  private final Map<String, List<Function<NoiseSource, Effect>>> effects = new LinkedHashMap<>();

  EffectReader(YamlNode node, DeviceBank sample) {
    this.sample = sample;
    cycleToCycle(node.child("cycleToCycle"));
    if (node.has("endurance")) {
      endurance(node.child("endurance"));
    }
    if (node.has("stuck")) {
      stuck(node.child("stuck"));
    }
    if (node.has("forming")) {
      forming(node.child("forming"));
    }
    if (node.has("retention")) {
      retention(node.child("retention"));
    }
    if (node.has("relaxation")) {
      relaxation(node.child("relaxation"));
    }
    if (node.has("drift")) {
      drift(node.child("drift"));
    }
    readNoise(node.child("readNoise"));
  }

  Map<String, List<Function<NoiseSource, Effect>>> effects() {
    return effects;
  }

  /** Makes one effect now, for its complaints, and remembers how to make more. */
  private void add(YamlNode at, Function<NoiseSource, Effect> maker) {
    at.finish();
    Effect trial;
    try {
      trial = maker.apply(NoiseSource.seeded(0));
      trial.begin(sample.copy());
    } catch (InputException e) {
      throw new InputException(at.where() + ": " + e.getMessage(), e);
    }
    effects.computeIfAbsent(trial.name(), name -> new ArrayList<>()).add(maker);
  }

  private void cycleToCycle(YamlNode node) {
    for (String symbol : node.keys()) {
      if (!node.nested(symbol)) {
        double plain = node.quantity(symbol, "1");
        add(
            YamlNode.empty(node.where(symbol)),
            noise -> new CycleSpread(symbol, plain, 0, true, noise));
        continue;
      }
      YamlNode one = node.child(symbol);
      double sd = one.quantity("sd", "1");
      double rho = one.quantity("correlation", "1", 0);
      String kind = one.text("distribution", "lognormal");
      if (!kind.equals("lognormal") && !kind.equals("normal")) {
        throw new InputException(
            one.where("distribution") + " must be lognormal or normal, got " + kind);
      }
      add(one, noise -> new CycleSpread(symbol, sd, rho, kind.equals("lognormal"), noise));
    }
  }

  private void readNoise(YamlNode node) {
    double white = node.quantity("white", "1", 0);
    double floor = node.quantity("floor", "S", 0);
    if (white != 0 || floor != 0) {
      add(YamlNode.empty(node.where("white")), noise -> new WhiteReadNoise(white, floor, noise));
    }
    if (node.has("shotAndThermal")) {
      YamlNode one = node.child("shotAndThermal");
      double hertz = one.quantity("bandwidth", "Hz");
      double kelvin = one.quantity("temperature", "K", 300);
      add(one, noise -> new ShotAndThermalNoise(hertz, kelvin, noise));
    }
    if (node.has("flicker")) {
      YamlNode one = node.child("flicker");
      double sd = one.quantity("perDecade", "1");
      double low = one.quantity("from", "Hz");
      double high = one.quantity("to", "Hz");
      add(one, noise -> new FlickerNoise(sd, low, high, noise));
    }
    if (node.has("telegraph")) {
      telegraph(node.child("telegraph"));
    }
    if (node.has("vacancyJumps")) {
      YamlNode one = node.child("vacancyJumps");
      double rate = one.quantity("rate", "Hz", 50);
      double sd = one.quantity("sd", "Hz", 50);
      add(one, noise -> new VacancyJumps(rate, sd, noise));
    }
    node.finish();
  }

  private void telegraph(YamlNode one) {
    int traps = one.whole("traps", 1, 1, 1000);
    double shortest = one.quantity("shortest", "s");
    double longest = one.quantity("longest", "s");
    double share = one.quantity("share", "1");
    double logSd = one.quantity("logSd", "1", 0);
    double half = one.quantity("halfShareAt", "ohm", 0);
    add(
        one,
        noise ->
            new TelegraphNoise(
                new TelegraphNoise.Settings(traps, shortest, longest, share, logSd, half), noise));
  }

  private void relaxation(YamlNode one) {
    double mean = one.quantity("perLogSecond", "S");
    double sd = one.quantity("sd", "S", 0);
    double growth = one.quantity("sdPerLogSecond", "S", 0);
    add(one, noise -> new ProgrammingRelaxation(mean, sd, growth, noise));
  }

  private void drift(YamlNode one) {
    double mean = one.quantity("exponent", "1");
    double sd = one.quantity("sd", "1", 0);
    double after = one.quantity("after", "s", 1);
    add(one, noise -> new PowerLawDrift(mean, sd, after, noise));
  }

  private void retention(YamlNode one) {
    double tau = one.quantity("tau", "s");
    double at = one.quantity("at", "K");
    double activation = one.quantity("activation", "eV");
    double stretch = one.quantity("stretch", "1", 1);
    double logSd = one.quantity("logSd", "1", 0);
    double read = sample.model().setSign() * one.quantity("read", "V", 0.1);
    add(
        one,
        noise ->
            new ArrheniusRetention(
                new ArrheniusRetention.Settings(tau, at, activation, stretch, logSd, read), noise));
  }

  private void stuck(YamlNode one) {
    double lrs = one.quantity("lrs", "1", 0);
    double hrs = one.quantity("hrs", "1", 0);
    add(one, noise -> new StuckCells(lrs, hrs, noise));
  }

  private void endurance(YamlNode one) {
    double scale = one.quantity("lifetime", "1");
    double shape = one.quantity("shape", "1");
    double lrs = one.quantity("stuckInLrs", "1", 0);
    YamlNode wear = one.child("wear");
    List<EnduranceWear.Change> changes = new ArrayList<>();
    for (String symbol : wear.keys()) {
      YamlNode change = wear.child(symbol);
      changes.add(
          new EnduranceWear.Change(
              symbol, change.quantity("change", "1"), change.quantity("exponent", "1", 1)));
      change.finish();
    }
    add(one, noise -> new EnduranceWear(new Weibull(scale, shape), lrs, changes, noise));
  }

  private void forming(YamlNode one) {
    double virgin = one.quantity("virgin", "ohm");
    double t0 = one.quantity("t0", "s");
    double perE = one.quantity("perE", "V");
    double shape = one.quantity("shape", "1");
    add(one, noise -> new Forming(virgin, t0, perE, shape, noise));
  }
}
