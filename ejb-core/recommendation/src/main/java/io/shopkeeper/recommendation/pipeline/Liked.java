package io.shopkeeper.recommendation.pipeline;

/** A product and how much it is liked. */
public record Liked(String productId, double score) {}
