package org.ohmweave.study.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import org.ohmweave.core.io.AtomicFile;
import org.ohmweave.study.run.ResultDirectory;

/** Writes {@code report.html}: one file, pictures inside, no script, no network. */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes the report.
   *
   * @param introduction paragraphs before the first chapter
   * @param footer one line about how the results came to be
   */
  public static void write(
      ResultDirectory results,
      String title,
      List<String> introduction,
      List<Section> sections,
      String footer) {
    StringBuilder html = new StringBuilder(1 << 16);
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .append(escape(title))
        .append("</title>\n<style>\n")
        .append(style())
        .append("</style></head><body><main>\n<h1>")
        .append(escape(title))
        .append("</h1>\n");
    for (String words : introduction) {
      html.append("<p class=\"lead\">").append(escape(words)).append("</p>\n");
    }
    if (sections.size() > 1) {
      html.append("<nav><ol>");
      for (int s = 0; s < sections.size(); s++) {
        html.append("<li><a href=\"#s").append(s).append("\">");
        html.append(escape(sections.get(s).title())).append("</a></li>");
      }
      html.append("</ol></nav>\n");
    }
    for (int s = 0; s < sections.size(); s++) {
      html.append("<section id=\"s").append(s).append("\"><h2>");
      html.append(escape(sections.get(s).title())).append("</h2>\n");
      for (Section.Block block : sections.get(s).blocks()) {
        append(html, block, results);
      }
      html.append("</section>\n");
    }
    html.append("<footer>").append(escape(footer)).append("</footer></main></body></html>\n");
    byte[] bytes = html.toString().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(results.file("report.html"), out -> out.write(bytes));
  }

  private static void append(StringBuilder html, Section.Block block, ResultDirectory results) {
    if (block instanceof Section.Text text) {
      html.append("<p>").append(escape(text.words())).append("</p>\n");
    } else if (block instanceof Section.Figure figure) {
      html.append("<figure><img alt=\"")
          .append(escape(figure.caption()))
          .append("\" src=\"")
          .append(embed(figure.file(), results))
          .append("\"><figcaption>")
          .append(escape(figure.caption()))
          .append("</figcaption></figure>\n");
    } else if (block instanceof Section.Table table) {
      html.append("<div class=\"table\"><table><caption>").append(escape(table.caption()));
      html.append("</caption><thead><tr>");
      table.header().forEach(cell -> html.append("<th>").append(escape(cell)).append("</th>"));
      html.append("</tr></thead><tbody>\n");
      for (List<String> row : table.rows()) {
        html.append("<tr>");
        for (int c = 0; c < row.size(); c++) {
          String tag = c == 0 ? "th" : "td";
          html.append('<').append(tag).append('>').append(escape(row.get(c)));
          html.append("</").append(tag).append('>');
        }
        html.append("</tr>\n");
      }
      html.append("</tbody></table></div>\n");
    }
  }

  private static String embed(String file, ResultDirectory results) {
    try {
      String type = file.endsWith(".svg") ? "image/svg+xml" : "image/png";
      byte[] bytes = Files.readAllBytes(results.file(file));
      return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String style() {
    try (var in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String escape(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
