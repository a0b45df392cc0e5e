package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.Holdout;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tuning.Objective;
import io.shopkeeper.recommendation.features.Interactions;

/**
 * How well options do on the newest fifth of the interactions, learning from those before. It is
 * given only what the evaluation learns from, so that what was chosen here is measured on what
 * nobody has looked at.
 *
 * @param <O> the options
 */
final class SearchObjective<O extends Record> implements Objective<O> {

  private static final double NEWEST = 0.2;

  private final RankingAlgorithm<O> algorithm;
  private final Interactions interactions;
  private final long seed;
  private final Fold fold;
  private final HeldOut heldOut;

  /**
   * @throws IllegalArgumentException if there is nothing to choose by
   */
  SearchObjective(RankingAlgorithm<O> algorithm, Interactions interactions, long seed) {
    this.algorithm = algorithm;
    this.interactions = interactions;
    this.seed = seed;
    this.fold = Holdout.latest(interactions.log().time(), NEWEST);
    this.heldOut = new HeldOut(interactions, fold);
    if (heldOut.isEmpty()) {
      throw new IllegalArgumentException(
          "There is nothing to choose options by: among the interactions that are learnt from,"
              + " nobody turned to a new product lately. Train without a search, or with more data.");
    }
  }

  @Override
  public double score(O options, double share, TrainingListener listener) {
    int[] rows = share == 1 ? fold.train() : fold.part(share, seed);
    var data = new RankingData(interactions.log().select(rows), interactions.attributes());
    return heldOut.ndcg(algorithm.train(data, options, seed, listener)::recommend, listener);
  }

  @Override
  public boolean greaterIsBetter() {
    return true;
  }
}
