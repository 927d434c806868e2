package org.ohmweave.study.kind;

import java.nio.file.Path;
import org.ohmweave.core.noise.NoiseSource;
import org.ohmweave.study.plot.LineChart;
import org.ohmweave.study.plot.PictureFile;
import org.ohmweave.study.report.Section;
import org.ohmweave.study.run.ResultDirectory;

/**
 * What a study is given to run.
 *
 * @param results where files go
 * @param prefix folder inside the results, empty or ending with {@code /}
 * @param noise origin of all randomness
 * @param threads number of worker threads, {@code >= 1}; changes no result
 */
public record RunContext(ResultDirectory results, String prefix, NoiseSource noise, int threads) {
  /** Where to write a file of this name. */
  public Path file(String name) {
    return results.file(prefix + name);
  }

  /** Writes a chart as PNG and SVG and puts it into a chapter. */
  public void draw(LineChart chart, String name, Section section, String caption) {
    PictureFile.write(chart, file(name));
    section.figure(prefix + name + ".svg", caption);
  }
}
