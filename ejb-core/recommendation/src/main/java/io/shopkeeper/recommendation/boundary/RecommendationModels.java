package io.shopkeeper.recommendation.boundary;

/** The names of this module's models in the registry. */
public final class RecommendationModels {

  /** Proposes products. */
  public static final String RECOMMENDATION = "recommendation";

  /** Ranks what the sources propose by the probability of a purchase. */
  public static final String PURCHASE_RANKING = "purchase-ranking";

  private RecommendationModels() {}
}
