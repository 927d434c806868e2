package org.ohmweave.validation.spice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** Runs ngspice, where it is installed; tests that need it are skipped by name where it is not. */
final class Ngspice {
  private static final Pattern PRINTED = Pattern.compile("(?m)^i\\(v(\\w+)\\) = (\\S+)$");
  private static final boolean INSTALLED = installed();

  private Ngspice() {}

  static void assumeInstalled() {
    Assumptions.assumeTrue(INSTALLED, "ngspice is not installed, so nothing to cross-check with");
  }

  private static boolean installed() {
    try {
      Process process =
          new ProcessBuilder("ngspice", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Runs a netlist in a folder and returns what ngspice printed. */
  static String run(Path folder, String netlist) throws IOException, InterruptedException {
    Path input = folder.resolve("net.cir");
    Path output = folder.resolve("net.txt");
    Files.writeString(input, netlist);
    Process process =
        new ProcessBuilder("ngspice", "-b", "net.cir")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("ngspice did not end within 120 s");
    }
    return Files.readString(output);
  }

  /** Source currents that an operating point printed: {@code left0} to ampere. */
  static Map<String, Double> currents(String printed) {
    Map<String, Double> amps = new LinkedHashMap<>();
    Matcher matcher = PRINTED.matcher(printed);
    while (matcher.find()) {
      amps.put(matcher.group(1), Double.valueOf(matcher.group(2)));
    }
    return amps;
  }

  /** Last row of a file that {@code wrdata} wrote. */
  static double[] lastRow(Path file) throws IOException {
    String last = "";
    for (String line : Files.readAllLines(file)) {
      last = line.isBlank() ? last : line;
    }
    String[] words = last.trim().split("\\s+");
    double[] row = new double[words.length];
    for (int k = 0; k < row.length; k++) {
      row[k] = Double.parseDouble(words[k]);
    }
    return row;
  }
}
