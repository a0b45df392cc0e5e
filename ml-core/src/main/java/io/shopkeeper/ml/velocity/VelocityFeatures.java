package io.shopkeeper.ml.velocity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Velocities as numbers of a model's row, the same in training and in serving. Of each kind: {@code
 * card.known} (events ever), {@code card.since-first} and {@code card.since-last} in seconds,
 * {@code card.to-usual} (the amount by the mean of all before); of each window {@code
 * card.count.7d}, {@code card.sum.7d}, {@code card.mean.7d}, {@code card.to-mean.7d} (the amount by
 * that mean), {@code card.distinct.device.7d}; and where labels are counted {@code
 * card.labelled.7d}, {@code card.frauds.7d} and {@code card.risk.7d}, their share, with {@code
 * card.since-first-fraud} and {@code card.since-last-fraud} of the longest window. Sums and means
 * are in the event's unit. What cannot be said is NaN. Immutable.
 */
public final class VelocityFeatures {

  private static final double SECOND = 1000;

  private final List<KeyPlan> plans;
  private final List<String> names;

  /** Of a plan. */
  public VelocityFeatures(VelocityPlan plan) {
    plans = plan.keys();
    var all = new ArrayList<String>();
    plans.forEach(key -> name(key, all));
    names = List.copyOf(all);
  }

  /** In the order of the values. */
  public List<String> names() {
    return names;
  }

  private static void name(KeyPlan key, List<String> names) {
    for (String plain : List.of("known", "since-first", "since-last", "to-usual")) {
      names.add(key.kind() + "." + plain);
    }
    if (key.labelDelay().isPresent()) {
      names.add(key.kind() + ".since-first-fraud");
      names.add(key.kind() + ".since-last-fraud");
    }
    for (Duration window : key.windows()) {
      String length = length(window);
      for (String each : List.of("count", "sum", "mean", "to-mean")) {
        names.add("%s.%s.%s".formatted(key.kind(), each, length));
      }
      for (String name : key.distinct()) {
        names.add("%s.distinct.%s.%s".formatted(key.kind(), name, length));
      }
      if (key.labelDelay().isPresent()) {
        for (String each : List.of("labelled", "frauds", "risk")) {
          names.add("%s.%s.%s".formatted(key.kind(), each, length));
        }
      }
    }
  }

  /** A length as people write it: {@code 90s}, {@code 5m}, {@code 6h}, {@code 7d}. */
  public static String length(Duration window) {
    long millis = window.toMillis();
    long[] units = {86_400_000, 3_600_000, 60_000, 1000};
    String[] words = {"d", "h", "m", "s"};
    for (int i = 0; i < units.length; i++) {
      if (millis % units[i] == 0) {
        return String.format(Locale.ROOT, "%d%s", millis / units[i], words[i]);
      }
    }
    return millis + "ms";
  }

  /**
   * The values of an event.
   *
   * @param amount of the event, in its unit
   * @param velocities of each kind in the plan's order, as of the event
   */
  public float[] values(long amount, List<KeyVelocity> velocities) {
    float[] values = new float[names.size()];
    int next = 0;
    for (int kind = 0; kind < plans.size(); kind++) {
      next = values(plans.get(kind), amount, velocities.get(kind), values, next);
    }
    return values;
  }

  private static int values(KeyPlan key, long amount, KeyVelocity its, float[] values, int begin) {
    int next = begin;
    values[next++] = its.lifetimeCount();
    values[next++] = seconds(its.sinceFirst());
    values[next++] = seconds(its.sinceLast());
    values[next++] = ratio(amount, its.lifetimeMean());
    if (key.labelDelay().isPresent()) {
      values[next++] = seconds(its.sinceFirstFraud());
      values[next++] = seconds(its.sinceLastFraud());
    }
    for (int window = 0; window < key.windows().size(); window++) {
      values[next++] = its.count(window);
      values[next++] = its.sum(window);
      values[next++] = (float) its.mean(window);
      values[next++] = ratio(amount, its.mean(window));
      for (int name = 0; name < key.distinct().size(); name++) {
        values[next++] = its.distinct(name, window);
      }
      if (key.labelDelay().isPresent()) {
        values[next++] = its.labelled(window);
        values[next++] = its.frauds(window);
        values[next++] = (float) its.fraudShare(window);
      }
    }
    return next;
  }

  private static float seconds(long millis) {
    return millis == KeyVelocity.NEVER ? Float.NaN : (float) (millis / SECOND);
  }

  /** NaN where there is no mean, or it is 0. */
  private static float ratio(long amount, double mean) {
    return mean == 0 ? Float.NaN : (float) (amount / mean);
  }
}
