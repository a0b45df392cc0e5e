/**
 * Tables of transactions of any shape made fit for judging fraud: what each column is, and features
 * of each row as of its moment, from times, amounts, places and the velocities of its keys.
 * Example:
 *
 * <pre>{@code
 * TransactionColumns columns = TransactionColumns.infer(cells, asked);
 * Table features = new TransactionFeatures(columns, settings).of(cells, labels, rows);
 * }</pre>
 *
 * <p>Uses velocities, tables and their cells.
 */
package io.shopkeeper.ml.fraud;
