package io.shopkeeper.fraud.rules;

/** Lists that rules look keys up in. */
@FunctionalInterface
public interface ListBook {

  /** There are no lists. */
  ListBook EMPTY = (list, field, facts) -> Truth.UNKNOWN;

  /**
   * Whether what a payment has is in a list at the time of the payment; nobody knows where the
   * payment has none, or the list is gone.
   */
  Truth has(String list, KeyField field, PaymentFacts facts);
}
