package io.shopkeeper.integration.data;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What an import of the invoices must count, found out on its own: no code of the shop is used. */
final class InvoiceCounts {

  long lines;
  long productLines;
  long customerLines;
  long orderLines;
  long eventLines;
  long brokenOrderLines;
  final Set<String> products = new HashSet<>();
  final Set<String> customers = new HashSet<>();
  final Map<String, Long> orders = new HashMap<>();
  final Set<String> brokenOrders = new HashSet<>();
  final Map<String, Set<String>> ordersOf = new HashMap<>();

  static InvoiceCounts of(Path file) throws IOException {
    var counts = new InvoiceCounts();
    try (Reader reader =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        var rows =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      rows.forEach(counts::count);
    }
    counts.brokenOrderLines = counts.brokenOrders.stream().mapToLong(counts.orders::get).sum();
    return counts;
  }

  private void count(CSVRecord row) {
    lines++;
    String code = row.get("StockCode").strip();
    long quantity = Long.parseLong(row.get("Quantity"));
    boolean product = code.matches("\\d{5}.{0,3}");
    boolean priced = new BigDecimal(row.get("UnitPrice")).signum() > 0;
    boolean known = !row.get("CustomerID").isBlank();
    if (known) {
      customerLines++;
      customers.add(row.get("CustomerID"));
    }
    if (!product || !priced) {
      return;
    }
    productLines++;
    products.add(code.toUpperCase(Locale.ROOT));
    eventLines += quantity == 0 ? 0 : 1;
    if (known && quantity != 0) {
      order(row, quantity);
    }
  }

  private void order(CSVRecord row, long quantity) {
    orderLines++;
    String order = row.get("InvoiceNo");
    orders.merge(order, 1L, Long::sum);
    String customer = row.get("CustomerID").replace(".0", "");
    ordersOf.computeIfAbsent(customer, unseen -> new HashSet<>()).add(order);
    // An order's line holds ten thousand pieces at most.
    if (Math.abs(quantity) > 10_000) {
      brokenOrders.add(order);
    }
  }
}
