package io.shopkeeper.fraud.boundary.cases;

/** How soon a case is to be looked at; from the least to the most urgent. */
public enum CasePriority {
  LOW(1),
  NORMAL(2),
  HIGH(3),
  URGENT(4);

  private final int rank;

  CasePriority(int rank) {
    this.rank = rank;
  }

  /** From 1 for the least urgent. */
  public int rank() {
    return rank;
  }
}
