package io.shopkeeper.ml.value;

import io.shopkeeper.ml.value.ValueFeatures.Seen;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the boosted model is told of a customer.
 *
 * @param name as it stands in stored models
 * @param side which of the reasons it belongs to
 * @param value of a history as of a day; NaN where it cannot be said
 */
record ValueFeature(String name, Side side, ToDoubleFunction<Seen> value) {

  /** In the order of the columns, which stored models rely on. */
  static final List<ValueFeature> ALL =
      List.of(
          often("purchases", Seen::purchases),
          often("days since first", Seen::sinceFirst),
          often("mean gap", Seen::meanGap),
          often("spread of gaps", Seen::gapSpread),
          often("a month", seen -> 30 * seen.purchases() / Math.max(30, seen.sinceFirst())),
          lately("days since last", Seen::sinceLast),
          lately("last gap", Seen::lastGap),
          lately("silence in gaps", seen -> seen.sinceLast() / Math.max(1, seen.meanGap())),
          lately("in 30 days", seen -> seen.purchasesWithin(30)),
          lately("in 90 days", seen -> seen.purchasesWithin(90)),
          lately("in 180 days", seen -> seen.purchasesWithin(180)),
          much("spent", Seen::spent),
          much("mean spend", Seen::meanSpend),
          much("last spend", Seen::lastSpend),
          much("greatest spend", Seen::greatestSpend),
          much("spent in 90 days", seen -> seen.spentWithin(90)));

  /** Of the reasons. */
  enum Side {
    FREQUENCY,
    RECENCY,
    SPEND
  }

  private static ValueFeature often(String name, ToDoubleFunction<Seen> value) {
    return new ValueFeature(name, Side.FREQUENCY, value);
  }

  private static ValueFeature lately(String name, ToDoubleFunction<Seen> value) {
    return new ValueFeature(name, Side.RECENCY, value);
  }

  private static ValueFeature much(String name, ToDoubleFunction<Seen> value) {
    return new ValueFeature(name, Side.SPEND, value);
  }

  float of(Seen seen) {
    return (float) value.applyAsDouble(seen);
  }
}
