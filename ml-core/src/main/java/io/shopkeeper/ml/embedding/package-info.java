/**
 * Vectors of users and items that are learnt so that what a user has ranks before what they do not
 * have.
 *
 * <pre>{@code
 * RankingModel model = new Bpr().train(data, options, 42, listener);
 * }</pre>
 */
package io.shopkeeper.ml.embedding;
