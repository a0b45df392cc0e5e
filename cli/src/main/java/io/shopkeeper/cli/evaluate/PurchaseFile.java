package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.value.PurchaseHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Purchases out of a file: the columns {@code customer}, {@code time} and {@code value}, or the
 * lines of invoices of UCI Online Retail ({@code CustomerID}, {@code InvoiceDate}, {@code
 * Quantity}, {@code UnitPrice}). Lines without a customer are left out, and of exact duplicates all
 * but one. Lines of a customer on one day are added up, cancellations included; a day counts as a
 * purchase where the sum is above 0.
 */
final class PurchaseFile {

  private static final List<List<String>> COLUMNS =
      List.of(
          List.of("customer", "time", "value"),
          List.of("CustomerID", "InvoiceDate", "Quantity", "UnitPrice"));

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
    InvoiceRows.read(name, COLUMNS, (columns, cells) -> file.add(cells));
    return file.histories();
  }

  private void add(List<String> cells) {
    String customer = cells.getFirst();
    if (customer.isBlank()) {
      return;
    }
    double value = Double.parseDouble(cells.get(2));
    if (cells.size() > 3) {
      value *= Double.parseDouble(cells.get(3));
    }
    spent
        .computeIfAbsent(customer, one -> new LinkedHashMap<>())
        .merge(InvoiceRows.day(cells.get(1)), value, Double::sum);
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
