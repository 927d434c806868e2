package org.ohmweave.crossbar.array;

import org.ohmweave.core.InputException;

/**
 * The wires of an array.
 *
 * @param wordOhms resistance of a word-line segment between neighbouring cells, {@code >= 0}
 * @param bitOhms resistance of a bit-line segment between neighbouring cells, {@code >= 0}
 * @param ends how the lines end
 */
public record Wires(double wordOhms, double bitOhms, Ends ends) {
  /** Resistances must be finite and not negative. */
  public Wires {
    check("word-line segment", wordOhms);
    check("bit-line segment", bitOhms);
  }

  private static void check(String what, double ohms) {
    if (!(ohms >= 0) || Double.isInfinite(ohms)) {
      throw new InputException(what + " must be zero or positive and finite [ohm], got " + ohms);
    }
  }
}
