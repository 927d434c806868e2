package org.ohmweave.study.kind;

import java.util.Arrays;
import org.ohmweave.core.InputException;
import org.ohmweave.core.io.YamlNode;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.crossbar.dynamics.TransientCase;
import org.ohmweave.crossbar.dynamics.TransientResult;
import org.ohmweave.crossbar.dynamics.Transients;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.programming.selection.LineBias;
import org.ohmweave.programming.selection.SelectionScheme;
import org.ohmweave.study.run.Parallel;
import org.ohmweave.study.run.Progress;

/**
 * Pulses on selected cells of an array, followed in time: when cells switch, what every other cell
 * sees and how far it is disturbed, and what the sources pay.
 *
 * @param title heading
 * @param array what is written, and how
 * @param arrays how many arrays of different devices
 * @param tolerance of the integration, see {@link Transients}
 */
public record TransientStudy(String title, TransientArray array, int arrays, double tolerance)
    implements Study {
  private static final long MOST_VALUES = 10_000_000;

  /**
   * One array, followed.
   *
   * @param startSiemens conductances at rest before
   * @param endSiemens and after
   */
  record Followed(TransientResult course, double[] startSiemens, double[] endSiemens) {}

  /** Reads the keys of {@code kind: transient}. */
  public static TransientStudy read(YamlNode node) {
    DeviceChoice devices = DeviceChoice.read(node, "reram/stanford-th");
    int rows = node.whole("rows", 16, 1, 1024);
    int columns = node.whole("columns", 16, 1, 1024);
    YamlNode selected = node.child("selected");
    int row = selected.whole("row", 0, 0, rows - 1);
    int[] selectedColumns = selected.wholes("columns", 0, columns - 1, columns - 1);
    selected.finish();
    if (Arrays.stream(selectedColumns).distinct().count() != selectedColumns.length
        || selectedColumns.length == 0) {
      throw new InputException(
          node.where("selected.columns")
              + " must hold each bit line once, got "
              + Arrays.toString(selectedColumns));
    }
    TransientArray.Pulse pulse = pulse(node);
    TransientArray.Background otherwise =
        devices.initial().isEmpty()
            ? TransientArray.Background.RANDOM
            : TransientArray.Background.INITIAL;
    TransientArray.Background background =
        node.oneOf("background", TransientArray.Background.values(), otherwise);
    String start = node.text("start", pulse.volts() > 0 ? "hrs" : "lrs");
    if (!start.equals("hrs") && !start.equals("lrs")) {
      throw new InputException(
          node.where("start") + " must be hrs or lrs (of the selected cells), got " + start);
    }
    double farads = node.quantity("nodeCapacitance", "F", 0);
    double read = node.quantity("read", "V", 0.1);
    if (read == 0) {
      throw new InputException(node.where("read") + " must not be zero [V]");
    }
    int arrays = node.whole("arrays", 1, 1, 10_000);
    long values = (long) rows * columns * (50 + pulse.count()) * arrays;
    if (values > MOST_VALUES) {
      throw new InputException(
          node.where()
              + ": rows x columns x (50 + pulses) x arrays must be at most "
              + MOST_VALUES
              + " to be kept in memory, got "
              + values);
    }
    double tolerance = node.quantity("tolerance", "1", Transients.TOLERANCE);
    if (!(tolerance >= 1e-9 && tolerance <= 1e-3)) {
      throw new InputException(
          node.where("tolerance") + " must lie in 1e-9 .. 1e-3, got " + tolerance);
    }
    TransientArray array =
        new TransientArray(
            devices,
            rows,
            columns,
            row,
            selectedColumns,
            node.oneOf("scheme", SelectionScheme.values(), SelectionScheme.HALF),
            pulse,
            WireChoice.read(node, 2),
            new LineBias.Access(
                node.quantity("driver", "ohm", 100),
                node.quantity("sense", "ohm", 100),
                node.yes("bothSides")),
            farads,
            background,
            start.equals("lrs"),
            read);
    // a law without rates is refused now, not after minutes
    DeviceBank probe = devices.nominal(1, 0);
    try {
      probe.model().dynamics(probe, NoiseSource.seeded(0));
    } catch (InputException mistake) {
      throw new InputException(node.where("preset") + ": " + mistake.getMessage(), mistake);
    }
    return new TransientStudy(
        node.text("title", "Pulses in a crossbar of " + devices.preset().name()),
        array,
        arrays,
        tolerance);
  }

  private static TransientArray.Pulse pulse(YamlNode node) {
    YamlNode pulse = node.child("pulse");
    double volts = pulse.quantity("amplitude", "V");
    double width = pulse.quantity("width", "s");
    double rise = pulse.quantity("rise", "s", 1e-9);
    double pause = pulse.quantity("pause", "s", 10e-9);
    int count = pulse.whole("pulses", 1, 1, 10_000);
    pulse.finish();
    if (volts == 0) {
      throw new InputException(pulse.where("amplitude") + " must not be zero [V]");
    }
    positive(pulse, "width", width);
    positive(pulse, "rise", rise);
    positive(pulse, "pause", pause);
    return new TransientArray.Pulse(volts, width, rise, pause, count);
  }

  private static void positive(YamlNode node, String key, double seconds) {
    if (!(seconds > 0)) {
      throw new InputException(node.where(key) + " must be positive [s], got " + seconds);
    }
  }

  @Override
  public Outcome run(RunContext context) {
    Followed[] followed = new Followed[arrays];
    String[] names = new String[1];
    try (Progress progress = Progress.of(title, arrays)) {
      Parallel.run(
          context.threads(),
          arrays,
          a -> {
            TransientCase input = array.build(a, context.noise());
            double[] before = array.siemens(input.bank());
            TransientResult course = Transients.run(input, Transients.Method.AUTO, tolerance);
            followed[a] = new Followed(course, before, array.siemens(input.bank()));
            if (a == 0) {
              names[0] = input.dynamics().coordinates().get(0).column();
            }
            progress.step();
          });
    }
    return new TransientReport(this, followed, String.valueOf(names[0])).present(context);
  }
}
