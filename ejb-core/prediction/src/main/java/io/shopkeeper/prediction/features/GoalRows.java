package io.shopkeeper.prediction.features;

import io.shopkeeper.catalog.boundary.SoldLine;
import io.shopkeeper.prediction.boundary.ShopGoal;
import io.shopkeeper.prediction.boundary.ShopTable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Rows of a table from the shop: what was known of a customer on a day, and what followed in the
 * days after it. Which rows there are depends on nothing that came later, but for the goal of which
 * category is next, which asks who orders at all.
 */
public final class GoalRows {

  /** The column of who it is about. */
  public static final String CUSTOMER = "customer";

  /** The column of the product. */
  public static final String PRODUCT = "product";

  /** The column of the day. */
  public static final String AS_OF = "as_of";

  /** Products of each customer that are asked about because everybody buys them. */
  static final int POPULAR = 20;

  private static final String YES = "yes";
  private static final String NO = "no";

  private final ShopFacts facts;
  private final Outcomes outcomes;
  private final ShopTable table;
  private final long horizon;

  private GoalRows(ShopFacts facts, Outcomes outcomes, ShopTable table) {
    this.facts = facts;
    this.outcomes = outcomes;
    this.table = table;
    horizon = Duration.ofDays(table.days()).toMillis();
  }

  /**
   * Of a shop.
   *
   * @param facts up to the end of the last period
   * @param outcomes what was ordered and kept
   * @param table with the day at whose beginning the last period ends
   */
  public static GoalRows of(ShopFacts facts, Outcomes outcomes, ShopTable table) {
    return new GoalRows(facts, outcomes, table);
  }

  /** What is done when a customer's rows are made. */
  public interface Progress {

    /**
     * @param fraction from 0 to 1
     */
    void at(double fraction);
  }

  /** Makes the rows as cells by column, those of the earliest day first. */
  public void forEach(Consumer<Map<String, String>> taker, Progress progress) {
    long end = table.until().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    double total = (double) table.periods() * Math.max(1, facts.customers().size());
    int done = 0;
    for (int period = table.periods(); period >= 1; period--) {
      var day = new Day(end - period * horizon, taker);
      for (String customer : facts.customers()) {
        day.add(customer);
        progress.at(++done / total);
      }
    }
  }

  /** A day on which customers are looked at. */
  private final class Day {

    private final long moment;
    private final Consumer<Map<String, String>> taker;
    private final List<String> popular;
    private final Map<String, Map<String, String>> products = new HashMap<>();

    Day(long moment, Consumer<Map<String, String>> taker) {
      this.moment = moment;
      this.taker = taker;
      popular = table.goal() == ShopGoal.BUYS_PRODUCT ? facts.popular(moment, POPULAR) : List.of();
    }

    void add(String customer) {
      Known known = facts.customer(customer, moment);
      if (known.acts().isEmpty()) {
        return;
      }
      List<SoldLine> next = outcomes.of(customer, moment, moment + horizon);
      boolean bought = !known.bought().isEmpty();
      switch (table.goal()) {
        case BUYS -> one(customer, known, next.isEmpty() ? NO : YES);
        case LEAVES -> {
          if (bought) {
            one(customer, known, next.isEmpty() ? YES : NO);
          }
        }
        case SPENDS -> {
          if (bought) {
            one(customer, known, Feature.number(money(next)));
          }
        }
        case NEXT_CATEGORY ->
            next.stream()
                .map(line -> known.category(line.productId()))
                .filter(category -> category != null)
                .findFirst()
                .ifPresent(category -> one(customer, known, category));
        case BUYS_PRODUCT -> pairs(customer, known, next);
      }
    }

    private double money(List<SoldLine> lines) {
      String currency = outcomes.currency();
      return lines.stream()
          .filter(line -> currency.equals(line.currency() == null ? "" : line.currency()))
          .mapToDouble(line -> line.unitPrice().doubleValue() * line.quantity())
          .sum();
    }

    private void one(String customer, Known known, String goal) {
      Map<String, String> row = begin(customer);
      row.putAll(CustomerFeature.cells(known));
      row.put(table.goal().code(), goal);
      taker.accept(row);
    }

    private Map<String, String> begin(String customer) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put(CUSTOMER, customer);
      row.put(AS_OF, Instant.ofEpochMilli(moment).toString());
      return row;
    }

    /** With what the customer turned to in 30 days, and with what everybody buys. */
    private void pairs(String customer, Known known, List<SoldLine> next) {
      Set<String> asked = new LinkedHashSet<>(known.acts().last(30).products());
      asked.addAll(popular);
      Set<String> ordered = next.stream().map(SoldLine::productId).collect(Collectors.toSet());
      Map<String, String> own = CustomerFeature.cells(known);
      for (String product : asked) {
        Map<String, String> row = begin(customer);
        row.put(PRODUCT, product);
        row.putAll(own);
        KnownPair pair = facts.pair(known, product, moment);
        row.putAll(
            products.computeIfAbsent(product, key -> Feature.cells(PairFeature.OF_PRODUCT, pair)));
        row.putAll(Feature.cells(PairFeature.OF_BOTH, pair));
        row.put(table.goal().code(), ordered.contains(product) ? YES : NO);
        taker.accept(row);
      }
    }
  }
}
