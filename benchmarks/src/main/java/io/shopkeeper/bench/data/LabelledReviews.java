package io.shopkeeper.bench.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reviews with 1 for a good one and 0 for a bad one. */
public final class LabelledReviews {

  private LabelledReviews() {}

  /**
   * A review.
   *
   * @param text blanks are single
   * @param label 1 for a good one, 0 for a bad one
   */
  public record Row(String text, String label) {}

  /**
   * Of womens_clothing_reviews.csv: title and text; those of three stars, which are neither, and
   * those without a text are left out.
   */
  public static List<Row> clothing(Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = parser(file, format)) {
      for (CSVRecord row : parser) {
        int stars = Integer.parseInt(row.get("Rating"));
        if (stars != 3 && !row.get("Review Text").isBlank()) {
          String text = row.get("Title") + " " + row.get("Review Text");
          rows.add(new Row(single(text), stars > 3 ? "1" : "0"));
        }
      }
    }
    return rows;
  }

  /** Of amazon_cells_labelled.txt: a sentence, a tab, its label; no header, nothing is quoted. */
  public static List<Row> cells(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = parser(file, CSVFormat.TDF.builder().setQuote(null).get())) {
      for (CSVRecord row : parser) {
        rows.add(new Row(single(row.get(0)), row.get(row.size() - 1)));
      }
    }
    return rows;
  }

  private static String single(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static CSVParser parser(Path file, CSVFormat format) throws IOException {
    InputStream raw = Files.newInputStream(file);
    InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    return CSVParser.parse(new InputStreamReader(in, StandardCharsets.UTF_8), format);
  }
}
