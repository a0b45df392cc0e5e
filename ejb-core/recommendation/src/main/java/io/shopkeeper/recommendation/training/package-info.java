/**
 * Learns a model from the shop's events, measures it on a later part of them and registers it. May
 * use features, model, platform and catalog; serving knows nothing of it. What runs in the worker,
 * too ({@code RecommendationTrainer} and what it uses), is plain Java. Example: {@code
 * Lesson.of("ease", Map.of("penalty", "200"), 42).train(interactions, listener)}.
 */
package io.shopkeeper.recommendation.training;
