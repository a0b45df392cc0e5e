package io.shopkeeper.ml.ranking;

import io.shopkeeper.ml.algorithm.Algorithm;

/**
 * Learns to rank items.
 *
 * @param <O> its options
 */
public interface RankingAlgorithm<O extends Record>
    extends Algorithm<RankingData, O, RankingModel> {}
