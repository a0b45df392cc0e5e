/**
 * Learns to rank by the probability of a purchase: joins what was shown, with the features that
 * were logged then, to what followed; measures by time; registers a version of {@code
 * purchase-ranking}. {@link io.shopkeeper.recommendation.training.ranking.RankingTrainer} is plain
 * Java and runs in a worker, too. Example: {@code new RankingTrainer().train(task, snapshot,
 * listener)}.
 */
package io.shopkeeper.recommendation.training.ranking;
