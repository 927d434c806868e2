package org.ohmweave.study.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Receptive fields side by side: one small picture of the normalised conductances per output. */
public final class WeightPicture {
  private WeightPicture() {}

  private static final int BAR = 56;

  /**
   * Draws the fields in the order of the outputs, row by row from the top left, and a bar of the
   * colours below.
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
            across * tileWidth + gap, down * tileHeight + gap + BAR, BufferedImage.TYPE_INT_RGB);
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
    bar(image, gap, down * tileHeight + gap);
    return image;
  }

  private static void bar(BufferedImage image, int left, int top) {
    int width = Math.min(240, image.getWidth() - 2 * left);
    for (int x = 0; x < width; x++) {
      int rgb = Palette.ramp(x / (double) (width - 1)).getRGB();
      for (int y = 0; y < 12; y++) {
        image.setRGB(left + x, top + 8 + y, rgb);
      }
    }
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    g.setColor(Palette.INK);
    g.drawString("HRS 0", left, top + 36);
    String most = "1 LRS";
    g.drawString(most, left + width - g.getFontMetrics().stringWidth(most), top + 36);
    g.dispose();
  }
}
