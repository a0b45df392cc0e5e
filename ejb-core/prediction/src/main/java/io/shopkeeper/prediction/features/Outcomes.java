package io.shopkeeper.prediction.features;

import io.shopkeeper.catalog.boundary.SoldLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What customers ordered and kept: that which is foretold, and never a feature. */
public final class Outcomes {

  private final Map<String, List<SoldLine>> lines = new HashMap<>();
  private final Map<String, Integer> currencies = new HashMap<>();

  /** Takes a line in; one of an order that was cancelled or returned is passed over. */
  public void add(SoldLine line) {
    if (!line.undone()) {
      lines.computeIfAbsent(line.customerId(), key -> new ArrayList<>()).add(line);
      currencies.merge(line.currency() == null ? "" : line.currency(), 1, Integer::sum);
    }
  }

  /**
   * What a customer ordered in a time, the oldest first.
   *
   * @param from inclusive, in milliseconds since 1970
   * @param until exclusive
   */
  List<SoldLine> of(String customer, long from, long until) {
    return lines.getOrDefault(customer, List.of()).stream()
        .filter(line -> line.at().toEpochMilli() >= from && line.at().toEpochMilli() < until)
        .sorted(
            Comparator.comparing(SoldLine::at)
                .thenComparing(SoldLine::orderId)
                .thenComparingInt(SoldLine::line))
        .toList();
  }

  /** The currency of most lines; amounts in others are not foretold. */
  String currency() {
    return currencies.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
