package io.shopkeeper.recommendation.boundary;

import java.util.List;

/**
 * Products, best first.
 *
 * @param model the model's name in the registry
 * @param modelVersion the version that answered; null while none is live
 * @param fallback whether nothing is known about the visitor, nothing may be used, or no model is
 *     live, so that nothing in the answer comes of what the visitor did
 * @param fallbackReason {@code no_history}, {@code no_consent}, {@code no_model} or {@code
 *     nothing_related}; null without fallback
 */
public record RecommendationAnswer(
    List<RecommendedProduct> items,
    String model,
    Integer modelVersion,
    boolean fallback,
    String fallbackReason) {}
