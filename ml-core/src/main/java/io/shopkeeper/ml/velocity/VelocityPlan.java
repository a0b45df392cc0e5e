package io.shopkeeper.ml.velocity;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * What a store keeps.
 *
 * @param keys the kinds of keys, in the order in which events name them
 * @param values names of what is no key but may be counted by {@link KeyPlan#distinct}, such as the
 *     country, in the order in which events name them
 * @param lateness how much older than the newest event of its key a moment may be and still be
 *     answered exactly; beyond it events may have been forgotten
 * @param memory after so long without an event a key is as if never seen; at least the reach of
 *     each key and the lateness
 */
public record VelocityPlan(
    List<KeyPlan> keys, List<String> values, Duration lateness, Duration memory) {

  private static final Duration USUAL_LATENESS = Duration.ofDays(1);
  private static final Duration USUAL_MEMORY = Duration.ofDays(400);

  public VelocityPlan {
    keys = List.copyOf(keys);
    values = List.copyOf(values);
    var names = new HashSet<String>(values);
    if (names.size() < values.size()) {
      throw new IllegalArgumentException("values must have different names, but are " + values);
    }
    for (KeyPlan key : keys) {
      if (!names.add(key.kind())) {
        throw new IllegalArgumentException("the name " + key.kind() + " is used twice");
      }
      if (key.reach().plus(lateness).compareTo(memory) > 0) {
        throw new IllegalArgumentException(
            "memory must be at least %s, which %s reaches back with the lateness, but is %s"
                .formatted(key.reach().plus(lateness), key.kind(), memory));
      }
    }
    if (lateness.isNegative()) {
      throw new IllegalArgumentException("lateness must not be negative, but is " + lateness);
    }
    for (KeyPlan key : keys) {
      for (String name : key.distinct()) {
        if (!names.contains(name)) {
          throw new IllegalArgumentException(
              "%s counts different “%s”, but the plan has only %s"
                  .formatted(key.kind(), name, names));
        }
      }
    }
  }

  /** With a lateness of a day and a memory of 400 days. */
  public static VelocityPlan of(List<KeyPlan> keys, List<String> values) {
    return new VelocityPlan(keys, values, USUAL_LATENESS, USUAL_MEMORY);
  }

  /**
   * The place of a kind.
   *
   * @throws IllegalArgumentException if there is no such kind
   */
  public int place(String kind) {
    for (int place = 0; place < keys.size(); place++) {
      if (keys.get(place).kind().equals(kind)) {
        return place;
      }
    }
    throw new IllegalArgumentException(
        "there is no kind %s, only %s".formatted(kind, keys.stream().map(KeyPlan::kind).toList()));
  }
}
