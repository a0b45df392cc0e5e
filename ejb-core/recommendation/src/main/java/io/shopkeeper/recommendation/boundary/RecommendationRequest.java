package io.shopkeeper.recommendation.boundary;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.diversity.Diversification;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.util.Locale;
import java.util.Set;

/**
 * Who asks, where, and for how much.
 *
 * @param customerId null if not signed in
 * @param visitorId null if unknown
 * @param sessionId events of this session count double; null if unknown
 * @param productId the product whose page is looked at; null elsewhere
 * @param placement where the answer is shown; what is shown there is its recipe's matter; null for
 *     {@code home}
 * @param n how many, 1 to 100; others are moved to the nearer bound; null for as many as the recipe
 *     says
 * @param exclude products not to show
 * @param categoryPath only this category and those below it; null for all
 * @param locale language of the reasons
 * @param diversify {@code mmr:AMOUNT} or {@code dpp:AMOUNT} for a list that varies, {@code off} for
 *     the order of the scores; null for what the recipe says, else the shop has set
 */
public record RecommendationRequest(
    String customerId,
    String visitorId,
    String sessionId,
    String productId,
    String placement,
    Integer n,
    Set<String> exclude,
    String categoryPath,
    Locale locale,
    String diversify) {

  public RecommendationRequest {
    n = n == null ? null : Integer.valueOf(Math.clamp(n, 1, 100));
    exclude = exclude == null ? Set.of() : Set.copyOf(exclude);
    locale = locale == null ? Locale.ENGLISH : locale;
    placement = placement == null ? "home" : placement;
    if (diversify != null) {
      try {
        Diversification.parse(diversify);
      } catch (WrongOptionException wrong) {
        throw InvalidInputException.of("/diversify", wrong.problem());
      }
    }
  }

  /** With as much variety as the shop has set. */
  public RecommendationRequest(
      String customerId,
      String visitorId,
      String sessionId,
      String productId,
      String placement,
      Integer n,
      Set<String> exclude,
      String categoryPath,
      Locale locale) {
    this(
        customerId,
        visitorId,
        sessionId,
        productId,
        placement,
        n,
        exclude,
        categoryPath,
        locale,
        null);
  }
}
