package io.shopkeeper.recommendation.boundary;

import java.util.Locale;
import java.util.Set;

/**
 * Who asks, where, and for how much.
 *
 * @param customerId null if not signed in
 * @param visitorId null if unknown
 * @param sessionId events of this session count double; null if unknown
 * @param productId the product whose page is looked at; null elsewhere
 * @param placement where the answer is shown: {@code home}, {@code product}, {@code cart} (there
 *     what is bought together with the cart comes first), or any name of the shop's own; null for
 *     {@code home}
 * @param n how many, 1 to 100; others are moved to the nearer bound
 * @param exclude products not to show
 * @param categoryPath only this category and those below it; null for all
 * @param locale language of the reasons
 */
public record RecommendationRequest(
    String customerId,
    String visitorId,
    String sessionId,
    String productId,
    String placement,
    int n,
    Set<String> exclude,
    String categoryPath,
    Locale locale) {

  public RecommendationRequest {
    n = Math.clamp(n, 1, 100);
    exclude = exclude == null ? Set.of() : Set.copyOf(exclude);
    locale = locale == null ? Locale.ENGLISH : locale;
    placement = placement == null ? "home" : placement;
  }
}
