package org.ohmweave.core.io;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ohmweave.core.InputException;

/**
 * A table of numbers with a header line. Lines that start with {@code #} are comments.
 *
 * @param header column names, with units: {@code v_V}
 * @param columns one array per column, equally long
 */
public record CsvTable(List<String> header, double[][] columns) {
  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.ALLOW_COMMENTS)
          .build();

  /** Header and columns must agree. */
  public CsvTable {
    header = List.copyOf(header);
    if (header.size() != columns.length) {
      throw new IllegalArgumentException(
          header.size() + " names for " + columns.length + " columns");
    }
    for (double[] column : columns) {
      if (column.length != columns[0].length) {
        throw new IllegalArgumentException("columns differ in length");
      }
    }
  }

  /** Number of rows. */
  public int rows() {
    return columns.length == 0 ? 0 : columns[0].length;
  }

  /**
   * A column by name.
   *
   * @throws InputException if there is none
   */
  public double[] column(String name) {
    int index = header.indexOf(name);
    if (index < 0) {
      throw new InputException("column '" + name + "' is missing; the table has " + header);
    }
    return columns[index];
  }

  /**
   * Reads a file whose cells are all finite numbers.
   *
   * @throws InputException with file, row and column of the first cell that is not
   */
  public static CsvTable read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + " is not a file; name an existing CSV file");
    }
    List<String[]> lines = new ArrayList<>();
    try (MappingIterator<String[]> rows =
        MAPPER.readerFor(String[].class).readValues(file.toFile())) {
      while (rows.hasNext()) {
        lines.add(rows.next());
      }
    } catch (IOException | RuntimeException e) {
      throw new InputException(
          file
              + " is not a readable CSV file: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          e);
    }
    if (lines.isEmpty()) {
      throw new InputException(file + " is empty; a header line and rows of numbers are needed");
    }
    List<String> header = List.of(lines.get(0));
    for (int c = 0; c < header.size(); c++) {
      if (header.indexOf(header.get(c)) < c) {
        throw new InputException(
            file
                + ": column '"
                + header.get(c)
                + "' stands twice in the header; give every column its own name");
      }
    }
    double[][] columns = new double[header.size()][lines.size() - 1];
    for (int r = 1; r < lines.size(); r++) {
      String[] cells = lines.get(r);
      if (cells.length != header.size()) {
        throw new InputException(
            file
                + ", data row "
                + r
                + " has "
                + cells.length
                + " cells, the header has "
                + header.size()
                + "; give one number per column");
      }
      for (int c = 0; c < cells.length; c++) {
        columns[c][r - 1] = number(file, r, header.get(c), cells[c]);
      }
    }
    return new CsvTable(header, columns);
  }

  private static double number(Path file, int row, String column, String cell) {
    double value = DecimalText.parse(cell);
    if (!Double.isFinite(value)) {
      throw new InputException(
          file
              + ", data row "
              + row
              + ", column "
              + column
              + ": '"
              + cell
              + "' is not a finite number; write one such as 1.5e-6, without a unit");
    }
    return value;
  }

  /** Writes the table; numbers in their shortest exact form, an empty cell for NaN. */
  public void write(Path file) {
    AtomicFile.write(
        file,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          writer.write(toText());
          writer.flush();
        });
  }

  /** The text that {@link #write} puts into a file. */
  public String toText() {
    StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
    for (int r = 0; r < rows(); r++) {
      for (int c = 0; c < columns.length; c++) {
        double value = columns[c][r];
        text.append(c == 0 ? "" : ",").append(Double.isNaN(value) ? "" : Double.toString(value));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
