package io.shopkeeper.recommendation.training.ranking;

import java.util.List;

/**
 * A list that was shown.
 *
 * @param id of the impression
 * @param unit to whom: {@code v:VISITOR} or {@code c:CUSTOMER}
 * @param at milliseconds since 1970
 * @param products ids in their order
 * @param features a row for each
 */
public record ShownList(long id, String unit, long at, List<String> products, float[] features) {}
