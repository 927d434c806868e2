package org.ohmweave.crossbar.array;

import java.util.Arrays;
import org.ohmweave.core.InputException;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.core.noise.Purpose;

/**
 * Every wire segment of an array by itself: lines that differ, segments that differ, broken wires.
 *
 * @param rows word lines
 * @param columns bit lines
 * @param wordOhms segment between columns j and j + 1 of word line i at {@code i * (columns - 1) +
 *     j}, zero, positive, or infinite (broken)
 * @param bitOhms segment between rows i and i + 1 of bit line j at {@code i * columns + j}
 */
public record Segments(int rows, int columns, double[] wordOhms, double[] bitOhms) {
  /** Checks sizes and values; arrays are copied. */
  public Segments {
    checkSize(rows, columns);
    if (wordOhms.length != rows * (columns - 1) || bitOhms.length != (rows - 1) * columns) {
      throw new InputException(
          "an array of "
              + rows
              + " x "
              + columns
              + " has "
              + rows * (columns - 1)
              + " word-line and "
              + (rows - 1) * columns
              + " bit-line segments, got "
              + wordOhms.length
              + " and "
              + bitOhms.length);
    }
    for (int k = 0; k < wordOhms.length; k++) {
      check("word line " + k / (columns - 1), "column " + k % (columns - 1), wordOhms[k]);
    }
    for (int k = 0; k < bitOhms.length; k++) {
      check("bit line " + k % columns, "row " + k / columns, bitOhms[k]);
    }
    wordOhms = wordOhms.clone();
    bitOhms = bitOhms.clone();
  }

  private static void checkSize(int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw new InputException(
          "an array needs at least one row and one column, got " + rows + " x " + columns);
    }
  }

  private static void check(String line, String after, double ohms) {
    if (!(ohms >= 0)) {
      throw new InputException(
          "segment of "
              + line
              + " after "
              + after
              + " must be zero, positive or infinite (broken) [ohm], got "
              + ohms);
    }
  }

  /** All segments of a direction alike. */
  public static Segments uniform(int rows, int columns, double wordOhms, double bitOhms) {
    checkSize(rows, columns);
    double[] word = new double[rows * (columns - 1)];
    double[] bit = new double[(rows - 1) * columns];
    Arrays.fill(word, wordOhms);
    Arrays.fill(bit, bitOhms);
    return new Segments(rows, columns, word, bit);
  }

  /**
   * Lines that differ, and segments that differ within a line: lognormal factors around the present
   * values (the median stays), drawn by the number of the line and of the segment.
   *
   * @param lineSd sd of the natural logarithm from line to line, {@code >= 0}
   * @param segmentSd the same from segment to segment
   */
  public Segments varied(double lineSd, double segmentSd, NoiseSource noise) {
    for (double sd : new double[] {lineSd, segmentSd}) {
      if (!(sd >= 0 && sd <= 5)) {
        throw new InputException("the spread of wire resistance must lie in 0 .. 5, got " + sd);
      }
    }
    Purpose word = noise.purpose("word-line-resistance");
    Purpose bit = noise.purpose("bit-line-resistance");
    double[] newWord = wordOhms.clone();
    double[] newBit = bitOhms.clone();
    for (int k = 0; k < newWord.length; k++) {
      int line = k / (columns - 1);
      int at = k % (columns - 1);
      newWord[k] *=
          Math.exp(lineSd * word.gaussian(line, 0) + segmentSd * word.gaussian(line, 1 + at));
    }
    for (int k = 0; k < newBit.length; k++) {
      int line = k % columns;
      int at = k / columns;
      newBit[k] *=
          Math.exp(lineSd * bit.gaussian(line, 0) + segmentSd * bit.gaussian(line, 1 + at));
    }
    return new Segments(rows, columns, newWord, newBit);
  }

  /** The same with a word line broken between {@code column} and the next. */
  public Segments brokenWord(int row, int column) {
    if (row < 0 || row >= rows || column < 0 || column >= columns - 1) {
      throw noSuch("word line " + row, "column " + column);
    }
    double[] word = wordOhms.clone();
    word[row * (columns - 1) + column] = Double.POSITIVE_INFINITY;
    return new Segments(rows, columns, word, bitOhms);
  }

  /** The same with a bit line broken between {@code row} and the next. */
  public Segments brokenBit(int column, int row) {
    if (row < 0 || row >= rows - 1 || column < 0 || column >= columns) {
      throw noSuch("bit line " + column, "row " + row);
    }
    double[] bit = bitOhms.clone();
    bit[row * columns + column] = Double.POSITIVE_INFINITY;
    return new Segments(rows, columns, wordOhms, bit);
  }

  private InputException noSuch(String line, String after) {
    return new InputException(
        "an array of " + rows + " x " + columns + " has no segment of " + line + " after " + after);
  }

  /** Segment of a word line between {@code column} and the next. */
  public double word(int row, int column) {
    return wordOhms[row * (columns - 1) + column];
  }

  /** Segment of a bit line between {@code row} and the next. */
  public double bit(int column, int row) {
    return bitOhms[row * columns + column];
  }
}
