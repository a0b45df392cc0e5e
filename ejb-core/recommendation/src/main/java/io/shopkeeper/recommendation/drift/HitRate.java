package io.shopkeeper.recommendation.drift;

import io.shopkeeper.ml.experiment.Effect;
import io.shopkeeper.ml.experiment.Sample;
import java.util.HashMap;
import java.util.Map;

/** Which share of lists was taken up, visitors being the units. For one thread. */
final class HitRate {

  /** So many standard errors leave no doubt, however often one looks within a few weeks. */
  private static final double SURE = 3;

  private final Map<String, int[]> units = new HashMap<>();
  private long lists;
  private long hits;

  /** Takes a list in. */
  void add(String unit, boolean hit) {
    int[] counts = units.computeIfAbsent(unit, added -> new int[2]);
    counts[0]++;
    counts[1] += hit ? 1 : 0;
    lists++;
    hits += hit ? 1 : 0;
  }

  long lists() {
    return lists;
  }

  /** From 0 to 1; 0 of no lists. */
  double share() {
    return lists == 0 ? 0 : (double) hits / lists;
  }

  /** Whether there are enough visitors to say anything. */
  boolean tells() {
    return units.size() >= Effect.LEAST_UNITS;
  }

  private Sample sample() {
    double below = 0;
    double above = 0;
    double products = 0;
    for (int[] counts : units.values()) {
      below += (double) counts[0] * counts[0];
      above += (double) counts[1] * counts[1];
      products += (double) counts[0] * counts[1];
    }
    return Sample.ofRatio(
        units.size(), new Sample.Sums(hits, above), new Sample.Sums(lists, below), products);
  }

  /**
   * Whether the share has fallen surely, and by as much.
   *
   * @param later lists of later days
   * @param part of the earlier share, 0 to 1
   */
  boolean fell(HitRate later, double part) {
    if (!tells() || !later.tells() || hits == 0) {
      return false;
    }
    Sample one = sample();
    Sample other = later.sample();
    double error = Math.hypot(one.standardError(), other.standardError());
    double fall = one.mean() - other.mean();
    return fall >= part * one.mean() && fall > SURE * error;
  }
}
