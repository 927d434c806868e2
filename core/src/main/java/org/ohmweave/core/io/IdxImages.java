package org.ohmweave.core.io;

/**
 * Grey images.
 *
 * @param count how many
 * @param rows pixel rows of each
 * @param columns pixel columns of each
 * @param pixels count x rows x columns, unsigned bytes, 0 = background
 */
public record IdxImages(int count, int rows, int columns, byte[] pixels) {
  /** Grey value 0..255. */
  public int grey(int image, int pixel) {
    return pixels[image * rows * columns + pixel] & 0xFF;
  }
}
