package io.shopkeeper.recommendation.training.ranking;

import java.util.List;

/**
 * A list that was shown.
 *
 * @param id of the impression
 * @param unit to whom: {@code v:VISITOR}, or {@code c:CUSTOMER} also for a visitor who is one
 * @param at milliseconds since 1970
 * @param products ids in their order
 * @param features a row for each
 */
public record ShownList(long id, String unit, long at, List<String> products, float[] features) {

  /** The same, shown to somebody whose other name is known. */
  ShownList to(String person) {
    return new ShownList(id, person, at, products, features);
  }
}
