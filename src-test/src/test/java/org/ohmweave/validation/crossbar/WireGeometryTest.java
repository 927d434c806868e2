package org.ohmweave.validation.crossbar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmweave.calibration.WireTable;
import org.ohmweave.core.InputException;
import org.ohmweave.crossbar.array.WireGeometry;

/** Resistance of lines from geometry, against a table of ohm figures computed by hand. */
class WireGeometryTest {
  /** Ohm per micrometre, per 2F cell, and the same with the barrier counted; three digits. */
  @ParameterizedTest
  @CsvSource({
    "130, 0.41, 0.14, 0.17",
    "90, 1.14, 0.25, 0.33",
    "65, 1.18, 0.25, 0.30",
    "45, 2.18, 0.35, 0.42",
    "32, 4.66, 0.52, 0.64",
    "22, 9.77, 0.78, 0.93",
    "14, 15.9, 1.02, 1.26",
    "10, 40.8, 1.80, 2.32",
    "7, 52.1, 2.09, 2.78",
    "5, 111, 3.32, 4.98",
    "3, 201, 4.83, 7.03"
  })
  void resistanceByNode(double node, double perMicrometre, double cell, double withBarrier) {
    WireGeometry line = WireGeometry.ofNode(node * 1e-9);
    assertEquals(
        perMicrometre, line.withoutBarrier().ohms(1e-6, 300), 0.0055 * perMicrometre + 5e-3);
    assertEquals(cell, line.withoutBarrier().segmentOhms(2), 5.1e-3);
    assertEquals(withBarrier, line.segmentOhms(2), 5.1e-3);
  }

  @Test
  void temperature() {
    WireGeometry line = WireGeometry.ofNode(22e-9);
    double cold = line.ohms(1e-6, 300);
    assertEquals(1.451 * cold, line.ohms(1e-6, 400), 1e-12 * cold);
    assertEquals(0.549 * cold, line.ohms(1e-6, 200), 1e-12 * cold);
    assertThrows(InputException.class, () -> line.ohms(1e-6, 50));
  }

  @Test
  void mistakes(@TempDir Path folder) throws IOException {
    InputException e = assertThrows(InputException.class, () -> WireGeometry.ofNode(28e-9));
    assertTrue(
        e.getMessage().contains("28 nm") && e.getMessage().contains("22 nm"), e.getMessage());
    assertThrows(InputException.class, () -> new WireGeometry(1e-8, 1e-8, 2e-8, 5e-9, 0, 300));
    assertThrows(InputException.class, () -> new WireGeometry(0, 1e-8, 2e-8, 0, 0, 300));
    assertThrows(InputException.class, () -> WireGeometry.ofNode(22e-9).ohms(0, 300));
    Path file = folder.resolve("w.yaml");
    Files.writeString(
        file,
        "name: mine\ntitle: t\ntemperature: {coefficient: 0 1/K, reference: 300 K, status: our-choice, source: x}\nnodes: [{node: 28 nm, width: 0 nm, aspectRatio: 2, resistivity: 3 uohm cm, barrier: 1 nm, status: code, source: x}]\n");
    e = assertThrows(InputException.class, () -> WireTable.read(file));
    assertTrue(e.getMessage().contains("width"), e.getMessage());
    Files.writeString(file, Files.readString(file).replace("width: 0 nm", "width: 50 nm"));
    assertEquals(50e-9, WireTable.read(file).node(28e-9).widthMetres(), 1e-20);
  }
}
