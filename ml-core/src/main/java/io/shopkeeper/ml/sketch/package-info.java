/**
 * Summaries of streams in bounded memory: quantiles, frequent items, a sample, a set of what was
 * seen. Each says how far off it may be.
 *
 * <pre>{@code
 * var prices = new QuantileSketch(200, 7);
 * rows.forEach(row -> prices.add(row.price()));
 * prices.quantile(0.5);    // the median, within about 1.3 % of rank
 * }</pre>
 */
package io.shopkeeper.ml.sketch;
