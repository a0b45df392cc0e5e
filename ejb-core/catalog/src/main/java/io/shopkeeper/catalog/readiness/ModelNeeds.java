package io.shopkeeper.catalog.readiness;

import io.shopkeeper.catalog.boundary.ModelReadiness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model needs at least to learn something sensible. The numbers are floors below which a
 * training fails or its metrics mean nothing, not what makes a model good.
 *
 * @param model what it does
 * @param wants how many of each fact
 */
public record ModelNeeds(String model, Map<String, Long> wants) {

  /** Every model that learns from the shop's data. */
  public static final List<ModelNeeds> ALL =
      List.of(
          of("recommendation", "products", 20, "eventUsers", 20, "events", 500),
          of("boughtTogether", "products", 20, "baskets", 200),
          of("purchase", "eventUsers", 200, "viewEvents", 1000, "purchaseEvents", 200),
          of("churn", "orderCustomers", 200, "repeatCustomers", 50, "orderDays", 120),
          of("segments", "orderCustomers", 100, "orders", 300),
          of("demand", "orders", 300, "orderDays", 90),
          of("fraud", "transactions", 1000, "fraudTransactions", 20),
          of("sentiment", "ratedReviews", 200),
          of("search", "products", 20),
          of("images", "pictures", 100, "pictureCategories", 2),
          of("chatAnswers", "faqs", 5));

  private static ModelNeeds of(String model, Object... wants) {
    var map = new LinkedHashMap<String, Long>();
    for (int i = 0; i < wants.length; i += 2) {
      map.put((String) wants[i], ((Number) wants[i + 1]).longValue());
    }
    return new ModelNeeds(model, map);
  }

  /** Holds the needs against what there is. */
  public ModelReadiness compare(Map<String, Long> has) {
    var needs = new ArrayList<ModelReadiness.Need>();
    wants.forEach(
        (fact, wanted) ->
            needs.add(new ModelReadiness.Need(fact, has.getOrDefault(fact, 0L), wanted)));
    return new ModelReadiness(
        model, needs.stream().allMatch(ModelReadiness.Need::met), List.copyOf(needs));
  }
}
