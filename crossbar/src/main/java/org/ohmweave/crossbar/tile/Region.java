package org.ohmweave.crossbar.tile;

/**
 * The part of a matrix that one tile holds, and the addresses of its cells and converters. A cell
 * keeps its address whatever the tiling; converters belong to a tile.
 *
 * @param matrixRows rows of the whole matrix
 * @param matrixColumns weight columns of the whole matrix
 * @param down position among the tiles, from the top
 * @param across position among the tiles, from the left
 * @param top first row
 * @param left first weight column
 * @param height rows
 * @param width weight columns, two bit lines each
 */
record Region(
    int matrixRows,
    int matrixColumns,
    int down,
    int across,
    int top,
    int left,
    int height,
    int width) {

  /** Every tile of a matrix, row by row. */
  static Region[] cut(int rows, int columns, int tileRows, int tileColumns) {
    int tilesDown = (rows - 1) / tileRows + 1;
    int tilesAcross = (columns - 1) / tileColumns + 1;
    Region[] regions = new Region[tilesDown * tilesAcross];
    for (int t = 0; t < regions.length; t++) {
      int down = t / tilesAcross;
      int across = t % tilesAcross;
      int top = down * tileRows;
      int left = across * tileColumns;
      regions[t] =
          new Region(
              rows,
              columns,
              down,
              across,
              top,
              left,
              Math.min(tileRows, rows - top),
              Math.min(tileColumns, columns - left));
    }
    return regions;
  }

  int bitLines() {
    return 2 * width;
  }

  /** Address of the cell at a row and a bit line of this region. */
  long cell(int row, int bitLine) {
    return 2L * ((long) (top + row) * matrixColumns + left) + bitLine;
  }

  /** Address of the DAC of a row of this region. */
  long dac(int row) {
    return (long) across * matrixRows + top + row;
  }

  /** Address of the ADC of a bit line of this region. */
  long adc(int bitLine) {
    return 2L * ((long) down * matrixColumns + left) + bitLine;
  }
}
