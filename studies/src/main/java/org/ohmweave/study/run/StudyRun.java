package org.ohmweave.study.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmweave.core.io.AtomicFile;
import org.ohmweave.core.io.Json;
import org.ohmweave.core.math.VectorMath;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.study.kind.Outcome;
import org.ohmweave.study.kind.RunContext;
import org.ohmweave.study.kind.Study;
import org.ohmweave.study.report.HtmlReport;
import org.ohmweave.study.report.Section;

/**
 * Runs studies into one result directory: {@code result.json}, {@code report.html}, and their
 * files.
 */
public final class StudyRun {
  private final String title;
  private final String version;
  private final long seed;
  private final int threads;
  private final Map<String, Study> studies = new LinkedHashMap<>();
  private final Map<String, Object> configuration = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> introduction = new ArrayList<>();

  /**
   * A run without studies yet.
   *
   * @param version of the program, for the record
   */
  public StudyRun(String title, String version, long seed, int threads) {
    this.title = title;
    this.version = version;
    this.seed = seed;
    this.threads = threads;
  }

  /**
   * Adds a study.
   *
   * @param folder of its files inside the results; empty for the top
   * @param configuration what describes it completely, kept in the results
   */
  public StudyRun add(String folder, Study study, Object configuration) {
    studies.put(folder, study);
    this.configuration.put(folder.isEmpty() ? "study" : folder, configuration);
    return this;
  }

  /** Keeps the text of a study file beside the results of its folder. */
  public StudyRun keep(String folder, String yaml) {
    files.put((folder.isEmpty() ? "" : folder + "/") + "study.yaml", yaml);
    return this;
  }

  /** Adds a paragraph before the first chapter of the report. */
  public StudyRun introduce(String words) {
    introduction.add(words);
    return this;
  }

  /** Runs everything; returns the place of the report. */
  public Path into(Path out, boolean force) {
    long start = System.nanoTime();
    try (ResultDirectory results = ResultDirectory.open(out, force)) {
      List<Section> sections = new ArrayList<>();
      Map<String, Object> metrics = new LinkedHashMap<>();
      NoiseSource noise = NoiseSource.seeded(seed);
      studies.forEach(
          (folder, study) -> {
            String prefix = folder.isEmpty() ? "" : folder + "/";
            Outcome outcome = study.run(new RunContext(results, prefix, noise, threads));
            sections.add(outcome.section());
            if (folder.isEmpty()) {
              metrics.putAll(outcome.metrics());
            } else {
              metrics.put(folder, outcome.metrics());
            }
          });
      files.forEach(
          (name, yaml) ->
              AtomicFile.write(
                  results.file(name), file -> file.write(yaml.getBytes(StandardCharsets.UTF_8))));
      double seconds = (System.nanoTime() - start) / 1e9;
      Map<String, Object> record = new LinkedHashMap<>();
      record.put("ohmweave", version);
      record.put("java", System.getProperty("java.version"));
      record.put("vectorPath", VectorMath.active().name());
      record.put("seed", seed);
      record.put("threads", threads);
      record.put("wallSeconds", seconds);
      record.put("configuration", configuration);
      record.put("metrics", metrics);
      Json.write(results.file(ResultDirectory.MARK), record);
      String footer =
          String.format(
              java.util.Locale.ROOT,
              "Ohmweave %s, seed %d, %d threads, %.1f s. The numbers behind every figure lie beside"
                  + " this report; the same seed gives the same numbers on any number of threads.",
              version,
              seed,
              threads,
              seconds);
      HtmlReport.write(results, title, introduction, sections, footer);
      results.publish();
      return results.target().resolve("report.html");
    }
  }
}
