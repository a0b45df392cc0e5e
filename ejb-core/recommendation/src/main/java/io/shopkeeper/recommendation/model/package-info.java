/**
 * What a training makes and serving loads: one artefact of a documented format. Example: {@code
 * RecommendationModel.read(registry.artefact("recommendation", 3))}.
 */
package io.shopkeeper.recommendation.model;
