package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.value.PurchaseHistory;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Purchases out of a file: the columns {@code customer}, {@code time} and {@code value}, or the
 * lines of invoices of UCI Online Retail ({@code CustomerID}, {@code InvoiceDate}, {@code
 * Quantity}, {@code UnitPrice}). Lines without a customer are left out, and of exact duplicates all
 * but one. Lines of a customer on one day are added up, cancellations included; a day counts as a
 * purchase where the sum is above 0.
 */
final class PurchaseFile {

  private final Map<String, Map<LocalDate, Double>> spent = new LinkedHashMap<>();

  private PurchaseFile() {}

  /**
   * Reads.
   *
   * @return the histories of customers who bought
   * @throws CommandFailedException if it cannot be read; says where and how to mend it
   */
  static List<PurchaseHistory> read(String name) {
    var file = new PurchaseFile();
    DataFile.read(name, reader -> file.rows(name, reader));
    return file.histories();
  }

  private void rows(String name, BufferedReader reader) throws IOException {
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
      List<String> columns = columns(name, rows.getHeaderNames());
      for (CSVRecord row : rows) {
        if (seen.add(List.of(row.values()))) {
          add(name, row, columns);
        }
      }
    }
  }

  /** Customer, time and value, the last perhaps as quantity and price. */
  private static List<String> columns(String name, List<String> there) {
    for (List<String> wanted :
        List.of(
            List.of("customer", "time", "value"),
            List.of("CustomerID", "InvoiceDate", "Quantity", "UnitPrice"))) {
      if (there.containsAll(wanted)) {
        return wanted;
      }
    }
    throw new CommandFailedException(
        ("%s has the columns %s; needed are customer, time and value, or CustomerID, InvoiceDate, "
                + "Quantity and UnitPrice.")
            .formatted(name, String.join(", ", there)));
  }

  private void add(String name, CSVRecord row, List<String> columns) {
    String customer = row.get(columns.getFirst());
    if (customer.isBlank()) {
      return;
    }
    try {
      double value = Double.parseDouble(row.get(columns.get(2)));
      if (columns.size() > 3) {
        value *= Double.parseDouble(row.get(columns.get(3)));
      }
      String time = row.get(columns.get(1));
      LocalDate day = LocalDate.parse(time.substring(0, Math.min(10, time.length())));
      spent.computeIfAbsent(customer, one -> new LinkedHashMap<>()).merge(day, value, Double::sum);
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

  private List<PurchaseHistory> histories() {
    List<PurchaseHistory> all = new ArrayList<>();
    for (Map<LocalDate, Double> days : spent.values()) {
      List<Map.Entry<LocalDate, Double>> bought =
          days.entrySet().stream().filter(day -> day.getValue() > 0).toList();
      if (!bought.isEmpty()) {
        all.add(
            PurchaseHistory.of(
                bought.stream().mapToInt(day -> (int) day.getKey().toEpochDay()).toArray(),
                bought.stream().mapToDouble(Map.Entry::getValue).toArray()));
      }
    }
    return all;
  }
}
