package org.ohmweave.device.spice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ohmweave.core.InputException;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;

/**
 * A device law as an ngspice subcircuit over the terminals {@code te} and {@code be} (published
 * polarity, series resistor inside). The text of each law is a file beside this class; states are
 * node voltages, either held ({@code frozen}) or integrated on capacitors ({@code moving}).
 *
 * <p>Lines of a file after {@code *@frozen}, {@code *@moving}, {@code *@series}, {@code *@direct}
 * count only for that form; {@code series} and {@code direct} are with and without a series
 * resistor, which ngspice cannot have as 0 ohm. {@code *: name=symbol} maps the law's published
 * symbols, which SPICE would mix up by case, to names; states are parameters under their column
 * names.
 */
public final class SpiceLaw {
  /** What a subcircuit is for. */
  public enum Form {
    /** States as they are: operating points. */
    FROZEN,
    /** States by their own rate equations: transients. */
    MOVING
  }

  private static final List<String> LAWS =
      List.of("stanford-th", "stanford-v1", "pcmo-reaction-drift", "jart-v1b", "pickett");

  private final DeviceModel model;
  private final Form form;
  private final Map<String, String> symbols = new LinkedHashMap<>();
  private final List<String[]> lines = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();

  private SpiceLaw(DeviceModel model, Form form) {
    this.model = model;
    this.form = form;
    String block = "always";
    for (String line : file(model.law()).split("\n", -1)) {
      if (line.startsWith("*@")) {
        block = line.substring(2).trim();
      } else if (line.startsWith("*:")) {
        for (String pair : line.substring(2).trim().split("\\s+")) {
          symbols.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
      } else if (line.startsWith("*")) {
        comments.add(line);
      } else if (!line.isBlank()) {
        lines.add(new String[] {block, line});
      }
    }
  }

  /**
   * The subcircuit of a law.
   *
   * @throws InputException if the law, or its dynamics, has no SPICE text
   */
  public static SpiceLaw of(DeviceModel model, Form form) {
    if (!LAWS.contains(model.law())) {
      throw new InputException(
          "law " + model.law() + " has no SPICE text; there is one of " + String.join(", ", LAWS));
    }
    SpiceLaw law = new SpiceLaw(model, form);
    String key = form.name().toLowerCase(Locale.ROOT);
    if (law.lines.stream().noneMatch(line -> line[0].equals(key))) {
      throw new InputException(
          "law "
              + model.law()
              + " has no SPICE text for moving states: a circuit simulator cannot follow its hard"
              + " threshold; export an operating point instead");
    }
    return law;
  }

  private static String file(String law) {
    try (InputStream in = SpiceLaw.class.getResourceAsStream(law + ".sp")) {
      if (in == null) {
        throw new IllegalStateException(law + ".sp is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(law, e);
    }
  }

  /** Node inside the subcircuit whose voltage is the first state: a gap or width in nm, or ln N. */
  public String stateNode() {
    return switch (model.law()) {
      case "stanford-th", "stanford-v1" -> "gap";
      case "pickett" -> "w";
      default -> "x";
    };
  }

  /** Name of the subcircuit that a device needs. */
  public String name(DeviceBank bank, int device) {
    return model.law().replace('-', '_') + (hasSeries(bank, device) ? "_s" : "_d");
  }

  private boolean hasSeries(DeviceBank bank, int device) {
    return bank.parameter(bank.indexOf("R_s"), device) > 0;
  }

  /** Definitions of the subcircuits with and without series resistor, with values of a device. */
  public String definitions(DeviceBank bank, int device) {
    StringBuilder text = new StringBuilder();
    comments.forEach(line -> text.append(line).append('\n'));
    for (boolean series : new boolean[] {true, false}) {
      text.append(".subckt ")
          .append(model.law().replace('-', '_'))
          .append(series ? "_s" : "_d")
          .append(" te be params:")
          .append(values(bank, device))
          .append('\n');
      for (String[] line : lines) {
        if (wanted(line[0], series)) {
          text.append(line[1]).append('\n');
        }
      }
      text.append(".ends\n");
    }
    return text.toString();
  }

  private boolean wanted(String block, boolean series) {
    return switch (block) {
      case "series" -> series;
      case "direct" -> !series;
      case "frozen" -> form == Form.FROZEN;
      case "moving" -> form == Form.MOVING;
      default -> true;
    };
  }

  /** Parameters and initial states of a device: {@code " i0=6.14e-05 ... gap_m=1.7e-09"}. */
  public String values(DeviceBank bank, int device) {
    StringBuilder text = new StringBuilder();
    symbols.forEach(
        (name, symbol) -> append(text, name, bank.parameter(bank.indexOf(symbol), device)));
    for (int s = 0; s < model.states().size(); s++) {
      append(text, model.states().get(s).column(), bank.state(s)[device]);
    }
    return text.toString();
  }

  /** What of {@link #values} differs from the device that {@link #definitions} was made with. */
  public String differences(DeviceBank bank, int reference, int device) {
    StringBuilder text = new StringBuilder();
    symbols.forEach(
        (name, symbol) -> {
          double value = bank.parameter(bank.indexOf(symbol), device);
          if (value != bank.parameter(bank.indexOf(symbol), reference)) {
            append(text, name, value);
          }
        });
    for (int s = 0; s < model.states().size(); s++) {
      append(text, model.states().get(s).column(), bank.state(s)[device]);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String name, double value) {
    text.append(' ').append(name).append('=').append(value);
  }
}
