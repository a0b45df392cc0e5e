/**
 * How parameters follow their gradients.
 *
 * <pre>{@code
 * Optimiser optimiser = Method.ADAM_W.over(values.length);
 * optimiser.begin();
 * optimiser.step(values, gradients, 0, values.length, 1e-3f, 0.01f);
 * }</pre>
 */
package io.shopkeeper.ml.neural.optimiser;
