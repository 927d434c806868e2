package org.ohmweave.validation.crossbar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.ArrayPower;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;

/**
 * Laws of every resistive network, on random arrays; a counterexample is shrunk before it is shown.
 * Each law answers with the violation relative to the largest current or voltage of the case.
 */
class NetworkLawsTest {
  private static final long SEED = 20261127;
  private static final int CASES = 250;
  private static final int LARGEST = 20;

  /** How badly a network violates a law, in units of what is allowed; at most 1 is fine. */
  private interface Law {
    double violation(RandomNetwork network);
  }

  private static void check(String name, Law law) {
    int solved = 0;
    for (int k = 0; k < CASES; k++) {
      RandomNetwork network = RandomNetwork.draw(SEED, k, LARGEST);
      double found = guarded(law, network);
      if (found >= 0) {
        solved++;
      }
      if (!(found <= 1)) {
        RandomNetwork least = shrink(law, network);
        fail(
            name
                + " violated "
                + guarded(law, least)
                + " times what is allowed, seed "
                + SEED
                + " case "
                + k
                + ", shrunk to "
                + least);
      }
    }
    assertTrue(solved > CASES / 2, name + ": only " + solved + " networks had a solution");
  }

  /** The violation, or -1 for a network that is refused in one sentence. */
  private static double guarded(Law law, RandomNetwork network) {
    try {
      return law.violation(network);
    } catch (InputException refused) {
      assertTrue(
          refused.getMessage().contains("floats")
              || refused.getMessage().contains("two ideal sources"),
          refused.getMessage());
      return -1;
    }
  }

  private static RandomNetwork shrink(Law law, RandomNetwork network) {
    RandomNetwork least = network;
    for (int step = 0; step < 200; step++) {
      RandomNetwork next = null;
      for (RandomNetwork candidate : least.smaller()) {
        if (!(guarded(law, candidate) <= 1)) {
          next = candidate;
          break;
        }
      }
      if (next == null) {
        break;
      }
      least = next;
    }
    return least;
  }

  private static double largest(double[]... lists) {
    double largest = 0;
    for (double[] list : lists) {
      for (double value : list) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }

  /**
   * Largest current of a solution; a network that carries almost nothing is measured by its cells.
   */
  private static double scaleAmps(RandomNetwork r, ArraySolution s) {
    double cells = 0;
    for (double g : r.siemens()) {
      cells = Math.max(cells, g);
    }
    return Math.max(
        largest(s.leftAmps(), s.rightAmps(), s.topAmps(), s.bottomAmps()), 1e-2 * cells);
  }

  private static double difference(double[] a, double[] b) {
    double worst = 0;
    for (int k = 0; k < a.length; k++) {
      worst = Math.max(worst, Math.abs(a[k] - b[k]));
    }
    return worst;
  }

  /** Currents into each node by Ohm's law at every element, the voltages taken as they are. */
  @Test
  void currentsOfEveryNodeAddToZero() {
    check("Kirchhoff's current law", NetworkLawsTest::kirchhoff);
  }

  private static double kirchhoff(RandomNetwork r) {
    ArraySolution s = r.solve();
    double scale = scaleAmps(r, s);
    double[] cell = s.cellAmps(r.siemens());
    double worst = s.residualAmps() / scale / 1e-11;
    Wires w = r.wires();
    int m = r.rows();
    int n = r.columns();
    for (int i = 0; i < m && w.wordOhms() > 0; i++) {
      for (int j = 0; j < n; j++) {
        double sum = cell[i * n + j];
        double v = s.wordVolts()[i * n + j];
        boolean ideal = false;
        if (j > 0) {
          sum += (v - s.wordVolts()[i * n + j - 1]) / w.wordOhms();
        } else {
          sum += s.leftAmps()[i];
          ideal = w.ends().leftOhms()[i] == 0;
        }
        if (j < n - 1) {
          sum += (v - s.wordVolts()[i * n + j + 1]) / w.wordOhms();
        } else {
          sum += s.rightAmps()[i];
          ideal |= w.ends().rightOhms()[i] == 0;
        }
        // a difference of voltages of 1 V knows its current to a rounding of 1 V over the
        // resistance
        double allowed = 1e-11 * scale + 1e-14 / w.wordOhms();
        worst = Math.max(worst, Math.abs(sum) / (ideal ? 10 * allowed : allowed));
      }
    }
    for (int j = 0; j < n && w.bitOhms() > 0; j++) {
      for (int i = 0; i < m; i++) {
        double sum = -cell[i * n + j];
        double v = s.bitVolts()[i * n + j];
        sum += i > 0 ? (v - s.bitVolts()[(i - 1) * n + j]) / w.bitOhms() : s.topAmps()[j];
        sum += i < m - 1 ? (v - s.bitVolts()[(i + 1) * n + j]) / w.bitOhms() : s.bottomAmps()[j];
        double allowed = 1e-11 * scale + 1e-14 / w.bitOhms();
        worst = Math.max(worst, Math.abs(sum) / allowed);
      }
    }
    return worst;
  }

  /** Tellegen: what the sources deliver is what cells, wires and ends take; nothing is negative. */
  @Test
  void powerIsConservedAndNothingGivesAny() {
    check(
        "power balance",
        r -> {
          ArraySolution s = r.solve();
          ArrayPower p = ArrayPower.of(r.wires(), r.drive(), s, s.cellAmps(r.siemens()));
          double taken = p.allCellWatts() + p.allWireWatts() + p.allEndWatts();
          double least = Math.min(p.deliveredWatts(), 0);
          for (double[] part :
              new double[][] {p.cellWatts(), p.wordSegmentWatts(), p.bitSegmentWatts()}) {
            for (double watts : part) {
              least = Math.min(least, watts);
            }
          }
          double scale = scaleAmps(r, s);
          return Math.max(Math.abs(taken - p.deliveredWatts()), -least) / (1e-11 * scale);
        });
  }

  /** No node leaves the range of the sources. */
  @Test
  void voltagesStayBetweenTheSources() {
    check(
        "maximum principle",
        r -> {
          ArraySolution s = r.solve();
          double low = Double.POSITIVE_INFINITY;
          double high = Double.NEGATIVE_INFINITY;
          Ends e = r.wires().ends();
          double[][] ohms = {e.leftOhms(), e.rightOhms(), e.topOhms(), e.bottomOhms()};
          Drive d = r.drive();
          double[][] volts = {d.leftVolts(), d.rightVolts(), d.topVolts(), d.bottomVolts()};
          for (int side = 0; side < 4; side++) {
            for (int k = 0; k < ohms[side].length; k++) {
              if (!Double.isInfinite(ohms[side][k])) {
                low = Math.min(low, volts[side][k]);
                high = Math.max(high, volts[side][k]);
              }
            }
          }
          double worst = 0;
          for (double[] nodes : new double[][] {s.wordVolts(), s.bitVolts()}) {
            for (double v : nodes) {
              worst = Math.max(worst, Math.max(v - high, low - v));
            }
          }
          return worst / 1e-11;
        });
  }

  private static Drive unit(RandomNetwork r, int side, int line) {
    double[][] volts = {
      new double[r.rows()], new double[r.rows()], new double[r.columns()], new double[r.columns()]
    };
    volts[side][line] = 1;
    return new Drive(volts[0], volts[1], volts[2], volts[3]);
  }

  private static double[] ends(ArraySolution s, int side) {
    return switch (side) {
      case 0 -> s.leftAmps();
      case 1 -> s.rightAmps();
      case 2 -> s.topAmps();
      default -> s.bottomAmps();
    };
  }

  /** Current at one end for 1 V at another is the same the other way round. */
  @Test
  void reciprocity() {
    check(
        "reciprocity",
        r -> {
          double worst = 0;
          for (int side = 0; side < 4; side++) {
            for (int other = 0; other < side; other++) {
              int line = (r.rows() + side) % (side < 2 ? r.rows() : r.columns());
              int second = (r.columns() + other) % (other < 2 ? r.rows() : r.columns());
              Ends e = r.wires().ends();
              double[][] ohms = {e.leftOhms(), e.rightOhms(), e.topOhms(), e.bottomOhms()};
              if (Double.isInfinite(ohms[side][line]) || Double.isInfinite(ohms[other][second])) {
                continue;
              }
              ArraySolution a = r.array().solve(unit(r, side, line));
              ArraySolution b = r.array().solve(unit(r, other, second));
              double scale = Math.max(scaleAmps(r, a), scaleAmps(r, b));
              double gap = Math.abs(ends(a, other)[second] - ends(b, side)[line]);
              worst = Math.max(worst, gap / (1e-11 * scale));
            }
          }
          return worst;
        });
  }

  private static double[] combine(double a, double[] x, double b, double[] y) {
    double[] sum = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      sum[k] = a * x[k] + b * y[k];
    }
    return sum;
  }

  private static double[] reversed(double[] x) {
    double[] out = x.clone();
    for (int k = 0; k < x.length; k++) {
      out[k] = x[x.length - 1 - k];
    }
    return out;
  }

  @Test
  void superposition() {
    check(
        "superposition",
        r -> {
          Drive d = r.drive();
          Drive e =
              new Drive(
                  reversed(d.leftVolts()),
                  reversed(d.rightVolts()),
                  reversed(d.topVolts()),
                  reversed(d.bottomVolts()));
          Drive both =
              new Drive(
                  combine(2, d.leftVolts(), -0.5, e.leftVolts()),
                  combine(2, d.rightVolts(), -0.5, e.rightVolts()),
                  combine(2, d.topVolts(), -0.5, e.topVolts()),
                  combine(2, d.bottomVolts(), -0.5, e.bottomVolts()));
          ArraySolution one = r.array().solve(d);
          ArraySolution two = r.array().solve(e);
          ArraySolution sum = r.array().solve(both);
          double scale = Math.max(scaleAmps(r, one), scaleAmps(r, two));
          double worst = 0;
          for (int side = 0; side < 4; side++) {
            double[] expected = combine(2, ends(one, side), -0.5, ends(two, side));
            worst = Math.max(worst, difference(expected, ends(sum, side)));
          }
          return worst / (1e-11 * scale);
        });
  }

  /** Rayleigh: more wire resistance never lets one driven line give more current. */
  @Test
  void moreWireResistanceNeverCarriesMore() {
    check(
        "monotony in wire resistance",
        r -> {
          Ends e = r.wires().ends();
          int line = 0;
          while (line < r.rows() - 1 && Double.isInfinite(e.leftOhms()[line])) {
            line++;
          }
          Drive drive = unit(r, 0, line);
          double before = -r.array().solve(drive).leftAmps()[line];
          double worst = 0;
          for (int which = 1; which < 4; which++) {
            double word = r.wires().wordOhms() + ((which & 1) != 0 ? 3 : 0);
            double bit = r.wires().bitOhms() + ((which & 2) != 0 ? 3 : 0);
            RandomNetwork more = r.with(r.siemens(), new Wires(word, bit, e), drive);
            double after = -more.solve().leftAmps()[line];
            worst = Math.max(worst, (after - before) / (1e-11 * Math.max(before, 1e-9)));
          }
          return worst;
        });
  }

  /** The solver treats word and bit lines differently; the network does not. */
  @Test
  void transposedArrayIsTheSameNetwork() {
    check(
        "transpose",
        r -> {
          ArraySolution s = r.solve();
          ArraySolution t = r.transposed().solve();
          double scale = scaleAmps(r, s);
          double worst = difference(s.leftAmps(), t.topAmps());
          worst = Math.max(worst, difference(s.rightAmps(), t.bottomAmps()));
          worst = Math.max(worst, difference(s.topAmps(), t.leftAmps()));
          worst = Math.max(worst, difference(s.bottomAmps(), t.rightAmps()));
          return worst / (1e-11 * scale);
        });
  }

  /** Only products of conductance and resistance matter. */
  @Test
  void scalingAllResistances() {
    check(
        "scaling",
        r -> {
          ArraySolution s = r.solve();
          ArraySolution t = r.scaled(1e5).solve();
          double scale = scaleAmps(r, s);
          double worst = 0;
          for (int side = 0; side < 4; side++) {
            double[] back = RandomNetwork.times(ends(t, side), 1e5);
            worst = Math.max(worst, difference(ends(s, side), back));
          }
          return Math.max(
              worst / (1e-11 * scale), difference(s.wordVolts(), t.wordVolts()) / 1e-10);
        });
  }

  /** The shrinker itself: a law that fails whenever there are two cells ends at two cells. */
  @Test
  void shrinkingFindsASmallCounterexample() {
    Law law = r -> r.siemens().length >= 2 ? 2 : 0;
    RandomNetwork least = shrink(law, RandomNetwork.draw(SEED, 3, LARGEST));
    assertEquals(2, least.siemens().length);
    assertTrue(Arrays.stream(least.siemens()).allMatch(g -> g == 1e-4));
    assertEquals(1, least.wires().wordOhms());
  }
}
