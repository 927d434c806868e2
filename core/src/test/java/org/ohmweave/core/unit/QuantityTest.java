package org.ohmweave.core.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmweave.core.InputException;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "1.2 kohm, ohm, 1200",
    "0.4 nm, m, 4e-10",
    "45nm, m, 4.5e-8",
    "10 %, 1, 0.1",
    "0.3, 1, 0.3",
    "15.72e6 K/W, K/W, 15.72e6",
    "4e-6 m2/Vs, m2/Vs, 4e-6",
    "0.04 cm2/Vs, m2/Vs, 4e-6",
    "20 1e26/m3, 1e26/m3, 20",
    "2e27 1/m3, 1e26/m3, 20",
    "6.01e5 A/m2K2, A/m2K2, 6.01e5",
    "1.35 eV, eV, 1.35",
    "1350 meV, eV, 1.35",
    "350 ms, s, 0.35",
    "22 Hz, Hz, 22",
    "-2.5 mV, V, -0.0025",
    "1 MV/s, V/s, 1e6",
    "5 \u03a9, ohm, 5",
    "3.18e-16 J/K, J/K, 3.18e-16",
    "2 V/A, ohm, 2",
  })
  void readsUnits(String text, String unit, double expected) {
    assertEquals(expected, Quantity.parse(text, unit, "test"), 4e-16 * Math.abs(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "1.2 kV, ohm, wrong unit",
    "NaN ohm, ohm, not a quantity",
    "5, ohm, no unit",
    "5 parsec, m, not known",
    "1e999 ohm, ohm, out of range",
    "'', ohm, not a quantity",
  })
  void refuses(String text, String unit, String reason) {
    InputException mistake =
        assertThrows(InputException.class, () -> Quantity.parse(text, unit, "file.yaml: key"));
    assertTrue(mistake.getMessage().startsWith("file.yaml: key: "), mistake.getMessage());
    assertTrue(mistake.getMessage().contains(reason), mistake.getMessage());
  }

  @Test
  void unknownWantedUnitIsACallersMistake() {
    assertThrows(IllegalArgumentException.class, () -> Quantity.parse("1 m", "furlong", "x"));
  }
}
