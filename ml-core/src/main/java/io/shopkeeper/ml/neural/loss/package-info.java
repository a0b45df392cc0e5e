/**
 * What networks are to make small.
 *
 * <pre>{@code
 * Loss loss = new BinaryCrossEntropy(codes, weights);
 * double sum = loss.at(outputs, rows, 0, 128, 1f / 128, gradient);
 * }</pre>
 */
package io.shopkeeper.ml.neural.loss;
