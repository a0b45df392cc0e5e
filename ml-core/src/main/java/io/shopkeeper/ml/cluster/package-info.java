/**
 * Rows that are alike, without anybody saying what to look for: segments of customers, families of
 * products.
 *
 * <pre>{@code
 * ClusterModel segments = new KMeans().train(table, options, 42, TrainingListener.SILENT);
 * int[] segmentOfRow = segments.clusters(table);
 * double clear = Silhouette.of(segments, table, 2000, 42);   // near 1 is clear, near 0 is not
 * }</pre>
 */
package io.shopkeeper.ml.cluster;
