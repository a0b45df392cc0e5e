/**
 * The graph of who has what: random walks on it, and vectors that are smoothed along it.
 *
 * <pre>{@code
 * RankingModel model = new RandomWalk().train(data, options, 42, listener);
 * }</pre>
 */
package io.shopkeeper.ml.graph;
