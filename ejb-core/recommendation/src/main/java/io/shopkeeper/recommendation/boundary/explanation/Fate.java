package io.shopkeeper.recommendation.boundary.explanation;

/** What became of a product in an answer. */
public enum Fate {
  /** Shown where its score put it. */
  SHOWN,
  /** Shown where a rule put it. */
  PINNED,
  /** Shown because the sources left a place empty. */
  FILLED,
  /** Proposed, but others had more. */
  OUTRANKED,
  /** A rule left it behind: there were enough of its brand or category. */
  CAPPED,
  /** A rule put it behind all others, and there was no place left. */
  BURIED,
  /** It could be shown, but no source had it among its best; the fallback may have it in store. */
  NOT_PROPOSED,
  /** The shop does not have it. */
  UNKNOWN,
  /** It is off sale, out of stock, or not on sale yet. */
  NOT_SOLD,
  /** Not of the category that was asked for. */
  OTHER_CATEGORY,
  /** Whoever asked did not want it. */
  UNWANTED,
  /** It is the product of the page. */
  ON_THE_PAGE,
  /** A rule hides it. */
  HIDDEN;

  /** Whether it is in the answer. */
  public boolean isShown() {
    return this == SHOWN || this == PINNED || this == FILLED;
  }
}
