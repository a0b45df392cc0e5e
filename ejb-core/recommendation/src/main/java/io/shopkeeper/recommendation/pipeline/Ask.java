package io.shopkeeper.recommendation.pipeline;

import java.time.Instant;
import java.util.Set;

/**
 * For whom and how many.
 *
 * @param productId the product whose page is looked at; null elsewhere
 * @param exclude products that the caller does not want
 * @param categoryPath only this category and those below it; null for all
 * @param n at least 1
 * @param now the same for the whole answer
 */
public record Ask(
    Taste taste, String productId, Set<String> exclude, String categoryPath, int n, Instant now) {

  /** For a visitor, with nothing else wanted. */
  public static Ask of(Taste taste, int n, Instant now) {
    return new Ask(taste, null, Set.of(), null, n, now);
  }
}
