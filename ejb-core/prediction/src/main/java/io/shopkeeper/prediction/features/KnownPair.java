package io.shopkeeper.prediction.features;

import java.util.Objects;

/**
 * What is known of a customer and a product at a moment.
 *
 * @param customer what the customer did
 * @param product what anybody did with the product
 * @param id the product
 * @param trait what it is
 */
public record KnownPair(Known customer, Reading product, String id, ProductTrait trait) {

  /** What the customer did with the product. */
  Reading own() {
    return customer.acts().with(id::equals);
  }

  /** What the customer did with products of its category, itself among them. */
  Reading kindred() {
    return customer
        .acts()
        .with(
            other ->
                trait.category() != null
                    && Objects.equals(trait.category(), customer.category(other)));
  }
}
