/**
 * What somebody wants next, from the sessions of others that look like theirs.
 *
 * <pre>{@code
 * RankingModel model = new SessionNeighbours().train(data, options, 42, TrainingListener.SILENT);
 * ScoredItems next = model.recommend(History.of(12, 7, 99), 20, item -> true);
 * }</pre>
 */
package io.shopkeeper.ml.session;
