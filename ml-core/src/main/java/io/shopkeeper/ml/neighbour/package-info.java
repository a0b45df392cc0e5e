/**
 * Item-item neighbours: what goes with what, learned from who did what. Uses {@code data} and
 * {@code training}.
 *
 * <pre>{@code
 * var options = new ItemNeighbourOptions(Similarity.COSINE, 50, 1, 0);
 * ItemNeighbourModel model = ItemNeighbourTrainer.train(matrix, options, TrainingListener.SILENT);
 * int[] like42 = model.neighboursOf(42);
 * }</pre>
 */
package io.shopkeeper.ml.neighbour;
