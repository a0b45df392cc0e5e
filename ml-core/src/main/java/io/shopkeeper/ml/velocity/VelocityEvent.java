package io.shopkeeper.ml.velocity;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Something that happened, such as a payment. Events are ordered by time, those of one time by
 * their number; what has the same time and number is the same event.
 *
 * @param time milliseconds of the epoch
 * @param number orders events of one time, such as the row of a file or a sequence of a database
 * @param amount in the least unit of money, such as cents
 * @param keys the id of each kind of the plan, in its order; null where the event has none
 * @param values each value of the plan, in its order; null where the event has none
 */
public record VelocityEvent(
    long time, long number, long amount, List<String> keys, List<String> values) {

  public VelocityEvent {
    keys = frozen(keys);
    values = frozen(values);
  }

  /** A copy that may hold null, unlike that of List.copyOf. */
  private static List<String> frozen(List<String> given) {
    return Collections.unmodifiableList(Arrays.asList(given.toArray(String[]::new)));
  }
}
