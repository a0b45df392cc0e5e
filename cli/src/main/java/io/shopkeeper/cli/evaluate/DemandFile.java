package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.forecast.DemandLog;
import io.shopkeeper.ml.forecast.WeeklySales;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was sold week by week out of a file: the columns {@code product}, {@code time}, {@code
 * units}, {@code price} and {@code category}, or the lines of invoices of UCI Online Retail ({@code
 * StockCode}, {@code InvoiceDate}, {@code Quantity}, {@code UnitPrice}, {@code CustomerID}). Of
 * exact duplicates only one counts. Of UCI Online Retail, codes that do not begin with a digit are
 * no products, and free lines no sales; lines of a customer and product on one day are added up,
 * cancellations included, and count where the sum is above 0; lines without a customer count where
 * they are above 0. Weeks begin on Mondays; those that the file does not hold whole are left out.
 */
final class DemandFile {

  private static final List<List<String>> COLUMNS =
      List.of(
          List.of("product", "time", "units", "price", "category"),
          List.of("StockCode", "InvoiceDate", "Quantity", "UnitPrice", "CustomerID"));

  /** Who bought what on a day; without a customer nothing is added up. */
  private record Key(String product, String customer, LocalDate day, int line) {}

  /** How many for how much. */
  private record Sum(double units, double money) {

    Sum plus(Sum other) {
      return new Sum(units + other.units, money + other.money);
    }
  }

  private final Map<Key, Sum> sums = new HashMap<>();
  private final Map<String, String> categories = new HashMap<>();
  private int lines;

  private DemandFile() {}

  /**
   * Reads.
   *
   * @throws CommandFailedException if it cannot be read; says where and how to mend it
   */
  static DemandLog read(String name) {
    var file = new DemandFile();
    InvoiceRows.read(
        name, COLUMNS, (columns, cells) -> file.add(columns == COLUMNS.getFirst(), cells));
    DemandLog log = file.log();
    if (log.products().isEmpty()) {
      throw new CommandFailedException(name + " holds no whole week in which anything was sold.");
    }
    return log;
  }

  private void add(boolean plain, List<String> cells) {
    lines++;
    String product = cells.getFirst();
    double units = Double.parseDouble(cells.get(2));
    double price = cells.get(3).isBlank() ? Double.NaN : Double.parseDouble(cells.get(3));
    String last = cells.get(4);
    if (plain) {
      categories.put(product, last);
    } else if (product.isEmpty() || !Character.isDigit(product.charAt(0)) || price <= 0) {
      return;
    }
    boolean alone = plain || last.isBlank();
    if (alone && units <= 0) {
      return;
    }
    sums.merge(
        new Key(product, alone ? "" : last, InvoiceRows.day(cells.get(1)), alone ? lines : 0),
        new Sum(units, units * price),
        Sum::plus);
  }

  private DemandLog log() {
    var sales = new WeeklySales();
    sums.forEach(
        (key, sum) -> {
          sales.seen(key.day());
          if (sum.units() > 0) {
            sales.add(
                key.product(),
                categories.getOrDefault(key.product(), ""),
                key.day(),
                sum.units(),
                sum.money() / sum.units());
          }
        });
    return sales.log();
  }
}
