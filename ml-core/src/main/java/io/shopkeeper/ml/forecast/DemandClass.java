package io.shopkeeper.ml.forecast;

import java.util.List;

/** How regularly a product sells, by the last quarter. The order is part of stored models. */
public enum DemandClass {
  /** In at least three weeks of four. */
  REGULAR,
  /** In at least one week of four. */
  NOW_AND_THEN,
  /** Less. */
  SELDOM;

  private static final int QUARTER = 13;

  /** Of a history. */
  public static DemandClass of(DemandHistory history) {
    double share = history.sellingShare(QUARTER);
    if (share >= 0.75) {
      return REGULAR;
    }
    return share >= 0.25 ? NOW_AND_THEN : SELDOM;
  }

  /** The place in what is kept by class. */
  int place() {
    return List.of(values()).indexOf(this);
  }
}
