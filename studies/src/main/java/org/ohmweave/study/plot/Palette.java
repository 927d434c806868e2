package org.ohmweave.study.plot;

import java.awt.Color;

/**
 * Colours that stay apart for colour-blind readers: the eight of M. Okabe and K. Ito, "Color
 * Universal Design", 2008, without yellow, which is too pale for lines on white.
 */
final class Palette {
  static final Color INK = new Color(0x22, 0x2b, 0x35);
  static final Color GRID = new Color(0xe1, 0xe6, 0xeb);
  private static final Color[] LINES = {
    new Color(0x00, 0x72, 0xB2),
    new Color(0xD5, 0x5E, 0x00),
    new Color(0x00, 0x9E, 0x73),
    new Color(0xCC, 0x79, 0xA7),
    new Color(0xE6, 0x9F, 0x00),
    new Color(0x56, 0xB4, 0xE9),
    INK,
  };

  private Palette() {}

  static Color line(int index) {
    return LINES[index % LINES.length];
  }

  /**
   * Dark to bright through blue, teal and sand; monotone in lightness, so it survives grey print.
   */
  static Color ramp(double fraction) {
    double[][] stops = {
      {18, 24, 48}, {28, 82, 130}, {46, 150, 150}, {160, 206, 140}, {250, 236, 180}
    };
    double x = Math.max(0, Math.min(1, fraction)) * (stops.length - 1);
    int k = Math.min((int) x, stops.length - 2);
    double f = x - k;
    int[] rgb = new int[3];
    for (int c = 0; c < 3; c++) {
      rgb[c] = (int) Math.round(stops[k][c] + f * (stops[k + 1][c] - stops[k][c]));
    }
    return new Color(rgb[0], rgb[1], rgb[2]);
  }
}
