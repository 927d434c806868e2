package org.ohmweave.core.digits;

import org.ohmweave.core.InputException;
import org.ohmweave.core.io.IdxImages;

/**
 * Labelled digit images.
 *
 * @param images pictures
 * @param labels 0..9, one per image
 * @param origin where they come from, as reports say it: file name, or "synthetic digits ..."
 */
public record DigitSet(IdxImages images, byte[] labels, String origin) {
  /** Images and labels must pair up, and labels must be digits. */
  public DigitSet {
    if (labels.length != images.count()) {
      throw new InputException(
          origin
              + " has "
              + images.count()
              + " images but "
              + labels.length
              + " labels; give files of one set");
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] > 9) {
        throw new InputException(
            origin + ": label " + i + " is " + labels[i] + "; it must be 0..9");
      }
    }
  }

  /** Number of images. */
  public int count() {
    return images.count();
  }

  /** Pixels of one image. */
  public int pixelsPerImage() {
    return images.rows() * images.columns();
  }
}
