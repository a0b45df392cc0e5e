package io.shopkeeper.fraud.training;

import io.shopkeeper.fraud.boundary.Outcome;

/**
 * From which oddness on a person looks at a payment, whatever its score. Never more: odd is not
 * bad.
 *
 * @param ofThousand so many of 1,000 payments, the oddest; 0 for none
 */
public record OddLimit(long ofThousand) {

  /** Nobody looks. */
  public static final OddLimit NONE = new OddLimit(0);

  private static final double THOUSAND = 1000;

  /**
   * Whether a payment is among the oddest.
   *
   * @param anomaly the share of payments that are less odd; NaN where it is not known
   */
  public boolean isReached(double anomaly) {
    return ofThousand > 0 && anomaly >= 1 - ofThousand / THOUSAND;
  }

  /** What that asks for. */
  public Outcome outcome(double anomaly) {
    return isReached(anomaly) ? Outcome.REVIEW : Outcome.ALLOW;
  }
}
