package org.ohmweave.validation.crossbar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ohmweave.core.io.Json;
import org.ohmweave.crossbar.array.ArraySolution;
import org.ohmweave.crossbar.cases.CaseReader;
import org.ohmweave.crossbar.cases.CaseSolution;
import org.ohmweave.crossbar.cases.CrossbarCase;
import org.ohmweave.validation.Golden;

/**
 * Every case of golden/crossbar: exact nodal solutions by sparse LU with extended-precision
 * refinement, most of them confirmed by ngspice (see the README there). Currents are compared with
 * the largest current of the case, voltages with the largest voltage.
 */
class CrossbarGoldenTest {
  private static final double TOLERANCE = 1e-12;
  private static final double SINH_TOLERANCE = 1e-10;

  @TestFactory
  List<DynamicTest> everyCase() throws IOException {
    try (Stream<Path> files = Files.list(Golden.file("crossbar"))) {
      List<DynamicTest> tests =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .sorted()
              .map(
                  file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
              .toList();
      assertEquals(33, tests.size());
      return tests;
    }
  }

  private static void check(Path file) {
    CrossbarCase input = CaseReader.read(file);
    JsonNode golden = Json.read(file);
    double tolerance = input.sinhVolts() > 0 ? SINH_TOLERANCE : TOLERANCE;
    List<ArraySolution> solutions = CaseSolution.solve(input);
    double largestAmps = 0;
    double largestVolts = 0;
    for (JsonNode run : golden.path("runs")) {
      for (String key : List.of("iLeft", "iRight", "iTop", "iBottom")) {
        largestAmps = Math.max(largestAmps, largest(run.path(key)));
      }
      for (String key : List.of("vLeft", "vRight", "vTop", "vBottom")) {
        largestVolts = Math.max(largestVolts, largest(run.path(key)));
      }
    }
    for (int k = 0; k < solutions.size(); k++) {
      JsonNode run = golden.get("runs").get(k);
      ArraySolution s = solutions.get(k);
      compare("iLeft", run.path("iLeft"), s.leftAmps(), tolerance * largestAmps);
      compare("iRight", run.path("iRight"), s.rightAmps(), tolerance * largestAmps);
      compare("iTop", run.path("iTop"), s.topAmps(), tolerance * largestAmps);
      compare("iBottom", run.path("iBottom"), s.bottomAmps(), tolerance * largestAmps);
      nodes("vWord", run.path("vWord"), s.wordVolts(), input.columns(), tolerance * largestVolts);
      nodes("vBit", run.path("vBit"), s.bitVolts(), input.columns(), tolerance * largestVolts);
      for (JsonNode probe : run.path("probe")) {
        int at = probe.get(0).asInt() * input.columns() + probe.get(1).asInt();
        assertEquals(probe.get(2).asDouble(), s.wordVolts()[at], tolerance * largestVolts);
        assertEquals(probe.get(3).asDouble(), s.bitVolts()[at], tolerance * largestVolts);
      }
    }
    if (input.effective()) {
      JsonNode matrix = golden.get("effective");
      double largest = 0;
      for (JsonNode row : matrix) {
        largest = Math.max(largest, largest(row));
      }
      nodes(
          "effective", matrix, CaseSolution.effective(input), input.columns(), TOLERANCE * largest);
    }
  }

  private static double largest(JsonNode list) {
    double largest = Math.abs(list.asDouble(0));
    for (JsonNode value : list) {
      largest = Math.max(largest, Math.abs(value.asDouble(0)));
    }
    return largest;
  }

  private static void compare(String key, JsonNode expected, double[] found, double tolerance) {
    for (int k = 0; k < expected.size(); k++) {
      if (!expected.get(k).isNull()) {
        assertEquals(expected.get(k).asDouble(), found[k], tolerance, key + "[" + k + "]");
      }
    }
    assertTrue(expected.isNull() || expected.isMissingNode() || expected.size() == found.length);
  }

  private static void nodes(
      String key, JsonNode expected, double[] found, int columns, double tolerance) {
    for (int i = 0; i < expected.size(); i++) {
      for (int j = 0; j < columns; j++) {
        assertEquals(
            expected.get(i).get(j).asDouble(),
            found[i * columns + j],
            tolerance,
            key + "[" + i + "][" + j + "]");
      }
    }
  }
}
