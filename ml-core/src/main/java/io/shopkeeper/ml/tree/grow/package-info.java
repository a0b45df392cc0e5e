/**
 * Grows one tree of a boosting from the bins of the rows and the slope and curvature of the loss
 * (gradient and hessian) at each.
 *
 * <p>Gradient and hessian of a row are rounded to whole numbers and share one long, so a histogram
 * takes one addition for each cell, sums are exact whatever their order, and the result does not
 * depend on the number of threads.
 *
 * <pre>{@code
 * var grower = new TreeGrower(rows, limits, workers);
 * GrownTree tree = grower.grow(RowSet.all(n), gradients, hessians, features, listener);
 * }</pre>
 *
 * <p>Sources: G. Ke and others, "LightGBM: A Highly Efficient Gradient Boosting Decision Tree",
 * NIPS 2017 (leaf-wise growth, histograms, subtraction of siblings); T. Chen and C. Guestrin,
 * "XGBoost: A Scalable Tree Boosting System", KDD 2016 (the gain, directions of what is missing);
 * Y. Shi and others, "Quantized Training of Gradient Boosting Decision Trees", NeurIPS 2022
 * (rounded gradients; ours are finer, so that the leaves need no second pass).
 */
package io.shopkeeper.ml.tree.grow;
