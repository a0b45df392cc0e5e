/**
 * Ranking by the probability of a purchase: the values of a candidate's features, worked out from
 * memory while an answer is made, the same in what is logged, in training and in serving. May use
 * the pipeline and the model. Example: {@code new RankingFeatures(recipe, ask, shelf,
 * facts).read(candidate, 1, row, 0)} writes one row of {@link
 * io.shopkeeper.recommendation.features.Feature#WIDTH} numbers.
 */
package io.shopkeeper.recommendation.ranking;
