/**
 * Searching many vectors for those nearest to one, without looking at all of them: for candidates
 * where there are too many items to score. Uses {@code kernel} and {@code training}.
 *
 * <pre>{@code
 * var options = HnswOptions.standard(VectorMeasure.COSINE);
 * HnswIndex index = HnswIndex.build(vectors, 64, options, 42, TrainingListener.SILENT);
 * ScoredItems nearest = index.search(query, 10, 50, item -> inStock(item));
 * }</pre>
 */
package io.shopkeeper.ml.search;
