package io.shopkeeper.ml.forecast;

import java.util.List;

/**
 * What was sold of all products up to a week.
 *
 * @param products each with one week at least, all ending there
 * @param end the first week of which nothing is known
 */
public record DemandLog(List<Product> products, int end) {

  /** A product and what was sold of it. */
  public record Product(String id, DemandHistory history) {}

  public DemandLog {
    products = List.copyOf(products);
    for (Product one : products) {
      if (one.history().weeks() == 0 || one.history().end() != end) {
        throw new IllegalArgumentException(
            "product %s: %d weeks up to week %d; at least one is needed, up to week %d"
                .formatted(one.id(), one.history().weeks(), one.history().end(), end));
      }
    }
  }

  /** As it was before an earlier week: products that had not sold yet are gone. */
  public DemandLog asOf(int week) {
    return week >= end
        ? this
        : new DemandLog(
            products.stream()
                .map(one -> new Product(one.id(), one.history().before(week)))
                .filter(one -> one.history().weeks() > 0)
                .toList(),
            week);
  }

  /** The first week of all. */
  public int begin() {
    return products.stream().mapToInt(one -> one.history().begin()).min().orElse(end);
  }
}
