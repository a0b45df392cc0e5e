/**
 * What others may call. Example: {@code recommender.recommend(request).items()} are the products
 * for a visitor, {@code training.train(RecommendationModels.RECOMMENDATION,
 * TrainingRequest.of("ease"), "anna")} starts a job.
 */
package io.shopkeeper.recommendation.boundary;
