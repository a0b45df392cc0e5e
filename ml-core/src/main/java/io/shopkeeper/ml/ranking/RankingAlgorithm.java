package io.shopkeeper.ml.ranking;

import io.shopkeeper.ml.algorithm.Algorithm;

/**
 * Learns to rank items.
 *
 * @param <O> its options
 */
public interface RankingAlgorithm<O extends Record>
    extends Algorithm<RankingData, O, RankingModel> {

  /**
   * About how much memory a training takes at its height, the data included: to say before that it
   * will not fit. Algorithms that keep more than the data and one matrix of it add to this.
   */
  default long memoryBytes(LogSize size, O options) {
    return 40 * size.interactions() + 16 * (size.users() + size.items());
  }
}
