/**
 * Explains trees: exact Shapley values of one prediction, and the importance of features.
 *
 * <pre>{@code
 * var explainer = new TreeExplainer(trees);
 * double[] added = explainer.contributions(row, 0, width, 0);
 * }</pre>
 *
 * <p>Source: S. Lundberg and others, "Consistent Individualized Feature Attribution for Tree
 * Ensembles", 2018.
 */
package io.shopkeeper.ml.tree.explain;
