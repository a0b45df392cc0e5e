/**
 * Rankings made of rankings: several algorithms are trained, and what they say is put together, by
 * weights or by a model of the second stage. Both are learnt on interactions that were held out of
 * the training.
 *
 * <pre>{@code
 * var hybrid = new WeightedHybrid(RankingAlgorithms::find);
 * RankingModel model = hybrid.train(data, hybrid.standard(), 42, TrainingListener.SILENT);
 * }</pre>
 */
package io.shopkeeper.ml.hybrid;
