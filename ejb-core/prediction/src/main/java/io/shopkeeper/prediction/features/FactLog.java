package io.shopkeeper.prediction.features;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What one customer did, or what was done with one product, in the order of time. It grows as facts
 * come in, in any order, and each counts once. For one thread.
 */
public final class FactLog {

  private final List<Fact> facts = new ArrayList<>();

  /** Takes one in; one that is there already changes nothing. */
  public void add(Fact fact) {
    if (facts.isEmpty() || facts.getLast().compareTo(fact) < 0) {
      facts.add(fact);
      return;
    }
    int place = Collections.binarySearch(facts, fact);
    if (place < 0) {
      facts.add(-place - 1, fact);
    }
  }

  /** All, the oldest first. */
  public List<Fact> facts() {
    return Collections.unmodifiableList(facts);
  }

  /**
   * What can be known of it at a moment.
   *
   * @param moment in milliseconds since 1970
   */
  public Reading asOf(long moment) {
    return new Reading(facts, moment);
  }
}
