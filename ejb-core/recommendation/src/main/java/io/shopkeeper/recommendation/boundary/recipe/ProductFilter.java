package io.shopkeeper.recommendation.boundary.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;

/**
 * Some of the products: those that meet every condition that is given.
 *
 * @param products these ids; empty for any
 * @param categories these or below them; empty for any
 * @param brands these; empty for any
 * @param priceFrom at least; null for any
 * @param priceTo at most; null for any
 * @param stockTo at most so many pieces; null for any
 * @param newerThanDays on sale for at most so many days; null for any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProductFilter(
    List<String> products,
    List<String> categories,
    List<String> brands,
    BigDecimal priceFrom,
    BigDecimal priceTo,
    Integer stockTo,
    Integer newerThanDays) {

  /** Every product. */
  public static final ProductFilter ALL =
      new ProductFilter(List.of(), List.of(), List.of(), null, null, null, null);

  public ProductFilter {
    products = products == null ? List.of() : List.copyOf(products);
    categories = categories == null ? List.of() : List.copyOf(categories);
    brands = brands == null ? List.of() : List.copyOf(brands);
  }

  /** These products. */
  public static ProductFilter products(String... ids) {
    return new ProductFilter(List.of(ids), List.of(), List.of(), null, null, null, null);
  }

  /** A category and those below it. */
  public static ProductFilter category(String path) {
    return new ProductFilter(List.of(), List.of(path), List.of(), null, null, null, null);
  }

  /** A brand. */
  public static ProductFilter brand(String name) {
    return new ProductFilter(List.of(), List.of(), List.of(name), null, null, null, null);
  }

  /** Whether it has no condition, so that every product meets it. */
  @JsonIgnore
  public boolean isOpen() {
    return equals(ALL);
  }
}
