package org.ohmweave.crossbar.wire;

import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.Ends;
import org.ohmweave.crossbar.array.Wires;

/** Finds lines whose voltage nothing determines: no conducting path leads to a source. */
public final class FloatingLines {
  private FloatingLines() {}

  /** Refuses an array with such a line. */
  public static void refuse(int rows, int columns, double[] siemens, Wires wires) {
    Ends ends = wires.ends();
    boolean[] word = new boolean[rows];
    boolean[] bit = new boolean[columns];
    int[] queue = new int[rows + columns];
    int tail = 0;
    for (int i = 0; i < rows; i++) {
      word[i] = connected(ends.leftOhms()[i]) || connected(ends.rightOhms()[i]);
      if (word[i]) {
        queue[tail++] = i;
      }
    }
    for (int j = 0; j < columns; j++) {
      bit[j] = connected(ends.topOhms()[j]) || connected(ends.bottomOhms()[j]);
      if (bit[j]) {
        queue[tail++] = rows + j;
      }
    }
    for (int head = 0; head < tail && tail < queue.length; head++) {
      int line = queue[head];
      if (line < rows) {
        for (int j = 0; j < columns; j++) {
          if (!bit[j] && siemens[line * columns + j] > 0) {
            bit[j] = true;
            queue[tail++] = rows + j;
          }
        }
      } else {
        for (int i = 0; i < rows; i++) {
          if (!word[i] && siemens[i * columns + line - rows] > 0) {
            word[i] = true;
            queue[tail++] = i;
          }
        }
      }
    }
    for (int i = 0; i < rows; i++) {
      name("word line", i, word[i]);
    }
    for (int j = 0; j < columns; j++) {
      name("bit line", j, bit[j]);
    }
  }

  private static boolean connected(double ohms) {
    return !Double.isInfinite(ohms);
  }

  private static void name(String kind, int line, boolean determined) {
    if (!determined) {
      throw new InputException(
          kind
              + " "
              + line
              + " floats: both ends are open and no conducting cell leads to a source; connect an end or give a cell a conductance above 0 S");
    }
  }
}
