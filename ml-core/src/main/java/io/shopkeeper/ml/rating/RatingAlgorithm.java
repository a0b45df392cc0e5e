package io.shopkeeper.ml.rating;

import io.shopkeeper.ml.algorithm.Algorithm;

/**
 * Learns to predict ratings.
 *
 * @param <O> its options
 */
public interface RatingAlgorithm<O extends Record> extends Algorithm<Ratings, O, RatingModel> {}
