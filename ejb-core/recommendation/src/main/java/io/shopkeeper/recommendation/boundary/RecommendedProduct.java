package io.shopkeeper.recommendation.boundary;

import java.util.List;

/**
 * A product to show.
 *
 * @param score comparable within one answer only; greater is better; a list that varies is not in
 *     its order
 * @param reasonCodes why, for programs: {@code similar_to_viewed:ID}, {@code trending} …
 * @param reasonText why, in the caller's language
 */
public record RecommendedProduct(
    String productId, double score, List<String> reasonCodes, String reasonText) {}
