package io.shopkeeper.ml.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up what was sold into weeks from Monday to Sunday. Only whole weeks count: the first one
 * begins with the first Monday that is known, the last one ends with the last Sunday. A week is
 * numbered from that of 1970-01-01 on. For one thread.
 */
public final class WeeklySales {

  /** 1970-01-01 was a Thursday. */
  private static final int MONDAY = 3;

  private static final int WEEK = 7;

  /** What a week of a product sold, and for how much where a price is known. */
  private static final class Sold {
    private double units;
    private double priced;
    private double money;
  }

  private final Map<String, Map<Integer, Sold>> weeks = new TreeMap<>();
  private final Map<String, String> categories = new TreeMap<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** The week of a day. */
  public static int week(LocalDate day) {
    return (int) Math.floorDiv(day.toEpochDay() + MONDAY, WEEK);
  }

  /** The Monday of a week. */
  public static LocalDate monday(int week) {
    return LocalDate.ofEpochDay((long) week * WEEK - MONDAY);
  }

  /** Tells that a day is known, whether or not anything was sold. */
  public void seen(LocalDate day) {
    first = Math.min(first, day.toEpochDay());
    last = Math.max(last, day.toEpochDay());
  }

  /**
   * Adds a sale.
   *
   * @param category empty where the product has none
   * @param units above 0
   * @param price of a unit; NaN where none is known
   */
  public void add(String product, String category, LocalDate day, double units, double price) {
    seen(day);
    categories.put(product, category);
    Sold sold =
        weeks
            .computeIfAbsent(product, none -> new TreeMap<>())
            .computeIfAbsent(week(day), none -> new Sold());
    sold.units += units;
    if (!Double.isNaN(price)) {
      sold.priced += units;
      sold.money += units * price;
    }
  }

  /** The first week that is known whole. */
  public int begin() {
    return week(LocalDate.ofEpochDay(first + WEEK - 1));
  }

  /** The first week that is not known whole. */
  public int end() {
    return week(LocalDate.ofEpochDay(last + 1));
  }

  /** How many weeks are known whole; 0 where no day is known. */
  public int weeks() {
    return first > last ? 0 : Math.max(0, end() - begin());
  }

  /** All products that sold in whole weeks. */
  public DemandLog log() {
    List<DemandLog.Product> products = new ArrayList<>();
    if (first <= last) {
      int begin = begin();
      int end = end();
      weeks.forEach(
          (product, sold) ->
              sold.keySet().stream()
                  .filter(week -> week >= begin && week < end)
                  .findFirst()
                  .ifPresent(
                      from ->
                          products.add(
                              new DemandLog.Product(
                                  product, history(categories.get(product), sold, from, end)))));
      return new DemandLog(products, end);
    }
    return new DemandLog(products, 0);
  }

  private static DemandHistory history(
      String category, Map<Integer, Sold> sold, int from, int end) {
    double[] units = new double[end - from];
    double[] prices = new double[end - from];
    Arrays.fill(prices, Double.NaN);
    sold.forEach(
        (week, one) -> {
          if (week >= from && week < end) {
            units[week - from] = one.units;
            prices[week - from] = one.priced > 0 ? one.money / one.priced : Double.NaN;
          }
        });
    return new DemandHistory(category, end, units, prices);
  }
}
