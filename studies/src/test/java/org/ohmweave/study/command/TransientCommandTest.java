package org.ohmweave.study.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmweave.core.io.Json;
import org.ohmweave.study.Ohmweave;

/** The command {@code transient}: what it writes, and what it refuses. */
class TransientCommandTest {
  private static final String CASE =
      """
      {'name': 'two', 'rows': 1, 'cols': 2, 'model': 'reram-th', 'params': {'R_s': 5000},
       'rWord': 1, 'rBit': 1, 'rLeft': [50], 'rBottom': [50, null],
       'waveforms': {'up': {'t': [0, 1e-9, 3e-9], 'v': [0, 0, 0.5]}}, 'vLeft': ['up'],
       'state0': [[1.6, 0.4]], 'level': 0.9, 'tEnd': 5e-9}
      """;

  @TempDir private Path directory = Path.of("");

  private Path write(String text) throws IOException {
    Path file = directory.resolve("case.json");
    Files.writeString(file, text.replace('\'', '"'));
    return file;
  }

  @Test
  void writesTheFieldsOfTheFormat() throws IOException {
    Path out = directory.resolve("out.json");
    assertEquals(0, Ohmweave.run("transient", write(CASE).toString(), "--out", out.toString()));
    JsonNode answer = Json.read(out);
    assertEquals("two", answer.get("name").asText());
    JsonNode result = answer.get("result");
    assertEquals("[0.0,1.0E-9,3.0E-9,5.0E-9]", result.get("times").toString());
    assertTrue(result.get("iBottom").get(3).get(1).isNull());
    assertEquals(
        -result.get("iLeft").get(3).get(0).asDouble(),
        result.get("iBottom").get(3).get(0).asDouble(),
        1e-15);
    for (String key :
        new String[] {
          "vCell",
          "gap_nm",
          "T_K",
          "crossings",
          "stateEnd",
          "chargeLeft",
          "chargeBottom",
          "energyLeft",
          "energyBottom"
        }) {
      assertTrue(result.has(key), key);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'vLeft': ['up']     | 'vLeft': ['down']          | vLeft[0] must be
          [0, 1e-9, 3e-9]     | [0, 3e-9, 1e-9]            | time runs backwards
          [[1.6, 0.4]]        | [[1.6], [0.4]]             | state0 must be a list of 1 rows
          [[1.6, 0.4]]        | [[1.6, 0.4, 1]]            | state0[0] must be a list of 2
          [[1.6, 0.4]]        | [[1.6, 9.4]]               | state0[0][1] must lie within
          'reram-th'          | 'reram-tx'                 | model must be
          'reram-th'          | 'reram-v1'                 | law stanford-v1 cannot be integrated
          'R_s': 5000         | 'R_x': 5000                | params.R_x is not a parameter
          'R_s': 5000         | 'R_s': -1                  | R_s
          'tEnd': 5e-9        | 'tEnd': 0                  | tEnd must be a positive time
          'level': 0.9        | 'level': 0.9, 'cNode': 0   | cNode must be a positive capacitance
          'level': 0.9        | 'level': 0.9, 'cNode': -1  | cNode must be a positive capacitance
          'level': 0.9        | 'times': [2e-9, 1e-9]      | times must ascend
          'level': 0.9        | 'selected': [[0, 2]]       | selected[0] must be
          'rWord': 1          | 'rWord': 'x'               | rWord must be
          """)
  void refusesInOneSentence(String from, String to, String sentence) throws IOException {
    assertTrue(CASE.contains(from), from);
    String said = refused(write(CASE.replace(from, to)).toString());
    assertTrue(said.contains(sentence), said);
    assertTrue(said.contains("case.json"), said);
  }

  @Test
  void refusesAMethodThatCannotServe() throws IOException {
    String text = CASE.replace("'level': 0.9", "'level': 0.9, 'cNode': 1e-15");
    String said = refused(write(text).toString(), "--method", "ports");
    assertTrue(said.contains("method implicit"), said);
    said = refused(write(CASE).toString(), "--tolerance", "1");
    assertTrue(said.contains("tolerance must lie in"), said);
  }

  private static String refused(String... arguments) {
    String[] line = new String[arguments.length + 1];
    line[0] = "transient";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    int code;
    try {
      code = Ohmweave.run(line);
    } finally {
      System.setErr(before);
    }
    String said = bytes.toString(StandardCharsets.UTF_8);
    assertEquals(2, code, said);
    assertEquals(1, said.strip().lines().count(), said);
    return said;
  }
}
