/**
 * From columns to the dense numbers that linear models and neural networks learn from.
 *
 * <pre>{@code
 * Encoder encoder = Encoder.fit(table, Encoder.Options.STANDARD);
 * float[] rows = encoder.encode(table); // rows × encoder.width()
 * }</pre>
 */
package io.shopkeeper.ml.table.encode;
