package org.ohmweave.validation.crossbar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.wire.LinearArray;

/**
 * A random array for properties: ideal wires, open, ideal, resistive and per-line ends on up to
 * four sides, stuck-open cells. {@link #smaller} gives the candidates for shrinking a
 * counterexample.
 */
record RandomNetwork(int rows, int columns, double[] siemens, Wires wires, Drive drive) {

  static RandomNetwork draw(long seed, int k, int largest) {
    Purpose p = NoiseSource.seeded(seed).purpose("network-laws");
    int rows = 1 + p.below(largest, k, 0);
    int columns = 1 + p.below(largest, k, 1);
    double[] g = new double[rows * columns];
    boolean stuck = p.uniform(k, 7) < 0.3;
    for (int i = 0; i < g.length; i++) {
      boolean open = stuck && p.uniform(k, 2000 + i) < 0.2;
      g[i] = open ? 0 : 1e-6 * Math.pow(1e3, p.uniform(k, 5000 + i));
    }
    double word = p.uniform(k, 2) < 0.25 ? 0 : 0.1 * Math.pow(1e3, p.uniform(k, 3));
    double bit = p.uniform(k, 4) < 0.25 ? 0 : 0.1 * Math.pow(1e3, p.uniform(k, 5));
    int kind = p.below(4, k, 6);
    Ends ends =
        new Ends(
            ends(p, k, 100, rows, kind, true),
            ends(p, k, 200, rows, kind, false),
            ends(p, k, 300, columns, kind, false),
            ends(p, k, 400, columns, kind, true));
    Drive drive =
        new Drive(
            volts(p, k, 500, rows),
            volts(p, k, 600, rows),
            volts(p, k, 700, columns),
            volts(p, k, 800, columns));
    return new RandomNetwork(rows, columns, g, new Wires(word, bit, ends), drive);
  }

  /**
   * Ends of one side: kind 0 = driven on one side with one resistance, 1 = both sides, 2 = per line
   * and side anything, 3 = one side, each line its own, some of them ideal.
   */
  private static double[] ends(Purpose p, int k, int event, int count, int kind, boolean main) {
    double[] ohms = new double[count];
    double all = 100 * p.uniform(k, event);
    for (int i = 0; i < count; i++) {
      double own = 300 * p.uniform(k, event + 1 + i);
      double u = p.uniform(k, event + 50 + i);
      ohms[i] =
          switch (kind) {
            case 0 -> main ? all : Ends.OPEN;
            case 1 -> main ? all : 2 * all;
            case 2 -> u < 0.4 ? Ends.OPEN : u < 0.5 && main ? 0 : own;
            default -> !main ? Ends.OPEN : u < 0.2 ? 0 : own;
          };
    }
    return ohms;
  }

  private static double[] volts(Purpose p, int k, int event, int count) {
    double[] volts = new double[count];
    for (int i = 0; i < count; i++) {
      volts[i] = 2 * p.uniform(k, event + i) - 1;
    }
    return volts;
  }

  LinearArray array() {
    return new LinearArray(rows, columns, siemens, wires);
  }

  ArraySolution solve() {
    return array().solve(drive);
  }

  RandomNetwork with(double[] cells, Wires other, Drive sources) {
    return new RandomNetwork(rows, columns, cells, other, sources);
  }

  /** Half the rows or columns, then simpler cells, wires, ends and sources. */
  List<RandomNetwork> smaller() {
    List<RandomNetwork> out = new ArrayList<>();
    if (rows > 1) {
      out.add(part(0, rows / 2, 0, columns));
      out.add(part(rows / 2, rows, 0, columns));
      out.add(part(0, rows - 1, 0, columns));
    }
    if (columns > 1) {
      out.add(part(0, rows, 0, columns / 2));
      out.add(part(0, rows, columns / 2, columns));
      out.add(part(0, rows, 0, columns - 1));
    }
    double[] same = siemens.clone();
    Arrays.fill(same, 1e-4);
    addIfNew(out, with(same, wires, drive));
    addIfNew(out, with(siemens, new Wires(1, wires.bitOhms(), wires.ends()), drive));
    addIfNew(out, with(siemens, new Wires(wires.wordOhms(), 1, wires.ends()), drive));
    Ends plain = Ends.driveLeftSenseBottom(rows, columns, 1, 1);
    addIfNew(out, with(siemens, new Wires(wires.wordOhms(), wires.bitOhms(), plain), drive));
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    addIfNew(out, with(siemens, wires, Drive.left(ones, columns)));
    return out;
  }

  private void addIfNew(List<RandomNetwork> out, RandomNetwork candidate) {
    if (!candidate.toString().equals(toString())) {
      out.add(candidate);
    }
  }

  private RandomNetwork part(int top, int bottom, int left, int right) {
    double[] g = new double[(bottom - top) * (right - left)];
    for (int i = top; i < bottom; i++) {
      System.arraycopy(siemens, i * columns + left, g, (i - top) * (right - left), right - left);
    }
    Ends e = wires.ends();
    return new RandomNetwork(
        bottom - top,
        right - left,
        g,
        new Wires(
            wires.wordOhms(),
            wires.bitOhms(),
            new Ends(
                Arrays.copyOfRange(e.leftOhms(), top, bottom),
                Arrays.copyOfRange(e.rightOhms(), top, bottom),
                Arrays.copyOfRange(e.topOhms(), left, right),
                Arrays.copyOfRange(e.bottomOhms(), left, right))),
        new Drive(
            Arrays.copyOfRange(drive.leftVolts(), top, bottom),
            Arrays.copyOfRange(drive.rightVolts(), top, bottom),
            Arrays.copyOfRange(drive.topVolts(), left, right),
            Arrays.copyOfRange(drive.bottomVolts(), left, right)));
  }

  /** Word and bit lines exchanged. */
  RandomNetwork transposed() {
    double[] g = new double[siemens.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        g[j * rows + i] = siemens[i * columns + j];
      }
    }
    Ends e = wires.ends();
    return new RandomNetwork(
        columns,
        rows,
        g,
        new Wires(
            wires.bitOhms(),
            wires.wordOhms(),
            new Ends(e.topOhms(), e.bottomOhms(), e.leftOhms(), e.rightOhms())),
        new Drive(drive.topVolts(), drive.bottomVolts(), drive.leftVolts(), drive.rightVolts()));
  }

  /** All resistances times a factor. */
  RandomNetwork scaled(double factor) {
    Ends e = wires.ends();
    return with(
        times(siemens, 1 / factor),
        new Wires(
            wires.wordOhms() * factor,
            wires.bitOhms() * factor,
            new Ends(
                times(e.leftOhms(), factor),
                times(e.rightOhms(), factor),
                times(e.topOhms(), factor),
                times(e.bottomOhms(), factor))),
        drive);
  }

  static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(v -> v * factor).toArray();
  }

  @Override
  public String toString() {
    Ends e = wires.ends();
    return rows
        + " x "
        + columns
        + " siemens "
        + Arrays.toString(siemens)
        + " wires "
        + wires.wordOhms()
        + " "
        + wires.bitOhms()
        + " ends "
        + Arrays.toString(e.leftOhms())
        + Arrays.toString(e.rightOhms())
        + Arrays.toString(e.topOhms())
        + Arrays.toString(e.bottomOhms())
        + " volts "
        + Arrays.toString(drive.leftVolts())
        + Arrays.toString(drive.rightVolts())
        + Arrays.toString(drive.topVolts())
        + Arrays.toString(drive.bottomVolts());
  }
}
