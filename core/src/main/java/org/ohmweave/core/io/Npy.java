package org.ohmweave.core.io;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ohmweave.core.InputException;

/**
 * NumPy's array format, versions 1 to 3: reads floating-point, integer and boolean numbers of
 * either byte order in C or Fortran order as doubles; writes little-endian float64 in C order.
 *
 * <p>Format after NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays".
 */
public final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([fiub])(\\d)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

  private Npy() {}

  /**
   * Reads a file.
   *
   * @throws InputException if it is missing, truncated or not an NPY file of real numbers
   */
  public static NpyArray read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InputException(file + " cannot be read; name an existing .npy file", e);
    }
    if (bytes.length < 10 || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
      throw new InputException(
          file + " is not an NPY file (magic bytes missing); save it with numpy.save");
    }
    try {
      return parse(file, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    } catch (BufferUnderflowException e) {
      throw new InputException(
          file + " is truncated in its header; save it again with numpy.save", e);
    }
  }

  /** Reads a matrix. */
  public static NpyArray readMatrix(Path file) {
    NpyArray array = read(file);
    if (array.shape().length != 2 || array.values().length == 0) {
      throw new InputException(
          file
              + " has shape "
              + Arrays.toString(array.shape())
              + "; a matrix of rows x columns is needed");
    }
    return array;
  }

  private static NpyArray parse(Path file, ByteBuffer data) {
    data.position(6);
    int major = data.get();
    data.get();
    int length = major == 1 ? data.getShort() & 0xFFFF : data.getInt();
    if (length < 0 || length > data.remaining()) {
      throw new InputException(file + " is truncated in its header; save it again with numpy.save");
    }
    byte[] text = new byte[length];
    data.get(text);
    String header =
        new String(text, major >= 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    Matcher type = TYPE.matcher(header);
    Matcher order = ORDER.matcher(header);
    Matcher shapeText = SHAPE.matcher(header);
    if (!type.find() || !order.find() || !shapeText.find()) {
      throw new InputException(
          file
              + " holds something other than real numbers ("
              + header.strip()
              + "); save float64 values");
    }
    int[] shape = shape(file, shapeText.group(1));
    long count = 1;
    for (int axis : shape) {
      if (axis < 0) {
        throw new InputException(
            file
                + " has an impossible shape "
                + Arrays.toString(shape)
                + "; save it again with numpy.save");
      }
      count *= axis;
    }
    int width = Integer.parseInt(type.group(3));
    if (count * width > data.remaining()) {
      throw new InputException(
          file
              + " is truncated: shape "
              + Arrays.toString(shape)
              + " needs "
              + count * width
              + " bytes of numbers, it holds "
              + data.remaining());
    }
    data.order(type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(file, data, type.group(2) + width);
    }
    return new NpyArray(shape, order.group(1).equals("True") ? toRowMajor(values, shape) : values);
  }

  private static int[] shape(Path file, String text) {
    try {
      return Arrays.stream(text.split(","))
          .map(String::strip)
          .filter(s -> !s.isEmpty())
          .mapToInt(Integer::parseInt)
          .toArray();
    } catch (NumberFormatException e) {
      throw new InputException(
          file + " has an unreadable shape (" + text + "); save it again with numpy.save", e);
    }
  }

  private static double number(Path file, ByteBuffer data, String type) {
    return switch (type) {
      case "f8" -> data.getDouble();
      case "f4" -> data.getFloat();
      case "i8" -> data.getLong();
      case "i4" -> data.getInt();
      case "i2" -> data.getShort();
      case "i1" -> data.get();
      case "u1", "b1" -> data.get() & 0xFF;
      case "u2" -> data.getShort() & 0xFFFF;
      case "u4" -> data.getInt() & 0xFFFFFFFFL;
      default ->
          throw new InputException(file + " has number type " + type + "; save it as float64 (f8)");
    };
  }

  private static double[] toRowMajor(double[] columnMajor, int[] shape) {
    double[] values = new double[columnMajor.length];
    int[] index = new int[shape.length];
    for (int k = 0; k < values.length; k++) {
      int from = 0;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        from = from * shape[axis] + index[axis];
      }
      values[k] = columnMajor[from];
      for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
        index[axis] = 0;
      }
    }
    return values;
  }

  /** Writes float64 values in C order. */
  public static void write(Path file, int[] shape, double[] values) {
    new NpyArray(shape, values);
    String axes = Arrays.stream(shape).mapToObj(n -> n + ",").collect(Collectors.joining(" "));
    String header =
        String.format(
            Locale.ROOT,
            "{'descr': '<f8', 'fortran_order': False, 'shape': (%s), }",
            shape.length > 1 ? axes.substring(0, axes.length() - 1) : axes);
    int padded = (header.length() + 1 + 10 + 63) / 64 * 64 - 10;
    ByteBuffer head = ByteBuffer.allocate(10 + padded).order(ByteOrder.LITTLE_ENDIAN);
    head.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) padded);
    head.put(header.getBytes(StandardCharsets.ISO_8859_1));
    while (head.remaining() > 1) {
      head.put((byte) ' ');
    }
    head.put((byte) '\n');
    AtomicFile.write(
        file,
        out -> {
          out.write(head.array());
          ByteBuffer chunk = ByteBuffer.allocate(8 * 4096).order(ByteOrder.LITTLE_ENDIAN);
          for (int from = 0; from < values.length; from += 4096) {
            int n = Math.min(4096, values.length - from);
            chunk.clear();
            chunk.asDoubleBuffer().put(values, from, n);
            out.write(chunk.array(), 0, 8 * n);
          }
        });
  }
}
