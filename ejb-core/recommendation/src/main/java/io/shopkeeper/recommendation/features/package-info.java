/**
 * From behaviour events to interactions: the same weights in training and in serving. Example:
 * {@code InteractionWeights.of(event)} is how much an event says that somebody likes a product.
 */
package io.shopkeeper.recommendation.features;
