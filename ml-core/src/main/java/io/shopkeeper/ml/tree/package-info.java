/**
 * Trees that learn from tables: gradient boosting, random forests, single decision trees.
 *
 * <pre>{@code
 * var boosting = new GradientBoosting();
 * TableModel model = boosting.train(data, boosting.standard(), 42, TrainingListener.SILENT);
 * }</pre>
 *
 * <p>Inside: {@code binning} turns values into bins, {@code grow} grows a tree from gradients,
 * {@code boost} adds trees up, {@code flat} stores and scores them, {@code explain} explains them.
 */
package io.shopkeeper.ml.tree;
