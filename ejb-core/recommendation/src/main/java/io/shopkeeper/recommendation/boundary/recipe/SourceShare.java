package io.shopkeeper.recommendation.boundary.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A source and how much it counts.
 *
 * @param weight greater than 0, 100 at most; only the ratio to the others matters
 * @param products for {@link SourceKind#PICKS} the products that the shop names; else empty
 */
public record SourceShare(
    SourceKind source,
    double weight,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> products) {

  public SourceShare {
    products = products == null ? List.of() : List.copyOf(products);
  }

  /** Without products of its own. */
  public static SourceShare of(SourceKind source, double weight) {
    return new SourceShare(source, weight, List.of());
  }
}
