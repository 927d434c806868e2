package org.ohmweave.core.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.ohmweave.core.InputException;

/**
 * IDX files of unsigned bytes, plain or gzip-compressed: the format of the MNIST digits (Y. LeCun,
 * C. Cortes, C. J. C. Burges, "The MNIST database of handwritten digits").
 */
public final class Idx {
  private Idx() {}

  /**
   * Reads images (three axes).
   *
   * @throws InputException if the file is missing, truncated or something else
   */
  public static IdxImages readImages(Path file) {
    byte[] bytes = bytes(file);
    int[] shape = shape(file, bytes, 3, "images");
    int from = 4 + 4 * shape.length;
    return new IdxImages(
        shape[0],
        shape[1],
        shape[2],
        Arrays.copyOfRange(bytes, from, from + shape[0] * shape[1] * shape[2]));
  }

  /**
   * Reads labels (one axis).
   *
   * @throws InputException if the file is missing, truncated or something else
   */
  public static byte[] readLabels(Path file) {
    byte[] bytes = bytes(file);
    int[] shape = shape(file, bytes, 1, "labels");
    return Arrays.copyOfRange(bytes, 8, 8 + shape[0]);
  }

  private static byte[] bytes(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InputException(
          file + " cannot be read; name an existing IDX file (plain or .gz)", e);
    }
    boolean zipped = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    if (!zipped) {
      return bytes;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new InputException(file + " is a truncated or damaged gzip file; fetch it again", e);
    }
  }

  private static int[] shape(Path file, byte[] bytes, int axes, String what) {
    if (bytes.length < 4 + 4 * axes
        || bytes[0] != 0
        || bytes[1] != 0
        || bytes[2] != 8
        || bytes[3] != axes) {
      throw new InputException(
          file
              + " is not an IDX file of "
              + what
              + ": it must start with the bytes 0 0 8 "
              + axes
              + (bytes.length < 4
                  ? " and is " + bytes.length + " bytes long"
                  : ", it starts with "
                      + bytes[0]
                      + " "
                      + bytes[1]
                      + " "
                      + bytes[2]
                      + " "
                      + bytes[3]));
    }
    int[] shape = new int[axes];
    long size = 1;
    for (int k = 0; k < axes; k++) {
      shape[k] = ByteBuffer.wrap(bytes).getInt(4 + 4 * k);
      size *= shape[k];
      if (shape[k] <= 0 || size > Integer.MAX_VALUE) {
        throw new InputException(
            file + " has an impossible IDX header: axis " + k + " has length " + shape[k]);
      }
    }
    long held = bytes.length - 4L - 4L * axes;
    if (held != size) {
      throw new InputException(
          file
              + (held < size ? " is truncated" : " is too long")
              + ": its header "
              + Arrays.toString(shape)
              + " needs "
              + size
              + " bytes of "
              + what
              + ", it holds "
              + held);
    }
    return shape;
  }
}
