package io.shopkeeper.fraud.boundary.cases;

/** Where a case is. */
public enum CaseState {
  /** Nobody has taken it yet. */
  OPEN,
  /** Somebody works or has worked on it. */
  WORKING,
  /** A supervisor is to decide. */
  ESCALATED,
  /** It is known what it was. */
  CLOSED
}
