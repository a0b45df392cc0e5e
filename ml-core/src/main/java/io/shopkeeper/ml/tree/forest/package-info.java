/**
 * Grows deep trees for their own sake: the trees of a random forest, and single decision trees.
 * Unlike the trees of a boosting they may look at other features at each node, and their leaves
 * hold shares of classes or means.
 *
 * <p>Sources: L. Breiman and others, "Classification and Regression Trees", 1984; L. Breiman,
 * "Random Forests", Machine Learning 2001.
 *
 * <pre>{@code
 * var grower = new CartGrower(binned, CartTarget.of(codes, classes, weights), limits);
 * CartTree tree = grower.grow(rows, counts, random, listener);
 * }</pre>
 */
package io.shopkeeper.ml.tree.forest;
