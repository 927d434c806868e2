package org.ohmweave.crossbar.spice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.ohmweave.core.InputException;
import org.ohmweave.core.wave.PiecewiseLinear;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.dynamics.TransientCase;
import org.ohmweave.device.spice.SpiceLaw;

/**
 * The text of an array for ngspice. Nodes are {@code w<row>_<column>} on word lines and {@code
 * b<row>_<column>} on bit lines ({@code w<row>}, {@code b<column>} for a line without resistance);
 * the current into the source at an end is {@code i(vleft<row>)}, {@code i(vright<row>)}, {@code
 * i(vtop<column>)}, {@code i(vbottom<column>)}, positive out of the array.
 */
public final class ArrayNetlist {
  private final int rows;
  private final int columns;
  private final Wires wires;
  private final StringBuilder text = new StringBuilder();
  private final List<String> sources = new ArrayList<>();

  private ArrayNetlist(String title, int rows, int columns, Wires wires) {
    this.rows = rows;
    this.columns = columns;
    this.wires = wires;
    text.append("* ").append(title.replaceAll("\\s+", " ")).append('\n');
  }

  /**
   * A netlist that finds the operating point and prints the current of every source.
   *
   * @param drive voltages of the sources
   */
  public static String operatingPoint(
      String title, int rows, int columns, Wires wires, SpiceCells cells, Drive drive) {
    ArrayNetlist net = new ArrayNetlist(title, rows, columns, wires);
    net.array(
        cells,
        i -> "DC " + drive.leftVolts()[i],
        i -> "DC " + drive.rightVolts()[i],
        j -> "DC " + drive.topVolts()[j],
        j -> "DC " + drive.bottomVolts()[j]);
    net.text.append(
        ".options reltol=1e-12 abstol=1e-20 vntol=1e-14 gmin=1e-30 itl1=1000\n.control\nop\nset"
            + " numdgt=16\n");
    for (String source : net.sources) {
      net.text.append("print i(").append(source).append(")\n");
    }
    return net.text.append(".endc\n.end\n").toString();
  }

  /**
   * A netlist of a transient.
   *
   * @param left source of each word line at its left end, as SPICE writes it: {@code "PWL(0 0 1n
   *     1)"}
   * @param bottom source of each bit line at its bottom end; the other ends are at 0 V
   * @param nodeFarads capacitance from every node to ground, 0 = none
   * @param endSeconds length of the run
   * @param stepSeconds largest step
   * @param outputs expressions to write beside the source currents, such as {@code "v(xc0_0.gap)"}
   * @param file that ngspice writes: time, then the outputs, then every source current
   */
  public static String transients(
      String title,
      int rows,
      int columns,
      Wires wires,
      SpiceCells cells,
      IntFunction<String> left,
      IntFunction<String> bottom,
      double nodeFarads,
      double endSeconds,
      double stepSeconds,
      List<String> outputs,
      String file) {
    ArrayNetlist net = new ArrayNetlist(title, rows, columns, wires);
    net.array(cells, left, i -> "DC 0", j -> "DC 0", bottom);
    if (nodeFarads > 0) {
      net.capacitors(nodeFarads);
    }
    return net.transientRun(endSeconds, stepSeconds, outputs, file);
  }

  private String transientRun(
      double endSeconds, double stepSeconds, List<String> outputs, String file) {
    List<String> written = new ArrayList<>(outputs);
    sources.forEach(source -> written.add("i(" + source + ")"));
    String all = String.join(" ", written);
    return text.append(
            ".options reltol=1e-6 abstol=1e-16 vntol=1e-10 chgtol=1e-22 trtol=1 gmin=1e-22"
                + " itl4=100\n.control\nset wr_singlescale\nset numdgt=12\nsave ")
        .append(all)
        .append("\ntran ")
        .append(stepSeconds)
        .append(' ')
        .append(endSeconds)
        .append(" 0 ")
        .append(stepSeconds)
        .append(" uic\nwrdata ")
        .append(file)
        .append(' ')
        .append(all)
        .append("\n.endc\n.end\n")
        .toString();
  }

  /**
   * A netlist of a case in time; ngspice writes time, the first state of every cell, and every
   * source current.
   *
   * @param stepSeconds largest step
   * @param file that ngspice writes
   */
  public static String of(TransientCase input, double stepSeconds, String file) {
    int rows = input.rows();
    int columns = input.columns();
    DeviceCells cells = new DeviceCells(input.bank(), SpiceLaw.Form.MOVING, input.polarity());
    ArrayNetlist net = new ArrayNetlist(input.name(), rows, columns, input.wires());
    net.array(
        cells,
        i -> source(input.sources().wave(i)),
        i -> source(input.sources().wave(rows + i)),
        j -> source(input.sources().wave(2 * rows + j)),
        j -> source(input.sources().wave(2 * rows + columns + j)));
    if (input.nodeFarads() > 0) {
      net.capacitors(input.nodeFarads());
    }
    return net.transientRun(input.endSeconds(), stepSeconds, cells.states(columns), file);
  }

  private static String source(@Nullable PiecewiseLinear wave) {
    if (wave == null) {
      return "DC 0";
    }
    double[] seconds = new double[wave.size()];
    double[] volts = new double[wave.size()];
    for (int k = 0; k < seconds.length; k++) {
      volts[k] = wave.volts(k);
      // ngspice wants ascending times: a step takes a femtosecond
      seconds[k] =
          k > 0 && wave.seconds(k) <= seconds[k - 1] ? seconds[k - 1] + 1e-15 : wave.seconds(k);
    }
    return piecewiseLinear(seconds, volts);
  }

  private void array(
      SpiceCells cells,
      IntFunction<String> left,
      IntFunction<String> right,
      IntFunction<String> top,
      IntFunction<String> bottom) {
    text.append(cells.definitions());
    for (int i = 0; i < rows; i++) {
      end("left", i, word(i, 0), wires.ends().leftOhms()[i], left.apply(i));
      end("right", i, word(i, columns - 1), wires.ends().rightOhms()[i], right.apply(i));
      if (wires.wordOhms() == 0) {
        oneSource("word line", i, wires.ends().leftOhms()[i], wires.ends().rightOhms()[i]);
      }
    }
    for (int j = 0; j < columns; j++) {
      end("top", j, bit(0, j), wires.ends().topOhms()[j], top.apply(j));
      end("bottom", j, bit(rows - 1, j), wires.ends().bottomOhms()[j], bottom.apply(j));
      if (wires.bitOhms() == 0) {
        oneSource("bit line", j, wires.ends().topOhms()[j], wires.ends().bottomOhms()[j]);
      }
    }
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        String name = i + "_" + j;
        if (j + 1 < columns && wires.wordOhms() > 0) {
          resistor("w" + name, word(i, j), word(i, j + 1), wires.wordOhms());
        }
        if (i + 1 < rows && wires.bitOhms() > 0) {
          resistor("b" + name, bit(i, j), bit(i + 1, j), wires.bitOhms());
        }
        text.append(cells.cell(i * columns + j, name, word(i, j), bit(i, j)));
      }
    }
  }

  private static void oneSource(String line, int index, double ohms, double otherOhms) {
    if (ohms == 0 && otherOhms == 0) {
      throw new InputException(
          line
              + " "
              + index
              + " has no resistance and an ideal source at both ends, which SPICE cannot solve;"
              + " give one of them a resistance or leave it open");
    }
  }

  private void end(String side, int line, String node, double ohms, String source) {
    if (Double.isInfinite(ohms)) {
      return;
    }
    String name = side + line;
    String at = node;
    if (ohms > 0) {
      at = "s" + name;
      resistor(name, at, node, ohms);
    }
    text.append('V').append(name).append(' ').append(at).append(" 0 ").append(source).append('\n');
    sources.add("v" + name);
  }

  private void resistor(String name, String from, String to, double ohms) {
    text.append('R')
        .append(name)
        .append(' ')
        .append(from)
        .append(' ')
        .append(to)
        .append(' ')
        .append(ohms)
        .append('\n');
  }

  private void capacitors(double farads) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        if (wires.wordOhms() > 0 || j == 0) {
          capacitor("w" + i + "_" + j, word(i, j), farads * (wires.wordOhms() > 0 ? 1 : columns));
        }
        if (wires.bitOhms() > 0 || i == 0) {
          capacitor("b" + i + "_" + j, bit(i, j), farads * (wires.bitOhms() > 0 ? 1 : rows));
        }
      }
    }
  }

  private void capacitor(String name, String node, double farads) {
    text.append("Cn").append(name).append(' ').append(node).append(" 0 ").append(farads);
    text.append(" ic=0\n");
  }

  private String word(int row, int column) {
    return wires.wordOhms() == 0 ? "w" + row : "w" + row + "_" + column;
  }

  private String bit(int row, int column) {
    return wires.bitOhms() == 0 ? "b" + column : "b" + row + "_" + column;
  }

  /** A piecewise-linear source: seconds and volts, one pair per corner. */
  public static String piecewiseLinear(double[] seconds, double[] volts) {
    StringBuilder source = new StringBuilder("PWL(");
    for (int k = 0; k < seconds.length; k++) {
      source.append(k == 0 ? "" : " ").append(seconds[k]).append(' ').append(volts[k]);
    }
    return source.append(')').toString();
  }
}
