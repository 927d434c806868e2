package org.ohmweave.validation.crossbar;

import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.array.Drive;
import org.ohmweave.crossbar.array.Wires;
import org.ohmweave.crossbar.cell.CellLaw;

/** Kirchhoff's current law at every node, from node voltages and the cells' law alone. */
final class Kirchhoff {
  private Kirchhoff() {}

  /**
   * Largest sum of currents at a node, relative to the largest cell current; wires and ends must
   * have resistance.
   */
  static double violation(
      int rows, int columns, CellLaw law, Wires wires, Drive drive, ArraySolution s) {
    double[] w = s.wordVolts();
    double[] b = s.bitVolts();
    double[] across = new double[w.length];
    for (int k = 0; k < w.length; k++) {
      across[k] = w[k] - b[k];
    }
    double[] amps = new double[w.length];
    law.evaluate(0, w.length, across, amps, new double[w.length]);
    double largest = 0;
    double worst = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        int k = i * columns + j;
        double atWord = amps[k];
        double atBit = -amps[k];
        atWord += j > 0 ? (w[k] - w[k - 1]) / wires.wordOhms() : 0;
        atWord += j < columns - 1 ? (w[k] - w[k + 1]) / wires.wordOhms() : 0;
        atBit += i > 0 ? (b[k] - b[k - columns]) / wires.bitOhms() : 0;
        atBit += i < rows - 1 ? (b[k] - b[k + columns]) / wires.bitOhms() : 0;
        if (j == 0) {
          atWord += (w[k] - drive.leftVolts()[i]) / wires.ends().leftOhms()[i];
        }
        if (j == columns - 1) {
          atWord += (w[k] - drive.rightVolts()[i]) / wires.ends().rightOhms()[i];
        }
        if (i == 0) {
          atBit += (b[k] - drive.topVolts()[j]) / wires.ends().topOhms()[j];
        }
        if (i == rows - 1) {
          atBit += (b[k] - drive.bottomVolts()[j]) / wires.ends().bottomOhms()[j];
        }
        // a node voltage is only known to its last bit
        double rounding =
            8
                * Math.ulp(1.0)
                * (Math.abs(w[k]) / wires.wordOhms() + Math.abs(b[k]) / wires.bitOhms());
        atWord = Math.max(0, Math.abs(atWord) - rounding);
        atBit = Math.max(0, Math.abs(atBit) - rounding);
        largest = Math.max(largest, Math.abs(amps[k]));
        worst = Math.max(worst, Math.max(atWord, atBit));
      }
    }
    return worst / largest;
  }
}
