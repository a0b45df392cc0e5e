package io.shopkeeper.recommendation.boundary.figures;

import java.util.List;

/**
 * What was shown, and what followed from it.
 *
 * @param impressions how often a list was shown
 * @param visitors to how many different visitors
 * @param clicks on products that were shown
 * @param carts additions of them to the cart
 * @param purchases of them
 * @param withoutMargin purchases of products of which the shop has not said its margin
 * @param takings a line for each currency of what was bought, by its code; empty without purchases
 */
public record Counts(
    long impressions,
    long visitors,
    long clicks,
    long carts,
    long purchases,
    long withoutMargin,
    List<Takings> takings) {

  /** Nothing. */
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, List.of());

  public Counts {
    takings = List.copyOf(takings);
  }
}
