package org.ohmweave.study.kind;

/** What a cell of an array is while others are written. */
enum CellClass {
  SELECTED("selected"),
  HALF_WORD("half-selected, word line"),
  HALF_BIT("half-selected, bit line"),
  UNSELECTED("unselected");

  private final String words;

  CellClass(String words) {
    this.words = words;
  }

  /** For people. */
  String words() {
    return words;
  }

  /** For files. */
  String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Class of a cell. */
  static CellClass of(boolean onSelectedWord, boolean onSelectedBit) {
    if (onSelectedWord) {
      return onSelectedBit ? SELECTED : HALF_WORD;
    }
    return onSelectedBit ? HALF_BIT : UNSELECTED;
  }
}
