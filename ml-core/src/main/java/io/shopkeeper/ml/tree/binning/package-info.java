/**
 * Values of a table as small whole numbers, so that trees can be grown from counts: each number
 * falls into one of at most 255 bins of about as many rows, each frequent category is a bin, and
 * what is missing is bin 0.
 *
 * <pre>{@code
 * Binning binning = Binning.of(table, schema, 255, seed, workers);
 * BinnedRows rows = binning.apply(table, workers);
 * int bin = rows.bin(row, place);
 * }</pre>
 *
 * <p>Source: the histogram method of T. Chen and C. Guestrin, "XGBoost: A Scalable Tree Boosting
 * System", KDD 2016, and G. Ke and others, "LightGBM: A Highly Efficient Gradient Boosting Decision
 * Tree", NIPS 2017.
 */
package io.shopkeeper.ml.tree.binning;
