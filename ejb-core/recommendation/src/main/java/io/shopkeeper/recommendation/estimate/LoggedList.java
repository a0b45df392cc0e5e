package io.shopkeeper.recommendation.estimate;

import io.shopkeeper.recommendation.entity.Dealing;
import io.shopkeeper.recommendation.entity.ImpressionEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A list that was partly dealt by chance.
 *
 * @param unit {@code v:VISITOR} or {@code c:CUSTOMER}
 * @param at milliseconds since 1970
 * @param session in which was asked; null if unknown
 * @param page the product whose page was looked at; null elsewhere
 * @param category within which was asked; null for all
 * @param products that were shown
 * @param propensities of each, above 0, at most 1
 * @param spare products that might have been shown and were not
 */
record LoggedList(
    String unit,
    long at,
    String session,
    String page,
    String category,
    List<String> products,
    List<Double> propensities,
    Set<String> spare) {

  /** Empty where nothing was left to chance, or what is logged does not fit together. */
  static Optional<LoggedList> of(ImpressionEntry entry) {
    List<String> products = entry.products().lines().toList();
    return entry
        .dealing()
        .filter(dealing -> dealing.propensities().size() == products.size())
        .map(dealing -> of(entry, dealing, products));
  }

  private static LoggedList of(ImpressionEntry entry, Dealing dealing, List<String> products) {
    return new LoggedList(
        entry.unit(),
        entry.at(),
        dealing.session(),
        dealing.product(),
        dealing.category(),
        products,
        dealing.propensities(),
        Set.copyOf(dealing.spare()));
  }

  /** Whether a product could have been shown at a place. */
  boolean couldShow(String product, int place) {
    if (products.get(place).equals(product)) {
      return true;
    }
    // Where nothing was left to chance, and of what had its place for certain, nothing else is.
    if (propensities.get(place) >= 1) {
      return false;
    }
    int shown = products.indexOf(product);
    return spare.contains(product) || (shown >= 0 && propensities.get(shown) < 1);
  }
}
