package org.ohmweave.study.kind;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.device.effect.Population;
import org.ohmweave.study.report.Section;
import org.ohmweave.study.run.Progress;

/**
 * Current-voltage loops of one preset: the nominal device, and a population around it, cycle after
 * cycle.
 *
 * @param title heading
 * @param devices which devices
 * @param sweep the loop
 * @param readVolts voltage of the read between ramp pieces, array convention
 * @param count size of the population; 0 = the nominal device alone
 * @param cycles loops of each device of the population
 */
public record IvStudy(
    String title, DeviceChoice devices, LoopSweep sweep, double readVolts, int count, int cycles)
    implements Study {
  private static final double MOST_NUMBERS = 1e8;

  /** Reads the keys of {@code kind: iv}. */
  public static IvStudy read(YamlNode node) {
    DeviceChoice devices = DeviceChoice.readLiving(node, "reram/stanford-th");
    LoopSweep sweep = LoopSweep.read(node.child("sweep"));
    double readVolts = node.quantity("read", "V", 0.1);
    if (readVolts == 0) {
      throw new InputException(node.where("read") + " must not be zero [V]");
    }
    int cycles = node.whole("cycles", 1, 1, 100_000);
    int count = node.whole("devices", cycles > 1 ? 1 : 0, 0, 1_000_000);
    if (count == 0 && !devices.spread().isEmpty()) {
      throw new InputException(
          node.where("spread")
              + " is given but no population; add 'devices', for example devices: 50");
    }
    if (count > 0 && !devices.varies() && cycles == 1) {
      throw new InputException(
          node.where("devices")
              + " asks for "
              + count
              + " devices but nothing varies; add 'spread', for example {R_s: 10 %}, or leave 'devices' out");
    }
    if (2.0 * count * cycles * sweep.rows() > MOST_NUMBERS) {
      throw new InputException(
          node.where("devices")
              + ": "
              + count
              + " devices, "
              + cycles
              + " cycles and "
              + sweep.rows()
              + " rows each are more than "
              + (long) (MOST_NUMBERS / 2)
              + " currents; ask for fewer devices, cycles or points");
    }
    return new IvStudy(
        node.text("title", "Current-voltage loop of " + devices.preset().name()),
        devices,
        sweep,
        readVolts,
        count,
        cycles);
  }

  @Override
  public Outcome run(RunContext context) {
    LoopSweep.Loops nominal =
        sweep.run(devices.nominalPopulation(context.noise()), 1, readVolts, context.threads());
    Section section = new Section(title);
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("device", devices.describe());
    metrics.put("nominal", switching(nominal.volts(), nominal.readSiemens()[0]));
    IvPicture picture = new IvPicture(this, context, section);
    if (count == 0) {
      picture.draw(nominal, null, caption(nominal));
      return new Outcome(section, metrics);
    }
    LoopSweep.Loops all;
    Population population;
    try (Progress progress = Progress.of(title + ": " + count + " devices", 1)) {
      population = devices.population(count, context.noise());
      all = sweep.run(population, cycles, readVolts, context.threads());
      progress.step();
    }
    String what =
        cycles == 1 ? count + " devices" : count + " devices with " + cycles + " cycles each";
    picture.draw(
        nominal,
        all,
        caption(nominal) + " Thin: " + what + "; varying: " + devices.spreadWords() + ".");
    LoopFeatures features = LoopFeatures.of(this, all);
    features.write(context.file("devices.csv"), cycles);
    metrics.put("population", features.describe(picture));
    metrics.put("failures", population.failures());
    features.table(section, readVolts);
    return new Outcome(section, metrics);
  }

  private String caption(LoopSweep.Loops loops) {
    Map<String, Object> found = switching(loops.volts(), loops.readSiemens()[0]);
    return devices.preset().title()
        + ", swept at "
        + Words.si(sweep.voltsPerSecond(), "V/s")
        + "; nominal SET "
        + Words.digits((double) found.getOrDefault("set_V", Double.NaN), 3)
        + " V, RESET "
        + Words.digits((double) found.getOrDefault("reset_V", Double.NaN), 3)
        + " V.";
  }

  /** Leg in which devices SET: 0 or 1. */
  int setLeg() {
    return sweep.firstVolts() > 0 ? 0 : 1;
  }

  private Map<String, Object> switching(double[] volts, double[] siemens) {
    Map<String, Object> found = new LinkedHashMap<>();
    double set = LoopSweep.switchingVolts(volts, siemens, setLeg());
    double reset = LoopSweep.switchingVolts(volts, siemens, 1 - setLeg());
    if (!Double.isNaN(set)) {
      found.put("set_V", set);
    }
    if (!Double.isNaN(reset)) {
      found.put("reset_V", reset);
    }
    return found;
  }

  static double[] magnitude(double[] amps) {
    return Arrays.stream(amps).map(Math::abs).toArray();
  }
}
