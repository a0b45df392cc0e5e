package io.shopkeeper.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the tables that describe the shop. */
final class Table {

  private static final CSVFormat FORMAT =
      CSVFormat.TDF.builder().setHeader().setSkipHeaderRecord(true).setQuote(null).get();

  private Table() {}

  static List<CSVRecord> read(String name) {
    InputStream stream = Objects.requireNonNull(Table.class.getResourceAsStream(name), name);
    try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return FORMAT.parse(reader).getRecords();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
