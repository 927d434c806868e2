package org.ohmweave.study.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ohmweave.calibration.Presets;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.core.io.DecimalText;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.wave.PiecewiseLinear;
import org.ohmweave.device.drive.Drive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ohmweave drive}. */
@Command(
    name = "drive",
    mixinStandardHelpOptions = true,
    description =
        "Drives one device with a piecewise-linear voltage, in its law's published polarity.",
    footer = {
      "",
      "The waveform is CSV with the columns t_s,v_V; two rows at one time are a step, the first row",
      "holds from the start. Output: t_s,v_V,i_A, the states, T_K, one row per row of the waveform.",
      "The device starts in its HRS bound at ambient temperature unless --initial says otherwise."
    })
public final class DriveCommand implements Callable<Integer> {
  @Option(
      names = "--preset",
      required = true,
      paramLabel = "NAME",
      description = "Parameter set; see 'ohmweave presets'.")
  private String preset = "";

  @Option(
      names = "--waveform",
      required = true,
      paramLabel = "W.csv",
      description = "Voltage over time.")
  private Path waveform = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "SYMBOL=VALUE",
      description =
          "Replaces a parameter (units as 'presets NAME' prints the law's: SI). Repeatable.")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--initial",
      paramLabel = "STATE=VALUE",
      description = "Initial value of a state column. Repeatable.")
  private List<String> initial = new ArrayList<>();

  @Option(
      names = "--series-ohms",
      paramLabel = "R",
      description = "Resistor in series with the film [ohm]; default 0.")
  private @Nullable Double seriesOhms;

  @Option(names = "--temperature", paramLabel = "K", description = "Ambient temperature [K].")
  private @Nullable Double kelvin;

  @Option(
      names = "--compliance",
      paramLabel = "A",
      description = "Limit of the current while the voltage SETs [A]; default none.")
  private double setAmps = Double.POSITIVE_INFINITY;

  @Option(
      names = "--reset-compliance",
      paramLabel = "A",
      description = "Limit of the current while the voltage RESETs [A]; default none.")
  private double resetAmps = Double.POSITIVE_INFINITY;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of stochastic laws.")
  private long seed = 1;

  @Mixin private OutputFile output = new OutputFile();

  @Override
  public Integer call() {
    output.check();
    Drive drive = new Drive(Presets.find(preset));
    if (kelvin != null) {
      drive.ambientKelvin(kelvin);
    }
    pairs("--set", set).forEach(drive::set);
    if (seriesOhms != null) {
      drive.seriesOhms(seriesOhms);
    }
    if (setAmps != Double.POSITIVE_INFINITY || resetAmps != Double.POSITIVE_INFINITY) {
      checkLimit("--compliance", setAmps);
      checkLimit("--reset-compliance", resetAmps);
      drive.compliance(setAmps, resetAmps);
    }
    pairs("--initial", initial).forEach(drive::initial);
    CsvTable rows = drive.run(wave(), NoiseSource.seeded(seed));
    Path out = output.path();
    if (out == null) {
      System.out.print(rows.toText());
    } else {
      rows.write(out);
    }
    return 0;
  }

  private PiecewiseLinear wave() {
    CsvTable table = CsvTable.read(waveform);
    for (String column : new String[] {"t_s", "v_V"}) {
      if (!table.header().contains(column)) {
        throw new InputException(
            waveform
                + ": column "
                + column
                + " is missing; the header must hold t_s,v_V, it holds "
                + String.join(",", table.header()));
      }
    }
    return new PiecewiseLinear(waveform.toString(), table.column("t_s"), table.column("v_V"));
  }

  private static void checkLimit(String option, double amps) {
    if (!(amps > 0)) {
      throw new InputException(option + " must be positive [A], got " + amps);
    }
  }

  /** Names and numbers of {@code NAME=VALUE} words; no name twice. */
  private static Map<String, Double> pairs(String option, List<String> words) {
    Map<String, Double> pairs = new LinkedHashMap<>();
    for (String word : words) {
      int at = word.indexOf('=');
      if (at <= 0) {
        throw new InputException(
            option + " must be NAME=VALUE, such as R_s=1000, got '" + word + "'");
      }
      double value = DecimalText.parse(word.substring(at + 1));
      if (!Double.isFinite(value)) {
        throw new InputException(
            option + " " + word + ": the value must be a finite number in SI units");
      }
      if (pairs.put(word.substring(0, at), value) != null) {
        throw new InputException(
            option + " " + word.substring(0, at) + " is given twice; give it once");
      }
    }
    return pairs;
  }
}
