package org.ohmweave.study.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmweave.core.io.CsvTable;
import org.ohmweave.core.io.Json;
import org.ohmweave.core.io.Npy;
import org.ohmweave.study.Ohmweave;

/**
 * Commands from end to end: what they write, and what a mistake gets (one sentence, exit code 2, no
 * files).
 */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class CommandLineTest {
  @TempDir Path folder;

  private record Result(int code, String out, String err) {}

  private Result run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
    try {
      String[] placed =
          Arrays.stream(arguments).map(a -> a.replace("@", folder + "/")).toArray(String[]::new);
      int code = Ohmweave.run(placed);
      return new Result(
          code,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void prepare() throws IOException {
    write("wave.csv", "t_s,v_V\n0,0\n1,1\n");
    write("backwards.csv", "t_s,v_V\n1,0\n0,1\n");
    write("nan.csv", "t_s,v_V\n0,NaN\n1,1\n");
    write("suffix.csv", "t_s,v_V\n0,0\n1,1d\n");
    write("twice.csv", "t_s,v_V,t_s\n0,0,0\n1,1,1\n");
    write("columns.csv", "time,volt\n0,1\n");
    write(
        "case.json",
        "{\"rows\":1,\"cols\":1,\"g\":[[1e-3]],\"rWord\":0,\"rBit\":0,\"rLeft\":100,\"rBottom\":100,\"runs\":[{\"vLeft\":[1]}]}");
    write(
        "negative.json",
        Files.readString(folder.resolve("case.json")).replace("\"rWord\":0", "\"rWord\":-1"));
    write(
        "floating.json",
        "{\"rows\":2,\"cols\":1,\"g\":[[1e-3],[0]],\"rWord\":1,\"rBit\":1,\"rLeft\":[1,null],\"rBottom\":1,\"runs\":[{\"vLeft\":[1,0]}]}");
    write(
        "shape.json",
        Files.readString(folder.resolve("case.json")).replace("[[1e-3]]", "[[1e-3,2]]"));
    write("broken.json", "{\"rows\":1,");
    write("kind.yaml", "kind: magic\n");
    write("key.yaml", "kind: vmm\ncolour: red\n");
    write("unit.yaml", "kind: vmm\nread: 0.1 ohm\n");
    write(
        "nothing-varies.yaml",
        "kind: iv\npreset: reram/stanford-th\ndevices: 5\nsweep: {first: 1 V, second: -1 V, rate: 1 V/s}\n");
    Npy.write(folder.resolve("w.npy"), new int[] {3, 2}, new double[] {1, -1, 0.5, 2, 0, -0.25});
    Npy.write(folder.resolve("g.npy"), new int[] {1, 1}, new double[] {1e-6});
    Npy.write(folder.resolve("x.npy"), new int[] {2, 3}, new double[] {1, 0, -1, 0.5, 0.25, 1});
    Npy.write(folder.resolve("x4.npy"), new int[] {1, 4}, new double[4]);
    Npy.write(folder.resolve("nan.npy"), new int[] {1, 1}, new double[] {Double.NaN});
    Files.write(
        folder.resolve("cut.npy"), Arrays.copyOf(Files.readAllBytes(folder.resolve("w.npy")), 140));
    write("text.idx", "hello");
    Files.createDirectory(folder.resolve("full"));
    write("full/mine.txt", "keep");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "presets reram/stanfordth | did you mean 'reram/stanford-th'",
        "drive --preset hfo2/jart --waveform @wave.csv | hfo2/jart-v1b",
        "drive --preset hfo2/jart-v1b --waveform @absent.csv | absent.csv",
        "drive --preset hfo2/jart-v1b --waveform @backwards.csv | runs backwards",
        "drive --preset hfo2/jart-v1b --waveform @nan.csv | data row 1, column v_V",
        "drive --preset hfo2/jart-v1b --waveform @columns.csv | t_s",
        "drive --preset hfo2/jart-v1b --waveform @wave.csv --set Rth=1 | Rth",
        "drive --preset hfo2/jart-v1b --waveform @wave.csv --set R_th0=x | must be a finite number",
        "drive --preset hfo2/jart-v1b --waveform @wave.csv --series-ohms -5 | [ohm], got -5",
        "drive --preset hfo2/jart-v1b --waveform @wave.csv --initial gap_m=1 | Ndisc_1e26m3",
        "drive --preset hfo2/jart-v1b --waveform @wave.csv --temperature -1 | [K], got -1",
        "drive --waveform @wave.csv | --preset",
        "solve @absent.json | absent.json",
        "solve @negative.json | [ohm], got -1",
        "solve @floating.json | word line 1 floats",
        "solve @shape.json | g[0]",
        "solve @broken.json | line 1",
        "run @kind.yaml --out @o | 'magic' is unknown",
        "run @key.yaml --out @o | unknown key 'colour'",
        "run @unit.yaml --out @o | wrong unit",
        "run @nothing-varies.yaml --out @o | nothing varies",
        "run @absent.yaml --out @o | absent.yaml",
        "vmm --weights @w.npy --inputs @x4.npy --out @o | vectors x 3",
        "vmm --weights @cut.npy --inputs @x.npy --out @o | truncated",
        "vmm --weights @nan.npy --inputs @x.npy --out @o | must be vectors x 1",
        "vmm --weights @w.npy --inputs @x.npy --wire-ohms -1 --out @o | [ohm], got -1",
        "vmm --weights @w.npy --inputs @x.npy --dac-bits 40 --out @o | bits",
        "vmm --weights @w.npy --inputs @x.npy --out @full | --force",
        "vmm --weights @w.npy --inputs @x.npy --out @full --force | not an Ohmweave result",
        "program --target @w.npy --out @o | [S], got -1",
        "program --target @nan.npy --out @o | [S], got NaN",
        "snn --train-images @text.idx --out @o | all four",
        "snn --train-images @text.idx --train-labels @text.idx --test-images @text.idx --test-labels @text.idx --out @o | not an IDX file",
        "snn --outputs 0 --train 10 --test 10 --out @o | outputs",
        "snn --train 0 --out @o | --train",
        "run @kind.yaml --threads abc --out @o | --threads",
        "demo --threads 0 --out @o | --threads",
        "drive --preset hfo2/jart-v1b --waveform @wave.csv --set R_th0=1 --set R_th0=2 | R_th0",
        "drive --preset hfo2/jart-v1b --waveform @suffix.csv | 1d",
        "drive --preset hfo2/jart-v1b --waveform @twice.csv | t_s",
        "drive --preset hfo2/jart-v1b --waveform @wave.csv --compliance -1 | --compliance",
        "program --preset behavioural/poisson-switch --target @g.npy --out @o | two states",
        "spice @case.json --run 7 | --run",
        "spice @absent.json | absent.json",
        "iv --with sweep --out @o | KEY=VALUE",
        "iv --preset hfo2/jart-v1b --with sweep.rate=-1 --out @o | sweep.rate",
        "prests | presets",
        "frobnicate | frobnicate",
        "bench nothing | unknown",
      })
  void mistakesGetOneSentenceAndExitCodeTwo(String line, String words) throws IOException {
    prepare();
    long files = count();
    Result result = run(line.split(" "));
    assertEquals(2, result.code(), result.err());
    List<String> lines = result.err().lines().filter(l -> !l.endsWith(" ...")).toList();
    assertEquals(1, lines.size(), result.err());
    assertTrue(lines.get(0).startsWith("ohmweave: "), lines.get(0));
    assertTrue(lines.get(0).contains(words), lines.get(0));
    assertFalse(lines.get(0).contains("Exception"), lines.get(0));
    assertEquals(files, count(), "something was left behind");
    assertEquals("keep", Files.readString(folder.resolve("full/mine.txt")));
  }

  private long count() throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.count();
    }
  }

  @Test
  void driveWritesRows() throws IOException {
    prepare();
    assertEquals(
        0,
        run("drive", "--preset", "hfo2/jart-v1b", "--waveform", "@wave.csv", "--out", "@rows.csv")
            .code());
    CsvTable rows = CsvTable.read(folder.resolve("rows.csv"));
    assertEquals(List.of("t_s", "v_V", "i_A", "Ndisc_1e26m3", "T_K"), rows.header());
    assertEquals(2, rows.rows());
    assertEquals(
        2,
        run("drive", "--preset", "hfo2/jart-v1b", "--waveform", "@wave.csv", "--out", "@rows.csv")
            .code());
  }

  @Test
  void solveAnswersWithOpenEndsNull() throws IOException {
    prepare();
    assertEquals(0, run("solve", "@case.json", "--out", "@answer.json").code());
    var run = Json.read(folder.resolve("answer.json")).get("runs").get(0);
    assertEquals(
        1 / 1200.0, run.get("iBottom").get(0).asDouble(), 1e-18); // 1 V over 100 + 1000 + 100 ohm
    assertTrue(run.get("iTop").isNull());
  }

  @Test
  void productIsExactWithIdealParts() throws IOException {
    prepare();
    Result result = run("vmm", "--weights", "@w.npy", "--inputs", "@x.npy", "--out", "@product");
    assertEquals(0, result.code(), result.err());
    double[] y = Npy.read(folder.resolve("product/outputs.npy")).values();
    double[] exact = {1, -0.75, 0.625, -0.25};
    for (int k = 0; k < 4; k++) {
      assertEquals(exact[k], y[k], 1e-12);
    }
    assertTrue(Files.size(folder.resolve("product/report.html")) > 1000);
    assertEquals(
        2, run("vmm", "--weights", "@w.npy", "--inputs", "@x.npy", "--out", "@product").code());
    assertEquals(
        0,
        run("vmm", "--weights", "@w.npy", "--inputs", "@x.npy", "--out", "@product", "--force")
            .code());
  }

  @Test
  void programmingReachesTargets() {
    Npy.write(
        folder.resolve("g.npy"),
        new int[] {2, 3},
        new double[] {1e-6, 2e-6, 5e-6, 1e-5, 2e-5, 5e-5});
    Result result = run("program", "--target", "@g.npy", "--out", "@programmed");
    assertEquals(0, result.code(), result.err());
    double[] g = Npy.read(folder.resolve("programmed/programmed.npy")).values();
    assertEquals(1e-5, g[3], 0.06e-5);
  }

  @Test
  void threadsChangeNothing() {
    assertEquals(
        0,
        run(
                "snn",
                "--outputs",
                "12",
                "--train",
                "60",
                "--test",
                "40",
                "--threads",
                "1",
                "--out",
                "@one")
            .code());
    assertEquals(
        0,
        run(
                "snn",
                "--outputs",
                "12",
                "--train",
                "60",
                "--test",
                "40",
                "--threads",
                "2",
                "--out",
                "@two")
            .code());
    String one = timeless("one");
    assertEquals(one, timeless("two"));
    assertTrue(one.contains("synthetic"));
  }

  private String timeless(String name) {
    var tree = Json.read(folder.resolve(name).resolve("metrics.json"));
    ((com.fasterxml.jackson.databind.node.ObjectNode) tree)
        .remove(List.of("trainWallSecondsPerImage", "testWallSecondsPerImage"));
    return tree.toString();
  }

  @Test
  void helpListsEveryCommand() {
    Result result = run("--help");
    assertEquals(0, result.code());
    for (String command :
        List.of("demo", "run", "presets", "drive", "solve", "vmm", "program", "snn", "bench")) {
      assertTrue(result.out().contains(command), command);
    }
    assertEquals(0, run("presets").code());
    assertTrue(run("presets", "hfo2/jart-v1b").out().contains("R_th0"));
  }

  @Test
  void quickDemoWritesAReport() throws IOException {
    Result result = run("demo", "--quick", "--out", "@demo");
    assertEquals(0, result.code(), result.err());
    String html = Files.readString(folder.resolve("demo/report.html"));
    for (String words :
        List.of("write-verify", "STDP", "ReRAM filament", "synthetic", "data:image/svg+xml")) {
      assertTrue(html.contains(words), words);
    }
    assertTrue(Files.exists(folder.resolve("demo/iv-reram/study.yaml")));
    assertEquals(0, run("run", "@demo/iv-reram/study.yaml", "--out", "@again").code());
  }
}
