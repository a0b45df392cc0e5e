package io.shopkeeper.recommendation.boundary;

import java.util.List;

/**
 * Products, best first.
 *
 * @param model the model's name in the registry
 * @param modelVersion the version that answered; null while none is live
 * @param recipeVersion the version of the placement's recipe; 0 for the one that the product came
 *     with, and where no placement was asked for
 * @param fallback whether nothing is known about the visitor, nothing may be used, or no model is
 *     live, so that nothing in the answer comes of what the visitor did
 * @param fallbackReason {@code no_history}, {@code no_consent}, {@code no_model} or {@code
 *     nothing_related}; null without fallback
 * @param experiment in which the visitor takes part at this placement; null for none
 * @param arm that the visitor sees, {@code holdout} for one who is kept out; null for none
 */
public record RecommendationAnswer(
    List<RecommendedProduct> items,
    String model,
    Integer modelVersion,
    int recipeVersion,
    boolean fallback,
    String fallbackReason,
    String experiment,
    String arm) {}
