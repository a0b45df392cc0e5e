package io.shopkeeper.recommendation.boundary;

/**
 * Another version of a placement's recipe is live, or the placement is gone; fired in the
 * transaction that does it.
 *
 * @param version 0 for the recipe that the product came with
 */
public record PlacementPublished(String placement, int version) {}
