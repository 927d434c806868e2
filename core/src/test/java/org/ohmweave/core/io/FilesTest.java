package org.ohmweave.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmweave.core.InputException;

class FilesTest {
  @TempDir Path folder;

  @Test
  void npyRoundTrip() {
    double[] values = {1, -2.5, 1e-300, Math.PI, 0, 1e300};
    Path file = folder.resolve("a.npy");
    Npy.write(file, new int[] {2, 3}, values);
    NpyArray back = Npy.readMatrix(file);
    assertArrayEquals(new int[] {2, 3}, back.shape());
    assertArrayEquals(values, back.values());
  }

  @Test
  void npyHeaderIsWhatNumpyWrites() throws IOException {
    Path file = folder.resolve("v.npy");
    Npy.write(file, new int[] {3}, new double[3]);
    byte[] bytes = Files.readAllBytes(file);
    // numpy.save of numpy.zeros(3): 64-byte aligned header, the dictionary below, newline at its
    // end
    String header = new String(bytes, 10, 118, StandardCharsets.ISO_8859_1);
    assertEquals(128 + 24, bytes.length);
    assertTrue(header.startsWith("{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }"));
    assertEquals('\n', header.charAt(117));
  }

  @Test
  void npyFortranOrderBigEndianIntegers() throws IOException {
    String header = "{'descr': '>i2', 'fortran_order': True, 'shape': (2, 3), }\n";
    ByteBuffer data = ByteBuffer.allocate(10 + header.length() + 12);
    data.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
    data.put(header.getBytes(StandardCharsets.ISO_8859_1));
    for (short s : new short[] {1, 4, 2, 5, 3, -6}) {
      data.putShort(s);
    }
    Path file = folder.resolve("f.npy");
    Files.write(file, data.array());
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, -6}, Npy.read(file).values());
  }

  @Test
  void npyMistakesNameTheFile() throws IOException {
    Path file = folder.resolve("bad.npy");
    Npy.write(file, new int[] {4}, new double[4]);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 5, 9, 40, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      InputException mistake = assertThrows(InputException.class, () -> Npy.read(file));
      assertTrue(mistake.getMessage().contains("bad.npy"), mistake.getMessage());
    }
    assertThrows(InputException.class, () -> Npy.read(folder.resolve("absent.npy")));
  }

  @Test
  void idxPlainAndZippedAgree() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(16 + 8);
    data.putInt(0x00000803).putInt(2).putInt(2).putInt(2).put(new byte[] {0, 1, 2, 3, -1, 5, 6, 7});
    Path plain = folder.resolve("images");
    Files.write(plain, data.array());
    Path zipped = folder.resolve("images.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(data.array());
    }
    assertEquals(255, Idx.readImages(plain).grey(1, 0));
    assertArrayEquals(Idx.readImages(plain).pixels(), Idx.readImages(zipped).pixels());

    Files.write(plain, Arrays.copyOf(data.array(), 20));
    assertTrue(message(() -> Idx.readImages(plain)).contains("truncated"));
    assertTrue(message(() -> Idx.readLabels(zipped)).contains("not an IDX file of labels"));
    byte[] cut = Files.readAllBytes(zipped);
    Files.write(zipped, Arrays.copyOf(cut, cut.length - 9));
    assertTrue(message(() -> Idx.readImages(zipped)).contains("gzip"));
  }

  @Test
  void jsonKeepsDoublesAndRefusesNaN() {
    Path file = folder.resolve("r.json");
    double value = 0.1 + 0.2;
    Json.write(file, Map.of("x", value, "list", new double[] {1e-300, 3}));
    assertEquals(value, Json.read(file).get("x").doubleValue());
    assertThrows(
        IllegalArgumentException.class,
        () -> Json.write(folder.resolve("nan.json"), Map.of("a", List.of(1.0, Double.NaN))));
    assertFalse(Files.exists(folder.resolve("nan.json")));
  }

  @Test
  void jsonMistakesNameTheLine() throws IOException {
    Path file = folder.resolve("bad.json");
    Files.writeString(file, "{\n \"a\": 1,\n \"b\": ]\n}");
    assertTrue(message(() -> Json.read(file)).contains("bad.json, line 3"));
  }

  @Test
  void csvRoundTripAndMistakes() throws IOException {
    Path file = folder.resolve("t.csv");
    CsvTable table = new CsvTable(List.of("t_s", "v_V"), new double[][] {{0, 1e-9}, {0.1, -3}});
    table.write(file);
    CsvTable back = CsvTable.read(file);
    assertEquals(table.header(), back.header());
    assertArrayEquals(table.column("v_V"), back.column("v_V"));
    Files.writeString(file, "t_s,v_V\n0,1\n1,x\n");
    assertTrue(message(() -> CsvTable.read(file)).contains("data row 2, column v_V"));
    Files.writeString(file, "t_s,v_V\n0\n");
    assertTrue(message(() -> CsvTable.read(file)).contains("1 cells"));
  }

  @Test
  void failedWriteLeavesNothing() throws IOException {
    Path file = folder.resolve("half");
    assertThrows(
        java.io.UncheckedIOException.class,
        () ->
            AtomicFile.write(
                file,
                out -> {
                  out.write(1);
                  throw new IOException("disk full");
                }));
    try (var entries = Files.list(folder)) {
      assertEquals(0, entries.count());
    }
  }

  private static String message(org.junit.jupiter.api.function.Executable action) {
    return String.valueOf(assertThrows(InputException.class, action).getMessage());
  }
}
