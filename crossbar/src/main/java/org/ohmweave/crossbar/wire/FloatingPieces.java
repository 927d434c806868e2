package org.ohmweave.crossbar.wire;

import org.ohmweave.core.InputException;

/** Finds pieces of broken lines whose voltage nothing determines. */
final class FloatingPieces {
  private FloatingPieces() {}

  /** Refuses a network with such a piece, and names it. */
  static void refuse(Ladder words, Ladder bits, double[] siemens) {
    int[] word = new int[siemens.length];
    int[] bit = new int[siemens.length];
    boolean[] wordHeld = held(words, word);
    boolean[] bitHeld = held(bits, bit);
    boolean spreading = true;
    while (spreading) {
      spreading = false;
      for (int k = 0; k < siemens.length; k++) {
        if (siemens[k] > 0 && wordHeld[word[k]] != bitHeld[bit[k]]) {
          wordHeld[word[k]] = true;
          bitHeld[bit[k]] = true;
          spreading = true;
        }
      }
    }
    name(words, word, wordHeld, "column");
    name(bits, bit, bitHeld, "row");
  }

  private static boolean[] held(Ladder ladder, int[] piece) {
    boolean[] held = new boolean[ladder.pieces(piece)];
    for (int l = 0; l < ladder.lines(); l++) {
      held[piece[ladder.index(l, 0)]] |= ladder.connected(l, true);
      held[piece[ladder.index(l, ladder.cells() - 1)]] |= ladder.connected(l, false);
    }
    return held;
  }

  private static void name(Ladder ladder, int[] piece, boolean[] held, String across) {
    for (int l = 0; l < ladder.lines(); l++) {
      for (int k = 0; k < ladder.cells(); k++) {
        int mine = piece[ladder.index(l, k)];
        if (!held[mine]) {
          int last = k;
          while (last + 1 < ladder.cells() && piece[ladder.index(l, last + 1)] == mine) {
            last++;
          }
          boolean whole = k == 0 && last == ladder.cells() - 1;
          throw new InputException(
              ladder.name()
                  + " "
                  + l
                  + " floats"
                  + (whole ? "" : " from " + across + " " + k + " to " + last)
                  + ": no connected end and no conducting cell there leads to a source; connect an end, mend a segment or give a cell a conductance above 0 S");
        }
      }
    }
  }
}
