/**
 * {@code ./shopkeeper bench}: our kernels beside the libraries that one would take instead, on the
 * same input, by turns, in one run.
 */
package io.shopkeeper.bench;
