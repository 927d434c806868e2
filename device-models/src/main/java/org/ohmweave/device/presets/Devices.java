package org.ohmweave.device.presets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ohmweave.calibration.Preset;
import org.ohmweave.calibration.PresetValue;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.core.unit.Quantity;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.behavioural.CycleCoefficients;
import org.ohmweave.device.behavioural.DataDriven;
import org.ohmweave.device.behavioural.MetastableSwitch;
import org.ohmweave.device.behavioural.NeuroSim;
import org.ohmweave.device.behavioural.PoissonSwitch;
import org.ohmweave.device.behavioural.PulsedExponential;
import org.ohmweave.device.behavioural.PulsedLinear;
import org.ohmweave.device.behavioural.SoftBounds;
import org.ohmweave.device.behavioural.StatisticalCycles;
import org.ohmweave.device.behavioural.Yakopcic;
import org.ohmweave.device.hfo2.JartV1b;
import org.ohmweave.device.hfo2.JartV1bCycles;
import org.ohmweave.device.pcmo.ReactionDrift;
import org.ohmweave.device.reram.StanfordTh;
import org.ohmweave.device.reram.StanfordV1;
import org.ohmweave.device.tio2.LinearDrift;
import org.ohmweave.device.tio2.Pickett;
import org.ohmweave.device.tio2.Team;
import org.ohmweave.device.tio2.Vteam;

/** The register of laws, and banks made from parameter sets. A new law is one line here. */
public final class Devices {
  private static final Map<String, DeviceModel> LAWS = new TreeMap<>();

  static {
    for (DeviceModel law :
        List.of(
            new JartV1b(),
            new JartV1bCycles(),
            new StanfordTh(),
            new StanfordV1(),
            new ReactionDrift(),
            new Pickett(),
            new LinearDrift(),
            new Vteam(),
            new Team(),
            new Yakopcic(),
            new MetastableSwitch(),
            new NeuroSim(),
            new PulsedLinear(),
            new PulsedExponential(),
            DataDriven.quadratic(),
            DataDriven.exponential(),
            new PoissonSwitch(),
            new SoftBounds())) {
      LAWS.put(law.law(), law);
    }
  }

  private Devices() {}

  /** A law by its name. */
  public static DeviceModel model(String law) {
    if (law.equals(StatisticalCycles.LAW)) {
      return CycleCoefficients.law(YamlNode.empty(law));
    }
    DeviceModel model = LAWS.get(law);
    if (model == null) {
      List<String> names = new ArrayList<>(LAWS.keySet());
      names.add(StatisticalCycles.LAW);
      throw new InputException("law '" + law + "' is unknown; there are " + names);
    }
    return model;
  }

  /** The law of a set, with the coefficients that the set names. */
  private static DeviceModel model(Preset preset) {
    if (preset.law().equals(StatisticalCycles.LAW)) {
      return CycleCoefficients.law(preset.cycles());
    }
    if (!preset.cycles().keys().isEmpty()) {
      throw new InputException(
          preset.cycles().where()
              + " belongs to law "
              + StatisticalCycles.LAW
              + ", not to "
              + preset.law()
              + "; leave it out");
    }
    return model(preset.law());
  }

  /**
   * A population with the parameters of a set, in the HRS bound.
   *
   * @throws InputException if the set lacks a parameter of its law, has one too many, or gives one
   *     in a wrong unit
   */
  public static DeviceBank bank(Preset preset, int size, long firstSite) {
    DeviceModel model = model(preset);
    List<ParameterSymbol> symbols = model.parameters();
    double[] values = new double[symbols.size()];
    for (int p = 0; p < values.length; p++) {
      values[p] = value(preset, symbols.get(p));
    }
    for (PresetValue given : preset.values()) {
      if (symbols.stream().noneMatch(s -> s.symbol().equals(given.symbol()))) {
        throw new InputException(
            "preset "
                + preset.name()
                + ": values."
                + given.symbol()
                + " is not a parameter of law "
                + model.law()
                + "; it has "
                + symbols.stream().map(ParameterSymbol::symbol).toList());
      }
    }
    DeviceBank bank = new DeviceBank(model, size, firstSite, values);
    bank.check();
    return bank;
  }

  private static double value(Preset preset, ParameterSymbol symbol) {
    for (PresetValue given : preset.values()) {
      if (given.symbol().equals(symbol.symbol())) {
        return Quantity.parse(
            given.value() + " " + given.unit(),
            symbol.unit(),
            "preset " + preset.name() + ": values." + symbol.symbol());
      }
    }
    throw new InputException(
        "preset "
            + preset.name()
            + ": values."
            + symbol.symbol()
            + " is missing ["
            + symbol.unit()
            + "]; law "
            + preset.law()
            + " needs it");
  }
}
