package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asks and for what; every field may be missing.
 *
 * @param n 1 to 100; as many as the placement's recipe says if not given
 * @param exclude ids of products that are not wanted
 * @param filter {@code category:PATH}
 */
public record RecommendationQuestion(
    String customer,
    String visitor,
    String session,
    String product,
    String placement,
    Integer n,
    Collection<String> exclude,
    String filter,
    String diversify) {

  private static final String CATEGORY_FILTER = "category:";
  private static final int LONGEST = 128;

  /**
   * For the recommender.
   *
   * @throws InvalidInputException if a value will not do
   */
  RecommendationRequest request(Locale locale) {
    requireShort("customer", customer);
    requireShort("visitor", visitor);
    requireShort("session", session);
    requireShort("product", product);
    requireShort("placement", placement);
    return new RecommendationRequest(
        customer,
        visitor,
        session,
        product,
        placement,
        n == null ? null : Integer.valueOf(Count.require(n)),
        unwanted(),
        category(filter),
        locale,
        diversify);
  }

  private Set<String> unwanted() {
    return exclude == null || exclude.isEmpty()
        ? Set.of()
        : exclude.stream()
            .filter(id -> id != null && !id.isBlank())
            .map(String::strip)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The same for another customer. */
  RecommendationQuestion of(String other) {
    return new RecommendationQuestion(
        other, visitor, session, product, placement, n, exclude, filter, diversify);
  }

  /**
   * Refuses what is too long.
   *
   * @throws InvalidInputException at the field
   */
  static void requireShort(String name, String value) {
    if (value != null && value.length() > LONGEST) {
      throw InvalidInputException.of("/" + name, "is longer than %d characters".formatted(LONGEST));
    }
  }

  /**
   * The category of a filter; null for none.
   *
   * @throws InvalidInputException at {@code /filter}
   */
  static String category(String filter) {
    if (filter == null || filter.isBlank()) {
      return null;
    }
    if (!filter.startsWith(CATEGORY_FILTER)) {
      throw InvalidInputException.of("/filter", "must be category:PATH, such as category:Home");
    }
    return filter.substring(CATEGORY_FILTER.length());
  }
}
