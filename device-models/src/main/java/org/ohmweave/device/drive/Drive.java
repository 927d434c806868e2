package org.ohmweave.device.drive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmweave.calibration.Preset;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.wave.PiecewiseLinear;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.ParameterSymbol;
import org.ohmweave.device.StateVariable;
import org.ohmweave.device.definition.Variability;
import org.ohmweave.device.presets.Devices;

/**
 * One device under a piecewise-linear voltage, in its law's published polarity, starting in the HRS
 * bound at ambient temperature.
 */
public final class Drive {
  /** Names that other tools use for the same parameters. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("un", "mu_n"),
          Map.entry("phibn0", "phi_Bn0"),
          Map.entry("phin", "phi_n"),
          Map.entry("epsphib", "eps_phiB"),
          Map.entry("eps", "eps_s"),
          Map.entry("nu0", "nu_0"),
          Map.entry("dWa", "dW"),
          Map.entry("Rscale", "s_RESET"),
          Map.entry("Rth0", "R_th0"),
          Map.entry("rdet", "r_det"),
          Map.entry("rvar", "r_var"),
          Map.entry("lcell", "l_cell"),
          Map.entry("ldet", "l_det"),
          Map.entry("lvar", "l_var"),
          Map.entry("RTiOx", "R_TiOx"),
          Map.entry("R0", "R_0"),
          Map.entry("Rthline", "R_thline"),
          Map.entry("alphaline", "alpha_line"),
          Map.entry("Nmin", "N_min"),
          Map.entry("Nmax", "N_max"),
          Map.entry("Nplug", "N_plug"),
          Map.entry("Arichardson", "A_star"));

  private final DeviceBank bank;
  private final DeviceModel model;
  private @Nullable CurrentCompliance compliance;
  private final Map<Integer, Double> initial = new LinkedHashMap<>();

  /**
   * A nominal device with the parameters of a set; spread from device to device is left out. A law
   * that draws its devices is the exception: the seed of {@link #run} says which device this is.
   */
  public Drive(Preset preset) {
    Variability.of(preset).withoutEffects(preset);
    this.bank = Devices.bank(preset, 1, 0);
    this.model = bank.model();
  }

  /**
   * Replaces a parameter, given by its published symbol or an alias, in the unit that {@code
   * presets} prints (SI).
   */
  public Drive set(String symbol, double value) {
    int parameter = bank.indexOf(resolve(symbol));
    if (!Double.isFinite(value)) {
      throw new InputException(
          "--set "
              + symbol
              + " must be a finite number ["
              + model.parameters().get(parameter).unit()
              + "], got "
              + value);
    }
    bank.setShared(parameter, value);
    if ((symbol.equals("r_det") || symbol.equals("rdet")) && has("r_var")) {
      bank.setShared(bank.indexOf("r_var"), value);
    }
    if ((symbol.equals("l_det") || symbol.equals("ldet")) && has("l_var")) {
      bank.setShared(bank.indexOf("l_var"), value);
    }
    model.reset(bank, 0, 1, false);
    return this;
  }

  private String resolve(String symbol) {
    if (has(symbol)) {
      return symbol;
    }
    String alias = ALIASES.get(symbol);
    return alias != null && has(alias) ? alias : symbol;
  }

  private boolean has(String symbol) {
    return model.parameters().stream().map(ParameterSymbol::symbol).anyMatch(symbol::equals);
  }

  /** Replaces the resistor in series with the film, in ohm. */
  public Drive seriesOhms(double ohms) {
    if (!(ohms >= 0) || Double.isInfinite(ohms)) {
      throw new InputException(
          "--series-ohms must be zero or positive and finite [ohm], got " + ohms);
    }
    return set("R_s", ohms);
  }

  /** Replaces the ambient temperature, in kelvin. */
  public Drive ambientKelvin(double kelvin) {
    if (!(kelvin > 0) || Double.isInfinite(kelvin)) {
      throw new InputException("--temperature must be positive and finite [K], got " + kelvin);
    }
    return set(ambientSymbol(model), kelvin);
  }

  /**
   * Limits the current of the source, in ampere, {@code > 0}, infinite for none.
   *
   * @see CurrentCompliance
   */
  public Drive compliance(double setAmps, double resetAmps) {
    compliance = new CurrentCompliance(setAmps, resetAmps);
    return this;
  }

  /** Symbol of the ambient temperature of a law; a law without one is refused. */
  public static String ambientSymbol(DeviceModel model) {
    List<String> symbols = model.parameters().stream().map(ParameterSymbol::symbol).toList();
    for (String symbol : List.of("T0", "T_0", "T_amb", "T_ini")) {
      if (symbols.contains(symbol)) {
        return symbol;
      }
    }
    throw new InputException(
        "law " + model.law() + " has no temperature; leave the temperature out");
  }

  /** Replaces an initial state, given by its column name. */
  public Drive initial(String column, double value) {
    List<StateVariable> states = model.states();
    for (int s = 0; s < states.size(); s++) {
      if (states.get(s).column().equals(column)) {
        if (!Double.isFinite(value)) {
          throw new InputException(
              "--initial " + column + " must be a finite number, got " + value);
        }
        bank.state(s)[0] = value;
        initial.put(s, value);
        return this;
      }
    }
    throw new InputException(
        "law "
            + model.law()
            + " has no state '"
            + column
            + "'; it has "
            + states.stream().map(StateVariable::column).toList());
  }

  /**
   * Runs the waveform.
   *
   * @return one row per point: {@code t_s,v_V,i_A}, the states, {@code T_K}; a law without
   *     temperature has no {@code T_K}
   */
  public CsvTable run(PiecewiseLinear wave, NoiseSource noise) {
    bank.check();
    if (model.stochastic()) {
      model.draw(bank, 0, 1, noise);
      initial.forEach((s, value) -> bank.state(s)[0] = value);
    }
    checkInitialState();
    List<String> header = new ArrayList<>(List.of("t_s", "v_V", "i_A"));
    List<Integer> shown = new ArrayList<>();
    for (int s = 0; s < model.states().size(); s++) {
      if (!model.states().get(s).column().equals("T_K") && !model.states().get(s).hidden()) {
        header.add(model.states().get(s).column());
        shown.add(s);
      }
    }
    boolean thermal = !Double.isNaN(model.kelvin(bank, 0, wave.volts(0)));
    if (thermal) {
      header.add("T_K");
    }
    double[][] columns = new double[header.size()][wave.size()];
    double[] from = new double[1];
    double[] to = new double[1];
    double[] amps = new double[1];
    for (int k = 0; k < wave.size(); k++) {
      to[0] = wave.volts(k);
      double seconds = k == 0 ? 0 : wave.seconds(k) - wave.seconds(k - 1);
      if (seconds > 0) {
        from[0] = wave.volts(k - 1);
        if (compliance == null) {
          model.ramp(bank, 0, 1, from, to, seconds, noise, k);
        } else {
          compliance.ramp(bank, 0, 1, from, to, seconds, noise, k);
        }
      }
      model.currents(bank, 0, 1, to, amps);
      if (compliance != null) {
        compliance.limit(bank, 0, 1, amps);
      }
      columns[0][k] = wave.seconds(k);
      columns[1][k] = to[0];
      columns[2][k] = amps[0];
      for (int s = 0; s < shown.size(); s++) {
        columns[3 + s][k] = bank.state(shown.get(s))[0];
      }
      if (thermal) {
        double across = compliance == null ? to[0] : compliance.deviceVolts(bank, 0, to[0]);
        columns[3 + shown.size()][k] = model.kelvin(bank, 0, across);
      }
    }
    return new CsvTable(header, columns);
  }

  private void checkGap(double gap) {
    double least = bank.parameter(bank.indexOf("gap_min"), 0);
    double most = bank.parameter(bank.indexOf("gap_max"), 0);
    if (gap < least * (1 - 1e-9) || gap > most * (1 + 1e-9)) {
      throw new InputException(
          "--initial gap_m must lie in " + least + " .. " + most + " [m], got " + gap);
    }
  }

  /** A state whose bounds are positive must be positive; others must lie between their bounds. */
  private void checkInitialState() {
    DeviceBank high = bank.copy();
    DeviceBank low = bank.copy();
    model.reset(high, 0, 1, false);
    model.reset(low, 0, 1, true);
    for (int s = 0; s < model.states().size(); s++) {
      String column = model.states().get(s).column();
      double value = bank.state(s)[0];
      if (column.equals("gap_m")) {
        checkGap(value);
      }
      double least = Math.min(high.state(s)[0], low.state(s)[0]);
      double most = Math.max(high.state(s)[0], low.state(s)[0]);
      boolean positive = least > 0;
      boolean outside = least < most && (value < least || value > most);
      if (positive ? value <= 0 : outside) {
        throw new InputException(
            "--initial "
                + column
                + " must be "
                + (positive ? "positive" : "in " + least + " .. " + most)
                + ", got "
                + value);
      }
    }
  }
}
