package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.recommendation.boundary.figures.Counts;
import io.shopkeeper.recommendation.boundary.figures.Takings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts up. For one thread. */
final class Counter {

  private static final int CENTS = 2;

  private long impressions;
  private long visitors;
  private Acts acts = Acts.NONE;
  private final Map<String, Acts> currencies = new TreeMap<>();

  /** A visitor, and how often something was shown. */
  void visitor(long shown) {
    visitors++;
    impressions += shown;
  }

  void act(Group.Act act) {
    Acts count = act.count();
    acts = acts.plus(count);
    if (count.purchases() > 0 && act.worth().currency() != null) {
      currencies.merge(act.worth().currency(), count, Acts::plus);
    }
  }

  Counts counts() {
    List<Takings> takings =
        currencies.entrySet().stream()
            .map(
                entry ->
                    new Takings(
                        entry.getKey(),
                        money(entry.getValue().revenue()),
                        money(entry.getValue().margin())))
            .toList();
    return new Counts(
        impressions,
        visitors,
        acts.clicks(),
        acts.carts(),
        acts.purchases(),
        acts.withoutMargin(),
        takings);
  }

  private static BigDecimal money(double amount) {
    return BigDecimal.valueOf(amount).setScale(CENTS, RoundingMode.HALF_UP);
  }
}
