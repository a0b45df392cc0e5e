package io.shopkeeper.fraud.boundary;

import java.util.List;
import java.util.stream.Stream;

/**
 * A rule that held of some payments.
 *
 * @param hit at the first of them
 * @param payments their ids
 */
public record HeldRule(RuleHit hit, List<String> payments) {

  public HeldRule {
    payments = List.copyOf(payments);
  }

  /** Of the payments of both. */
  HeldRule and(HeldRule other) {
    return new HeldRule(hit, Stream.concat(payments.stream(), other.payments.stream()).toList());
  }
}
