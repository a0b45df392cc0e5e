package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.ml.experiment.Moments;
import io.shopkeeper.ml.experiment.Sample;
import io.shopkeeper.recommendation.boundary.experiment.Metric;
import java.util.EnumMap;
import java.util.Map;

/** Gathers what the visitors of an arm did. For one thread. */
final class ArmTally {

  private final Map<Metric, Moments> metrics = new EnumMap<>(Metric.class);
  private long visitors;
  private long impressions;
  private long purchases;
  private long withoutMargin;

  ArmTally() {
    for (Metric metric : Metric.values()) {
      metrics.put(metric, new Moments());
    }
  }

  /** Adds a visitor. */
  void add(int shown, Acts acts) {
    visitors++;
    purchases += acts.purchases();
    withoutMargin += acts.withoutMargin();
    impressions += shown;
    metrics.get(Metric.CLICK).add(acts.clicks() > 0 ? 1 : 0);
    metrics.get(Metric.CART).add(acts.carts() > 0 ? 1 : 0);
    metrics.get(Metric.PURCHASE).add(acts.purchases() > 0 ? 1 : 0);
    metrics.get(Metric.REVENUE).add(acts.revenue());
    metrics.get(Metric.MARGIN).add(acts.margin());
  }

  long visitors() {
    return visitors;
  }

  long impressions() {
    return impressions;
  }

  long purchases() {
    return purchases;
  }

  /** Purchases of products of which the shop has not said its margin. */
  long withoutMargin() {
    return withoutMargin;
  }

  Sample sample(Metric metric) {
    return metrics.get(metric).sample();
  }
}
