/**
 * What comes next in a sequence of items, by self-attention.
 *
 * <pre>{@code
 * var algorithm = new SelfAttention();
 * RankingModel model = algorithm.train(data, algorithm.standard(), 42, TrainingListener.SILENT);
 * ScoredItems next = model.recommend(History.of(12, 7, 99), 10, item -> true);
 * }</pre>
 */
package io.shopkeeper.ml.neural.sequence;
