/**
 * From columns to the numbers that linear models and neural networks learn from: dense, in blocks
 * without the zeros of categories, or row by row without any zeros.
 *
 * <pre>{@code
 * Encoder encoder = Encoder.fit(table, Encoder.Options.STANDARD);
 * float[] rows = encoder.encode(table); // rows × encoder.width()
 * SparseRows sparse = SparseRows.of(encoder, table);
 * }</pre>
 */
package io.shopkeeper.ml.table.encode;
