package io.shopkeeper.recommendation.ranking;

import io.shopkeeper.recommendation.model.RecommendationModel;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of products beside what the shop says of them.
 *
 * @param trends how much each is liked these weeks; those that nobody likes are missing
 * @param model that says how much each was liked when it was trained; empty while none is live
 */
public record ProductFacts(Map<String, Double> trends, Optional<RecommendationModel> model) {

  double trend(String productId) {
    return trends.getOrDefault(productId, 0.0);
  }

  double popularity(String productId) {
    if (model.isEmpty()) {
      return 0;
    }
    RecommendationModel known = model.get();
    return known.popularity().scoreOf(known.indexOf(productId));
  }
}
