package org.ohmweave.study.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.core.wave.PiecewiseLinear;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.dynamics.Sources;
import org.ohmweave.crossbar.dynamics.TransientCase;
import org.ohmweave.device.CellDynamics;
import org.ohmweave.device.DeviceBank;
import org.ohmweave.device.DeviceModel;
import org.ohmweave.device.effect.StateOfConductance;
import org.ohmweave.programming.selection.LineBias;
import org.ohmweave.programming.selection.SelectionScheme;

/**
 * The array of a transient study and what is done to it: devices in their first states, lines with
 * their waveforms, times of interest.
 *
 * @param devices what the cells are
 * @param rows word lines
 * @param columns bit lines
 * @param row selected word line
 * @param selectedColumns selected bit lines
 * @param scheme bias of unselected lines
 * @param pulse what selected lines get
 * @param wires segments
 * @param ends drivers and sense amplifiers; a lead segment is added at every end
 * @param nodeFarads of every node to ground; 0 = none
 * @param background state of the cells that are not selected
 * @param selectedLrs whether selected cells start in their LRS
 * @param readVolts where conductances are told
 */
record TransientArray(
    DeviceChoice devices,
    int rows,
    int columns,
    int row,
    int[] selectedColumns,
    SelectionScheme scheme,
    Pulse pulse,
    WireChoice wires,
    LineBias.Access ends,
    double nodeFarads,
    Background background,
    boolean selectedLrs,
    double readVolts) {
  private static final int ON_THE_EDGE = 8;
  private static final int WITHIN_A_PULSE = 48;

  /** States of the cells that are not selected. */
  enum Background {
    LRS,
    HRS,
    RANDOM,
    INITIAL
  }

  /**
   * A train of equal trapezoids: rise, plateau, fall, pause.
   *
   * @param volts on the selected word line against the selected bit lines
   * @param seconds on the plateau
   * @param riseSeconds and fall
   * @param pauseSeconds between pulses and after the last
   * @param count pulses
   */
  record Pulse(double volts, double seconds, double riseSeconds, double pauseSeconds, int count) {
    double period() {
      return seconds + 2 * riseSeconds + pauseSeconds;
    }

    /** When the plateau of a pulse begins. */
    double plateau(int pulse) {
      return pulse * period() + riseSeconds;
    }

    /** When a pulse and its pause are over. */
    double over(int pulse) {
      return (pulse + 1) * period();
    }
  }

  CellClass classOf(int cell) {
    int column = cell % columns;
    return CellClass.of(
        cell / columns == row, Arrays.stream(selectedColumns).anyMatch(c -> c == column));
  }

  /** Array {@code number} of the study; its cells have sites of their own. */
  TransientCase build(int number, NoiseSource noise) {
    int cells = rows * columns;
    DeviceBank bank = devices.bank(cells, (long) number * cells, noise);
    Purpose random = noise.purpose("transient-background");
    for (int k = 0; k < cells; k++) {
      boolean selected = classOf(k) == CellClass.SELECTED;
      if (selected) {
        if (background != Background.INITIAL || selectedLrs) {
          bank.model().reset(bank, k, k + 1, selectedLrs);
        }
      } else if (background != Background.INITIAL) {
        boolean low =
            background == Background.LRS
                || background == Background.RANDOM && random.uniform(bank.firstSite() + k, 0) < 0.5;
        bank.model().reset(bank, k, k + 1, low);
      }
    }
    CellDynamics dynamics = bank.model().dynamics(bank, noise);
    LineBias bias = bias();
    Wires network = new Wires(wires.wordOhms(), wires.bitOhms(), bias.ends());
    List<int[]> selected = new ArrayList<>();
    for (int c : selectedColumns) {
      selected.add(new int[] {row, c});
    }
    return new TransientCase(
        "array " + number,
        rows,
        columns,
        network,
        nodeFarads,
        bank,
        dynamics,
        bank.model().setSign(),
        sources(bias),
        level(noise),
        selected,
        pulse.over(pulse.count() - 1),
        times());
  }

  /** The scheme with one or several selected bit lines. */
  private LineBias bias() {
    LineBias.Access total =
        new LineBias.Access(
            ends.driverOhms() + wires.wordOhms(),
            ends.senseOhms() + wires.bitOhms(),
            ends.bothSides());
    LineBias one =
        LineBias.select(scheme, rows, columns, row, selectedColumns[0], pulse.volts(), total);
    double[] bottomOhms = one.ends().bottomOhms().clone();
    double[] topOhms = one.ends().topOhms().clone();
    double[] bitVolts = one.drive().bottomVolts().clone();
    for (int c : selectedColumns) {
      bottomOhms[c] = bottomOhms[selectedColumns[0]];
      topOhms[c] = topOhms[selectedColumns[0]];
      bitVolts[c] = 0;
    }
    return new LineBias(
        new Ends(one.ends().leftOhms(), one.ends().rightOhms(), topOhms, bottomOhms),
        new Drive(one.drive().leftVolts(), one.drive().rightVolts(), bitVolts, bitVolts));
  }

  private Sources sources(LineBias bias) {
    Map<Double, @Nullable PiecewiseLinear> waves = new HashMap<>();
    List<@Nullable PiecewiseLinear> all = new ArrayList<>();
    for (double[] volts :
        List.of(
            bias.drive().leftVolts(),
            bias.drive().rightVolts(),
            bias.drive().topVolts(),
            bias.drive().bottomVolts())) {
      for (double v : volts) {
        all.add(v == 0 ? null : waves.computeIfAbsent(v, this::wave));
      }
    }
    return new Sources(rows, columns, all);
  }

  private PiecewiseLinear wave(double volts) {
    int n = pulse.count();
    double[] t = new double[4 * n + 1];
    double[] v = new double[4 * n + 1];
    for (int k = 0; k < n; k++) {
      double start = k * pulse.period();
      t[4 * k] = start;
      t[4 * k + 1] = pulse.plateau(k);
      t[4 * k + 2] = pulse.plateau(k) + pulse.seconds();
      t[4 * k + 3] = pulse.plateau(k) + pulse.seconds() + pulse.riseSeconds();
      v[4 * k + 1] = volts;
      v[4 * k + 2] = volts;
    }
    t[4 * n] = pulse.over(n - 1);
    return new PiecewiseLinear("pulses of " + volts + " V", t, v);
  }

  /** Along the first pulse, then the end of every pulse. */
  private double[] times() {
    TreeSet<Double> times = new TreeSet<>();
    for (int k = 0; k <= ON_THE_EDGE; k++) {
      times.add(pulse.plateau(0) * k / ON_THE_EDGE);
    }
    for (int k = 1; k <= WITHIN_A_PULSE; k++) {
      times.add(pulse.plateau(0) + pulse.seconds() * k / WITHIN_A_PULSE);
    }
    for (int k = 0; k < pulse.count(); k++) {
      times.add(pulse.over(k));
    }
    return times.stream().mapToDouble(t -> t).toArray();
  }

  /** First coordinate of a nominal device half-way, in ratio, between its HRS and its LRS. */
  private double level(NoiseSource noise) {
    DeviceBank bank = devices.nominal(1, 0);
    DeviceModel model = bank.model();
    CellDynamics dynamics = model.dynamics(bank, noise);
    if (dynamics.jumps()) {
      return Double.NaN;
    }
    StateOfConductance state = new StateOfConductance(bank, model.setSign() * readVolts);
    model.reset(bank, 0, 1, true);
    double lrs = state.siemens(0);
    model.reset(bank, 0, 1, false);
    double hrs = state.siemens(0);
    state.set(0, Math.sqrt(lrs * hrs));
    double[] y = new double[dynamics.coordinates().size()];
    dynamics.read(0, 1, y);
    return y[0];
  }

  /** Conductances of all cells at the read voltage, at rest. */
  double[] siemens(DeviceBank bank) {
    DeviceBank cold = bank.copy();
    cold.model().cool(cold, 0, cold.size());
    double[] volts = new double[cold.size()];
    double[] amps = new double[cold.size()];
    Arrays.fill(volts, cold.model().setSign() * readVolts);
    cold.model().currents(cold, 0, cold.size(), volts, amps);
    for (int k = 0; k < amps.length; k++) {
      amps[k] /= volts[k];
    }
    return amps;
  }
}
