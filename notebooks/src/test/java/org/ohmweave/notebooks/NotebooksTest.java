package org.ohmweave.notebooks;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every code cell of every notebook of this folder in JShell, the engine behind Jupyter's Java
 * kernels. A cell fails when it does not compile or throws; lines of kernel magic ({@code %...})
 * are left out, because the class path is already there.
 */
class NotebooksTest {

  @TestFactory
  List<DynamicTest> everyNotebookRuns() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("."))) {
      List<DynamicTest> tests =
          files
              .filter(file -> file.toString().endsWith(".ipynb"))
              .sorted()
              .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)))
              .toList();
      assertTrue(!tests.isEmpty(), "no notebook found");
      return tests;
    }
  }

  private static void run(Path file) throws IOException {
    JsonNode notebook = new ObjectMapper().readTree(file.toFile());
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(System.getProperty("java.class.path"));
      int cell = 0;
      for (JsonNode each : notebook.get("cells")) {
        cell++;
        if (each.get("cell_type").asText().equals("code")) {
          evaluate(shell, source(each.get("source")), file.getFileName() + ", cell " + cell);
        }
      }
    }
  }

  private static String source(JsonNode lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.asText()));
    return text.toString()
        .lines()
        .filter(line -> !line.startsWith("%"))
        .collect(Collectors.joining("\n"));
  }

  private static void evaluate(JShell shell, String code, String where) {
    String rest = code;
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo piece = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (!piece.completeness().isComplete()) {
        fail(where + ": incomplete code: " + rest);
      }
      for (SnippetEvent event : shell.eval(piece.source())) {
        if (event.exception() != null) {
          fail(where + ": " + event.snippet().source().strip(), event.exception());
        }
        if (event.status() == Snippet.Status.REJECTED) {
          fail(
              where
                  + ": "
                  + event.snippet().source().strip()
                  + " -> "
                  + shell
                      .diagnostics(event.snippet())
                      .map(d -> d.getMessage(java.util.Locale.ROOT))
                      .collect(Collectors.joining("; ")));
        }
      }
      rest = piece.remaining();
    }
  }
}
