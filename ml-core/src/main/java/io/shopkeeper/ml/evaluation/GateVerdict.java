package io.shopkeeper.ml.evaluation;

/** What a {@link QualityGate} says of a candidate. */
public enum GateVerdict {
  /** The interval of the difference lies above 0. */
  BETTER,
  /** Not worse than what is tolerated. */
  AS_GOOD,
  /** Worse than what is tolerated, and the interval lies below 0. */
  WORSE,
  /** Worse than what is tolerated, though that may be chance: nobody should gamble on it. */
  DOUBTFUL,
  /** There are too few units to say anything. */
  UNKNOWN;

  /** Whether it may go live. */
  public boolean passes() {
    return this == BETTER || this == AS_GOOD;
  }

  /** Whether it must not go live by itself because it is worse. */
  public boolean refuses() {
    return this == WORSE || this == DOUBTFUL;
  }
}
