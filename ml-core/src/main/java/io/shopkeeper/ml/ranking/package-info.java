/**
 * Learning from who did what when, to rank items for a user or a visitor.
 *
 * <pre>{@code
 * var data = new RankingData(new InteractionLog(943, 1682, users, items, values, times), items);
 * RankingModel model = new Ease().train(data, options, 42, TrainingListener.SILENT);
 * ScoredItems best = model.recommend(History.of(12, 7, 99), 10, item -> true);
 * }</pre>
 */
package io.shopkeeper.ml.ranking;
