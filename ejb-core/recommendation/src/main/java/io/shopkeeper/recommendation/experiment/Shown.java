package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.recommendation.entity.ImpressionEntry;
import java.util.List;

/**
 * Products that were shown once.
 *
 * @param unit to whom: {@code v:VISITOR} or {@code c:CUSTOMER}
 * @param arm null for none
 * @param version of the placement's recipe
 * @param at milliseconds since 1970
 */
record Shown(
    String unit, String arm, String placement, int version, long at, List<String> products) {

  static Shown of(ImpressionEntry entry) {
    return new Shown(
        entry.unit(),
        entry.arm(),
        entry.placement(),
        entry.recipeVersion(),
        entry.at(),
        entry.products().lines().toList());
  }
}
