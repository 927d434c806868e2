package org.ohmweave.validation.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ohmweave.core.io.Json;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.crossbar.cases.TransientCaseReader;
import org.ohmweave.crossbar.dynamics.Crossing;
import org.ohmweave.crossbar.dynamics.TransientCase;
import org.ohmweave.crossbar.dynamics.TransientResult;
import org.ohmweave.crossbar.dynamics.Transients;
import org.ohmweave.crossbar.dynamics.Transients.Method;
import org.ohmweave.validation.Golden;

/**
 * Every case of golden/array-transient, by both methods at the usual tolerance of 1e-5: exact
 * courses by a fully implicit Radau IIA of order 5 in an independent program (see the README
 * there). Its column "pass" allows 1e-3 on times and charges, 1e-4 on currents and voltages, 1e-3
 * on states, 0.5 K, and 1e-7 on the currents of reads; the limits here are frozen closer to what
 * the methods reach, between that column and the column "aim" (1e-5, 1e-6, 1e-6, 0.01 K, 1e-10).
 */
class ArrayTransientGoldenTest {
  private static final double TIME = 2e-5;
  private static final double AMPS = 2e-5;
  private static final double VOLTS = 1e-5;
  private static final double STATE = 3e-5;
  private static final double KELVIN = 0.15;
  private static final double CHARGE = 2e-5;
  private static final double READ_AMPS = 1e-10;

  @TestFactory
  List<DynamicTest> everyCase() throws IOException {
    try (Stream<Path> files = Files.list(Golden.file("array-transient"))) {
      List<Path> cases = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      assertEquals(13, cases.size());
      List<DynamicTest> tests = new ArrayList<>();
      for (Path file : cases) {
        for (Method method : List.of(Method.PORTS, Method.IMPLICIT)) {
          if (method == Method.IMPLICIT || !file.toString().contains("cap")) {
            tests.add(
                DynamicTest.dynamicTest(
                    file.getFileName() + " " + method, () -> check(file, method)));
          }
        }
      }
      return tests;
    }
  }

  private static void check(Path file, Method method) {
    TransientCase input = TransientCaseReader.read(file, NoiseSource.seeded(1));
    JsonNode golden = Json.read(file).get("result");
    TransientResult r = Transients.run(input, method, Transients.TOLERANCE);
    crossings(golden.get("crossings"), r.crossings());
    int rows = input.rows();
    int columns = input.columns();
    int bottom = 2 * rows + columns;
    double largest = Math.max(largest(golden.get("iLeft")), largest(golden.get("iBottom")));
    double amps = largest * (file.toString().contains("read") ? READ_AMPS : AMPS);
    Set<Integer> steep = new HashSet<>();
    golden.get("steep").forEach(at -> steep.add(at.asInt()));
    int n = input.dynamics().coordinates().size();
    for (int t = 0; t < r.times().length; t++) {
      assertEquals(golden.get("times").get(t).asDouble(), r.times()[t], 0);
      if (steep.contains(t)) {
        continue;
      }
      compare("iLeft", golden.get("iLeft").get(t), r.endAmps()[t], 0, 1, amps);
      compare("iBottom", golden.get("iBottom").get(t), r.endAmps()[t], bottom, 1, amps);
      compare("vCell", golden.get("vCell").get(t), r.cellVolts()[t], 0, 1, VOLTS);
      for (int s = 0; s < n; s++) {
        String name = input.dynamics().coordinates().get(s).column();
        double allowed = name.equals("T_K") ? KELVIN : STATE;
        compare(name, golden.get(name).get(t), r.coordinates()[t], s, n, allowed);
      }
    }
    for (int i = 0; i < rows; i++) {
      JsonNode row = golden.get("stateEnd").get(i);
      compare("stateEnd", row, r.finalCoordinates(), i * columns * n, n, STATE);
    }
    double charge =
        CHARGE * Math.max(largest(golden.get("chargeLeft")), largest(golden.get("chargeBottom")));
    compare("chargeLeft", golden.get("chargeLeft"), r.charge(), 0, 1, charge);
    compare("chargeBottom", golden.get("chargeBottom"), r.charge(), bottom, 1, charge);
    double energy =
        CHARGE * Math.max(largest(golden.get("energyLeft")), largest(golden.get("energyBottom")));
    compare("energyLeft", golden.get("energyLeft"), r.energy(), 0, 1, energy);
    compare("energyBottom", golden.get("energyBottom"), r.energy(), bottom, 1, energy);
  }

  private static void crossings(JsonNode expected, List<Crossing> found) {
    assertEquals(expected.size(), found.size(), found.toString());
    for (int k = 0; k < found.size(); k++) {
      JsonNode one = expected.get(k);
      assertEquals(one.get("i").asInt(), found.get(k).row());
      assertEquals(one.get("j").asInt(), found.get(k).column());
      assertEquals(one.get("kind").asText(), found.get(k).kind());
      double seconds = one.get("t").asDouble();
      assertEquals(seconds, found.get(k).seconds(), TIME * seconds);
    }
  }

  private static double largest(JsonNode list) {
    double largest = list.isNumber() ? Math.abs(list.asDouble()) : 0;
    for (JsonNode value : list) {
      largest = Math.max(largest, largest(value));
    }
    return largest;
  }

  private static void compare(
      String what, JsonNode expected, double[] found, int from, int step, double allowed) {
    assertTrue(expected.size() > 0, what);
    for (int k = 0; k < expected.size(); k++) {
      if (!expected.get(k).isNull()) {
        assertEquals(
            expected.get(k).asDouble(), found[from + k * step], allowed, what + "[" + k + "]");
      }
    }
  }
}
