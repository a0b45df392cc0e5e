/**
 * Trees as flat arrays: how models of trees are stored, scored and explained, whoever grew them.
 *
 * <pre>{@code
 * FlatTrees trees = builder.build();
 * double score = new TreeScorer(trees).score(row, 0, 0);
 * }</pre>
 *
 * <p>{@link io.shopkeeper.ml.tree.flat.FlatTrees} holds the trees in plain words and walks them in
 * the plain way; it is the reference. {@link io.shopkeeper.ml.tree.flat.TreeScorer} packs a node
 * into one long and walks several trees, or several rows, side by side; it gives the same bits.
 */
package io.shopkeeper.ml.tree.flat;
