package io.shopkeeper.recommendation.serving;

import io.shopkeeper.recommendation.boundary.RecommendedProduct;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** An answer that fills up: no product twice, none that may not be shown. For one thread. */
final class AnswerList {

  private final int n;
  private final Predicate<String> admissible;
  private final Assortment assortment;
  private final Locale locale;
  private final List<RecommendedProduct> items = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  AnswerList(int n, Predicate<String> admissible, Assortment assortment, Locale locale) {
    this.n = n;
    this.admissible = admissible;
    this.assortment = assortment;
    this.locale = locale;
  }

  /** Whether a product may still come in. */
  boolean admits(String productId) {
    return !taken.contains(productId) && admissible.test(productId);
  }

  /** How many more there is room for. */
  int missing() {
    return n - items.size();
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** Adds a product, if there is room and it may be shown. */
  void add(String productId, double score, Reason reason) {
    if (missing() > 0 && admits(productId)) {
      taken.add(productId);
      items.add(
          new RecommendedProduct(
              productId, score, List.of(reason.code()), reason.text(assortment, locale)));
    }
  }

  List<RecommendedProduct> items() {
    return List.copyOf(items);
  }
}
