package io.shopkeeper.prediction.training.value;

import io.shopkeeper.ml.value.PurchaseHistory;
import io.shopkeeper.ml.value.PurchaseLog;
import io.shopkeeper.training.snapshot.ColumnWriter;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import io.shopkeeper.training.snapshot.TableFile;
import io.shopkeeper.training.snapshot.TableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Purchases in a snapshot, and read from it. Plain Java. Where there are several currencies, the
 * one of most purchases counts, and purchases in others are left out: amounts are not converted.
 *
 * @param log the purchases, ending with the day after the last one
 * @param currency of the amounts
 * @param leftOut purchases in other currencies
 */
record ValueLog(PurchaseLog log, String currency, int leftOut) {

  private static final String TABLE = "purchases";
  private static final String CUSTOMER = "customer";
  private static final String DAY = "day";
  private static final String SPENT = "spent";
  private static final String CURRENCY = "currency";

  /** Writes purchases. For one thread. */
  static final class Writer {
    private final TableWriter table;
    private final ColumnWriter customer;
    private final ColumnWriter day;
    private final ColumnWriter spent;
    private final ColumnWriter currency;
    private final Map<String, Integer> numbers = new HashMap<>();

    Writer(SnapshotWriter writer) throws IOException {
      table = writer.table(TABLE);
      customer = table.ints(CUSTOMER);
      day = table.ints(DAY);
      spent = table.floats(SPENT);
      currency = table.texts(CURRENCY);
    }

    /** Adds a purchase; day since 1970-01-01 in UTC. */
    void add(String customerId, int epochDay, double amount, String money) throws IOException {
      customer.add(numbers.computeIfAbsent(customerId, one -> numbers.size()));
      day.add(epochDay);
      spent.add((float) amount);
      currency.add(money == null ? "" : money);
      table.endRow();
    }

    long rows() {
      return table.rows();
    }

    int customers() {
      return numbers.size();
    }
  }

  /** Reads them. */
  static ValueLog read(Snapshot snapshot) throws IOException {
    TableFile table = snapshot.table(TABLE);
    int[] customers = table.ints(CUSTOMER);
    int[] days = table.ints(DAY);
    float[] spent = table.floats(SPENT);
    List<String> currencies = table.texts(CURRENCY);
    String usual = usual(currencies);
    int last = Arrays.stream(days).max().orElse(0);
    Map<Integer, List<Integer>> rows = new TreeMap<>();
    int leftOut = 0;
    for (int row = 0; row < customers.length; row++) {
      if (currencies.get(row).equals(usual)) {
        rows.computeIfAbsent(customers[row], one -> new ArrayList<>()).add(row);
      } else {
        leftOut++;
      }
    }
    List<PurchaseHistory> histories =
        rows.values().stream()
            .map(
                own ->
                    PurchaseHistory.of(
                        own.stream().mapToInt(row -> days[row]).toArray(),
                        own.stream().mapToDouble(row -> spent[row]).toArray()))
            .toList();
    return new ValueLog(new PurchaseLog(histories, last + 1), usual, leftOut);
  }

  private static String usual(List<String> currencies) {
    Map<String, Integer> counts = new TreeMap<>();
    currencies.forEach(one -> counts.merge(one, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
