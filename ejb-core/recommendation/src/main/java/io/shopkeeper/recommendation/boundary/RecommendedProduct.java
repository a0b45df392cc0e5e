package io.shopkeeper.recommendation.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A product to show.
 *
 * @param score comparable within one answer only; greater is better; a list that varies is not in
 *     its order
 * @param reasonCodes why, for programs: {@code similar_to_viewed:ID}, {@code trending} …
 * @param reasonText why, in the caller's language
 * @param purchaseProbability how probable it is that the visitor buys it, 0 to 1; null unless the
 *     recipe ranks by it and a model does so
 */
public record RecommendedProduct(
    String productId,
    double score,
    List<String> reasonCodes,
    String reasonText,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double purchaseProbability) {}
