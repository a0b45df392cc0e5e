package io.shopkeeper.fraud.boundary.cases;

import io.shopkeeper.catalog.boundary.TransactionOutcome;

/** What a case turned out to be. */
public enum CaseOutcome {
  /** Somebody else paid with what is the customer's. */
  FRAUD(TransactionOutcome.FRAUD),
  /** All is well. */
  CLEARED(TransactionOutcome.CLEARED),
  /**
   * The customer paid and denies it. The shop loses, but payer and card belong together, so a model
   * that looks for thieves learns the payment as a good one.
   */
  FRIENDLY_FRAUD(TransactionOutcome.CLEARED),
  /** The bank took the money back. */
  CHARGEBACK(TransactionOutcome.CHARGEBACK);

  private final TransactionOutcome label;

  CaseOutcome(TransactionOutcome label) {
    this.label = label;
  }

  /** As what its payments are learnt. */
  public TransactionOutcome label() {
    return label;
  }
}
