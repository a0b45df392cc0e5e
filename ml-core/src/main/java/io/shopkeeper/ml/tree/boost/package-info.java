/**
 * Boosting: trees that are added one after the other, each fitted to the slope of the loss at what
 * the others say so far.
 *
 * <p>Sources: J. Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", Annals of
 * Statistics 2001, and "Stochastic Gradient Boosting", 2002; T. Chen and C. Guestrin, "XGBoost",
 * KDD 2016 (second order).
 *
 * <pre>{@code
 * Loss loss = new LogisticLoss(positive, weights);
 * var run = new BoostingRun(binned, loss, settings, limits, workers, listener);
 * FlatTrees trees = run.train(trainingRows, validationRows, seed);
 * }</pre>
 */
package io.shopkeeper.ml.tree.boost;
