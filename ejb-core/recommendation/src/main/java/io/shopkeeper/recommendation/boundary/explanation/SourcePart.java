package io.shopkeeper.recommendation.boundary.explanation;

import io.shopkeeper.recommendation.boundary.recipe.SourceKind;

/**
 * What a source gave to a product.
 *
 * @param place in the source's own list, from 1
 * @param score of the source's own scale
 * @param share how much of the product's blended score came of it; 0 where it only filled up
 * @param reasonCode why the source has it, for programs
 * @param reasonText why, in the caller's language
 */
public record SourcePart(
    SourceKind source,
    int place,
    double score,
    double share,
    String reasonCode,
    String reasonText) {}
