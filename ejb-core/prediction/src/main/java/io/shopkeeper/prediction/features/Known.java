package io.shopkeeper.prediction.features;

import java.util.Map;

/**
 * What is known of a customer at a moment.
 *
 * @param acts what the customer did
 * @param traits what the products are that it was done with
 * @param usual what they usually cost
 */
public record Known(Reading acts, Map<String, ProductTrait> traits, UsualPrices usual) {

  /** The category of what something was done with; null for none. */
  String category(Fact fact) {
    return fact.product() == null ? null : category(fact.product());
  }

  /** The category of a product; null if unknown. */
  String category(String product) {
    return traits.getOrDefault(product, ProductTrait.UNKNOWN).category();
  }

  /** Order lines. */
  Reading bought() {
    return acts.only(FactKind.ORDER);
  }
}
