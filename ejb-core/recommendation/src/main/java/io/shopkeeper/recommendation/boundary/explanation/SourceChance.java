package io.shopkeeper.recommendation.boundary.explanation;

import io.shopkeeper.recommendation.boundary.recipe.SourceKind;

/**
 * How near a source was to propose a product that it did not.
 *
 * @param score what it gives the product, of its own scale; null if it has nothing to say of it
 * @param least the lowest score among those that it proposed; null if it proposed nothing
 * @param proposed how many it proposed
 */
public record SourceChance(SourceKind source, Double score, Double least, int proposed) {}
