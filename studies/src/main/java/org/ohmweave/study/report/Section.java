package org.ohmweave.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One chapter of a report: text, figures and tables in reading order. */
public final class Section {
  /** A piece of a chapter. */
  public sealed interface Block permits Text, Figure, Table {}

  /** A paragraph of plain text. */
  public record Text(String words) implements Block {}

  /**
   * A picture.
   *
   * @param file path inside the result directory; a {@code .svg} or {@code .png} file
   * @param caption what it shows, with units
   */
  public record Figure(String file, String caption) implements Block {}

  /** A table; the first column is a heading of its row. */
  public record Table(List<String> header, List<List<String>> rows, String caption)
      implements Block {}

  private final String title;
  private final List<Block> blocks = new ArrayList<>();

  /** An empty chapter. */
  public Section(String title) {
    this.title = title;
  }

  /** Adds a paragraph. */
  public Section text(String words) {
    blocks.add(new Text(words));
    return this;
  }

  /** Adds a picture. */
  public Section figure(String file, String caption) {
    blocks.add(new Figure(file, caption));
    return this;
  }

  /** Adds a table. */
  public Section table(String caption, List<String> header, String[]... rows) {
    blocks.add(new Table(header, Arrays.stream(rows).map(Arrays::asList).toList(), caption));
    return this;
  }

  /** Heading. */
  public String title() {
    return title;
  }

  /** Content in reading order. */
  public List<Block> blocks() {
    return List.copyOf(blocks);
  }
}
