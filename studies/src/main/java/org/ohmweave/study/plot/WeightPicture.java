package org.ohmweave.study.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Receptive fields side by side: one small picture of the normalised conductances per output. */
public final class WeightPicture {
  private WeightPicture() {}

  /**
   * Draws the fields.
   *
   * @param weights outputs x (rows * columns), row-major, 0 (dark) .. 1 (bright)
   * @param pixel screen pixels per weight
   */
  public static BufferedImage draw(
      double[] weights, int outputs, int rows, int columns, int pixel) {
    int across = (int) Math.ceil(Math.sqrt(outputs * 1.6));
    int down = (outputs + across - 1) / across;
    int gap = 4;
    int tileWidth = columns * pixel + gap;
    int tileHeight = rows * pixel + gap;
    BufferedImage image =
        new BufferedImage(
            across * tileWidth + gap, down * tileHeight + gap, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.dispose();
    for (int n = 0; n < outputs; n++) {
      int left = gap + (n % across) * tileWidth;
      int top = gap + (n / across) * tileHeight;
      for (int y = 0; y < rows * pixel; y++) {
        for (int x = 0; x < columns * pixel; x++) {
          double weight = weights[(n * rows + y / pixel) * columns + x / pixel];
          image.setRGB(left + x, top + y, Palette.ramp(weight).getRGB());
        }
      }
    }
    return image;
  }
}
