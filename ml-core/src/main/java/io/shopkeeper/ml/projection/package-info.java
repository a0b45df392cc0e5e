/**
 * Many columns told by few: for pictures of rows, and as features of other models.
 *
 * <pre>{@code
 * Projection plane = new Pca().train(table, options, 42, TrainingListener.SILENT);
 * float[] places = plane.project(table);     // rows × components
 * plane.explainedShare(0);                    // how much of all differences the first one tells
 * }</pre>
 */
package io.shopkeeper.ml.projection;
