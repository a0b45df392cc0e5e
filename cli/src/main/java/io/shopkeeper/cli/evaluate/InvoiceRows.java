package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Lines of invoices out of a file; of exact duplicates only one counts. */
final class InvoiceRows {

  private InvoiceRows() {}

  /** Takes a row's cells. */
  @FunctionalInterface
  interface Taker {

    /**
     * Takes them.
     *
     * @param columns one of the sets that were asked for
     * @param cells in the order of that set
     * @throws NumberFormatException if a number is none
     * @throws DateTimeException if a time is none
     */
    void take(List<String> columns, List<String> cells);
  }

  /**
   * Reads.
   *
   * @param wanted the sets of columns that will do, in the order in which they are tried
   * @throws CommandFailedException if it cannot be read; says where and how to mend it
   */
  static void read(String name, List<List<String>> wanted, Taker taker) {
    DataFile.read(name, reader -> rows(name, reader, wanted, taker));
  }

  private static void rows(
      String name, BufferedReader reader, List<List<String>> wanted, Taker taker)
      throws IOException {
    reader.mark(1 << 16);
    String first = reader.readLine();
    reader.reset();
    if (first == null) {
      throw new CommandFailedException(name + " is empty.");
    }
    Set<List<String>> seen = new HashSet<>();
    try (CSVParser rows =
        DataFile.format(first)
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(reader)) {
      List<String> columns = columns(name, rows.getHeaderNames(), wanted);
      for (CSVRecord row : rows) {
        if (seen.add(List.of(row.values()))) {
          take(name, row, columns, taker);
        }
      }
    }
  }

  private static List<String> columns(String name, List<String> there, List<List<String>> wanted) {
    return wanted.stream()
        .filter(there::containsAll)
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailedException(
                    "%s has the columns %s; needed are %s."
                        .formatted(
                            name,
                            String.join(", ", there),
                            wanted.stream()
                                .map(InvoiceRows::sentence)
                                .collect(Collectors.joining(", or ")))));
  }

  private static String sentence(List<String> names) {
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private static void take(String name, CSVRecord row, List<String> columns, Taker taker) {
    try {
      taker.take(columns, columns.stream().map(row::get).toList());
    } catch (NumberFormatException | DateTimeException wrong) {
      throw new CommandFailedException(
          String.format(
              Locale.ROOT,
              "%s, row %d: %s; times begin with yyyy-MM-dd, values are plain numbers.",
              name,
              row.getRecordNumber() + 1,
              wrong.getMessage()),
          wrong);
    }
  }

  /** The day of a time. */
  static LocalDate day(String time) {
    return LocalDate.parse(time.substring(0, Math.min(10, time.length())));
  }
}
